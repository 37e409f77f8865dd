import { openLot, serializeState, validateLot } from '@stx/auction-rules';
import { Inject, Injectable } from '@nestjs/common';
import type { LotScheduled } from '@stx/contracts';
import {
  DomainDatabase,
  isId,
  once,
  refuse as refusePlatform,
  requireRole,
  type Reply,
  type StoredRefusal,
  type Viewer,
} from '@stx/platform';
import { LotClock } from '../bid/lot-clock.js';
import { termsHash } from '../chronicle/chronicle-line.js';
import { refuse } from '../refusals.js';
import { PARTICIPANTS, toRulesLot } from './lot-terms.js';
import type { LotTerms } from './lot.entity.js';

export interface ScheduleLotInput {
  requestId: string;
  lotId: string;
  opensAt: string;
  closesAt: string;
  extensionWindowSeconds: number;
  extensionSeconds: number;
  hammerByHand: boolean;
}

const MAX_DAYS = 30;
const DAY_MS = 86_400_000;
const HAMMER_TIMEOUT_MS = 120_000;

/** A broker takes an offer, sets its hours and so freezes its terms (S15). */
@Injectable()
export class ScheduleLot {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(LotClock) private readonly clock: LotClock,
  ) {}

  /** @returns `{ id }` of the lot, or the refusal */
  async run(viewer: Viewer, input: ScheduleLotInput): Promise<Reply | StoredRefusal> {
    const broker = requireRole(viewer, 'BROKER');
    const reply = await once(
      this.db,
      broker,
      { operation: 'scheduleLot', requestId: input.requestId, input },
      async () => {
        const schedule = checkedSchedule(input);
        if (!isId(input.lotId)) return refusePlatform('NOT_FOUND', { field: 'lotId' });
        await freezeTerms(this.db, viewer, input.lotId, {
          ...schedule,
          brokerId: broker.organizationId,
          brokerPersonId: broker.personId,
        });
        return { id: input.lotId };
      },
    );
    this.clock.look();
    return reply;
  }
}

export interface LotSchedule {
  opensAt: number;
  closesAt: number;
  windowSeconds: number;
  extensionSeconds: number;
  hammerByHand: boolean;
}

type UnscheduledLot = Pick<LotScheduled, 'ref' | 'titleZh' | 'titleEn' | 'sellerId'> &
  Record<'state' | 'currency' | 'startPrice' | 'bidStep' | 'deposit', string> & {
    hasReserve: boolean;
    reserve: string | null;
  };

/**
 * SUBMITTED to SCHEDULED in the running change. @throws Refused NOT_FOUND, LOT_NOT_WAITING; SELF_BID when the broker
 * would serve his own house
 */
export async function freezeTerms(
  db: DomainDatabase,
  by: Viewer,
  lotId: string,
  schedule: LotSchedule & { brokerId: string; brokerPersonId: string },
): Promise<void> {
  const [lot] = await db.query<UnscheduledLot>(
    `SELECT ref, state, currency, start_price AS "startPrice", bid_step AS "bidStep", deposit_amount AS deposit,
            has_reserve AS "hasReserve", reserve_amount AS reserve, title_zh AS "titleZh", title_en AS "titleEn",
            seller_organization_id AS "sellerId" FROM lot WHERE id = $1 FOR UPDATE`,
    [lotId],
  );
  if (!lot) return refusePlatform('NOT_FOUND', { field: 'lotId' });
  if (lot.state !== 'SUBMITTED') refuse('LOT_NOT_WAITING', { field: 'lotId' });
  const { opensAt, closesAt, windowSeconds, extensionSeconds } = schedule;
  const terms: LotTerms = {
    ref: lot.ref,
    format: 'ENGLISH_SOFT',
    currency: lot.currency,
    startPrice: lot.startPrice,
    bidStep: lot.bidStep,
    depositRequired: lot.deposit,
    hasReserve: lot.hasReserve,
    opensAt,
    closesAt,
    windowMs: windowSeconds * 1000,
    extendMs: extensionSeconds * 1000,
    hammerTimeoutMs: schedule.hammerByHand ? HAMMER_TIMEOUT_MS : null,
  };
  const validation = validateLot(toRulesLot(terms, lot.reserve));
  if (!validation.ok)
    throw new Error(`terms that the rules refuse: ${validation.problems.map(({ field }) => field).join()}`);
  const state = openLot(validation.lot, PARTICIPANTS);
  await db.query(
    `UPDATE lot SET state = 'SCHEDULED', broker_organization_id = $2, broker_person_id = $3, terms = $4, head = $5,
            opens_at = to_timestamp($6 / 1000.0), closes_at = to_timestamp($7 / 1000.0), due_at = $6,
            extension_window_seconds = $8, extension_seconds = $9, engine_state = $10, last_at = $11, version = version + 1
      WHERE id = $1`,
    [
      lotId,
      schedule.brokerId,
      schedule.brokerPersonId,
      JSON.stringify(terms),
      termsHash(terms),
      opensAt,
      closesAt,
      windowSeconds,
      extensionSeconds,
      JSON.stringify(serializeState(state, { replies: false })),
      Date.now(),
    ],
  );
  const { ref } = terms;
  const { titleZh, titleEn, sellerId } = lot;
  const fact: LotScheduled = { ref, titleZh, titleEn, sellerId, opensAt, closesAt };
  db.record({ type: 'LotScheduled', subjectId: lotId, data: fact, by });
}

/** @throws Refused LOT_OPENS_IN_PAST, LOT_TIMES, EXTENSION_RANGE naming the field */
function checkedSchedule(input: ScheduleLotInput): LotSchedule {
  const [opensAt, closesAt] = [Date.parse(input.opensAt), Date.parse(input.closesAt)];
  if (!(opensAt > Date.now())) refuse('LOT_OPENS_IN_PAST', { field: 'opensAt' });
  if (!(closesAt > opensAt && closesAt <= opensAt + MAX_DAYS * DAY_MS)) {
    refuse('LOT_TIMES', { field: 'closesAt', params: { days: MAX_DAYS } });
  }
  const { extensionWindowSeconds: windowSeconds, extensionSeconds, hammerByHand } = input;
  const isOff = windowSeconds === 0 && extensionSeconds === 0;
  const isRange = [windowSeconds, extensionSeconds].every((seconds) => seconds >= 1 && seconds <= 3600);
  if (!isOff && !isRange) refuse('EXTENSION_RANGE', { field: 'extensionSeconds' });
  return { opensAt, closesAt, windowSeconds, extensionSeconds, hammerByHand };
}
