import type { DepositApplied, DepositHeld, DepositReleased } from '@stx/contracts';
import { systemViewer, type Fact, type Viewer } from '@stx/platform';
import type { DepositEntity } from './deposit.entity.js';

/**
 * What other domains learn of a deposit. `amount` is what was held, released, or applied to the price; the part of an
 * applied deposit that exceeds the price goes back without a fact of its own.
 */
export function depositFact(
  type: 'DepositHeld' | 'DepositReleased' | 'DepositApplied',
  deposit: DepositEntity,
  amount: bigint,
  by: Viewer = systemViewer,
): Fact {
  const data: DepositHeld & DepositReleased & DepositApplied = {
    registrationId: deposit.registrationId,
    lotId: deposit.lotId,
    organizationId: deposit.organizationId,
    amount: amount.toString(),
    currency: deposit.currency,
  };
  return { type, subjectId: deposit.id, data, by };
}
