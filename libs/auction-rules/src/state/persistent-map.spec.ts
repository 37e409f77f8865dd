import fc from 'fast-check';
import { PersistentMap } from './persistent-map.js';

describe('PersistentMap', () => {
  const operations = fc.array(
    fc.tuple(
      fc.boolean(),
      fc.constantFrom('', 'a', 'b').chain((head) => fc.nat(40).map((n) => head + n)),
    ),
    {
      maxLength: 300,
    },
  );

  it('agrees with a Map and leaves older versions alone', () => {
    fc.assert(
      fc.property(operations, (steps) => {
        const model = new Map<string, number>();
        let map = PersistentMap.empty<number>();
        steps.forEach(([add, key], index) => {
          const before = map;
          const size = before.size;
          const held = before.get(key);
          map = add ? map.set(key, index) : map.delete(key);
          if (add) model.set(key, index);
          else model.delete(key);
          expect([before.size, before.get(key)]).toEqual([size, held]);
        });
        expect(map.size).toBe(model.size);
        expect(new Map(map.entries())).toEqual(model);
        for (const [key, value] of model) expect(map.get(key)).toBe(value);
      }),
    );
  });

  it('holds a hundred thousand entries, also two of the same hash', () => {
    let map = PersistentMap.empty<number>();
    for (let i = 0; i < 100_000; i++) map = map.set(`request-${i}`, i);
    expect(map.size).toBe(100_000);
    expect(map.get('request-77777')).toBe(77777);
    // FNV-1a gives these two the same 32 bits
    map = map.set('costarring', 1).set('liquid', 2);
    expect([map.get('costarring'), map.get('liquid')]).toEqual([1, 2]);
    expect(map.delete('liquid').get('costarring')).toBe(1);
    expect(map.delete('liquid').has('liquid')).toBe(false);
  });
});
