import { toMoney, type Viewer } from '@stx/platform';
import type { DemandEntity } from './demand.entity.js';

/** The GraphQL face of a demand, as `viewer` may see it: an anonymous poster is named to itself only. */
export function toDemand(demand: DemandEntity, viewer: Viewer) {
  const isMine = viewer.personId !== null && viewer.organizationId === demand.organizationId;
  return {
    __typename: 'Demand' as const,
    id: demand.id,
    ref: demand.ref,
    state: demand.state,
    title: { zh: demand.titleZh, en: demand.titleEn },
    problem: { zh: demand.problemZh, en: demand.problemEn },
    target: demand.targetZh || demand.targetEn ? { zh: demand.targetZh, en: demand.targetEn } : null,
    fieldCode: demand.fieldCode,
    regionCode: demand.regionCode,
    budget: demand.budgetAmount ? toMoney(demand.budgetAmount) : null,
    deadlineOn: demand.deadlineOn,
    cooperationMode: demand.cooperationMode,
    isAnonymous: demand.isAnonymous,
    organization:
      demand.isAnonymous && !isMine ? null : { __typename: 'Organization', id: demand.organizationId },
    isMine,
    publishedAt: demand.publishedAt.toISOString(),
    isDemonstration: demand.isDemonstration,
  };
}
