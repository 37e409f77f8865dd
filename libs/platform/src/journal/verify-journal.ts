import { checkedSchema, type DomainDatabase } from '../database/domain-database.js';
import { factHash, GENESIS, type StoredFact } from './journal.js';

export interface JournalVerdict {
  domain: string;
  facts: number;
  /** Hash of the last fact. */
  head: string;
  /** Number of the first fact that does not follow from the one before; null when the chain holds. */
  brokenAt: number | null;
}

/** Recomputes a journal's whole hash chain, the domain's own unless another is named, 1,000 facts at a time. */
export async function verifyJournal(db: DomainDatabase, schema = db.domain): Promise<JournalVerdict> {
  let prev = GENESIS;
  let seq = 0;
  for (;;) {
    const rows = await db.query<StoredFact & { prev: string; hash: string; at: number }>(
      `SELECT seq::int AS seq, id, type, subject_id AS "subjectId", data, actor_id AS "actorId",
              on_behalf_of AS "onBehalfOf", reason, (extract(epoch FROM at) * 1000)::bigint::float8 AS at, prev, hash
         FROM ${checkedSchema(schema)}.fact WHERE seq > $1 ORDER BY seq LIMIT 1000`,
      [seq],
    );
    for (const row of rows) {
      const { prev: storedPrev, hash, ...fact } = row;
      if (row.seq !== seq + 1 || storedPrev !== prev || factHash(prev, fact) !== hash) {
        return { domain: schema, facts: seq, head: prev, brokenAt: row.seq };
      }
      seq = row.seq;
      prev = hash;
    }
    if (rows.length < 1000) return { domain: schema, facts: seq, head: prev, brokenAt: null };
  }
}
