import type { SearchDocument, SearchEngine, SearchQuery } from '../port.js';
import { readJudgements, readRows, type JsonRow } from './judged-files.js';
import { ndcgAt, quantile, recallAt, reciprocalRankAt } from './metrics.js';

export interface EvaluationInput {
  engine: SearchEngine;
  /** Path of the documents, `.ndjson` or `.ndjson.gz`; absent = `indexName` is filled already. */
  corpus?: string;
  /** Path of the queries, `.ndjson`: `{ id, text }`, or a demand's `title` and `description`. */
  queries: string;
  /** Path of the judgements, `.tsv`. */
  qrels: string;
  /** Index to fill and ask; its old content is replaced when `corpus` is given. Default `evaluation`. */
  indexName?: string;
  /** Default `any`: the queries of judged sets are sentences. */
  mode?: 'all' | 'any';
  /** Grades below it are not relevant. Default 1. */
  leastGrade?: number;
  /** What of a row is asked. Default: its text, title and description. */
  toQuery?: (row: JsonRow) => string;
}

export interface Evaluation {
  engine: string;
  /** Queries with at least one relevant document; the others are left out. */
  queries: number;
  'ndcg@10': number;
  'recall@100': number;
  'mrr@10': number;
  /** One query of 100 hits, as the caller sees it, in milliseconds. */
  latencyMs: { p50: number; p95: number };
}

const DEPTH = 100;
const BATCH = 1_000;

/** Fills an index with a judged corpus, asks all its queries one after the other and scores the answers. */
export async function evaluate(input: EvaluationInput): Promise<Evaluation> {
  const { engine, indexName = 'evaluation', mode = 'any', toQuery = textOf } = input;
  if (input.corpus !== undefined) {
    await engine.ensure({ name: indexName, facets: [] });
    await engine.rebuild(indexName, documents(input.corpus));
  }
  const judgements = await readJudgements(input.qrels, input.leastGrade);
  const sums = { ndcg: 0, recall: 0, reciprocalRank: 0 };
  const latencies: number[] = [];
  for await (const row of readRows(input.queries)) {
    const grades = judgements.get(row.id);
    if (!grades || ![...grades.values()].some((grade) => grade > 0)) continue;
    const query: SearchQuery = { text: toQuery(row), mode, first: DEPTH };
    const start = performance.now();
    const { hits } = await engine.query(indexName, query);
    latencies.push(performance.now() - start);
    const ranked = hits.map(({ id }) => id);
    sums.ndcg += ndcgAt(10, ranked, grades);
    sums.recall += recallAt(100, ranked, grades);
    sums.reciprocalRank += reciprocalRankAt(10, ranked, grades);
  }
  const mean = (sum: number): number => Math.round((sum / latencies.length) * 10_000) / 10_000;
  const milliseconds = (q: number): number => Math.round(quantile(latencies, q) * 10) / 10;
  return {
    engine: (await engine.health()).engine,
    queries: latencies.length,
    'ndcg@10': mean(sums.ndcg),
    'recall@100': mean(sums.recall),
    'mrr@10': mean(sums.reciprocalRank),
    latencyMs: { p50: milliseconds(0.5), p95: milliseconds(0.95) },
  };
}

const string = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A row's own text, whichever of the judged sets it comes from. */
export function textOf(row: JsonRow): string {
  return [row['title'], row['text'], row['description']].map(string).filter(Boolean).join('\n');
}

/** A corpus row as a document: its title, and its text or abstract as the body. */
export function toDocument(row: JsonRow): SearchDocument {
  const keywords = Array.isArray(row['keywords']) ? row['keywords'].join(' ') : '';
  return {
    id: row.id,
    texts: { title: string(row['title']), body: string(row['text']) || string(row['abstract']), keywords },
    facets: {},
    numbers: {},
    publishedAt: 0,
  };
}

async function* documents(path: string): AsyncGenerator<SearchDocument[]> {
  let batch: SearchDocument[] = [];
  for await (const row of readRows(path)) {
    batch.push(toDocument(row));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
