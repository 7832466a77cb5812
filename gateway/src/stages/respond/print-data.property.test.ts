import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printData } from './print-data.js';

/** Whatever an answer may hold; an object of it stands at several places. */
const data = fc
  .tuple(
    fc.jsonValue({ maxDepth: 3 }),
    fc.jsonValue({ maxDepth: 3 }),
    fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 })),
  )
  .map(([one, other, repeated]) => {
    const holder = { one, repeated, list: [repeated, other, null, { repeated }], '"': repeated };
    return { data: { holder, ü: [holder, holder], '\u2028': -0, empty: {}, none: [] }, repeated: [repeated, holder] };
  });

describe('the data of an answer', () => {
  it('is written as `JSON.stringify` writes it, whatever stands in it at several places', () => {
    fc.assert(
      fc.property(data, ({ data: whole, repeated }) => {
        for (const known of [[], repeated, repeated.slice(1), repeated.slice(0, 1)]) {
          expect(printData(whole, new Set(known)).join('')).toBe(JSON.stringify(whole));
        }
      }),
    );
    expect(printData(null, new Set())).toEqual(['null']);
  });
});
