import { expect, it } from '@jest/globals';
import { BoundedMap } from './bounded-map.js';

it('a bounded map makes what it does not keep, and never keeps more than its limit', () => {
  const map = new BoundedMap<number, string>(3);
  const made: number[] = [];
  const get = (key: number) =>
    map.compute(key, () => {
      made.push(key);
      return `made of ${key}`;
    });

  expect([1, 2, 2, 3, 1].map(get)).toEqual(['made of 1', 'made of 2', 'made of 2', 'made of 3', 'made of 1']);
  expect(made).toEqual([1, 2, 3]);
  for (let key = 0; key < 100; key += 1) {
    expect(get(key)).toBe(`made of ${key}`);
    expect(map.size).toBeLessThanOrEqual(3);
  }
});
