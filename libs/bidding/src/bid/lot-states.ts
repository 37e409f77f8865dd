import { deserializeState, openLot, type LotState } from '@stx/auction-rules';
import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase } from '@stx/platform';
import type { LotTerms } from '../lot/lot.entity.js';
import { toParticipants, toRulesLot } from '../lot/lot-terms.js';

const REMEMBERED = 500;

interface Secrets {
  terms: LotTerms;
  version: number;
  reserve: string | null;
  engineState: unknown;
}

/**
 * The rules' states of lots, remembered by the version of the row they belong to. Before a lot opens it has no events
 * yet: its state is made from its terms and registrations, so that bidders can be added until the opening (R12).
 */
@Injectable()
export class LotStates {
  private readonly remembered = new Map<string, { version: number; state: LotState }>();

  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** The state of the lot at `version`, or a newer one when the row has moved on; null before it is scheduled. */
  async at(lotId: string, version: number): Promise<LotState | null> {
    const known = this.remembered.get(lotId);
    if (known?.version === version) return known.state;
    const [secrets] = await this.db.query<Secrets>(
      `SELECT terms, version, reserve_amount AS reserve, engine_state AS "engineState" FROM lot WHERE id = $1`,
      [lotId],
    );
    if (!secrets?.terms) return null;
    const state = secrets.engineState ? deserializeState(secrets.engineState) : await this.open(lotId, secrets);
    this.remember(lotId, secrets.version, state);
    return state;
  }

  remember(lotId: string, version: number, state: LotState): void {
    this.remembered.delete(lotId);
    this.remembered.set(lotId, { version, state });
    if (this.remembered.size > REMEMBERED) this.remembered.delete(this.remembered.keys().next().value!);
  }

  private async open(lotId: string, { terms, reserve }: Secrets): Promise<LotState> {
    const bidders = await this.db.query<{ id: string; code: string; depositHeld: string; isBarred: boolean }>(
      `SELECT id, code, deposit_held AS "depositHeld", state = 'BARRED' AS "isBarred"
         FROM bidder_registration WHERE lot_id = $1 ORDER BY code`,
      [lotId],
    );
    return openLot(toRulesLot(terms, reserve), toParticipants(bidders));
  }
}
