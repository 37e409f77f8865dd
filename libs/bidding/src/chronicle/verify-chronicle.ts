import { canonicalJson, type Json } from '@stx/platform';
import { lineHash, termsHash, type ChronicleLine } from './chronicle-line.js';
import { firstDeviation } from './replay-chronicle.js';
import { isSignedHead, type SignedHead } from './sign-head.js';

/** Why a chronicle does not verify. */
export type ChronicleFault =
  /** Not a canonical line of the format. */
  | 'MALFORMED'
  /** A line is missing, moved or changed. */
  | 'CHAIN'
  /** The head does not belong to the lines, or is not the exchange's word. */
  | 'HEAD'
  /** A head that was published before is not in the record: it was written anew. */
  | 'REWRITTEN'
  /** A bidder's receipt is not in the record. */
  | 'RECEIPT'
  /** The rules do not lead from the terms and bids to what is recorded. */
  | 'RULES';

export interface ChronicleVerdict {
  verifies: boolean;
  fault: ChronicleFault | null;
  /** Number of the first line at fault, counted from 1; null when none is. */
  line: number | null;
  lot: string | null;
  events: number;
  head: string | null;
  publicKey: string | null;
  /** Null while the lot runs. */
  result: { state: string; winner: string | null; price: string | null; reason: string | null } | null;
}

export interface ChronicleTrust {
  /** The exchange's published key; without it only the chain, not its origin, is shown. */
  publicKey?: string;
  /** Hashes that were seen published, while the lot ran or at its end: each must be the hash of a line. */
  heads?: string[];
  /** What bidders were given with their bids. */
  receipts?: { seq: number; hash: string }[];
}

const SHA256 = /^[0-9a-f]{64}$/;

/** Verifies a chronicle offline: every link, the signed head, receipts, and a replay of the rules. Never throws on foreign input. */
export function verifyChronicle(text: readonly string[], trust: ChronicleTrust = {}): ChronicleVerdict {
  const written = text.at(-1) === '' ? text.slice(0, -1) : text; // a file ends with a line end
  const parsed = written.map(parseCanonical);
  const head = parsed.at(-1) as unknown as SignedHead | null | undefined;
  const lines = parsed.slice(0, -1) as (ChronicleLine | null)[];
  const verdict = (fault: ChronicleFault | null, line: number | null): ChronicleVerdict => ({
    verifies: fault === null,
    fault,
    line,
    lot: isHead(head) ? head.terms.ref : null,
    events: lines.length,
    head: isHead(head) ? head.head : null,
    publicKey: isHead(head) ? head.publicKey : null,
    result: fault === null ? resultOf(lines.at(-1)) : null,
  });

  const malformed = lines.findIndex((line) => !isLine(line));
  if (malformed >= 0) return verdict('MALFORMED', malformed + 1);
  if (!isHead(head)) return verdict('MALFORMED', written.length);
  const events = lines as ChronicleLine[];
  const broken = brokenLink(events, termsHash(head.terms));
  if (broken !== null) return verdict('CHAIN', broken);
  const last = events.at(-1)?.hash ?? termsHash(head.terms);
  const isTrusted = trust.publicKey === undefined || trust.publicKey === head.publicKey;
  if (head.events !== events.length || head.head !== last || !isSignedHead(head) || !isTrusted) {
    return verdict('HEAD', written.length);
  }
  const hashes = new Set([termsHash(head.terms), ...events.map(({ hash }) => hash)]);
  if (trust.heads?.some((known) => !hashes.has(known))) return verdict('REWRITTEN', written.length);
  const lost = trust.receipts?.find(({ seq, hash }) => events[seq - 1]?.hash !== hash);
  if (lost) return verdict('RECEIPT', lost.seq);
  const deviation = firstDeviation(head.terms, events);
  return deviation === null ? verdict(null, null) : verdict('RULES', deviation);
}

/** One line of canonical JSON: any other way to write the same value is a changed file. */
function parseCanonical(line: string): unknown {
  try {
    const value: unknown = JSON.parse(line);
    return canonicalJson(value as Json) === line ? value : null;
  } catch {
    return null; // not JSON, or a number that has no one form
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isLine(value: unknown): value is ChronicleLine {
  if (!isObject(value) || Object.keys(value).length !== 6) return false;
  const { seq, at, type, data, prev, hash } = value;
  const isText = typeof type === 'string' && typeof prev === 'string' && typeof hash === 'string';
  return (
    isText && Number.isSafeInteger(seq) && Number.isSafeInteger(at) && isObject(data) && SHA256.test(hash)
  );
}

function isHead(value: unknown): value is SignedHead {
  return (
    isObject(value) &&
    value['schema'] === 'stx-chronicle/1' &&
    value['type'] === 'HEAD' &&
    isObject(value['terms'])
  );
}

function brokenLink(lines: ChronicleLine[], first: string): number | null {
  let prev = first;
  for (const [index, line] of lines.entries()) {
    if (line.seq !== index + 1 || line.prev !== prev || lineHash(line) !== line.hash) return index + 1;
    prev = line.hash;
  }
  return null;
}

const ENDS = new Set(['SOLD', 'UNSOLD', 'WITHDRAWN']);

function resultOf(last: ChronicleLine | null | undefined): ChronicleVerdict['result'] {
  if (!last || !ENDS.has(last.type)) return null;
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  const { winner, price, reason } = last.data;
  return { state: last.type, winner: text(winner), price: text(price), reason: text(reason) };
}
