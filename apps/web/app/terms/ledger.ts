import { m } from '../messages/generated/messages';

const KINDS: Record<string, () => string> = {
  DEPOSIT_HELD: m.journal_deposit_held,
  DEPOSIT_APPLIED: m.journal_deposit_applied,
  DEPOSIT_RELEASED: m.journal_deposit_released,
  DEPOSIT_FORFEITED: m.journal_deposit_forfeited,
  DEAL_OPENED: m.journal_deal_opened,
  PAYMENT_RECEIVED: m.journal_payment_received,
  SELLER_PAID: m.journal_seller_paid,
};

/** What a journal books, in words; a kind that is new here is shown by its code. */
export const journalKind = (kind: string): string => KINDS[kind]?.() ?? kind;
