import type { LotConfig, Participant } from '@stx/auction-rules';
import type { LotTerms } from './lot.entity.js';

/** Participants of every lot besides its bidders. Their ids are not people: who acted is in the journal. */
export const ROLES = { exchange: 'exchange', auctioneer: 'auctioneer', seller: 'seller' } as const;

/** The lot as the rules engine takes it (R7). */
export function toRulesLot(terms: LotTerms, reserve: string | null): LotConfig {
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

interface Bidder {
  id: string;
  code: string;
  depositHeld: string;
  isBarred: boolean;
}

/** Everybody who may send a command to the lot (R10). */
export function toParticipants(bidders: Bidder[]): Participant[] {
  return [
    { id: ROLES.exchange, role: 'system' },
    { id: ROLES.auctioneer, role: 'auctioneer' },
    { id: ROLES.seller, role: 'seller' },
    ...bidders.map(({ id, code, depositHeld, isBarred }) => ({
      id,
      role: 'bidder' as const,
      code,
      depositHeld,
      barred: isBarred,
    })),
  ];
}
