import { describe, expect, it } from '@jest/globals';
import { LruCache } from './lru-cache.js';

const filled = (sizeMax: number, keys: readonly string[]): LruCache<string, string> => {
  const cache = new LruCache<string, string>(sizeMax);
  for (const key of keys) cache.set(key, key);
  return cache;
};
const left = (cache: LruCache<string, string>, keys: readonly string[]) =>
  keys.filter((key) => cache.get(key) !== undefined);

describe('a bounded map', () => {
  const KEYS = ['a', 'b', 'c', 'd', 'e', 'f'];

  it('holds no more than it may', () => {
    const cache = filled(4, KEYS);
    expect(cache.size).toBe(4);
    expect(left(cache, KEYS)).toEqual(['c', 'd', 'e', 'f']);
  });

  it('keeps what was used since it was half full', () => {
    const cache = filled(4, ['a', 'b', 'c']);
    expect(cache.get('a')).toBe('a');
    for (const key of ['d', 'e', 'f']) cache.set(key, key);
    expect(left(cache, KEYS)).toEqual(['a', 'd', 'e', 'f']);
  });

  it('keeps whatever was used while half of it was free as long as others were not added for the other half', () => {
    const cache = filled(4, ['a', 'b']);
    expect(cache.get('a')).toBe('a');
    for (const key of ['c', 'd']) cache.set(key, key);
    expect(left(cache, KEYS)).toEqual(['a', 'b', 'c', 'd']);
  });

  it('makes a value once', () => {
    const cache = filled(2, ['a']);
    expect(cache.compute('a', () => 'other')).toBe('a');
    expect(cache.compute('b', () => 'made')).toBe('made');
    expect(cache.get('b')).toBe('made');
  });
});
