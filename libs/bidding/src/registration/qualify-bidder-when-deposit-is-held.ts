import { AsyncLocalStorage } from 'node:async_hooks';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import type { DepositHeld } from '@stx/contracts';
import { DomainDatabase, Jobs, subscribe, systemViewer, type StoredFact } from '@stx/platform';
import { LotDesk } from '../bid/lot-desk.js';
import { ROLES } from '../lot/lot-terms.js';

/** Settlement holds the money: the bidder may bid, if the lot has not opened yet (R11, R12). */
@Injectable()
export class QualifyBidderWhenDepositIsHeld implements OnModuleInit {
  /** Each deposit is a change of its own lot and must not keep that lot locked for the rest of the facts. */
  private readonly outside = AsyncLocalStorage.snapshot();

  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Jobs) private readonly jobs: Jobs,
    @Inject(LotDesk) private readonly desk: LotDesk,
  ) {}

  onModuleInit(): Promise<void> {
    return subscribe(this.db, this.jobs, {
      name: 'bidding.qualify-bidder-when-deposit-is-held',
      source: 'settlement',
      types: ['DepositHeld'],
      handle: async (facts) => {
        for (const fact of facts) await this.outside(() => this.hold(fact));
      },
    });
  }

  private async hold({ id, data }: StoredFact): Promise<void> {
    const { lotId, registrationId, amount } = data as DepositHeld;
    if (await this.db.change(() => this.holdBeforeOpening(lotId, registrationId, amount))) return;
    const command = { type: 'deposit', by: ROLES.exchange, requestId: `deposit-${id}`, bidder: registrationId, held: amount } as const;
    await this.desk.submit(lotId, command, systemViewer); // too late to bid; the rules keep what is held all the same
  }

  /** Until the opening the rules' state is made from the registrations. True when the lot had not opened. */
  private async holdBeforeOpening(lotId: string, registrationId: string, amount: string): Promise<boolean> {
    const [lot] = await this.db.query<{ deposit: string; isOpen: boolean }>(
      `SELECT deposit_amount AS deposit, state <> 'SCHEDULED' OR opens_at <= $2 AS "isOpen" FROM lot WHERE id = $1 FOR UPDATE`,
      [lotId, new Date()],
    );
    const held = await this.db.query(
      `UPDATE bidder_registration
          SET deposit_held = $2, state = CASE WHEN $3 AND state = 'REQUESTED' THEN 'QUALIFIED' ELSE state END
        WHERE id = $1 RETURNING 1`,
      [registrationId, amount, lot !== undefined && !lot.isOpen && BigInt(amount) >= BigInt(lot.deposit)],
    );
    if (!lot || held.length === 0) return true; // not a deposit of ours
    if (!lot.isOpen) await this.db.query('UPDATE lot SET version = version + 1 WHERE id = $1', [lotId]);
    return !lot.isOpen;
  }
}
