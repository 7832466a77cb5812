import { describe, expect, it } from '@jest/globals';
import type { DeclaredColumn } from './declared-table.js';
import { foundColumns } from './row-indexes.js';

const column = (name: string, changes: Partial<DeclaredColumn> = {}): DeclaredColumn => ({
  ...{ name, type: 'text', isList: false, length: null, words: null, rule: null },
  ...{ collation: null, isNullable: false, isUnique: false, refersTo: null, ...changes },
});

describe('how rows are found by a column', () => {
  it('is by hashes of a text without a length', () => {
    const columns = [
      column('reference'),
      column('kind', { words: ['READ', 'EXPORT'] }),
      column('name', { type: 'varchar', length: 100 }),
      column('post_id'),
    ];
    const uses = {
      ids: new Set(['post_id']),
      ordered: new Set(['name']),
      counted: new Set(['kind']),
    };
    expect(foundColumns(columns, uses)).toEqual({
      at: ['kind', 'name', 'post_id'],
      hashed: ['reference'],
      apart: [],
      ordered: ['name'],
      counted: ['kind'],
    });
  });
});
