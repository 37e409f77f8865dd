import { Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import type { AchievementPublished, DemandPosted } from '@stx/contracts';
import {
  anonymous,
  DomainDatabase,
  domainDataSource,
  newId,
  PLATFORM_OPTIONS,
  roleOf,
  type DomainSchema,
  type Fact,
  type PlatformOptions,
} from '@stx/platform';
import {
  PostgresSearchEngine,
  SEARCH_ENGINE,
  SearchError,
  searchMigrations,
  type SearchEngine,
} from '@stx/search';
import { member, startDomains, type TestDomain } from '@stx/testing';
import pg from 'pg';
import { AnnounceMatches } from './match/announce-matches.js';
import { AchievementSnapshot } from './snapshot/achievement-snapshot.entity.js';
import { MatchingModule, matchingSchema, RebuildMatching } from './index.js';

const only = (domain: string): DomainSchema => ({ domain, migrations: [] });
const search: DomainSchema = { domain: 'search', migrations: searchMigrations() };
const by = member('OFFICER');

const achievement = (more: Partial<AchievementPublished> = {}): AchievementPublished => ({
  ref: 'A2026-000001',
  organizationId: newId(),
  kind: 'PATENT',
  titleZh: null,
  titleEn: 'Ice-phobic coating for turbine blades',
  summaryZh: null,
  summaryEn: null,
  abstractZh: null,
  abstractEn: 'A fluorinated layer that sheds ice.',
  keywords: [],
  fieldCode: 'ENERGY',
  category: null,
  ipcCodes: [],
  trlLevel: 7,
  rightsOffered: [],
  priceMode: null,
  askingPriceAmount: null,
  regionCode: '440100',
  publishedAt: Date.UTC(2026, 4, 1),
  isDemonstration: false,
  ...more,
});

const demand: DemandPosted = {
  ref: 'D2026-000001',
  titleZh: null,
  titleEn: 'Coating that keeps turbine blades free of ice',
  problemZh: null,
  problemEn: 'Blades lose yield to ice.',
  targetZh: null,
  targetEn: null,
  fieldCode: 'ENERGY',
  regionCode: '440100',
  budgetAmount: null,
  cooperationMode: 'LICENSE',
};

const MATCHES = `query ($r: [_Any!]!, $first: Int) { _entities(representations: $r) { ... on Demand {
  matches(first: $first) { achievement { id } score reasons { kind shareBasisPoints evidence } } } } }`;

describe('matching', () => {
  let exchange: TestDomain;
  let engine: SearchEngine;
  let journals: Record<'demands' | 'achievements', DomainDatabase>;

  const record = (domain: keyof typeof journals, type: string, subjectId: string, data: Fact['data']) =>
    journals[domain].change(async () => journals[domain].record({ type, subjectId, data, by }));
  const publish = async (id: string, data: AchievementPublished) => {
    await record('achievements', 'AchievementPublished', id, data);
    const texts = { title: data.titleEn ?? '', body: data.abstractEn ?? '' };
    await engine.upsert('achievements', [
      { id, texts, facets: {}, numbers: {}, publishedAt: data.publishedAt },
    ]);
  };
  const matches = async (id: string, first = 10) =>
    (await exchange.query('matching', anonymous(), MATCHES, { r: [{ __typename: 'Demand', id }], first }))
      ._entities[0].matches;
  const eventually = async (id: string, holds: (found: any[]) => boolean) => {
    for (let tries = 0; tries < 400; tries++) {
      const found = await matches(id);
      if (holds(found)) return found;
      await new Promise((done) => setTimeout(done, 25));
    }
    throw new Error('never came true');
  };

  beforeAll(async () => {
    let pool: pg.Pool;
    @Global()
    @Module({
      providers: [
        {
          provide: SEARCH_ENGINE,
          inject: [PLATFORM_OPTIONS],
          useFactory: ({ databaseUrl }: PlatformOptions) => {
            const options = `-c role=${roleOf('search')} -c search_path=search,public`;
            pool = new pg.Pool({ connectionString: databaseUrl, max: 4, options });
            return new PostgresSearchEngine({ pool });
          },
        },
      ],
      exports: [SEARCH_ENGINE],
    })
    class EngineModule implements OnApplicationShutdown {
      async onApplicationShutdown(): Promise<void> {
        await pool.end();
      }
    }
    const schemas = [matchingSchema, only('demands'), only('achievements'), search];
    exchange = await startDomains([EngineModule, MatchingModule], schemas);
    engine = exchange.app.get(SEARCH_ENGINE, { strict: false });
    const journal = async (domain: string) =>
      new DomainDatabase(domain, await domainDataSource(exchange.databaseUrl, domain, [], 2).initialize());
    journals = { demands: await journal('demands'), achievements: await journal('achievements') };
  }, 60_000);
  afterAll(async () => {
    for (const { dataSource } of Object.values(journals)) await dataSource.destroy();
    await exchange.stop();
  });

  it('has no matches before anything is published', async () => {
    const id = newId();
    await record('demands', 'DemandPosted', id, demand);
    expect(await matches(id)).toEqual([]);
    expect(await matches(newId())).toEqual([]);
    expect(await matches('not an id')).toEqual([]);
  });

  it('ranks published achievements with reasons, until they are withdrawn and the demand is closed', async () => {
    await engine.ensure({ name: 'achievements', facets: [] });
    const [near, far, demandId] = [newId(), newId(), newId()];
    await publish(near, achievement());
    await publish(
      far,
      achievement({
        titleEn: 'Ice cream machine',
        abstractEn: 'It makes ice.',
        fieldCode: 'CITY',
        regionCode: null,
      }),
    );
    await record('demands', 'DemandPosted', demandId, demand);
    const found = await eventually(demandId, ({ length }) => length === 2);
    expect(found.map((match: any) => match.achievement.id)).toEqual([near, far]);
    expect(found[0].reasons.map((reason: any) => reason.kind)).toEqual([
      'TERMS',
      'FIELD',
      'REGION',
      'MATURITY',
      'FRESHNESS',
    ]);
    expect(found[0].reasons[0].evidence).toEqual(
      expect.arrayContaining(['Ice', 'coating', 'turbine', 'blades']),
    );
    for (const { score, reasons } of found) {
      expect(score).toBeLessThanOrEqual(10_000);
      expect(reasons.reduce((sum: number, reason: any) => sum + reason.shareBasisPoints, 0)).toBe(10_000);
    }
    expect(await matches(demandId)).toEqual(found);
    expect(await matches(demandId, 1)).toEqual(found.slice(0, 1));
    await expect(matches(demandId, 0)).rejects.toMatchObject({ code: 'PAGE_SIZE' });

    await exchange.get(RebuildMatching).run();
    expect(await matches(demandId)).toEqual(found);

    const announce = exchange.get(AnnounceMatches);
    const announced = () => journals.demands.factsAbout('matching', demandId, ['MatchesFound']);
    await announce.run();
    await announce.run();
    expect(await announced()).toMatchObject([{ data: { found: 2 } }]);
    await publish(newId(), achievement({ titleEn: 'Coating of turbine blades against ice' }));
    await eventually(demandId, ({ length }) => length === 3);
    await exchange.get(RebuildMatching).run();
    await announce.run();
    expect(await announced()).toMatchObject([{ data: { found: 2 } }, { data: { found: 1 } }]);

    await record('achievements', 'AchievementWithdrawn', far, { ref: 'A2026-000002' });
    await eventually(demandId, ({ length }) => length === 2);
    await record('demands', 'DemandClosed', demandId, { ref: demand.ref });
    await eventually(demandId, ({ length }) => length === 0);
  });

  it('keeps the last word about an achievement, also from zero', async () => {
    const id = newId();
    await record('achievements', 'AchievementPublished', id, achievement({ titleEn: 'First' }));
    await record('achievements', 'AchievementPublished', id, achievement({ titleEn: 'Second' }));
    await exchange.get(RebuildMatching).run();
    const db = exchange.get(DomainDatabase);
    expect(await db.repository(AchievementSnapshot).findOneBy({ id })).toMatchObject({ titleEn: 'Second' });
  });

  it('says so when the search engine is down', async () => {
    const id = newId();
    await record('demands', 'DemandPosted', id, demand);
    await eventually(id, ({ length }) => length > 0);
    const working = engine.query;
    engine.query = async () => {
      throw new SearchError('engine-failed', 'planned');
    };
    await expect(matches(id)).rejects.toMatchObject({ code: 'MATCHING_UNAVAILABLE' });
    engine.query = working;
  });
});
