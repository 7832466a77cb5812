import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { limitOperation, limitRepetition } from './limit.js';
import { DEPTH_MAX, REPEATS_MAX, SELECTIONS_MAX } from './limits.js';

function limit(text: string): void {
  const document = parse(text);
  const operation = getOperationAST(document, null);
  if (!operation) throw new Error('no operation');
  limitOperation(document, operation);
}

const nested = (levels: number): string => `{ ${'a { '.repeat(levels - 1)}a${' }'.repeat(levels - 1)} }`;

describe('limits on an operation', () => {
  it('admit the deepest operation allowed and refuse the next level', () => {
    expect(() => limit(nested(DEPTH_MAX))).not.toThrow();
    expect(() => limit(nested(DEPTH_MAX + 1))).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
  });

  it('count a fragment where it is spread, so that doubling fragments cannot hide their width', () => {
    const doubling = Array.from({ length: 24 }, (_, n) => `fragment F${n} on T { ...F${n + 1} ...F${n + 1} }`).join(
      '\n',
    );
    expect(() => limit(`{ ...F0 }\n${doubling}\nfragment F24 on T { a }`)).toThrow(
      expect.objectContaining({ code: 'LIMIT_EXCEEDED' }),
    );
  });

  it('refuse one selection more than allowed', () => {
    const wide = (count: number): string => `{ ${Array.from({ length: count }, (_, n) => `a${n}: a`).join(' ')} }`;
    expect(() => limit(wide(SELECTIONS_MAX))).not.toThrow();
    expect(() => limit(wide(SELECTIONS_MAX + 1))).toThrow(expect.objectContaining({ code: 'LIMIT_EXCEEDED' }));
  });

  it('name the limit, its number and the place', () => {
    expect(() => limit(`{\n  ${'a { '.repeat(DEPTH_MAX)}\n    too\n${' }'.repeat(DEPTH_MAX)} }`)).toThrow(
      expect.objectContaining({
        issues: [{ message: 'the operation is deeper than 15 levels', locations: [{ line: 3, column: 5 }] }],
      }),
    );
  });
});

describe('limits on repetition', () => {
  const repeated = (selection: string, times: number): string => `query {\n${`${selection}\n`.repeat(times)}}`;

  it.each([
    ['a field', 'a', 'a'],
    ['an alias', 'b: a', 'b'],
    ['a fragment', '...F', '...F'],
  ])('admit %s as often as allowed and refuse the next, by its place', (_, selection, key) => {
    expect(() => limitRepetition(parse(repeated(selection, REPEATS_MAX)))).not.toThrow();
    expect(() => limitRepetition(parse(repeated(selection, REPEATS_MAX + 1)))).toThrow(
      expect.objectContaining({
        code: 'LIMIT_EXCEEDED',
        message: `\`${key}\` stands more than 100 times in one selection`,
        issues: [expect.objectContaining({ locations: [{ line: REPEATS_MAX + 2, column: 1 }] })],
      }),
    );
  });

  it('hold in every selection of a document, fragments too', () => {
    const below = `fragment F on T { a { ${'b '.repeat(REPEATS_MAX + 1)} } }`;
    expect(() => limitRepetition(parse(`{ a { b { ${'c '.repeat(REPEATS_MAX + 1)} } } }`))).toThrow('`c`');
    expect(() => limitRepetition(parse(`{ a } ${below}`))).toThrow('`b`');
  });
});
