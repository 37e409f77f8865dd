/** Every way to be refused (R15 and the rules it names). */
export const REFUSAL_CODES = [
  'MALFORMED',
  'REQUEST_ID_REUSED',
  'REASON_REQUIRED',
  'BAD_AMOUNT',
  'UNKNOWN_PARTICIPANT',
  'UNKNOWN_BIDDER',
  'SELF_BID',
  'NOT_ALLOWED',
  'WRONG_FORMAT',
  'LOT_PAUSED',
  'LOT_NOT_OPEN',
  'WRONG_PHASE',
  'BARRED',
  'NOT_QUALIFIED',
  'NOT_ENTERED',
  'WRONG_CURRENCY',
  'SELF_OUTBID',
  'TOO_LOW',
  'TOO_HIGH',
  'NOT_ON_STEP',
  'MAX_BELOW_PRICE',
  'STEP_MISMATCH',
  'ALREADY_BOUGHT',
  'PRICE_MISMATCH',
  'NO_LIVE_BID',
  'BAD_POINTS',
  'ALREADY_VOTED',
  'DEPOSIT_LOCKED',
  'BAD_OUTAGE',
] as const;

export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** `seq` is the number of the command's own event; for a tick that of the lot's last event (R5, R6). */
export type Reply =
  | { readonly accepted: true; readonly seq: number }
  | { readonly accepted: false; readonly code: RefusalCode };

/** A reply kept for repetitions (R16). `content` is the canonical text of the command without its time. */
export type StoredReply = {
  readonly by: string;
  readonly requestId: string;
  readonly content: string;
  readonly reply: Reply;
};
