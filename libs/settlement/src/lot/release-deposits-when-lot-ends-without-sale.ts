import { Inject, Injectable } from '@nestjs/common';
import type { StoredFact } from '@stx/platform';
import { LotEnds } from './lot-ends.js';

/** Unsold or withdrawn: every deposit goes back. */
@Injectable()
export class ReleaseDepositsWhenLotEndsWithoutSale {
  constructor(@Inject(LotEnds) private readonly lotEnds: LotEnds) {}

  async run(fact: StoredFact): Promise<void> {
    await this.lotEnds.end(fact.subjectId, null);
  }
}
