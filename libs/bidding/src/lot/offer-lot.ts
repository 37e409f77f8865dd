import { Inject, Injectable } from '@nestjs/common';
import type { LotOffered } from '@stx/contracts';
import {
  DomainDatabase,
  isId,
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
import { NoteAchievementForSale } from './note-achievement-for-sale.js';

export interface OfferLotInput {
  requestId: string;
  achievementId: string;
  titleZh?: string | null;
  titleEn?: string | null;
  startPriceAmount: string;
  bidStepAmount: string;
  reservePriceAmount?: string | null;
  depositAmount: string;
}

/** Minor units as checked; the reserve goes to its own column and nowhere else. */
export interface LotPrices {
  startPrice: bigint;
  bidStep: bigint;
  depositAmount: bigint;
  reserve: bigint | null;
}

/** An officer of the organization that holds an achievement offers it for bidding; a broker schedules it later. */
@Injectable()
export class OfferLot {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(NoteAchievementForSale) private readonly achievements: NoteAchievementForSale,
  ) {}

  /** @returns `{ id }` of the lot, or the refusal */
  async run(viewer: Viewer, input: OfferLotInput): Promise<Reply | StoredRefusal> {
    const member = requireRole(viewer, 'OFFICER');
    return once(this.db, member, { operation: 'offerLot', requestId: input.requestId, input }, async () => {
      const prices = checkedPrices(input);
      const titleZh = optionalText(input.titleZh, 'titleZh', 120);
      const titleEn = optionalText(input.titleEn, 'titleEn', 200);
      const achievement = isId(input.achievementId)
        ? await this.achievements.find(input.achievementId)
        : null;
      if (!achievement || achievement.organizationId !== member.organizationId) {
        return refuse('ACHIEVEMENT_NOT_YOURS', { field: 'achievementId' });
      }
      const id = await insertOffer(this.db, viewer, {
        achievementId: achievement.achievementId,
        sellerId: member.organizationId,
        titleZh: titleZh ?? achievement.titleZh,
        titleEn: titleEn ?? achievement.titleEn,
        fieldCode: achievement.fieldCode,
        prices,
        isDemonstration: false,
      });
      return { id };
    });
  }
}

export interface NewOffer {
  achievementId: string;
  sellerId: string;
  titleZh: string | null;
  titleEn: string | null;
  fieldCode: string | null;
  prices: LotPrices;
  isDemonstration: boolean;
}

/** Stores an offer in the running change. @returns the lot's id. @throws Refused LOT_TITLE_REQUIRED */
export async function insertOffer(db: DomainDatabase, by: Viewer, offer: NewOffer): Promise<string> {
  const { achievementId, sellerId, titleZh, titleEn, fieldCode, prices, isDemonstration } = offer;
  if (!titleZh && !titleEn) refuse('LOT_TITLE_REQUIRED', { field: 'titleZh' });
  const id = newId();
  const ref = (await nextRefs(db, 'L'))[0]!;
  await db.query(
    `INSERT INTO lot (id, ref, state, achievement_id, field_code, title_zh, title_en, seller_organization_id, start_price,
                      bid_step, deposit_amount, has_reserve, reserve_amount, offered_at, is_demonstration)
     VALUES ($1, $2, 'SUBMITTED', $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, now(), $13)`,
    [
      id,
      ref,
      achievementId,
      fieldCode,
      titleZh,
      titleEn,
      sellerId,
      String(prices.startPrice),
      String(prices.bidStep),
      String(prices.depositAmount),
      prices.reserve !== null,
      prices.reserve === null ? null : String(prices.reserve),
      isDemonstration,
    ],
  );
  const fact: LotOffered = { ref, achievementId, sellerId };
  db.record({ type: 'LotOffered', subjectId: id, data: fact, by });
  return id;
}

type PriceInput = Pick<
  OfferLotInput,
  'startPriceAmount' | 'bidStepAmount' | 'reservePriceAmount' | 'depositAmount'
>;

/** @throws Refused BAD_AMOUNT naming the field, RESERVE_BELOW_START */
export function checkedPrices(input: PriceInput): LotPrices {
  const positive = (field: keyof PriceInput): bigint =>
    parseAmount(input[field]) || refusePlatform('BAD_AMOUNT', { field, ruleId: 'R1' });
  const startPrice = positive('startPriceAmount');
  const bidStep = positive('bidStepAmount');
  const depositAmount = parseAmount(input.depositAmount);
  if (depositAmount === null) return refusePlatform('BAD_AMOUNT', { field: 'depositAmount', ruleId: 'R1' });
  const reserve = input.reservePriceAmount ? positive('reservePriceAmount') : null;
  if (reserve !== null && reserve < startPrice) {
    refuse('RESERVE_BELOW_START', { field: 'reservePriceAmount', ruleId: 'R8' });
  }
  return { startPrice, bidStep, depositAmount, reserve };
}
