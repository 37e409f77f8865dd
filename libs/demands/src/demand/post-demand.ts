import { Injectable, Inject } from '@nestjs/common';
import {
  DomainDatabase,
  newId,
  nextRefs,
  once,
  optionalText,
  parseAmount,
  refuse as refusePlatform,
  requireRole,
  type Reply,
  type StoredRefusal,
  type Viewer,
} from '@stx/platform';
import { refuse } from '../refusals.js';
import { DemandEntity } from './demand.entity.js';
import { postedFact } from './posted-fact.js';

export interface PostDemandInput {
  requestId: string;
  titleZh?: string | null;
  titleEn?: string | null;
  problemZh?: string | null;
  problemEn?: string | null;
  targetZh?: string | null;
  targetEn?: string | null;
  fieldCode?: string | null;
  regionCode?: string | null;
  budgetAmount?: string | null;
  deadlineOn?: string | null;
  cooperationMode: string;
  isAnonymous: boolean;
}

/** An enterprise, or a broker for it, posts a need; it is public at once. */
@Injectable()
export class PostDemand {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** @returns `{ id }` of the demand, or the refusal */
  async run(viewer: Viewer, input: PostDemandInput, isDemonstration = false): Promise<Reply | StoredRefusal> {
    const member = requireRole(viewer, 'BUYER', 'OFFICER', 'BROKER');
    return once(this.db, member, { operation: 'postDemand', requestId: input.requestId, input }, async () => {
      const demand = { ...checked(input), id: newId(), isDemonstration } as DemandEntity;
      demand.organizationId = member.organizationId;
      demand.ref = (await nextRefs(this.db, 'D'))[0]!;
      await this.db.repository(DemandEntity).insert(demand);
      this.db.record(postedFact(demand, viewer));
      return { id: demand.id };
    });
  }
}

/** The text as it will be stored. @throws Refused naming the first field at fault */
function checked(input: PostDemandInput): Partial<DemandEntity> {
  const titleZh = optionalText(input.titleZh, 'titleZh', 120);
  const titleEn = optionalText(input.titleEn, 'titleEn', 200);
  if (!titleZh && !titleEn) refuse('DEMAND_TITLE_REQUIRED', { field: 'titleZh' });
  const problemZh = optionalText(input.problemZh, 'problemZh', 5000);
  const problemEn = optionalText(input.problemEn, 'problemEn', 5000);
  if (!problemZh && !problemEn) refuse('DEMAND_PROBLEM_REQUIRED', { field: 'problemZh' });
  const budget = input.budgetAmount ? parseAmount(input.budgetAmount) : null;
  if (input.budgetAmount && !budget) refusePlatform('BAD_AMOUNT', { field: 'budgetAmount' });
  if (input.deadlineOn && input.deadlineOn < new Date().toISOString().slice(0, 10)) {
    refuse('DEMAND_DEADLINE_PAST', { field: 'deadlineOn' });
  }
  return {
    state: 'PUBLISHED',
    titleZh,
    titleEn,
    problemZh,
    problemEn,
    targetZh: optionalText(input.targetZh, 'targetZh', 2000),
    targetEn: optionalText(input.targetEn, 'targetEn', 2000),
    fieldCode: optionalText(input.fieldCode, 'fieldCode', 40),
    regionCode: optionalText(input.regionCode, 'regionCode', 6),
    budgetAmount: budget?.toString() ?? null,
    deadlineOn: input.deadlineOn ?? null,
    cooperationMode: input.cooperationMode,
    isAnonymous: input.isAnonymous,
    publishedAt: new Date(),
  };
}
