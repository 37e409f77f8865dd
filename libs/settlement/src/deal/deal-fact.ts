import type { DealOpened } from '@stx/contracts';
import { systemViewer, type Fact } from '@stx/platform';
import type { DealEntity } from './deal.entity.js';

/** What other domains learn of a new deal: everything a statistician needs, and no party. */
export function dealOpened(deal: DealEntity): Fact {
  const data: DealOpened = {
    ref: deal.ref,
    lotId: deal.lotId,
    mode: deal.mode,
    contractKind: deal.contractKind,
    fieldCode: deal.fieldCode,
    price: deal.price,
    technologyAmount: deal.technologyAmount,
    currency: deal.currency,
    originRegion: deal.originRegion,
    destinationRegion: deal.destinationRegion,
    closedAt: deal.closedAt.getTime(),
    isDemonstration: deal.isDemonstration,
  };
  return { type: 'DealOpened', subjectId: deal.id, data, by: systemViewer };
}
