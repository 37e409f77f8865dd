import { Inject, Injectable } from '@nestjs/common';
import { log, optionalText, pageSize, Refused, type Viewer } from '@stx/platform';
import { SEARCH_ENGINE, SearchError, type SearchEngine, type SearchResult } from '@stx/search';
import { Achievements } from '../achievement/achievements.service.js';
import { ACHIEVEMENT_INDEX, FACETS } from './achievement-document.js';
import { highlightsOf } from './highlight.js';
import { NewestAchievements, type AchievementFilter } from './newest-achievements.js';

export interface AchievementSearch {
  text?: string | null;
  filter?: AchievementFilter | null;
  sort: 'RELEVANCE' | 'NEWEST';
  first: number;
  after?: string | null;
}

/** Finding published achievements; open to everyone. */
@Injectable()
export class SearchAchievements {
  constructor(
    @Inject(Achievements) private readonly achievements: Achievements,
    @Inject(NewestAchievements) private readonly newest: NewestAchievements,
    @Inject(SEARCH_ENGINE) private readonly engine: SearchEngine,
  ) {}

  /** Answers from the engine, or with a plain list while it is down. @throws Refused PAGE_SIZE, CURSOR, TEXT_… */
  async run(viewer: Viewer, query: AchievementSearch) {
    const size = pageSize(query.first);
    const text = optionalText(query.text, 'text', 200) ?? '';
    const result = await this.ask({ ...query, text, first: size });
    return result ? this.found(viewer, result) : this.degraded(viewer, query, size);
  }

  /** Null while the engine does not answer. */
  private async ask({ text, filter, sort, first, after }: AchievementSearch): Promise<SearchResult | null> {
    const filters = FACETS.flatMap((name) =>
      filter?.[name]?.length ? [[name, filter[name]!] as const] : [],
    );
    try {
      return await this.engine.query(ACHIEVEMENT_INDEX.name, {
        text: text ?? '',
        filters: Object.fromEntries(filters),
        sort: sort === 'NEWEST' ? 'newest' : 'relevance',
        first,
        after: after ?? null,
        facets: [...FACETS],
      });
    } catch (error) {
      const code = error instanceof SearchError ? error.code : 'engine-failed';
      if (code === 'bad-cursor') throw new Refused('CURSOR', { field: 'after' });
      if (code === 'bad-input') throw error;
      log.error('search engine does not answer', error, { domain: 'achievements', code });
      return null;
    }
  }

  private async found({ language }: Viewer, result: SearchResult) {
    const hits = new Map(result.hits.map((hit) => [hit.id, hit]));
    const achievements = await this.achievements.published([...hits.keys()]);
    return {
      nodes: achievements.map((achievement) => ({
        achievement,
        ...highlightsOf(achievement, language, hits.get(achievement.id)!.highlights),
      })),
      pageInfo: { endCursor: result.endCursor, hasNextPage: result.hasNextPage },
      totalCount: result.total,
      facets: FACETS.map((name) => ({ name, values: result.facets[name] ?? [] })),
      isDegraded: false,
    };
  }

  private async degraded({ language }: Viewer, { filter, after }: AchievementSearch, size: number) {
    const { nodes, pageInfo, totalCount } = await this.newest.page(filter ?? {}, size, after);
    return {
      nodes: nodes.map((achievement) => ({ achievement, ...highlightsOf(achievement, language) })),
      pageInfo,
      totalCount,
      facets: [],
      isDegraded: true,
    };
  }
}
