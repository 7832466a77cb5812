import { describe, expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { DEPTH_MAX, limitOperation, SELECTIONS_MAX } from './limit.js';

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
});
