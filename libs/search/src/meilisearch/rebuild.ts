import type { Meilisearch } from 'meilisearch';
import { checkDocument } from '../contract/check-document.js';
import { SearchError, type IndexDefinition, type SearchDocument } from '../port.js';
import { codeOf, done } from './errors.js';
import { keyFilter } from './filters.js';
import { toRecord, type SearchRecord } from './records.js';
import { settingsOf } from './settings.js';

/** A rebuild that began longer ago has died; the next one clears its remains. */
const DEAD_AFTER_MS = 6 * 3_600_000;
const COPIED = 1_000;

export const buildingUid = (uid: string): string => `${uid}__building`;
/** Holds the keys written or deleted while a rebuild is under way. */
export const journalUid = (uid: string): string => `${uid}__journal`;

/** Fills a new index beside the live one and swaps their names in one task. */
export async function rebuildIndex(
  client: Meilisearch,
  uid: string,
  definition: IndexDefinition,
  docs: AsyncIterable<SearchDocument[]>,
): Promise<void> {
  const building = buildingUid(uid);
  await begin(client, uid);
  try {
    await done(client.index(building).updateSettings(settingsOf(definition)));
    for await (const batch of docs) {
      const records = batch.map((doc) => toRecord(definition, checkDocument(doc)));
      await done(client.index<SearchRecord>(building).addDocuments(records));
    }
    const replayed = await replay(client, uid, uid, building, new Set());
    await done(client.swapIndexes([{ indexes: [uid, building] } as never]));
    // What was written between the replay and the swap went to the old content, which has the other name now.
    await replay(client, uid, building, uid, replayed);
  } finally {
    await client.deleteIndexIfExists(journalUid(uid));
    await done(client.deleteIndex(building));
  }
}

/** @throws SearchError rebuild-running */
async function begin(client: Meilisearch, uid: string): Promise<void> {
  const building = buildingUid(uid);
  const running = await client.getRawIndex(building).catch((error: unknown) => {
    if (codeOf(error) === 'index_not_found') return null;
    throw error;
  });
  if (running && Date.now() - Date.parse(String(running.createdAt)) < DEAD_AFTER_MS) {
    throw new SearchError('rebuild-running', `${uid} is being rebuilt`);
  }
  if (running) await done(client.deleteIndex(building));
  await client.deleteIndexIfExists(journalUid(uid));
  try {
    // Two that begin at once: Meilisearch lets one of them create the index.
    await done(client.createIndex(journalUid(uid), { primaryKey: 'key' }));
    await done(client.createIndex(building, { primaryKey: 'key' }));
  } catch (cause) {
    throw new SearchError('rebuild-running', `${uid} is being rebuilt`, { cause });
  }
}

/** Brings what was written meanwhile from one content to the other, as it stands now. Returns the keys dealt with. */
async function replay(
  client: Meilisearch,
  uid: string,
  from: string,
  to: string,
  dealt: Set<string>,
): Promise<Set<string>> {
  const journal = client.index<{ key: string }>(journalUid(uid));
  const keys: string[] = [];
  for (let offset = 0; ; offset += COPIED) {
    const { results } = await journal.getDocuments({ offset, limit: COPIED });
    keys.push(...results.map(({ key }) => key).filter((key) => !dealt.has(key)));
    if (results.length < COPIED) break;
  }
  for (let start = 0; start < keys.length; start += COPIED) {
    const part = keys.slice(start, start + COPIED);
    const { results } = await client
      .index<SearchRecord>(from)
      .getDocuments({ filter: keyFilter(part), limit: COPIED });
    const present = new Set(results.map(({ key }) => key));
    await done(client.index(to).deleteDocuments(part.filter((key) => !present.has(key))));
    if (results.length > 0) await done(client.index<SearchRecord>(to).addDocuments(results));
  }
  return new Set([...dealt, ...keys]);
}
