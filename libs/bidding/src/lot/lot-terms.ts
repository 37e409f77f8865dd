import type { ParticipantInput } from '@stx/auction-rules';
import type { LotTerms } from './lot.entity.js';

/** Ids of the participants of every lot besides its bidders. They are not people: who acted is in the journal. */
export const ROLES = { exchange: 'exchange', auctioneer: 'auctioneer', seller: 'seller' } as const;

/** Everybody who may act on a lot before its bidders join (R10). */
export const PARTICIPANTS: ParticipantInput[] = [
  { id: ROLES.exchange, role: 'system' },
  { id: ROLES.auctioneer, role: 'auctioneer' },
  { id: ROLES.seller, role: 'seller' },
];

/** The lot as the rules engine takes it (R7). */
export function toRulesLot(terms: LotTerms, reserve: string | null): Record<string, unknown> {
  return {
    id: terms.ref,
    format: terms.format,
    currency: terms.currency,
    opensAt: terms.opensAt,
    closesAt: terms.closesAt,
    startPrice: terms.startPrice,
    increment: { type: 'FIXED', step: terms.bidStep },
    depositRequired: terms.depositRequired,
    ...(reserve === null ? {} : { reserve }),
    ...(terms.windowMs > 0 ? { softClose: { windowMs: terms.windowMs, extendMs: terms.extendMs } } : {}),
    hammer:
      terms.hammerTimeoutMs === null
        ? { mode: 'AUTO' }
        : { mode: 'AUCTIONEER', timeoutMs: terms.hammerTimeoutMs },
  };
}
