import type { Viewer } from '../access/viewer.js';
import type { DomainDatabase } from '../database/domain-database.js';
import { Refused, type StoredRefusal } from '../refusal/refused.js';
import { refuse } from '../refusal/platform-refusals.js';
import { canonicalJson, sha256, type Json } from './canonical-json.js';

/** What a change answers: ids to load from, or a refusal. Stored, and given again to a repeated request. */
export type Reply = Record<string, Json>;

export interface Request {
  /** Names the operation, so that one id cannot answer for two. */
  operation: string;
  requestId: string;
  input: object;
}

const actorOf = (viewer: Viewer) => `${viewer.personId ?? 'system'}:${viewer.organizationId ?? ''}`;
const hashOf = ({ operation, input }: Request) =>
  sha256(canonicalJson({ operation, input: JSON.parse(JSON.stringify(input)) as Json }));

/**
 * Makes every retry harmless (S2): the first reply under (viewer, requestId) is stored with the change itself and given
 * again to a repetition, refusals too. A refusal takes the change back and is then stored alone.
 */
export async function once(
  db: DomainDatabase,
  viewer: Viewer,
  request: Request,
  work: () => Promise<Reply>,
): Promise<Reply | StoredRefusal> {
  if (!/^[\w-]{8,64}$/.test(request.requestId)) refuse('REQUEST_ID_REQUIRED', { field: 'requestId' });
  const key = [actorOf(viewer), request.requestId];
  const inputHash = hashOf(request);
  try {
    return await db.change(async () => (await claim(db, key, inputHash)) ?? store(db, key, await work()));
  } catch (error) {
    if (!(error instanceof Refused) || error.code === 'REQUEST_ID_REUSED') throw error;
    const refusal = { refused: error.code, ...error.details };
    return db.change(
      async () => (await claim(db, key, inputHash)) ?? store(db, key, { ...refusal } as Reply),
    );
  }
}

/** Takes the request for this change, or gives back the reply of the first. A rival waits here for the first's COMMIT. */
async function claim(db: DomainDatabase, key: string[], inputHash: string): Promise<Reply | null> {
  const mine = await db.query(
    'INSERT INTO answered_request (actor, request_id, input_hash) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING RETURNING 1',
    [...key, inputHash],
  );
  if (mine.length > 0) return null;
  const [earlier] = await db.query<{ input_hash: string; reply: Reply }>(
    'SELECT input_hash, reply FROM answered_request WHERE actor = $1 AND request_id = $2',
    key,
  );
  if (earlier!.input_hash !== inputHash) refuse('REQUEST_ID_REUSED', { field: 'requestId' });
  return earlier!.reply;
}

async function store(db: DomainDatabase, key: string[], reply: Reply): Promise<Reply> {
  await db.query('UPDATE answered_request SET reply = $3 WHERE actor = $1 AND request_id = $2', [
    ...key,
    JSON.stringify(reply),
  ]);
  return reply;
}

export const isRefusal = (reply: Reply | StoredRefusal): reply is StoredRefusal => 'refused' in reply;
