import {
  SearchError,
  type HighlightSegment,
  type SearchDocument,
  type SearchEngine,
  type SearchQuery,
  type SearchResult,
} from './port.js';
import { catalogue, catalogueIndex, turbines } from './testing/catalogue.js';

/**
 * The contract of the search port as behaviour. Every engine passes it.
 * @param start an engine on a server that is empty or shared; index names are the suite's own
 */
export function searchBehaviour(start: () => Promise<{ engine: SearchEngine; stop(): Promise<void> }>): void {
  let engine: SearchEngine;
  let stop: () => Promise<void>;
  const fixed = 'behaviour-catalogue';
  let indexes = 0;

  beforeAll(async () => {
    ({ engine, stop } = await start());
    await engine.ensure(catalogueIndex(fixed));
    await engine.rebuild(fixed, batches(catalogue));
  }, 120_000);
  afterAll(async () => stop?.());

  /** A fresh index with these documents. */
  async function indexOf(docs: SearchDocument[]): Promise<string> {
    const name = `behaviour-${++indexes}-${Date.now().toString(36)}`;
    await engine.ensure(catalogueIndex(name));
    if (docs.length > 0) await engine.upsert(name, docs);
    return name;
  }
  const search = (q: SearchQuery) => engine.query(fixed, q);
  const found = async (text: string, q: SearchQuery = {}) =>
    (await search({ text, ...q })).hits.map(({ id }) => id);

  describe('words', () => {
    it('finds English words in other forms', async () => {
      expect(await found('batteries vehicle')).toContain('graphene-battery');
      expect(await found('electrodes')).toContain('graphene-battery');
    });

    it('finds Chinese words', async () => {
      expect(await found('石墨烯')).toEqual(['shi-mo-xi']);
      expect(await found('废水处理')).toEqual(['shui-chu-li']);
      expect(await found('光伏组件')).toEqual(['guang-fu']);
    });

    it('finds a Chinese word inside a longer one, and one of a single character', async () => {
      expect(await found('能源')).toContain('shi-mo-xi');
      expect(await found('膜 印染')).toEqual(['shui-chu-li']);
    });

    it('finds both languages in one query', async () => {
      expect(await found('机器人 greenhouse')).toEqual(['ji-qi-ren']);
      expect(await found('robot番茄')).toEqual(['ji-qi-ren']);
    });

    it('wants every word in mode all', async () => {
      expect(await found('graphene wheat')).toEqual([]);
      expect(await found('石墨烯 疫苗')).toEqual([]);
    });

    it('knows no case, no width and no accents', async () => {
      expect(await found('ＱＵＡＮＴＵＭ Magnetometer')).toEqual(['quantum-sensor']);
      expect(await found('gräphene électrode')).toEqual(['graphene-battery']);
    });

    it('finds hyphenated words written apart and together', async () => {
      for (const text of ['lithium-ion', 'lithium ion', 'Lithium‐Ion'])
        expect(await found(text)).toEqual(['graphene-battery']);
    });

    it('puts a word in the title before one in the summary', async () => {
      expect(await found('membrane')).toEqual(
        expect.arrayContaining(['solid-electrolyte', 'water-membrane']),
      );
      expect((await found('graphene'))[0]).toBe('graphene-battery');
    });
  });

  describe('typing', () => {
    it.each([
      ['grapheme', 'graphene-battery'],
      ['magnetomter', 'quantum-sensor'],
      ['desalinatoin', 'water-membrane'],
    ])('mends %s', async (typed, id) => {
      expect(await found(typed)).toContain(id);
    });

    it('completes the last word', async () => {
      expect(await found('quantum magn')).toEqual(['quantum-sensor']);
      expect(await found('desalinatio')).toEqual(['water-membrane']);
      expect(await found('钙钛')).toEqual(['guang-fu']);
    });
  });

  describe('long text (mode any)', () => {
    it('finds what shares the informative words', async () => {
      const text = `We are a manufacturer of electric vehicles and are looking for a partner who can offer an electrode or
        another component for a battery that shortens the charging time considerably. The battery should be safe and cheap,
        and graphene or other materials are welcome. Please offer the technology with a proof of concept.`;
      expect((await search({ text, mode: 'any' })).hits[0]!.id).toBe('graphene-battery');
    });

    it('does so in Chinese', async () => {
      const text =
        '我们是一家新能源汽车企业，希望寻找能够缩短电池充电时间的新型电极材料，最好采用石墨烯，并且已经完成中试。';
      expect((await search({ text, mode: 'any' })).hits[0]!.id).toBe('shi-mo-xi');
    });
  });

  describe('filters and facets', () => {
    it('is OR inside a facet and AND between facets', async () => {
      const { hits, total } = await search({
        filters: { field: ['energy', 'agriculture'], region: ['west'] },
      });
      expect(hits.map(({ id }) => id).sort()).toEqual(['guang-fu', 'ji-qi-ren', 'wheat']);
      expect(total).toBe(3);
      expect(await found('graphene', { filters: { field: ['environment'] } })).toEqual(['water-membrane']);
    });

    it('takes an empty filter for none and finds nothing by an unknown value', async () => {
      expect((await search({ filters: { field: [] } })).total).toBe(catalogue.length);
      expect((await search({ filters: { field: [`o'clock \\ " AND`] } })).total).toBe(0);
    });

    it('counts all values without a query', async () => {
      const { facets, total } = await search({ facets: ['status', 'region'], first: 0 });
      expect(total).toBe(10);
      expect(facets).toEqual({
        status: [
          { value: 'listed', count: 6 },
          { value: 'draft', count: 2 },
          { value: 'sold', count: 2 },
        ],
        region: [
          { value: 'south', count: 4 },
          { value: 'north', count: 3 },
          { value: 'west', count: 3 },
        ],
      });
    });

    it('counts a filtered facet without its own filter, the others with it', async () => {
      const { facets, total } = await search({
        filters: { field: ['energy'] },
        facets: ['field', 'status'],
        first: 0,
      });
      expect(total).toBe(4);
      expect(facets['status']).toEqual([
        { value: 'listed', count: 3 },
        { value: 'sold', count: 1 },
      ]);
      expect(facets['field']).toContainEqual({ value: 'agriculture', count: 3 });
      expect(facets['field']).toContainEqual({ value: 'energy', count: 4 });
    });

    it('counts inside the words looked for', async () => {
      const { facets } = await search({
        text: 'membrane',
        facets: ['field'],
        filters: { field: ['energy'] },
      });
      expect(facets['field']).toContainEqual({ value: 'environment', count: 1 });
      expect(facets['field']).toContainEqual({ value: 'energy', count: 1 });
    });

    it('keeps numbers in a range', async () => {
      const { hits } = await search({
        ranges: { price: { min: 150, max: 300 } },
        sort: { number: 'price', direction: 'asc' },
      });
      expect(hits.map(({ id }) => id)).toEqual(['water-membrane', 'ji-qi-ren', 'graphene-battery']);
    });
  });

  describe('order', () => {
    it('is by date, or by a number with those that lack it last', async () => {
      expect((await search({ sort: 'newest', first: 2 })).hits.map(({ id }) => id)).toEqual([
        'yi-miao',
        'ji-qi-ren',
      ]);
      expect((await search({ sort: 'oldest', first: 1 })).hits[0]!.id).toBe('graphene-battery');
      const dearest = await search({ sort: { number: 'price', direction: 'desc' }, first: 100 });
      expect(dearest.hits.map(({ id }) => id).slice(0, 2)).toEqual(['quantum-sensor', 'solid-electrolyte']);
      expect(dearest.hits.map(({ id }) => id).slice(-2)).toEqual(['wheat', 'yi-miao']);
      expect((await search({ text: '', sort: 'relevance', first: 1 })).hits[0]!.id).toBe('yi-miao');
    });
  });

  describe('highlights', () => {
    const marked = (segments: HighlightSegment[] | undefined) =>
      segments?.filter(({ mark }) => mark).map(({ text }) => text);

    it('marks the words in their own form', async () => {
      const { highlights } = (await search({ text: 'batteries electrodes' })).hits[0]!;
      expect(highlights.title!.map(({ text }) => text).join('')).toBe(catalogue[0]!.texts.title);
      expect(marked(highlights.title)).toEqual(['electrode', 'batteries']);
    });

    it('marks Chinese words', async () => {
      const { highlights } = (await search({ text: '石墨烯充电' })).hits[0]!;
      expect(marked(highlights.title)).toEqual(['石墨烯', '充电']);
    });

    it('are empty where no text was looked for', async () => {
      const { hits } = await search({ text: '', sort: 'newest' });
      expect(hits.length).toBeGreaterThan(0);
      expect(hits.map(({ highlights }) => highlights)).toEqual(hits.map(() => ({})));
    });

    it('cuts the passage of a long body around the words and never holds HTML', async () => {
      const body = `${'filler text without meaning. '.repeat(200)}The <b>zeolite</b> catalyst & co. ${'more filler. '.repeat(200)}`;
      const name = await indexOf([{ ...catalogue[0]!, id: 'long', texts: { title: 'A long one', body } }]);
      const { highlights } = (await engine.query(name, { text: 'zeolite' })).hits[0]!;
      expect(marked(highlights.body)).toEqual(['zeolite']);
      const passage = highlights.body!.map(({ text }) => text).join('');
      expect(passage).toContain('<b>zeolite</b> catalyst & co.');
      expect(passage.length).toBeLessThan(600);
      expect(highlights.summary).toBeUndefined();
    });
  });

  describe('pages', () => {
    const orders: [string, SearchQuery][] = [
      ['by relevance', { text: 'turbine' }],
      ['by date', { sort: 'newest' }],
      ['by date with words', { text: 'turbine', sort: 'oldest' }],
      ['by number', { sort: { number: 'price', direction: 'asc' } }],
      ['of long text', { text: 'a cast blade for the gas turbine', mode: 'any' }],
    ];

    async function readAll(
      name: string,
      q: SearchQuery,
      between: (page: number) => Promise<void>,
    ): Promise<string[]> {
      const ids: string[] = [];
      let after: string | null = null;
      for (let page = 0; page < 50; page++) {
        const result = await engine.query(name, { ...q, first: 10, after });
        ids.push(...result.hits.map(({ id }) => id));
        if (!result.hasNextPage) return ids;
        after = result.endCursor;
        await between(page);
      }
      throw new Error('the pages do not end');
    }

    it.each(orders)('%s hold each document once', async (_, q) => {
      const docs = turbines(47);
      const ids = await readAll(await indexOf(docs), q, async () => {});
      expect(ids.toSorted()).toEqual(docs.map(({ id }) => id));
    });

    it.each(orders)('%s neither skip nor repeat while documents come and go', async (_, q) => {
      const docs = turbines(47);
      const name = await indexOf(docs);
      const ids = await readAll(name, q, async (page) => {
        await engine.upsert(name, turbines(4, 1000 + page * 4));
        await engine.delete(name, [`turbine-${String(1000 + page * 4).padStart(4, '0')}`]);
      });
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => id < 'turbine-1000').toSorted()).toEqual(docs.map(({ id }) => id));
    });

    it('end after 1,000 hits by relevance, and still hold each once, where thousands match', async () => {
      const name = await indexOf(turbines(2600));
      const ids: string[] = [];
      let after: string | null = null;
      do {
        const page: SearchResult = await engine.query(name, { text: 'turbine ', first: 100, after });
        expect(page.total).toBeGreaterThanOrEqual(1000);
        ids.push(...page.hits.map(({ id }) => id));
        after = page.hasNextPage ? page.endCursor : null;
        await engine.upsert(name, turbines(3, 5000 + ids.length));
      } while (after !== null);
      // Newcomers may displace the very last ones, but nothing before them.
      expect(ids.length).toBeGreaterThanOrEqual(970);
      expect(ids.length).toBeLessThanOrEqual(1000);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.slice(0, 900).every((id) => id < 'turbine-5000' && id >= 'turbine-1600')).toBe(true);
    }, 60_000);

    it('refuses a cursor that is damaged or of another query', async () => {
      const { endCursor } = await search({ text: 'membrane', first: 1 });
      for (const q of [
        { text: 'graphene', after: endCursor },
        { text: 'membrane', after: 'x'.repeat(20) },
        { after: '' },
      ]) {
        await expect(search(q)).rejects.toMatchObject({ name: 'SearchError', code: 'bad-cursor' });
      }
    });
  });

  describe('writing', () => {
    it('replaces by id, deletes, and counts', async () => {
      const name = await indexOf(catalogue);
      await engine.upsert(name, [{ ...catalogue[0]!, texts: { title: 'Something else entirely' } }]);
      expect((await engine.query(name, { text: 'electrode' })).total).toBe(0);
      expect((await engine.query(name, { text: 'entirely' })).hits[0]!.id).toBe('graphene-battery');
      expect(await engine.count(name)).toBe(10);
      await engine.delete(name, ['graphene-battery', 'unknown']);
      expect(await engine.count(name)).toBe(9);
      const { total, facets } = await engine.query(name, { facets: ['field'], first: 0 });
      expect(total).toBe(9);
      expect(facets['field']).toContainEqual({ value: 'energy', count: 3 });
    });

    it('takes the last of a repeated id and a repeated ensure', async () => {
      const name = await indexOf([catalogue[0]!, { ...catalogue[0]!, texts: { title: 'Last one' } }]);
      await engine.ensure(catalogueIndex(name));
      expect((await engine.query(name, { text: 'last' })).total).toBe(1);
      expect(await engine.count(name)).toBe(1);
    });

    it('keeps the old content readable during a rebuild, then shows the new one at once', async () => {
      const name = await indexOf(turbines(20));
      const totals: number[] = [];
      async function* docs(): AsyncGenerator<SearchDocument[]> {
        yield turbines(15, 500);
        totals.push((await engine.query(name, { text: 'turbine' })).total);
        await engine.upsert(name, [{ ...catalogue[2]!, id: 'written-meanwhile' }]);
        await engine.delete(name, ['turbine-0520']);
        yield turbines(15, 515);
        totals.push((await engine.query(name, { text: 'turbine' })).total);
      }
      await engine.rebuild(name, docs());
      expect(totals).toEqual([20, 20]);
      const after = await engine.query(name, { text: 'turbine', first: 100 });
      expect(after.total).toBe(29);
      expect(after.hits.every(({ id }) => id >= 'turbine-0500' && id !== 'turbine-0520')).toBe(true);
      expect((await engine.query(name, { text: 'magnetometer' })).hits[0]!.id).toBe('written-meanwhile');
    });

    it('never shows an empty or half index while it is rebuilt again and again', async () => {
      const name = await indexOf(turbines(30));
      let done = false;
      const seen = new Set<number>();
      const reader = (async () => {
        while (!done) seen.add((await engine.query(name, { text: 'turbine', facets: ['status'] })).total);
      })();
      for (let round = 0; round < 3; round++) await engine.rebuild(name, batches(turbines(30)));
      done = true;
      await reader;
      expect([...seen]).toEqual([30]);
    });

    it('keeps the old content when a rebuild fails, and can be rebuilt again', async () => {
      const name = await indexOf(turbines(5));
      async function* broken(): AsyncGenerator<SearchDocument[]> {
        yield turbines(2, 900);
        throw new Error('source went away');
      }
      await expect(engine.rebuild(name, broken())).rejects.toThrow('source went away');
      expect(await engine.count(name)).toBe(5);
      await engine.rebuild(name, batches(turbines(3)));
      expect(await engine.count(name)).toBe(3);
    });

    it('refuses a second rebuild at the same time', async () => {
      const name = await indexOf(turbines(3));
      async function* docs(): AsyncGenerator<SearchDocument[]> {
        await expect(engine.rebuild(name, batches([]))).rejects.toMatchObject({ code: 'rebuild-running' });
        yield turbines(4);
      }
      await engine.rebuild(name, docs());
      expect(await engine.count(name)).toBe(4);
    });
  });

  describe('bad input', () => {
    it.each([
      ['NUL', 'gra\0phene'],
      ['a lone surrogate', 'graphene \ud800'],
      ['operators', `graphene & | ! <-> :* ' " \\ ( )`],
      ['markup', '<script>graphene</script>'],
      ['signs only', '!!! ??? 。，'],
      ['an emoji', '🔋'],
      ['a stop word', 'the'],
      ['a very long text', 'graphene '.repeat(1200)],
      ['a very long word', 'a'.repeat(10_000)],
      ['long Chinese', '石墨烯电池'.repeat(2000)],
    ])('answers %s', async (_, text) => {
      for (const mode of ['all', 'any'] as const) {
        const result = await search({ text, mode, facets: ['field'] });
        expect(result.total).toBeGreaterThanOrEqual(0);
      }
    });

    it('reads NUL as nothing and cuts what is too long', async () => {
      expect(await found('gra\0phene')).toContain('graphene-battery');
      expect(await found('graphene '.repeat(1200))).toContain('graphene-battery');
    });

    it('stores documents with NUL, lone surrogates and signs of the query language', async () => {
      const value = `it's "x" \\ AND`;
      const odd = {
        ...catalogue[0]!,
        id: `odd:1/'"`,
        texts: { title: 'zirconium \0\ud800 \\ \' " :1A', body: '\udfff' },
      };
      const name = await indexOf([{ ...odd, facets: { field: [value] } }]);
      const result = await engine.query(name, {
        text: 'zirconium',
        filters: { field: [value] },
        facets: ['field'],
      });
      expect(result.hits[0]!.id).toBe(odd.id);
      expect(result.facets['field']).toEqual([{ value, count: 1 }]);
    });

    it('stores a text of 200,000 characters', async () => {
      const name = await indexOf([
        { ...catalogue[0]!, texts: { title: 'huge', body: 'molybdenum alloy 合金材料 '.repeat(9000) } },
      ]);
      expect((await engine.query(name, { text: 'molybdenum 合金' })).total).toBe(1);
    });

    it.each([
      ['an unknown facet', { facets: ['nope'] }],
      ['an unknown filter', { filters: { nope: ['x'] } }],
      ['an unknown number', { sort: { number: 'nope', direction: 'asc' } }],
      ['too large a page', { first: 101 }],
    ] as [string, SearchQuery][])('refuses %s', async (_, q) => {
      await expect(search(q)).rejects.toMatchObject({ name: 'SearchError', code: 'bad-input' });
    });

    it('refuses documents against the contract and leaves the others out too', async () => {
      const name = await indexOf([]);
      const good = catalogue[0]!;
      for (const bad of [
        { ...good, id: '' },
        { ...good, id: 'a\0' },
        { ...good, publishedAt: NaN },
        { ...good, numbers: { price: Infinity } },
      ]) {
        await expect(engine.upsert(name, [good, bad])).rejects.toBeInstanceOf(SearchError);
      }
      expect(await engine.count(name)).toBe(0);
    });

    it('says when an index does not exist', async () => {
      await expect(engine.query('nowhere', {})).rejects.toMatchObject({ code: 'index-missing' });
      await expect(engine.upsert('nowhere', catalogue)).rejects.toMatchObject({ code: 'index-missing' });
    });
  });

  it('is healthy', async () => {
    expect(await engine.health()).toMatchObject({ ok: true });
  });
}

async function* batches(docs: SearchDocument[]): AsyncGenerator<SearchDocument[]> {
  for (let start = 0; start < docs.length; start += 7) yield docs.slice(start, start + 7);
}
