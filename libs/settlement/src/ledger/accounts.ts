/**
 * Codes of the ledger's accounts; each exists once a currency. Debit is positive: cash and claims of the exchange stand
 * above zero, what it owes to others below.
 */
export const accounts = {
  /** Cash at bank. */
  bank: 'BANK',
  /** Owed to a bidder until the lot has ended. */
  depositsHeld: (depositId: string) => `DEPOSITS_HELD:${depositId}`,
  /** What the buyer still has to pay: the amount due. */
  buyerReceivable: (dealId: string) => `BUYER_RECEIVABLE:${dealId}`,
  /** What the seller still has to get. */
  sellerPayable: (dealId: string) => `SELLER_PAYABLE:${dealId}`,
};

export type JournalKind =
  | 'DEPOSIT_HELD'
  | 'DEPOSIT_APPLIED'
  | 'DEPOSIT_RELEASED'
  | 'DEAL_OPENED'
  | 'PAYMENT_RECEIVED'
  | 'SELLER_PAID';
