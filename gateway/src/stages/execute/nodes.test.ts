import { randomId } from '@chancery/shared/subgraph/tables/random-id';
import { describe, expect, it } from '@jest/globals';
import { nodeOf, nodesOf } from './nodes.js';

describe('a record by its id alone', () => {
  it.each(['Mission', 'Premises', 'Incident', 'Warning'] as const)('is a %s when its id begins so', (type) => {
    const id = randomId(type);
    expect(nodeOf({ id })).toEqual({ __typename: type, id });
  });

  it.each([
    '',
    'inc',
    'inc_',
    'inc_1',
    'Q875787',
    'VCDR-22-1',
    'mis_ILOU0000000000000000000000',
    'constructor',
    '__proto__',
  ])('is nobody for words that no id has: %s', (id) => {
    expect(nodeOf({ id })).toBeNull();
  });

  it('stands in its place among others, at most a page of them', () => {
    const id = randomId('Warning');
    expect(nodesOf({ ids: ['x', id, id] })).toEqual([null, nodeOf({ id }), nodeOf({ id })]);
    expect(() => nodesOf({ ids: Array(501).fill(id) })).toThrow(
      expect.objectContaining({ extensions: { code: 'INPUT_INVALID', argument: 'ids' } }),
    );
  });
});
