import { Meilisearch } from 'meilisearch';
import { checkDefinition, checkDocument, checkId } from '../contract/check-document.js';
import { checkQuery } from '../contract/check-query.js';
import type {
  EngineHealth,
  IndexDefinition,
  SearchDocument,
  SearchEngine,
  SearchQuery,
  SearchResult,
} from '../port.js';
import { codeOf, done, named } from './errors.js';
import { buildingUid, journalUid, rebuildIndex } from './rebuild.js';
import { keyOf, toRecord, type SearchRecord } from './records.js';
import { MeilisearchQuery } from './search.js';
import { definitionOf, settingsOf } from './settings.js';

export interface MeilisearchOptions {
  /** E.g. `http://127.0.0.1:7700`. */
  url: string;
  apiKey?: string;
  /** In front of every index name, so that several installations share a server. Default `stx_`. */
  prefix?: string;
}

/** How long settings read from the server are believed. */
const DEFINITION_MS = 30_000;
const REQUEST_TIMEOUT_MS = 30_000;

/** The search port on Meilisearch 1.12 or newer. */
export class MeilisearchEngine implements SearchEngine {
  private readonly client: Meilisearch;
  private readonly prefix: string;
  private readonly definitions = new Map<string, { definition: IndexDefinition; until: number }>();

  constructor({ url, apiKey, prefix = 'stx_' }: MeilisearchOptions) {
    this.client = new Meilisearch({ host: url, apiKey, timeout: REQUEST_TIMEOUT_MS });
    this.prefix = prefix;
  }

  ensure(index: IndexDefinition): Promise<void> {
    return named(async () => {
      const uid = this.prefix + checkDefinition(index).name;
      const exists = await this.exists(uid);
      if (!exists) await done(this.client.createIndex(uid, { primaryKey: 'key' }));
      await done(this.client.index(uid).updateSettings(settingsOf(index)));
      this.definitions.delete(index.name);
    });
  }

  upsert(indexName: string, docs: SearchDocument[]): Promise<void> {
    return named(async () => {
      const definition = await this.definition(indexName);
      const latest = new Map(docs.map((doc) => [doc.id, toRecord(definition, checkDocument(doc))]));
      const records = [...latest.values()];
      if (records.length === 0) return;
      const uid = this.prefix + indexName;
      await this.note(
        uid,
        records.map(({ key }) => key),
      );
      await done(this.client.index<SearchRecord>(uid).addDocuments(records));
    });
  }

  delete(indexName: string, ids: string[]): Promise<void> {
    return named(async () => {
      await this.definition(indexName);
      const keys = ids.map((id) => keyOf(checkId(id)));
      if (keys.length === 0) return;
      const uid = this.prefix + indexName;
      await this.note(uid, keys);
      await done(this.client.index(uid).deleteDocuments(keys));
    });
  }

  query(indexName: string, q: SearchQuery): Promise<SearchResult> {
    return named(async () => {
      const definition = await this.definition(indexName);
      const checked = checkQuery(definition, q);
      return new MeilisearchQuery(this.client, this.prefix + indexName, definition, checked).run();
    });
  }

  rebuild(indexName: string, docs: AsyncIterable<SearchDocument[]>): Promise<void> {
    return named(async () => {
      const definition = await this.definition(indexName);
      await rebuildIndex(this.client, this.prefix + indexName, definition, docs);
    });
  }

  count(indexName: string): Promise<number> {
    return named(async () => (await this.client.index(this.prefix + indexName).getStats()).numberOfDocuments);
  }

  async health(): Promise<EngineHealth> {
    try {
      const { pkgVersion } = await this.client.getVersion();
      return { ok: true, engine: 'meilisearch', detail: pkgVersion };
    } catch (error) {
      return { ok: false, engine: 'meilisearch', detail: (error as Error).message };
    }
  }

  /** Written before the content, so that a rebuild that swaps in between knows of it. */
  private async note(uid: string, keys: string[]): Promise<void> {
    if (!(await this.exists(buildingUid(uid)))) return;
    await done(this.client.index(journalUid(uid)).addDocuments(keys.map((key) => ({ key }))));
  }

  private async exists(uid: string): Promise<boolean> {
    try {
      await this.client.getRawIndex(uid);
      return true;
    } catch (error) {
      if (codeOf(error) === 'index_not_found') return false;
      throw error;
    }
  }

  private async definition(indexName: string): Promise<IndexDefinition> {
    const known = this.definitions.get(indexName);
    if (known && known.until > Date.now()) return known.definition;
    const settings = await this.client.index(this.prefix + indexName).getSettings();
    const definition = definitionOf(indexName, settings);
    this.definitions.set(indexName, { definition, until: Date.now() + DEFINITION_MS });
    return definition;
  }
}
