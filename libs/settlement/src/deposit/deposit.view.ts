import { toMoney } from '@stx/platform';
import type { DepositEntity } from './deposit.entity.js';

/** The GraphQL face of a deposit; only its bidder and operators ever get one. */
export const toDeposit = (deposit: DepositEntity) => ({
  __typename: 'Deposit' as const,
  id: deposit.id,
  lot: { __typename: 'Lot', id: deposit.lotId },
  organization: { __typename: 'Organization', id: deposit.organizationId },
  amount: toMoney(deposit.amount, deposit.currency),
  state: deposit.state,
  paymentReference: deposit.paymentReference,
  requestedAt: deposit.requestedAt.toISOString(),
});
