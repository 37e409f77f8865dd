import type { EntityManager } from 'typeorm';
import type { Viewer } from '../access/viewer.js';
import { newId } from '../ids/ids.js';
import { canonicalJson, sha256, type Json } from './canonical-json.js';

/** A plain fact of the past: what happened, to what, by whom, for whom and why. No secrets: it is readable by operators. */
export interface Fact {
  /** Past tense, such as `AchievementPublished`. */
  type: string;
  subjectId: string;
  data: { [key: string]: Json };
  by: Viewer;
  reason?: string | undefined;
}

export interface StoredFact {
  seq: number;
  id: string;
  type: string;
  subjectId: string;
  data: Record<string, any>;
  actorId: string | null;
  onBehalfOf: string | null;
  reason: string | null;
  at: Date;
}

/** The first link of every chain. */
export const GENESIS = '0'.repeat(64);

/** What is hashed of a fact, with the hash before it. `at` is milliseconds since the epoch. */
export function factHash(prev: string, fact: Omit<StoredFact, 'at'> & { at: number }): string {
  const { seq, id, type, subjectId, data, actorId, onBehalfOf, reason, at } = fact;
  return sha256(
    prev + canonicalJson({ seq, id, type, subjectId, data: data as Json, actorId, onBehalfOf, reason, at }),
  );
}

/**
 * Appends facts to the domain's journal: outbox, audit log and source of every projection in one table. The lock
 * makes numbers follow commit order, so a reader that has seen n will never find a new fact below n.
 */
export async function appendFacts(domain: string, manager: EntityManager, facts: Fact[]): Promise<void> {
  await manager.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`stx.fact.${domain}`]);
  const [head] = await manager.query('SELECT seq, hash FROM fact ORDER BY seq DESC LIMIT 1');
  const at = Date.now();
  let seq = Number(head?.seq ?? 0);
  let prev: string = head?.hash ?? GENESIS;
  const rows = facts.map((fact) => {
    const row = {
      seq: ++seq,
      id: newId(),
      type: fact.type,
      subjectId: fact.subjectId,
      data: fact.data,
      actorId: fact.by.personId,
      onBehalfOf: fact.by.organizationId,
      reason: fact.reason ?? null,
      at,
    };
    const hash = factHash(prev, row);
    const stored = { ...row, prev, hash };
    prev = hash;
    return stored;
  });
  await manager.query(
    `INSERT INTO fact (seq, id, type, subject_id, data, actor_id, on_behalf_of, reason, at, prev, hash)
     SELECT seq, id, type, "subjectId", data, "actorId", "onBehalfOf", reason, to_timestamp(at / 1000.0), prev, hash
       FROM jsonb_to_recordset($1::jsonb) AS r(seq bigint, id uuid, type text, "subjectId" uuid, data jsonb,
            "actorId" uuid, "onBehalfOf" uuid, reason text, at bigint, prev text, hash text)`,
    [JSON.stringify(rows)],
  );
  await manager.query('SELECT platform.wake_subscribers($1, $2)', [
    domain,
    [...new Set(facts.map((fact) => fact.type))],
  ]);
}
