import {
  decide,
  nextDueAt,
  openLot,
  stateView,
  validateLot,
  type Command,
  type LotState,
  type PublicEvent,
} from '@stx/auction-rules';
import { canonicalJson, type Json } from '@stx/platform';
import { ROLES, toRulesLot } from '../lot/lot-terms.js';
import type { LotTerms } from '../lot/lot.entity.js';
import type { ChronicleLine } from './chronicle-line.js';

/** Stands for a reserve that nobody has reached. */
const UNREACHED = '9'.repeat(18);

/**
 * Plays the public facts through the rules: from the announced terms, the bids and the acts of the auctioneer alone,
 * must follow every price, leader, clock and the outcome, as recorded. Two things the record does not tell are taken
 * from it: whether a hidden reserve was met, and that at least one bidder was qualified at the opening.
 * @returns number of the first line that does not follow; null when all do
 */
export function firstDeviation(terms: LotTerms, lines: ChronicleLine[]): number | null {
  let state: LotState;
  try {
    state = start(terms, lines);
  } catch {
    return 1; // terms or bidders that the rules do not know
  }
  let expected: PublicEvent[] = [];
  for (const line of lines) {
    if (expected.length === 0) {
      const decision = decide(state, commandFor(line, state), line.at);
      state = decision.state;
      expected = [...decision.publicEvents];
    }
    const next = expected.shift();
    if (!next || !isSame(next, line)) return line.seq;
  }
  return expected.length === 0 ? null : lines.length;
}

function start(terms: LotTerms, lines: ChronicleLine[]): LotState {
  const isMissed = lines.some(({ type, data }) => type === 'UNSOLD' && data['reason'] === 'RESERVE_NOT_MET');
  const reserve = terms.hasReserve ? (isMissed ? UNREACHED : terms.startPrice) : null;
  const validation = validateLot(toRulesLot(terms, reserve));
  if (!validation.ok) throw new RangeError('not a lot');
  const codes = new Set(lines.filter(({ type }) => type === 'BID').map(({ data }) => String(data['code'])));
  if (codes.size === 0 && lines.some(({ type }) => type === 'OPENED')) codes.add('-');
  const depositHeld = terms.depositRequired;
  return openLot(validation.lot, [
    { id: ROLES.exchange, role: 'system' },
    { id: ROLES.auctioneer, role: 'auctioneer' },
    ...[...codes].map((code) => ({ id: code, role: 'bidder' as const, code, depositHeld })),
  ]);
}

/** The command that explains a line; where there is none, time alone must. */
function commandFor({ seq, at, type, data }: ChronicleLine, state: LotState): Command {
  const requestId = `line-${seq}`;
  const official = { by: ROLES.auctioneer, requestId };
  switch (type) {
    case 'BID':
      return { type: 'bid', by: String(data['code']), requestId, amount: String(data['price']) };
    case 'PAUSED':
      return { type: 'pause', ...official, reason: String(data['reason']) };
    case 'RESUMED':
      return { type: 'resume', ...official };
    case 'WITHDRAWN':
      return { type: 'withdraw', ...official, reason: String(data['reason']) };
    case 'OUTAGE':
      return {
        type: 'outage',
        by: ROLES.exchange,
        requestId,
        from: Number(data['from']),
        to: Number(data['to']),
      };
    case 'SOLD':
    case 'UNSOLD':
      return stateView(state).phase === 'CLOSED' && at !== nextDueAt(state)
        ? { type: 'hammer', ...official }
        : { type: 'tick' };
    default:
      return { type: 'tick' };
  }
}

function isSame({ n, at, type, ...data }: PublicEvent, line: ChronicleLine): boolean {
  if (n !== line.seq || at !== line.at || type !== line.type) return false;
  return canonicalJson(data as Json) === canonicalJson(line.data);
}
