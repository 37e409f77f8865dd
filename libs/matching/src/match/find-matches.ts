import { Inject, Injectable } from '@nestjs/common';
import { DomainDatabase, isId, log, pageSize } from '@stx/platform';
import { SEARCH_ENGINE, SearchError, type SearchEngine, type SearchHit } from '@stx/search';
import { In } from 'typeorm';
import { demandQuery, type Candidate } from '../rank/match-input.js';
import { rankMatches, type RankedMatch } from '../rank/rank-matches.js';
import { refuse } from '../refusals.js';
import { AchievementSnapshot } from '../snapshot/achievement-snapshot.entity.js';
import { DemandSnapshot } from '../snapshot/demand-snapshot.entity.js';

/** The index that the achievements domain keeps. */
const INDEX = 'achievements';
const CANDIDATES = 100;

/** Published achievements for an open demand. Both are public, so is what fits what. */
@Injectable()
export class FindMatches {
  constructor(
    @Inject(DomainDatabase) private readonly db: DomainDatabase,
    @Inject(SEARCH_ENGINE) private readonly engine: SearchEngine,
  ) {}

  /** Best first; none for a closed or unknown demand. @throws Refused PAGE_SIZE, MATCHING_UNAVAILABLE */
  async run(demandId: string, first: number): Promise<RankedMatch[]> {
    const size = pageSize(first);
    if (!isId(demandId)) return [];
    const demand = await this.db.repository(DemandSnapshot).findOneBy({ id: demandId, isOpen: true });
    if (!demand) return [];
    const [candidates, newest] = await Promise.all([this.candidates(demand), this.newest()]);
    return newest ? rankMatches(demand, candidates, newest, size) : [];
  }

  private async candidates(demand: DemandSnapshot): Promise<Candidate[]> {
    const hits = await this.hits(demandQuery(demand));
    const relevance = new Map(hits.map(({ id, score }) => [id, score]));
    const snapshots = await this.db.repository(AchievementSnapshot).findBy({ id: In([...relevance.keys()]) });
    return snapshots.map((snapshot) => ({ ...snapshot, relevance: relevance.get(snapshot.id)! }));
  }

  private async hits(text: string): Promise<SearchHit[]> {
    try {
      return (await this.engine.query(INDEX, { text, mode: 'any', first: CANDIDATES })).hits;
    } catch (error) {
      if (error instanceof SearchError && error.code === 'index-missing') return []; // nothing was ever published
      log.error('search engine does not answer', error, { domain: 'matching' });
      return refuse('MATCHING_UNAVAILABLE');
    }
  }

  /** What freshness is measured from. */
  private async newest(): Promise<Date | null> {
    const [row] = await this.db.query<{ newest: Date | null }>(
      'SELECT max(published_at) AS newest FROM achievement_snapshot',
    );
    return row?.newest ?? null;
  }
}
