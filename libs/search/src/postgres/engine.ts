import type { Pool } from 'pg';
import { checkDefinition, checkId } from '../contract/check-document.js';
import { checkQuery } from '../contract/check-query.js';
import {
  SearchError,
  type EngineHealth,
  type IndexDefinition,
  type SearchDocument,
  type SearchEngine,
  type SearchQuery,
  type SearchResult,
} from '../port.js';
import { FacetSets } from './facet-sets.js';
import { DEFAULT_SCHEMA, schemaIdentifier } from './migrations.js';
import { movePostings, rebuildIndex } from './rebuild.js';
import { ensureIndex, readIndex } from './registry.js';
import { search } from './search.js';
import { Stemmer } from './stemmer.js';
import { inSnapshot } from './transaction.js';
import { Writer } from './writer.js';

export interface PostgresSearchOptions {
  /** At least two connections; the tables of `searchMigrations(schema)` exist. The pool stays the caller's. */
  pool: Pool;
  schema?: string;
}

/** After so many documents in one call fresh postings are moved to their place at once instead of by autovacuum. */
const BULK = 1_000;

/** The search port on PostgreSQL 14 or newer with pg_trgm. Keeps no state but caches of things that never change. */
export class PostgresSearchEngine implements SearchEngine {
  private readonly pool: Pool;
  private readonly schema: string;
  private readonly stemmer = new Stemmer();
  private readonly facetSets: FacetSets;
  private readonly writer: Writer;

  constructor({ pool, schema = DEFAULT_SCHEMA }: PostgresSearchOptions) {
    this.pool = pool;
    this.schema = schemaIdentifier(schema);
    this.facetSets = new FacetSets(this.schema);
    this.writer = new Writer(pool, this.schema, this.stemmer, this.facetSets);
  }

  ensure(index: IndexDefinition): Promise<void> {
    return named(async () => ensureIndex(this.pool, this.schema, checkDefinition(index)));
  }

  upsert(indexName: string, docs: SearchDocument[]): Promise<void> {
    return named(async () => {
      await this.writer.upsert(indexName, docs);
      if (docs.length >= BULK) await movePostings(this.pool, this.schema);
    });
  }

  delete(indexName: string, ids: string[]): Promise<void> {
    return named(() => this.writer.delete(indexName, ids.map(checkId)));
  }

  query(indexName: string, q: SearchQuery): Promise<SearchResult> {
    return named(() =>
      inSnapshot(this.pool, async (sql) => {
        const state = await readIndex(sql, this.schema, indexName);
        const { schema, stemmer, facetSets } = this;
        return search({ sql, schema, stemmer, facetSets, state }, checkQuery(state.definition, q));
      }),
    );
  }

  rebuild(indexName: string, docs: AsyncIterable<SearchDocument[]>): Promise<void> {
    return named(() => rebuildIndex(this.pool, this.schema, this.writer, indexName, docs));
  }

  async count(indexName: string): Promise<number> {
    return named(async () => (await readIndex(this.pool, this.schema, indexName)).documents);
  }

  async health(): Promise<EngineHealth> {
    try {
      const { rows } = await this.pool.query<{ version: string }>(
        `SELECT current_setting('server_version') AS version FROM ${this.schema}.version LIMIT 1`,
      );
      return { ok: true, engine: 'postgres', detail: rows[0]?.version ?? 'no index yet' };
    } catch (error) {
      return { ok: false, engine: 'postgres', detail: (error as Error).message };
    }
  }
}

/** Gives failures of the database the name the port promises. */
async function named<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SearchError) throw error;
    throw new SearchError('engine-failed', (error as Error).message, { cause: error });
  }
}
