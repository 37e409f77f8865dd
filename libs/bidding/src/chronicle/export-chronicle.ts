import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, DomainDatabase, refuse as refusePlatform, type Json } from '@stx/platform';
import { LotEvents } from '../lot/lot-events.js';
import { refuse } from '../refusals.js';
import type { ChronicleLine } from './chronicle-line.js';
import type { SignedHead } from './sign-head.js';

const PAGE = 1_000;

/** The public record of a lot as a file (`stx-chronicle/1`). */
@Injectable()
export class ExportChronicle {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(LotEvents) private readonly events: LotEvents,
  ) {}

  /**
   * Canonical JSON lines: one public event a line, then the head that was signed when the lot ended.
   * @throws Refused NOT_FOUND, LOT_NOT_ENDED
   */
  async run(lotRef: string): Promise<string[]> {
    const [lot] = await this.db.query<{ id: string; isAnnounced: boolean; signedHead: SignedHead | null }>(
      `SELECT id, terms IS NOT NULL AS "isAnnounced", signed_head AS "signedHead" FROM lot WHERE ref = $1`,
      [lotRef],
    );
    if (!lot?.isAnnounced) return refusePlatform('NOT_FOUND');
    if (!lot.signedHead) return refuse('LOT_NOT_ENDED');
    const lines: string[] = [];
    let page: ChronicleLine[];
    do {
      page = await this.events.after(lot.id, lines.length, PAGE);
      lines.push(...page.map((line) => canonicalJson(line as unknown as Json)));
    } while (page.length === PAGE);
    return [...lines, canonicalJson(lot.signedHead as unknown as Json)];
  }
}
