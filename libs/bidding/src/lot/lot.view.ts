import { hasRole, toMoney, type Viewer } from '@stx/platform';
import type { BidderRegistrationEntity } from '../registration/bidder-registration.entity.js';
import type { LotEntity, LotState } from './lot.entity.js';

/** What the view needs besides the row: all of it the viewer's own. */
export interface OwnStanding {
  registration: BidderRegistrationEntity | null;
  /** Minor units; null when the viewer may not bid now. */
  nextValidBid: bigint | null;
}

/** The GraphQL face of a lot for one viewer (R54): people by code, nothing about how many registered. */
export function toLot(lot: LotEntity, viewer: Viewer, { registration, nextValidBid }: OwnStanding) {
  const money = (amount: string | null) => (amount === null ? null : toMoney(amount, lot.currency));
  return {
    __typename: 'Lot' as const,
    id: lot.id,
    ref: lot.ref,
    state: lot.state,
    title: { zh: lot.titleZh, en: lot.titleEn },
    achievement: { __typename: 'Achievement', id: lot.achievementId },
    seller: { __typename: 'Organization', id: lot.sellerOrganizationId },
    currency: lot.currency,
    startPrice: money(lot.startPrice),
    bidStep: money(lot.bidStep),
    depositAmount: money(lot.depositAmount),
    hasReserve: lot.hasReserve,
    opensAt: lot.opensAt?.toISOString() ?? null,
    closesAt: lot.state === 'PAUSED' ? null : (lot.closesAt?.toISOString() ?? null),
    extensionWindowSeconds: lot.extensionWindowSeconds,
    extensionSeconds: lot.extensionSeconds,
    currentPrice: money(lot.currentPrice),
    leaderCode: lot.leaderCode,
    bidCount: lot.bidCount,
    publicSequence: lot.publicN,
    remainingMs: lot.remainingMs === null ? null : Number(lot.remainingMs),
    outcomeReason: lot.outcomeReason,
    finalPrice: money(lot.finalPrice),
    winnerCode: lot.winnerCode,
    chronicleHead: lot.publicN === 0 ? null : lot.head,
    myRegistration: registration && toRegistration(registration, lot.leaderCode),
    nextValidBid: nextValidBid === null ? null : toMoney(nextValidBid, lot.currency),
    viewerActions: actionsOf(lot, viewer, registration),
    isDemonstration: lot.isDemonstration,
  };
}

/** The GraphQL face of the viewer's own registration. */
export function toRegistration(registration: BidderRegistrationEntity, leaderCode: string | null) {
  const { id, code, state, hasBid } = registration;
  const standing = code === leaderCode ? 'LEADING' : hasBid ? 'OUTBID' : 'NONE';
  return { __typename: 'BidderRegistration' as const, id, bidderCode: code, state, standing };
}

/** Acts of the lot's broker that its state allows (R14). */
const BROKER_ACTS: Partial<Record<LotState, string[]>> = {
  SCHEDULED: ['WITHDRAW'],
  LIVE: ['PAUSE', 'WITHDRAW'],
  PAUSED: ['RESUME', 'WITHDRAW'],
  CLOSED: ['HAMMER'],
};

function actionsOf(lot: LotEntity, viewer: Viewer, registration: BidderRegistrationEntity | null): string[] {
  const { organizationId } = viewer;
  if (viewer.personId === null || organizationId === null) return [];
  const isSeller = organizationId === lot.sellerOrganizationId;
  const isBroker = organizationId === lot.brokerOrganizationId;
  const actions: string[] = [];
  if (hasRole(viewer, 'BROKER')) {
    if (lot.state === 'SUBMITTED' && !isSeller) actions.push('SCHEDULE');
    if (isBroker) actions.push(...(BROKER_ACTS[lot.state] ?? []));
  }
  if (hasRole(viewer, 'BUYER') && !isSeller && !isBroker) {
    const canRegister = lot.state === 'SCHEDULED' && !registration && lot.opensAt!.getTime() > Date.now();
    if (canRegister) actions.push('REGISTER');
    if (lot.state === 'LIVE' && registration?.state === 'QUALIFIED') actions.push('BID');
  }
  return actions;
}
