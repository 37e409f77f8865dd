import type { RefusalCode } from '@stx/auction-rules';
import { defineRefusals, type RefusalMessage } from '@stx/platform';

/** Refusals of the venue around the bidding. */
export const refuse = defineRefusals({
  LOT_TITLE_REQUIRED: { zh: '请用中文或英文填写标题。', en: 'Enter a title in Chinese or English.' },
  ACHIEVEMENT_NOT_YOURS: {
    zh: '只有持有该成果且成果已公布的机构才能将其委托竞价。',
    en: 'Only the organization that holds a published achievement may offer it.',
  },
  RESERVE_BELOW_START: {
    zh: '保留价不能低于起始价。',
    en: 'The reserve cannot be below the starting price.',
  },
  LOT_NOT_WAITING: { zh: '该标的已经安排竞价。', en: 'This lot has already been scheduled.' },
  LOT_OPENS_IN_PAST: { zh: '开始时间须晚于现在。', en: 'The lot must open in the future.' },
  LOT_TIMES: {
    zh: '结束时间须晚于开始时间，且最长 {days} 天。',
    en: 'The lot must close after it opens, at most {days} days later.',
  },
  EXTENSION_RANGE: {
    zh: '延时参数须为 0 至 3600 秒，且两项同时为零或同时不为零。',
    en: 'Extension times must be 0 to 3600 seconds, both zero or neither.',
  },
  TERMS_NOT_ACCEPTED: { zh: '请先阅读并接受竞价条款。', en: 'Read and accept the bidding terms first.' },
  ALREADY_REGISTERED: {
    zh: '您或贵机构已报名参加该标的。',
    en: 'You or your organization have already registered for this lot.',
  },
  REGISTRATION_CLOSED: { zh: '该标的不在报名期。', en: 'Registration for this lot is closed.' },
  LOT_NOT_ENDED: {
    zh: '竞价实录在竞价结束后发布。',
    en: 'The chronicle is published when the lot has ended.',
  },
  TOO_MANY: { zh: '操作过于频繁，请稍候再试。', en: 'Too many requests. Wait a moment and try again.' },
});

/** These three the whole exchange knows. */
type SharedCode = 'REQUEST_ID_REUSED' | 'NOT_ALLOWED' | 'BAD_AMOUNT';

const engineMessages: Record<Exclude<RefusalCode, SharedCode>, RefusalMessage> = {
  MALFORMED: { zh: '请求格式不正确。', en: 'The request is not well formed.' },
  REASON_REQUIRED: { zh: '请说明理由。', en: 'Give a reason.' },
  UNKNOWN_PARTICIPANT: { zh: '请先报名参加该标的。', en: 'Register for this lot first.' },
  UNKNOWN_BIDDER: { zh: '没有此竞买人。', en: 'There is no such bidder.' },
  SELF_BID: {
    zh: '转让方、其关联方及本标的经纪人不能出价。',
    en: 'The seller, related parties and the broker of the lot may not bid.',
  },
  WRONG_FORMAT: { zh: '该竞价方式不支持此操作。', en: 'This kind of lot does not know that act.' },
  LOT_PAUSED: { zh: '竞价已暂停。', en: 'Bidding is paused.' },
  LOT_NOT_OPEN: { zh: '该标的不在竞价期。', en: 'The lot is not open for bids.' },
  WRONG_PHASE: { zh: '标的当前状态不允许此操作。', en: 'The lot is not in a state for that.' },
  BARRED: { zh: '您已被禁止参加该标的。', en: 'You are barred from this lot.' },
  NOT_QUALIFIED: { zh: '保证金未到账，不能出价。', en: 'Your deposit is not held, so you cannot bid.' },
  NOT_ENTERED: { zh: '您未进入限时竞价。', en: 'You did not enter the timed bidding.' },
  WRONG_CURRENCY: { zh: '币种不符。', en: 'That is not the currency of the lot.' },
  TOO_LOW: {
    zh: '出价过低，最低有效出价为 {nextValidBid}。',
    en: 'Too low. The least valid bid is {nextValidBid}.',
  },
  TOO_HIGH: {
    zh: '出价过高，最高有效出价为 {nextValidBid}。',
    en: 'Too high. The most you may bid is {nextValidBid}.',
  },
  NOT_ON_STEP: {
    zh: '出价须为加价幅度的整数倍，最近的有效出价为 {nextValidBid}。',
    en: 'Bid a whole number of steps. The next valid bid is {nextValidBid}.',
  },
  SELF_OUTBID: { zh: '您已领先，无需加价。', en: 'You lead already; there is no need to bid.' },
  MAX_BELOW_PRICE: { zh: '最高限价不能低于当前价。', en: 'Your maximum cannot be below the current price.' },
  STEP_MISMATCH: { zh: '价格已变动。', en: 'The price has moved on.' },
  NO_LIVE_BID: { zh: '没有可撤回的报价。', en: 'There is no offer to take back.' },
  ALREADY_VOTED: { zh: '您已确认开启。', en: 'You have already consented to the opening.' },
  BAD_POINTS: { zh: '评分超出范围。', en: 'The points are out of range.' },
  ALREADY_BOUGHT: { zh: '您已购买。', en: 'You have already bought.' },
  PRICE_MISMATCH: { zh: '金额与标价不符。', en: 'That is not the listed price.' },
  DEPOSIT_LOCKED: { zh: '领先者的保证金不能退还。', en: 'The leader’s deposit cannot be released.' },
  BAD_OUTAGE: { zh: '中断时段无效。', en: 'The outage times are not valid.' },
};

/** Refusals of the rules engine (R15), one for each code: the compiler finds the missing one. */
export const refuseByRule = defineRefusals(engineMessages);

/** The rule behind each code of the engine, for the person who wants to read it. */
export const RULE_OF: Record<RefusalCode, string> = {
  MALFORMED: 'R15',
  REQUEST_ID_REUSED: 'R16',
  REASON_REQUIRED: 'R14',
  BAD_AMOUNT: 'R1',
  UNKNOWN_PARTICIPANT: 'R15',
  UNKNOWN_BIDDER: 'R15',
  SELF_BID: 'R15',
  NOT_ALLOWED: 'R14',
  WRONG_FORMAT: 'R14',
  LOT_PAUSED: 'R23',
  LOT_NOT_OPEN: 'R3',
  WRONG_PHASE: 'R14',
  BARRED: 'R11',
  NOT_QUALIFIED: 'R12',
  NOT_ENTERED: 'R32',
  WRONG_CURRENCY: 'R15',
  TOO_LOW: 'R27',
  TOO_HIGH: 'R27',
  NOT_ON_STEP: 'R27',
  SELF_OUTBID: 'R28',
  MAX_BELOW_PRICE: 'R36',
  STEP_MISMATCH: 'R40',
  NO_LIVE_BID: 'R42',
  ALREADY_VOTED: 'R43',
  BAD_POINTS: 'R46',
  ALREADY_BOUGHT: 'R48',
  PRICE_MISMATCH: 'R48',
  DEPOSIT_LOCKED: 'R13',
  BAD_OUTAGE: 'R26',
};
