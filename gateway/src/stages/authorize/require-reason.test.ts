import type { Category } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { GraphQLString } from 'graphql';
import type { FieldProjection, ObjectProjection } from '../rewrite/projection.js';
import { categoriesRead, requireReason } from './require-reason.js';

const field = (category: Category | null, changes: Partial<FieldProjection> = {}): FieldProjection => ({
  responseKey: 'a',
  canonicalKey: 'a',
  fieldName: 'a',
  policy: { index: 0, coordinate: 'T.a', category, floor: 0, optional: false },
  type: GraphQLString,
  selection: null,
  source: 'data',
  pruned: false,
  isShown: true,
  isAsked: false,
  ...changes,
});
const object = (...fields: FieldProjection[]): ObjectProjection => ({
  typeName: 'T',
  handledBy: 'OWN',
  owner: 't',
  rowsOf: null,
  fields,
});

describe('a reason for reading data of law enforcement', () => {
  it('is asked for however deep the field stands, and not for a field that is closed', () => {
    const open = object(field('EXISTENCE', { selection: object(field(null), field('EVIDENCE')) }));
    const closed = object(field('EXISTENCE', { selection: object(field('EVIDENCE', { pruned: true })) }));

    expect([...categoriesRead(open)].sort()).toEqual(['EVIDENCE', 'EXISTENCE']);
    expect(() => requireReason(categoriesRead(open), null)).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', argument: 'Chancery-Reason' }),
    );
    expect(() => requireReason(categoriesRead(open), 'case 17, identification of the vehicle')).not.toThrow();
    expect(() => requireReason(categoriesRead(closed), null)).not.toThrow();
  });
});
