import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson, DomainDatabase, isId, pageSize, type Json } from '@stx/platform';
import type { ChronicleLine } from '../chronicle/chronicle-line.js';

/** The public stream of a lot (R52), from the chronicle. Public as such: it holds no secret to keep from anybody. */
@Injectable()
export class LotEvents {
  constructor(@Inject(DomainDatabase) private readonly db: DomainDatabase) {}

  /** Lines after public number `after`, oldest first. */
  async after(lotId: string, after: number, limit: number): Promise<ChronicleLine[]> {
    if (!isId(lotId)) return [];
    return this.db.query<ChronicleLine>(
      `SELECT n AS seq, at::float8 AS at, type, data, prev, hash FROM lot_event
        WHERE lot_id = $1 AND n > $2 ORDER BY n LIMIT $3`,
      [lotId, after, limit],
    );
  }

  /** One page for GraphQL. @throws Refused PAGE_SIZE */
  async page(lotId: string, after: number, first: number) {
    const lines = await this.after(lotId, Math.max(0, after), pageSize(first));
    return lines.map(({ seq: n, at, type, data, hash }) => ({
      n,
      at: new Date(at).toISOString(),
      type,
      data: canonicalJson(data as Json),
      hash,
    }));
  }
}
