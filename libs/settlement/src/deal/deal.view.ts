import { hasRole, toMoney, type Viewer } from '@stx/platform';
import type { DealEntity } from './deal.entity.js';

/** Parties, operators and supervisors see who dealt and how the money moved; everybody sees that a sale was made. */
export const seesParties = (viewer: Viewer, deal: DealEntity): boolean =>
  (viewer.personId !== null && [deal.sellerId, deal.buyerId].includes(viewer.organizationId ?? '')) ||
  hasRole(viewer, 'OPERATOR', 'SUPERVISOR');

/** The GraphQL face of a deal as `viewer` may see it; `dueAmount` and `journals` are looked up when asked for. */
export function toDeal(deal: DealEntity, viewer: Viewer) {
  const isOpenToViewer = seesParties(viewer, deal);
  const organization = (id: string) => (isOpenToViewer ? { __typename: 'Organization', id } : null);
  return {
    __typename: 'Deal' as const,
    id: deal.id,
    ref: deal.ref,
    state: deal.state,
    mode: deal.mode,
    title: { zh: deal.titleZh, en: deal.titleEn },
    lot: deal.lotId ? { __typename: 'Lot', id: deal.lotId } : null,
    price: toMoney(deal.price, deal.currency),
    fieldCode: deal.fieldCode,
    closedAt: deal.closedAt.toISOString(),
    seller: organization(deal.sellerId),
    buyer: organization(deal.buyerId),
    isDemonstration: deal.isDemonstration,
    /** Not a field of the schema: tells the two look-ups what was decided here. */
    isOpenToViewer,
  };
}

export type DealView = ReturnType<typeof toDeal>;
