import { casesOf } from './cases';

test('a case stands where it first appears, with all that concerns it', () => {
  const items = ['b', 'a', 'b', 'c', 'a'].map((caseKey, n) => ({ caseKey, n }));
  expect(casesOf(items).map(({ key, items: own }) => [key, own.map(({ n }) => n)])).toEqual([
    ['b', [0, 2]],
    ['a', [1, 4]],
    ['c', [3]],
  ]);
  expect(casesOf([])).toEqual([]);
});
