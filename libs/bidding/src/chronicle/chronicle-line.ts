import { canonicalJson, sha256, type Json } from '@stx/platform';

/** One public event as the bid chronicle keeps it (`stx-chronicle/1`). `seq` is the public number `n` of R51. */
export interface ChronicleLine {
  seq: number;
  /** Milliseconds since the epoch. */
  at: number;
  type: string;
  /** The further fields of R52. */
  data: { [key: string]: Json };
  /** Hash of the line before; of the first line: hash of the lot's terms. */
  prev: string;
  /** SHA-256 over the canonical JSON of the five fields above. */
  hash: string;
}

/** The first link: what was announced, so that nobody can exchange the terms under a finished record. */
export const termsHash = (terms: object): string => sha256(canonicalJson(terms as { [key: string]: Json }));

export const lineHash = ({ seq, at, type, data, prev }: Omit<ChronicleLine, 'hash'>): string =>
  sha256(canonicalJson({ seq, at, type, data, prev }));

/** A public event with its place in the chain. */
export function toLine(event: { n: number; at: number; type: string }, prev: string): ChronicleLine {
  const { n: seq, at, type, ...data } = event;
  const line = { seq, at, type, data: data as { [key: string]: Json }, prev };
  return { ...line, hash: lineHash(line) };
}
