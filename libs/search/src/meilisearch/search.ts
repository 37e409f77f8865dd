import type { Index, Meilisearch } from 'meilisearch';
import type { CheckedQuery } from '../contract/check-query.js';
import { readCursor, writeCursor } from '../contract/cursor.js';
import type { FacetCount, IndexDefinition, SearchHit, SearchResult } from '../port.js';
import { filtersOf, keyFilter } from './filters.js';
import { decodeValue, MARK_END, MARK_START, toSegments, type SearchRecord } from './records.js';
import { bestFirst, rankAll, rankAny, type Ranked } from './relevance.js';
import { isSortKey, sortedPage } from './sorted-page.js';

const MOST_VALUES = 100;
const PASSAGE_WORDS = 40;

const isRanked = (state: unknown): state is Ranked => {
  const { key, score, publishedAt } = (state ?? {}) as Ranked;
  return typeof key === 'string' && Number.isFinite(score) && Number.isFinite(publishedAt);
};

/** One search of a checked query. */
export class MeilisearchQuery {
  private readonly index: Index<SearchRecord>;

  constructor(
    private readonly client: Meilisearch,
    private readonly uid: string,
    private readonly definition: IndexDefinition,
    private readonly q: CheckedQuery,
  ) {
    this.index = client.index<SearchRecord>(uid);
  }

  async run(): Promise<SearchResult> {
    const { q } = this;
    if (q.text !== '' && q.sort === 'relevance') return this.byRelevance();
    if (q.sort === 'relevance') q.sort = 'newest';
    return this.byKey();
  }

  private async byRelevance(): Promise<SearchResult> {
    const { q } = this;
    const after = readCursor(this.definition.name, q, isRanked);
    const { ranked, total, text, within } = await this.rank();
    const rest = after ? ranked.filter((hit) => bestFirst(after, hit) < 0) : ranked;
    const page = rest.slice(0, q.first);
    const last = page.at(-1);
    return {
      total,
      hits: await this.load(page, text),
      facets: await this.countFacets(q.mode === 'all' ? q.text : '', within),
      endCursor: last ? writeCursor(this.definition.name, q, last) : null,
      hasNextPage: page.length > 0 && rest.length > page.length,
    };
  }

  /** `within`: the filter that stands for the words where no single query can. */
  private async rank(): Promise<{ ranked: Ranked[]; total: number; text: string; within: string[] }> {
    const { q } = this;
    if (q.mode === 'all') return { ...(await rankAll(this.index, q)), text: q.text, within: [] };
    const { numberOfDocuments } = await this.index.getStats();
    const { ranked, words } = await rankAny(this.client, this.uid, q, numberOfDocuments);
    const within = [keyFilter(ranked.map(({ key }) => key))];
    return { ranked, total: ranked.length, text: words.slice(0, 10).join(' '), within };
  }

  private async byKey(): Promise<SearchResult> {
    const { q } = this;
    const after = readCursor(this.definition.name, q, isSortKey);
    const any = q.mode === 'any' && q.text !== '' ? await this.rank() : null;
    const text = any ? '' : q.text;
    const filter = [...filtersOf(q), ...(any?.within ?? [])];
    const found = await sortedPage(this.index, q, filter, text, after, q.first + 1);
    const page = found.slice(0, q.first);
    const last = page.at(-1);
    const { estimatedTotalHits } = await this.index.search(text, {
      filter,
      matchingStrategy: 'all',
      limit: 0,
    });
    return {
      total: estimatedTotalHits ?? found.length,
      hits: await this.load(
        page.map((hit) => ({ ...hit, score: 0 })),
        any?.text ?? q.text,
      ),
      facets: await this.countFacets(text, any?.within ?? []),
      endCursor: last ? writeCursor(this.definition.name, q, { value: last.value, key: last.key }) : null,
      hasNextPage: page.length > 0 && found.length > page.length,
    };
  }

  private async load(page: { key: string; id: string; score: number }[], text: string): Promise<SearchHit[]> {
    if (page.length === 0) return [];
    if (text === '') return page.map(({ id, score }) => ({ id, score, highlights: {} }));
    const { hits } = await this.index.search(text, {
      filter: keyFilter(page.map(({ key }) => key)),
      limit: page.length,
      matchingStrategy: 'last',
      attributesToRetrieve: ['key'],
      attributesToHighlight: ['title', 'summary', 'body'],
      attributesToCrop: ['summary', 'body'],
      cropLength: PASSAGE_WORDS,
      cropMarker: '…',
      highlightPreTag: MARK_START,
      highlightPostTag: MARK_END,
    });
    const formatted = new Map(hits.map((hit) => [hit.key, hit._formatted]));
    return page.map(({ key, id, score }) => {
      const highlights: SearchHit['highlights'] = {};
      for (const field of ['title', 'summary', 'body'] as const) {
        const value = formatted.get(key)?.[field];
        if (value) highlights[field] = toSegments(value);
      }
      return { id, score, highlights };
    });
  }

  /** One request: the facets without a filter together, each filtered one without its own. */
  private async countFacets(text: string, within: string[]): Promise<Record<string, FacetCount[]>> {
    const { q } = this;
    if (q.facets.length === 0) return {};
    const filtered = new Set(q.filters.map(([facet]) => facet));
    const query = (facets: string[], except?: string) => ({
      indexUid: this.uid,
      q: text,
      limit: 0,
      matchingStrategy: 'all' as const,
      filter: [...filtersOf(q, except), ...within],
      facets: facets.map((facet) => `facets.${facet}`),
    });
    const queries = [query(q.facets.filter((facet) => !filtered.has(facet)))];
    for (const facet of q.facets) if (filtered.has(facet)) queries.push(query([facet], facet));
    const { results } = await this.client.multiSearch({ queries });
    const counts = Object.assign({}, ...results.map(({ facetDistribution }) => facetDistribution ?? {}));
    return Object.fromEntries(q.facets.map((facet) => [facet, toCounts(counts[`facets.${facet}`] ?? {})]));
  }
}

function toCounts(distribution: Record<string, number>): FacetCount[] {
  return Object.entries(distribution)
    .map(([value, count]) => ({ value: decodeValue(value), count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, MOST_VALUES);
}
