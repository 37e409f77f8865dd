/**
 * The search port. Domains and the search subgraph know this file only; which engine answers is decided
 * when the application starts. Both engines pass `behaviour.suite.ts`, which is the text of this contract.
 */

/** What an index holds. Names are kebab- or snake-case, at most 60 characters. */
export interface IndexDefinition {
  name: string;
  /** Facets that may be filtered by and counted. A facet not listed here is stored but not searchable. */
  facets: string[];
  /** Numbers that may be sorted by and ranged over. */
  numbers?: string[];
  /** How much one word in a field counts, body = 1. A change takes effect for documents written after it. */
  weights?: Partial<Record<TextField, number>>;
}

export const TEXT_FIELDS = ['title', 'keywords', 'summary', 'body'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** One thing to be found. `id` is the caller's key: 1–200 characters without NUL. */
export interface SearchDocument {
  id: string;
  /** The main language; a hint only, any text may mix Chinese and English. */
  lang?: 'zh' | 'en';
  /** Plain text, no HTML. Of each field the first 50,000 characters are indexed. */
  texts: Partial<Record<TextField, string>>;
  /** Exact values by facet name, e.g. `{ field: ['energy'], status: ['listed'] }`. */
  facets: Record<string, string[]>;
  /** Finite numbers by name, e.g. `{ price: 1200000 }`; sortable and filterable. */
  numbers: Record<string, number>;
  /** Milliseconds since the epoch, UTC. */
  publishedAt: number;
}

/**
 * `relevance` (without text: newest first), by publication, or by one of the document's numbers. Documents that
 * lack the number come last. Equal keys have a fixed order, so every order is total.
 */
export type SearchSort = 'relevance' | 'newest' | 'oldest' | { number: string; direction: 'asc' | 'desc' };

export interface NumberRange {
  /** Inclusive. */
  min?: number;
  /** Inclusive. */
  max?: number;
}

export interface SearchQuery {
  /**
   * What the person typed; empty or absent = all documents. Anything is accepted: NUL and lone surrogates are
   * dropped, and what is longer than `MAX_TEXT[mode]` is cut.
   */
  text?: string;
  /**
   * `all` (default): every word must occur, the last one may be the beginning of a word, a word that no document
   * has is taken for a typing error. `any`: for long text (a demand looked up among achievements): the most
   * informative words find, all of them rank.
   */
  mode?: 'all' | 'any';
  /** OR inside a facet, AND between facets; an empty list does not filter. */
  filters?: Record<string, string[]>;
  /** AND between numbers; a document without the number is outside every range. */
  ranges?: Record<string, NumberRange>;
  sort?: SearchSort;
  /** Page size 0–100, default 20. 0 = only the total and the facets. */
  first?: number;
  /** `endCursor` of the page before. It belongs to the same text, mode, filters, ranges and sort. */
  after?: string | null;
  /** Facets to count. One that is also filtered is counted without its own filter. */
  facets?: string[];
}

/** A piece of a text; `mark` = it is one of the words looked for. Joined, the pieces are the text (or a part of it). */
export interface HighlightSegment {
  text: string;
  mark: boolean;
}

export interface SearchHit {
  id: string;
  /** Higher is better, comparable inside one result only. 0 where the order is not by relevance. */
  score: number;
  /**
   * `title` whole; `summary` and `body` a passage of about 240 characters. A field the document lacks is absent. Empty
   * where no text was looked for: nothing is marked, and whoever asks has the texts.
   */
  highlights: Partial<Record<'title' | 'summary' | 'body', HighlightSegment[]>>;
}

export interface FacetCount {
  value: string;
  count: number;
}

export interface SearchResult {
  /**
   * Documents that match, also beyond the pages. In mode `any`, those found by the informative words. An engine may
   * estimate it above `MAX_RELEVANCE_HITS`.
   */
  total: number;
  hits: SearchHit[];
  /** At most 100 values per facet, the frequent first, then by value. */
  facets: Record<string, FacetCount[]>;
  /** null when the page is empty. */
  endCursor: string | null;
  /** By relevance the pages end after `MAX_RELEVANCE_HITS`; every other order can be read to its end. */
  hasNextPage: boolean;
}

/** Characters of a query that are read. */
export const MAX_TEXT = { all: 200, any: 10_000 } as const;

/** Nobody reads the thousandth hit: relevance is computed for the best candidates only. */
export const MAX_RELEVANCE_HITS = 1_000;

export interface EngineHealth {
  ok: boolean;
  engine: 'postgres' | 'meilisearch';
  /** What is wrong, or the server's version. */
  detail: string;
}

/** All methods reject with `SearchError`; what they wrote is visible to the next query when they resolve. */
export interface SearchEngine {
  /** Creates the index or brings its settings up to date. Safe to repeat; documents stay. */
  ensure(index: IndexDefinition): Promise<void>;
  /** Adds or replaces by id. A repeated id in one call: the last one stays. */
  upsert(indexName: string, docs: SearchDocument[]): Promise<void>;
  /** Unknown ids are ignored. */
  delete(indexName: string, ids: string[]): Promise<void>;
  query(indexName: string, q: SearchQuery): Promise<SearchResult>;
  /**
   * Replaces the whole content. Queries see the old content until the last batch is in, then the new one at once.
   * Upserts and deletes made meanwhile are kept. When `docs` throws, the old content stays.
   */
  rebuild(indexName: string, docs: AsyncIterable<SearchDocument[]>): Promise<void>;
  count(indexName: string): Promise<number>;
  /** Never rejects. */
  health(): Promise<EngineHealth>;
}

export type SearchErrorCode =
  /** `ensure` was not called for this index. */
  | 'index-missing'
  /** A document or query that is against the contract. */
  | 'bad-input'
  /** The cursor is damaged or belongs to another query. */
  | 'bad-cursor'
  /** A rebuild of the same index is under way. */
  | 'rebuild-running'
  /** The server behind the engine does not answer or refused. */
  | 'engine-failed';

export class SearchError extends Error {
  override readonly name = 'SearchError';

  constructor(
    readonly code: SearchErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
