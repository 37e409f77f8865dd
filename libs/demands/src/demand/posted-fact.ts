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
  const {
    ref,
    titleZh,
    titleEn,
    problemZh,
    problemEn,
    targetZh,
    targetEn,
    fieldCode,
    regionCode,
    budgetAmount,
  } = demand;
  return {
    ref,
    titleZh,
    titleEn,
    problemZh,
    problemEn,
    targetZh,
    targetEn,
    fieldCode,
    regionCode,
    budgetAmount,
    cooperationMode: demand.cooperationMode,
  };
}
