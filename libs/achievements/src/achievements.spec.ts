import {
  anonymous,
  DomainDatabase,
  encodeCursor,
  Jobs,
  newId,
  SubgraphRegistry,
  type Viewer,
} from '@stx/platform';
import { member, requestId } from '@stx/testing';
import { SearchError } from '@stx/search';
import { RebuildAchievementIndex, SeedAchievements } from './index.js';
import { eventually, startLibrary, type Library } from './testing/start-library.js';

const CREATE = `mutation ($input: CreateAchievementInput!) { createAchievement(input: $input) {
  ... on Achievement { id ref state askingPrice { amount } } ... on Refusal { code field message } } }`;
const PUBLISH = `mutation ($input: PublishAchievementsInput!) { publishAchievements(input: $input) {
  ... on PublishedAchievements { count } ... on Refusal { code field } } }`;
const SEARCH = `query ($text: String, $filter: AchievementFilter, $sort: AchievementSort, $first: Int = 24, $after: String) {
  achievements(text: $text, filter: $filter, sort: $sort, first: $first, after: $after) {
    nodes { achievement { ref title { zh en } } titleHighlight { text mark } summaryHighlight { text mark } }
    totalCount isDegraded facets { name values { value count } } pageInfo { endCursor hasNextPage } } }`;

const input = (more: object = {}) => ({
  requestId: requestId(),
  kind: 'PATENT',
  titleEn: 'Perovskite cell that withstands sea air',
  titleZh: '耐海洋大气的钙钛矿电池',
  summaryZh: '在盐雾中两年效率下降不到百分之五。',
  abstractEn: 'A barrier layer keeps the perovskite dry.',
  keywords: ['perovskite', ' perovskite '],
  trlLevel: 6,
  rightsOffered: ['LICENSE_EXCLUSIVE'],
  priceMode: 'LISTED',
  askingPriceAmount: '120000000',
  ...more,
});

describe('achievements', () => {
  let library: Library;
  const ask = (viewer: Viewer, document: string, variables: object = {}) =>
    library.query('achievements', viewer, document, variables as Record<string, unknown>);
  const create = async (viewer: Viewer, more: object = {}) =>
    (await ask(viewer, CREATE, { input: input(more) })).createAchievement;
  const publish = async (viewer: Viewer, given: object) =>
    (await ask(viewer, PUBLISH, { input: { requestId: requestId(), ...given } })).publishAchievements;
  const search = async (variables: object, viewer = anonymous('en')) =>
    (await ask(viewer, SEARCH, variables)).achievements;

  beforeAll(async () => void (library = await startLibrary()), 60_000);
  afterAll(() => library.stop());

  it('is a draft that only the own library sees until an officer publishes it', async () => {
    const officer = member('OFFICER');
    const { id, ref, state } = await create(officer);
    expect(state).toBe('DRAFT');
    const read = `{ achievement(ref: "${ref}") { ref state } }`;
    const foreign = [
      anonymous(),
      member('OFFICER'),
      member('BUYER', { organizationId: officer.organizationId! }),
    ];
    for (const viewer of foreign) expect(await ask(viewer, read)).toEqual({ achievement: null });
    expect(await ask(officer, read)).toEqual({ achievement: { ref, state: 'DRAFT' } });
    expect(await publish(officer, { ids: [id] })).toEqual({ count: 1 });
    for (const viewer of foreign)
      expect(await ask(viewer, read)).toMatchObject({ achievement: { state: 'PUBLISHED' } });
  });

  it('resolves references of other subgraphs by the same rule', async () => {
    const officer = member('OFFICER');
    const { id } = await create(officer);
    const entity = async (viewer: Viewer) =>
      (
        await ask(
          viewer,
          'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Achievement { id } } }',
          {
            r: [{ __typename: 'Achievement', id }],
          },
        )
      )._entities[0];
    expect(await entity(anonymous())).toBeNull();
    expect(await entity(officer)).toEqual({ id });
  });

  it('names the field at fault', async () => {
    const officer = member('OFFICER');
    expect(await create(officer, { titleEn: ' ', titleZh: null })).toMatchObject({
      code: 'ACHIEVEMENT_TITLE_REQUIRED',
      field: 'titleZh',
    });
    expect(await create(officer, { trlLevel: 10 })).toMatchObject({ code: 'ACHIEVEMENT_TRL' });
    expect(await create(officer, { askingPriceAmount: '-1' })).toMatchObject({ code: 'BAD_AMOUNT' });
    expect(await create(officer, { askingPriceAmount: null })).toMatchObject({
      code: 'ACHIEVEMENT_PRICE_REQUIRED',
    });
    expect(await create(officer, { titleEn: 'a\u0000b' })).toMatchObject({
      code: 'TEXT_INVALID',
      field: 'titleEn',
    });
  });

  it('is published by officers of its own organization only, and once', async () => {
    const officer = member('OFFICER');
    const inventor = member('INVENTOR', { organizationId: officer.organizationId! });
    const { id } = await create(inventor);
    await expect(publish(inventor, { ids: [id] })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    await expect(create(member('BUYER'))).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await publish(member('OFFICER'), { ids: [id] })).toEqual({ code: 'NOT_FOUND', field: 'ids' });
    expect(await publish(officer, { ids: [id, newId()] })).toEqual({ code: 'NOT_FOUND', field: 'ids' });
    expect(await publish(officer, {})).toMatchObject({ code: 'PUBLISH_WHAT' });
    expect(await publish(officer, { ids: [id, id] })).toEqual({ count: 1 });
    expect(await publish(officer, { ids: [id] })).toEqual({ count: 0 });
  });

  it('is found soon after publication, in the language of the viewer, with facets', async () => {
    const officer = member('OFFICER');
    const { id, ref } = await create(officer, { titleEn: 'Zeolite membrane', titleZh: '沸石分子筛膜' });
    await create(officer, { titleEn: 'Zeolite draft' });
    await publish(officer, { ids: [id] });
    const found = await eventually(
      () => search({ text: 'zeolite' }),
      ({ totalCount }) => totalCount > 0,
    );
    expect(found.nodes).toHaveLength(1);
    expect(found.nodes[0].achievement.ref).toBe(ref);
    expect(found.nodes[0].titleHighlight).toEqual([
      { text: 'Zeolite', mark: true },
      { text: ' membrane', mark: false },
    ]);
    expect(found.isDegraded).toBe(false);
    const facets = Object.fromEntries(found.facets.map((facet: any) => [facet.name, facet.values]));
    expect(facets['organizationId']).toEqual([{ value: officer.organizationId, count: 1 }]);
    expect(facets['trlLevel']).toEqual([{ value: '6', count: 1 }]);
    expect(facets['language']).toEqual(
      expect.arrayContaining([
        { value: 'zh', count: 1 },
        { value: 'en', count: 1 },
      ]),
    );
    const zh = await search({ text: '分子筛', filter: { kind: ['PATENT'] } }, anonymous('zh-CN'));
    expect(zh.nodes[0].titleHighlight.map((segment: any) => segment.text).join('')).toBe('沸石分子筛膜');
    expect(zh.nodes[0].titleHighlight.some((segment: any) => segment.mark)).toBe(true);
    expect((await search({ text: 'zeolite', filter: { kind: ['PAPER'] } })).totalCount).toBe(0);
  });

  it('builds the same index from the database as from the journal', async () => {
    const officer = member('OFFICER');
    const rows = Array.from({ length: 30 }, (_, i) => ({
      organizationId: officer.organizationId!,
      titleEn: `Rebuilt device ${i}`,
      abstractEn: 'Cooling without moving parts.',
      fieldCode: i % 2 ? 'ENERGY' : 'MATERIALS',
    }));
    const ids = await library.get(SeedAchievements).run(rows, officer);
    expect(new Set(ids).size).toBe(30);
    const everything = async () => {
      const { hits, facets, total } = await library.engine.query('achievements', {
        sort: 'newest',
        first: 100,
        facets: ['fieldCode', 'kind', 'organizationId', 'language'],
      });
      return { hits, facets, total };
    };
    await eventually(
      () => search({ filter: { organizationId: [officer.organizationId] } }),
      ({ totalCount }) => totalCount === 30,
    );
    const live = await everything();
    await library.get(RebuildAchievementIndex).run();
    expect(await everything()).toEqual(live);
  });

  it('leaves search and sight when it is withdrawn', async () => {
    const officer = member('OFFICER');
    const [id] = await library
      .get(SeedAchievements)
      .run([{ organizationId: officer.organizationId!, titleEn: 'Gone soon' }], officer);
    const filter = { organizationId: [officer.organizationId] };
    await eventually(
      () => search({ filter }),
      ({ totalCount }) => totalCount === 1,
    );
    const db = library.get(DomainDatabase);
    await db.change(async () => {
      await db.query(`UPDATE achievement SET state = 'WITHDRAWN' WHERE id = $1`, [id]);
      db.record({ type: 'AchievementWithdrawn', subjectId: id!, data: {}, by: officer });
    });
    expect((await search({ filter })).nodes).toEqual([]);
    await eventually(
      () => search({ filter }),
      ({ totalCount }) => totalCount === 0,
    );
  });

  it('fills an engine that was put in the place of another', async () => {
    const before = await library.engine.count('achievements');
    expect(before).toBeGreaterThan(0);
    await library.engine.rebuild('achievements', (async function* () {})());
    expect(await library.engine.count('achievements')).toBe(0);
    await library
      .get(Jobs)
      .add(library.get(DomainDatabase), 'achievements.check-index', {}, 'achievements.check-index');
    await eventually(
      () => library.engine.count('achievements'),
      (count) => count === before,
    );
  });

  it('is indexed whatever characters a code holds, for one refused document would hold up the rest', async () => {
    const officer = member('OFFICER');
    const { id } = await create(officer, { fieldCode: '\u0001', regionCode: 'a\u0001b' });
    await publish(officer, { ids: [id] });
    await eventually(
      () => search({ filter: { organizationId: [officer.organizationId] } }),
      ({ totalCount }) => totalCount === 1,
    );
  });

  it('pages without skipping or repeating', async () => {
    const { organizationId } = member('OFFICER');
    const rows = Array.from({ length: 7 }, (_, i) => ({
      organizationId: organizationId!,
      titleEn: `Paged thing ${i}`,
    }));
    await library.get(SeedAchievements).run(rows, member('OFFICER'));
    const filter = { organizationId: [organizationId] };
    await eventually(
      () => search({ filter }),
      ({ totalCount }) => totalCount === 7,
    );
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const page: any = await search({ text: 'paged', filter, first: 3, after });
      seen.push(...page.nodes.map((node: any) => node.achievement.ref));
      if (!page.pageInfo.hasNextPage) break;
      after = page.pageInfo.endCursor;
    }
    expect(new Set(seen).size).toBe(7);
    await expect(
      search({ text: 'other words', filter, after: 'bm90IG9uZSBvZiBvdXJz' }),
    ).rejects.toMatchObject({ code: 'CURSOR' });
  });

  it('shows a plain list while the search engine is down', async () => {
    const organizationId = newId();
    const rows = ['One', 'Two', 'Three'].map((titleEn, i) => ({
      organizationId,
      titleEn,
      trlLevel: i + 1,
      rightsOffered: ['EQUITY'],
    }));
    await library.get(SeedAchievements).run(rows, member('OFFICER'));
    const working = library.engine.query;
    library.engine.query = async () => {
      throw new SearchError('engine-failed', 'planned');
    };
    try {
      const filter = { organizationId: [organizationId], rightsOffered: ['EQUITY'], language: ['en'] };
      const first = await search({ text: 'ignored', filter, first: 2 });
      expect(first).toMatchObject({ isDegraded: true, totalCount: 3, facets: [] });
      expect(first.nodes[0].titleHighlight).toEqual([{ text: 'Three', mark: false }]);
      const second = await search({ filter, first: 2, after: first.pageInfo.endCursor });
      expect(second.nodes.map((node: any) => node.achievement.title.en)).toEqual(['One']);
      expect((await search({ filter: { ...filter, trlLevel: ['2'] } })).totalCount).toBe(1);
    } finally {
      library.engine.query = working;
    }
  });

  it('lists the own library, whatever its state', async () => {
    const officer = member('OFFICER');
    const { id } = await create(officer);
    await create(officer);
    await publish(officer, { ids: [id] });
    const mine = async (argument: string) =>
      (await ask(officer, `{ myAchievements${argument} { totalCount nodes { id } } }`)).myAchievements;
    expect((await mine('')).totalCount).toBe(2);
    expect((await mine('(state: PUBLISHED)')).nodes).toEqual([{ id }]);
    const foreign = encodeCursor([new Date().toISOString(), id]);
    await expect(mine(`(after: "${foreign}")`)).rejects.toMatchObject({ code: 'CURSOR' });
    await expect(ask(member('BUYER'), '{ myAchievements { totalCount } }')).rejects.toMatchObject({
      code: 'NOT_ALLOWED',
    });
  });

  it('registers one subgraph', () => {
    expect(library.get(SubgraphRegistry).get('achievements')?.sdl).toContain('type Achievement @key');
  });
});
