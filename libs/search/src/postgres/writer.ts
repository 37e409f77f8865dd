import type { Pool, PoolClient } from 'pg';
import { checkDocument } from '../contract/check-document.js';
import type { IndexDefinition, SearchDocument } from '../port.js';
import { cutDocument, documentTerms, vectorText, wordsOf, type DocumentTerms } from './document-terms.js';
import { FacetSets } from './facet-sets.js';
import { readIndex } from './registry.js';
import type { Stemmer } from './stemmer.js';
import { addStatistics, removeDocuments } from './statistics.js';
import { inTransaction } from './transaction.js';

/** Documents per transaction: large enough to share statistics rows, small enough that other writers wait briefly. */
const BATCH = 500;

interface AnalysedDocument {
  doc: SearchDocument;
  terms: DocumentTerms;
}

/** Puts documents into versions and takes them out, with the statistics of their words. */
export class Writer {
  /** Words that this process knows to be in the table. */
  private readonly knownWords = new Set<string>();

  constructor(
    private readonly pool: Pool,
    private readonly schema: string,
    private readonly stemmer: Stemmer,
    private readonly facetSets: FacetSets,
  ) {}

  /** Adds or replaces in the live version, and in the one being built if there is one. */
  async upsert(index: string, docs: SearchDocument[]): Promise<void> {
    const { definition } = await readIndex(this.pool, this.schema, index);
    for (const batch of batches(docs)) {
      const analysed = await this.analyse(definition, batch);
      await inTransaction(this.pool, async (client) => {
        const { live, building } = await readIndex(client, this.schema, index, true);
        for (const version of building === null ? [live] : [live, building]) {
          const removed = await removeDocuments(client, this.schema, version, idsOf(analysed));
          await this.insert(client, version, analysed);
          await addStatistics(
            client,
            this.schema,
            version,
            analysed.map(({ terms }) => terms),
            removed,
          );
          await this.liftTombstones(client, version, idsOf(analysed));
        }
      });
    }
  }

  async delete(index: string, ids: string[]): Promise<void> {
    for (const batch of batches(ids)) {
      await inTransaction(this.pool, async (client) => {
        const { live, building } = await readIndex(client, this.schema, index, true);
        for (const version of building === null ? [live] : [live, building]) {
          const removed = await removeDocuments(client, this.schema, version, batch);
          await addStatistics(client, this.schema, version, [], removed);
        }
        if (building === null) return;
        await client.query(
          `INSERT INTO ${this.schema}.tombstone (version, id) SELECT $1, unnest($2::text[]) ON CONFLICT DO NOTHING`,
          [building, batch],
        );
      });
    }
  }

  /** Fills the version being built. Ids written or deleted since the rebuild began are newer and stay as they are. */
  async fill(index: string, version: number, docs: SearchDocument[]): Promise<void> {
    const { definition } = await readIndex(this.pool, this.schema, index);
    for (const batch of batches(docs)) {
      const analysed = await this.analyse(definition, batch);
      await inTransaction(this.pool, async (client) => {
        await readIndex(client, this.schema, index, true);
        const { rows } = await client.query<{ id: string }>(
          `SELECT id FROM ${this.schema}.document WHERE version = $1 AND id = ANY($2)
           UNION ALL SELECT id FROM ${this.schema}.tombstone WHERE version = $1 AND id = ANY($2)`,
          [version, idsOf(analysed)],
        );
        const newer = new Set(rows.map(({ id }) => id));
        const missing = analysed.filter(({ doc }) => !newer.has(doc.id));
        await this.insert(client, version, missing);
        await addStatistics(
          client,
          this.schema,
          version,
          missing.map(({ terms }) => terms),
          null,
        );
      });
    }
  }

  private async analyse(index: IndexDefinition, docs: SearchDocument[]): Promise<AnalysedDocument[]> {
    const latest = new Map(docs.map((doc) => [doc.id, doc]));
    const cut = [...latest.values()].map((doc) => cutDocument(checkDocument(doc)));
    const words = new Set<string>();
    for (const document of cut) for (const word of wordsOf(document)) words.add(word);
    const lexemes = await this.stemmer.stem(this.pool, words);
    await this.learn(lexemes);
    return cut.map((document) => ({ doc: document.doc, terms: documentTerms(document, index, lexemes) }));
  }

  /** Sorted, so that two writers never wait for each other crosswise. */
  private async learn(lexemes: ReadonlyMap<string, string | null>): Promise<void> {
    const fresh = [...lexemes]
      .filter(([word, lexeme]) => lexeme !== null && !this.knownWords.has(word))
      .sort();
    if (fresh.length === 0) return;
    await this.pool.query(
      `INSERT INTO ${this.schema}.word (word, lexeme) SELECT * FROM unnest($1::text[], $2::text[]) ON CONFLICT DO NOTHING`,
      [fresh.map(([word]) => word), fresh.map(([, lexeme]) => lexeme)],
    );
    for (const [word] of fresh) this.knownWords.add(word);
  }

  private async insert(client: PoolClient, version: number, docs: AnalysedDocument[]): Promise<void> {
    if (docs.length === 0) return;
    const sets = await this.facetSets.idsOf(
      client,
      version,
      docs.map(({ terms }) => terms.marks),
    );
    await client.query(
      `INSERT INTO ${this.schema}.document
         (version, id, facet_set, published_at, length, numbers, title, summary, body, words)
       SELECT $1, id, facet_set, published_at, length, numbers::jsonb, title, summary, body, words::tsvector
       FROM unnest($2::text[], $3::int[], $4::bigint[], $5::real[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
         AS row (id, facet_set, published_at, length, numbers, title, summary, body, words)`,
      [
        version,
        docs.map(({ doc }) => doc.id),
        sets,
        docs.map(({ doc }) => doc.publishedAt),
        docs.map(({ terms }) => terms.length),
        docs.map(({ doc }) => JSON.stringify(doc.numbers)),
        docs.map(({ doc }) => doc.texts.title ?? ''),
        docs.map(({ doc }) => doc.texts.summary ?? ''),
        docs.map(({ doc }) => doc.texts.body ?? ''),
        docs.map(({ terms }) => vectorText(version, terms)),
      ],
    );
  }

  private async liftTombstones(client: PoolClient, version: number, ids: string[]): Promise<void> {
    await client.query(`DELETE FROM ${this.schema}.tombstone WHERE version = $1 AND id = ANY($2)`, [
      version,
      ids,
    ]);
  }
}

const idsOf = (docs: AnalysedDocument[]): string[] => docs.map(({ doc }) => doc.id);

function* batches<T>(items: T[]): Iterable<T[]> {
  for (let start = 0; start < items.length; start += BATCH) yield items.slice(start, start + BATCH);
}
