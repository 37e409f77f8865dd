import type { DemandPosted } from '@stx/contracts';
import type { Viewer } from '@stx/platform';
import type { DemandEntity } from './demand.entity.js';

/** The fact that a demand is public, with this text. */
export const postedFact = (demand: DemandEntity, by: Viewer) => ({
  type: 'DemandPosted' as const,
  subjectId: demand.id,
  data: toFact(demand),
  by,
});

/** What other domains learn: never who posted an anonymous demand. */
function toFact(demand: DemandEntity): DemandPosted {
  return {
    ref: demand.ref,
    titleZh: demand.titleZh,
    titleEn: demand.titleEn,
    problemZh: demand.problemZh,
    problemEn: demand.problemEn,
    targetZh: demand.targetZh,
    targetEn: demand.targetEn,
    fieldCode: demand.fieldCode,
    regionCode: demand.regionCode,
    budgetAmount: demand.budgetAmount,
    cooperationMode: demand.cooperationMode,
  };
}
