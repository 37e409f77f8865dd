import type { StoredRefusal } from '@stx/platform';
import { RULE_OF } from '../refusals.js';
import type { RefusedReply } from './desk-reply.js';

const AMOUNT_CODES = new Set(['BAD_AMOUNT', 'TOO_LOW', 'TOO_HIGH', 'NOT_ON_STEP']);

/** A refusal of the rules as the exchange words it: with its rule, its field and what would be valid. */
export function refusalOf({ code, nextValidBid }: RefusedReply, currency: string): StoredRefusal {
  return {
    refused: code,
    ruleId: RULE_OF[code],
    ...(AMOUNT_CODES.has(code) && { field: 'amount' }),
    params: { nextValidBid: nextValidBid ? inWords(nextValidBid, currency) : '—' },
  };
}

/** 1234500 fen: `CNY 12,345.00`. */
function inWords(amount: string, currency: string): string {
  const digits = amount.padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${currency} ${whole}.${digits.slice(-2)}`;
}
