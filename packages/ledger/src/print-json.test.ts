import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { printJson } from './print-json.js';

describe('JSON of the sidecar', () => {
  it('is what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => expect(printJson(value)).toBe(JSON.stringify(value))),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.option(fc.jsonValue(), { nil: undefined })), (value) =>
        expect(printJson(value)).toBe(JSON.stringify(value)),
      ),
    );
    expect(printJson([undefined, Number.NaN, { a: undefined, b: 1 }])).toBe('[null,null,{"b":1}]');
  });

  it('is written however deep the data nests, where JSON.stringify gives up', () => {
    const depth = 200_000;
    const lists = `${'['.repeat(depth)}${']'.repeat(depth)}`;
    const objects = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;

    for (const text of [lists, objects]) {
      expect(() => JSON.stringify(JSON.parse(text))).toThrow(RangeError);
      expect(printJson(JSON.parse(text)) === text).toBe(true);
    }
  });

  it('is written of a list with more items than a function takes arguments', () => {
    const wide = Array.from({ length: 300_000 }, () => 1);
    expect(printJson(wide) === JSON.stringify(wide)).toBe(true);
  });
});
