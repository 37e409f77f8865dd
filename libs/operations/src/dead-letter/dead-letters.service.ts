import { Inject, Injectable } from '@nestjs/common';
import {
  decodeCursor,
  DomainDatabase,
  pageSize,
  refuse,
  toPage,
  type Page,
  type PageRequest,
  type Viewer,
} from '@stx/platform';
import { requireOperations } from '../policy.js';
import { Routes, type Route } from '../subscriber/routes.js';

export interface DeadLetter {
  subscription: string;
  source: string;
  seq: number;
  factType: string;
  subjectId: string;
  errorName: string;
  parkedAt: Date;
  isReplaying: boolean;
}

/** Facts that a subscriber could not handle and set aside. */
@Injectable()
export class DeadLetters {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(Routes) private readonly routes: Routes,
  ) {}

  /** Those not yet replayed, of every domain or one subscriber, newest first. */
  async all(viewer: Viewer, subscription?: string): Promise<DeadLetter[]> {
    requireOperations(viewer);
    const routes = (await this.routes.all()).filter(({ name }) => !subscription || name === subscription);
    const letters = await Promise.all(routes.map((route) => this.of(route)));
    return letters.flat().sort(newestFirst);
  }

  /** There are few, or the exchange has other worries: all are read, a page of them is given. */
  async page(viewer: Viewer, { first, after }: PageRequest): Promise<Page<DeadLetter>> {
    const size = pageSize(first);
    const all = await this.all(viewer);
    const place = decodeCursor(after);
    if (place && (place.length !== 3 || Number.isNaN(Date.parse(String(place[0])))))
      refuse('CURSOR', { field: 'after' });
    const rest = place ? all.filter((letter) => compare(keysOf(letter), place) > 0) : all;
    return toPage(rest.slice(0, size + 1), size, all.length, keysOf);
  }

  private async of({ name, schema, source }: Route): Promise<DeadLetter[]> {
    return this.db.query<DeadLetter>(
      `SELECT d.subscription, $2 AS source, d.seq::int AS seq, f.type AS "factType", f.subject_id AS "subjectId",
              d.error_name AS "errorName", d.at AS "parkedAt",
              EXISTS (SELECT 1 FROM fact r WHERE r.type = 'DeadLetterReplayAsked' AND r.at >= d.at
                        AND r.data->>'subscription' = d.subscription
                        AND (r.data->>'seq')::bigint = d.seq) AS "isReplaying"
         FROM ${schema}.dead_letter d JOIN ${source}.fact f ON f.seq = d.seq
        WHERE d.subscription = $1 AND d.replayed_at IS NULL`,
      [name, source],
    );
  }
}

const keysOf = (letter: DeadLetter) => [letter.parkedAt.toISOString(), letter.subscription, letter.seq];

/** Newest first, then by name and number: the order of the list. */
function compare(a: (string | number)[], b: (string | number)[]): number {
  if (a[0] !== b[0]) return a[0]! > b[0]! ? -1 : 1;
  if (a[1] !== b[1]) return a[1]! < b[1]! ? -1 : 1;
  return Number(a[2]) - Number(b[2]);
}

const newestFirst = (a: DeadLetter, b: DeadLetter) => compare(keysOf(a), keysOf(b));
