import { checkQuery } from '../contract/check-query.js';
import { filtersOf } from './filters.js';
import { informativeWords } from './query-words.js';
import { decodeValue, encodeValue, MARK_END, MARK_START, toSegments } from './records.js';
import { merge } from './relevance.js';
import { definitionOf, settingsOf } from './settings.js';

const index = { name: 'offers', facets: ['field', 'region'], numbers: ['price'] };

describe('Meilisearch without a server', () => {
  it('turns marks into segments', () => {
    const formatted = `a ${MARK_START}b${MARK_END}${MARK_START}c${MARK_END} d`;
    expect(toSegments(formatted)).toEqual([
      { text: 'a ', mark: false },
      { text: 'b', mark: true },
      { text: 'c', mark: true },
      { text: ' d', mark: false },
    ]);
    expect(toSegments('')).toEqual([]);
  });

  it('writes filters that no value can leave', () => {
    const value = `x"] OR "y" = \\"`;
    expect(decodeValue(encodeValue(value))).toBe(value);
    const q = checkQuery(index, {
      filters: { field: ['a', value], region: [] },
      ranges: { price: { min: 3 } },
    });
    const [field, exists, least] = filtersOf(q);
    expect(field!.match(/"/g)).toHaveLength(6);
    expect(field).not.toContain('\\');
    expect([exists, least]).toEqual(['"numbers.price" EXISTS', '"numbers.price" >= 3']);
    expect(filtersOf(q, 'field')).toHaveLength(2);
  });

  it('takes the words that tell documents apart', () => {
    const words = informativeWords('The pump of the pump station, 我们需要新型水泵和水泵控制器', 10).map(
      ({ text }) => text,
    );
    expect(words.slice(0, 2).sort()).toEqual(['pump', '水泵']);
    expect(words).not.toContain('the');
    expect(words).not.toContain('我们');
  });

  it('adds up what words say, best first', () => {
    const hit = (id: string) => ({ key: id, id, publishedAt: 0, _rankingScore: 1 });
    const merged = merge([
      { hits: [hit('a'), hit('b')], says: 2 },
      { hits: [hit('b')], says: 1 },
    ]);
    expect(merged.map(({ id, score }) => [id, score])).toEqual([
      ['b', 3],
      ['a', 2],
    ]);
  });

  it('reads a definition back from the settings', () => {
    expect(definitionOf('offers', settingsOf(index))).toEqual(index);
  });
});
