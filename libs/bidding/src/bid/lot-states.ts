import { deserializeState, type LotState, type SerializedState } from '@stx/auction-rules';
import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase } from '@stx/platform';

const REMEMBERED = 500;

/** The rules' states of lots, remembered by the version of the row they belong to. Secret: they hold the reserve. */
@Injectable()
export class LotStates {
  private readonly remembered = new Map<string, { version: number; state: LotState }>();

  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** The state of the lot at `version`, or a newer one when the row has moved on; null before it is scheduled. */
  async at(lotId: string, version: number): Promise<LotState | null> {
    const known = this.remembered.get(lotId);
    if (known?.version === version) return known.state;
    const [row] = await this.db.query<{ version: number; written: SerializedState | null }>(
      'SELECT version, engine_state AS written FROM lot WHERE id = $1',
      [lotId],
    );
    if (!row?.written) return null;
    const state = deserializeState(row.written);
    // what an uncommitted change reads is its own: only the desk remembers, after COMMIT
    return state;
  }

  remember(lotId: string, version: number, state: LotState): void {
    this.remembered.delete(lotId);
    this.remembered.set(lotId, { version, state });
    if (this.remembered.size > REMEMBERED) this.remembered.delete(this.remembered.keys().next().value!);
  }
}
