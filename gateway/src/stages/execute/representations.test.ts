import { describe, expect, it } from '@jest/globals';
import { parse } from 'graphql';
import { typeLatticeOf } from '../../schema/type-lattice.js';
import type { AnswerShape } from '../plan/answer-shape.js';
import type { EntityBatch, PathStep } from '../plan/query-plan.js';
import type { Merged } from './entity-paths.js';
import { mergeAnswer as mergeInto } from './merge.js';
import { MergedObject } from './merged-object.js';
import { prepareEntities } from './representations.js';

const types = typeLatticeOf(
  parse('interface Thing { id: ID } type A implements Thing { id: ID } type B { id: ID } union Any = A | B'),
);
const mergeAnswer = (shape: AnswerShape, answer: object, target: MergedObject) =>
  mergeInto(shape, answer, target, { types, shared: null });

const leaf = (key: string, answerKey = key) => ({ answerKey, key, shape: null });
const nested = (key: string, ...fields: AnswerShape['fields']) => ({ answerKey: key, key, shape: { fields } });
const key = (name: string): PathStep => ({ kind: 'key', key: name });
const ITEMS: PathStep = { kind: 'items' };
const required = (name: string, sendKey = name) => ({ kind: 'field' as const, readKey: name, sendKey, selections: [] });

const DATA_SHAPE: AnswerShape = {
  fields: [
    nested(
      'list',
      ...['__typename', 'id', 'price', 'box'].map((name) =>
        name === 'box' ? nested(name, leaf('width')) : leaf(name),
      ),
    ),
  ],
};

function merged(list: readonly unknown[]): Merged {
  const root = new MergedObject();
  mergeAnswer(DATA_SHAPE, { list }, root);
  return { root, types, absent: new Set(), shared: null };
}

const batch = (changes: Partial<EntityBatch> = {}): EntityBatch => ({
  answerKey: '_entities',
  representationsVariable: 'representations',
  paths: [[key('list'), ITEMS]],
  requires: [{ kind: 'fragment', typeName: 'A', selections: [required('__typename'), required('id')] }],
  typenameRewrites: [],
  shape: { fields: [leaf('x')] },
  ...changes,
});

const sent = (root: Merged, ...batches: EntityBatch[]): unknown =>
  JSON.parse(JSON.stringify(prepareEntities(root, batches).variables));

describe('representations', () => {
  it('name each entity once, and know every place that it stands in', () => {
    const root = merged([{ __typename: 'A', id: 1 }, { __typename: 'A', id: 2 }, null, { __typename: 'A', id: 1 }]);
    const { variables, batches, isNeeded } = prepareEntities(root, [batch()]);

    expect(variables.representations).toHaveLength(2);
    expect(isNeeded).toBe(true);
    expect(batches[0]?.targets.map((targets) => targets.length)).toEqual([2, 1]);
  });

  it('tell apart what reads alike when it is run together', () => {
    const fields = ['id', 'price'];
    const rows = [
      ...[1, '1', true, 'true', 'null', '', 0, '0', 'undefined'].map((id) => ({ id, price: 7 })),
      ...[
        { id: 'a', price: 'b,1:c' },
        { id: 'a,3:b', price: 'c' },
        { id: 'a,' },
        { id: 'a', price: null },
        { id: 'a' },
      ],
    ];
    const requires = [
      {
        kind: 'fragment' as const,
        typeName: 'A',
        selections: [required('__typename'), ...fields.map((name) => required(name))],
      },
    ];
    const root = merged([...rows, ...rows].map((row) => ({ __typename: 'A', ...row })));
    const { variables, batches } = prepareEntities(root, [batch({ requires })]);

    const told = (variables.representations ?? []).map((each) => JSON.stringify(each));
    expect(new Set(told).size).toBe(told.length);
    const different = rows.map(({ id, price = null }) => JSON.stringify({ __typename: 'A', id, price }));
    expect(new Set(told)).toEqual(new Set(different));
    expect(batches[0]?.targets.flat()).toHaveLength(rows.length * 2);
  });

  it('leave out who is of another type, of none, or without a key', () => {
    const root = merged([
      { __typename: 'B', id: 1 },
      { id: 2 },
      { __typename: 'A' },
      { __typename: 'A', id: null },
      'A',
      { __typename: ['A'], id: 3 },
    ]);

    expect(prepareEntities(root, [batch()])).toMatchObject({ variables: { representations: [] }, isNeeded: false });
  });

  it('read a required value under its merged key and send it under its own', () => {
    const requires = [
      {
        kind: 'fragment' as const,
        typeName: 'A',
        selections: [
          required('__typename'),
          required('id'),
          required('price', 'cost'),
          { ...required('box'), selections: [required('width', 'w')] },
        ],
      },
    ];

    expect(
      sent(
        merged([
          { __typename: 'A', id: 1, price: 5, box: { width: 3 } },
          { __typename: 'A', id: 2, price: null, box: null },
        ]),
        batch({ requires }),
      ),
    ).toEqual({
      representations: [
        { __typename: 'A', id: 1, cost: 5, box: { w: 3 } },
        { __typename: 'A', id: 2, cost: null, box: null },
      ],
    });
  });

  it('call a type by the name that the subgraph knows, and leave the entity its own', () => {
    const root = merged([{ __typename: 'A', id: 1 }]);
    const typenameRewrites = [
      { typeNames: ['A'], key: '__typename', value: 'Media' },
      { typeNames: ['B'], key: '__typename', value: 'Other' },
    ];

    expect(sent(root, batch({ typenameRewrites }))).toEqual({ representations: [{ __typename: 'Media', id: 1 }] });
    expect(root.root.list).toEqual([{ __typename: 'A', id: 1, price: null, box: null }]);
  });

  it('are one list for batches that share a variable, and an empty list for a batch without entities', () => {
    const root = merged([
      { __typename: 'A', id: 1 },
      { __typename: 'B', id: 2 },
    ]);
    const requires = [
      { kind: 'fragment' as const, typeName: 'B', selections: [required('__typename'), required('id')] },
    ];
    const { variables, batches } = prepareEntities(root, [
      batch({ answerKey: '_e0', representationsVariable: 'r' }),
      batch({ answerKey: '_e1', representationsVariable: 'r', requires }),
      batch({ answerKey: '_e2', representationsVariable: 's', paths: [[key('gone')]] }),
    ]);

    expect(JSON.parse(JSON.stringify(variables))).toEqual({
      r: [
        { __typename: 'A', id: 1 },
        { __typename: 'B', id: 2 },
      ],
      s: [],
    });
    expect(batches.map(({ targets }) => targets.map((each) => each.length))).toEqual([[1, 0], [0, 1], []]);
  });

  it('find entities in lists of lists, whose path has one mark', () => {
    const root = merged([[{ __typename: 'A', id: 1 }, null], [], [{ __typename: 'A', id: 2 }]]);

    expect(sent(root, batch())).toEqual({
      representations: [
        { __typename: 'A', id: 1 },
        { __typename: 'A', id: 2 },
      ],
    });
  });

  it('stop at a type that the path does not name', () => {
    const root = merged([
      { __typename: 'A', id: 1 },
      { __typename: 'B', id: 2 },
    ]);
    const paths = [[key('list'), ITEMS, { kind: 'type' as const, typeNames: ['B', 'C'] }]];

    expect(sent(root, batch({ paths }))).toEqual({ representations: [] });
    expect(
      sent(
        merged([{ __typename: 'A', id: 1 }]),
        batch({ paths: [[key('list'), ITEMS, { kind: 'type', typeNames: ['A'] }]] }),
      ),
    ).toEqual({
      representations: [{ __typename: 'A', id: 1 }],
    });
  });
});

describe('types', () => {
  it('that are named by an interface or a union are of each object that is one', () => {
    const root = merged([
      { __typename: 'A', id: 1 },
      { __typename: 'B', id: 2 },
      { __typename: 'Thing', id: 3 },
      { id: 4 },
    ]);
    const ids = (typeName: string) => {
      const requires = [{ kind: 'fragment' as const, typeName, selections: [required('id')] }];
      return prepareEntities(root, [batch({ requires })]).variables.representations?.map(({ id }) => id);
    };

    expect([ids('A'), ids('Thing'), ids('Any'), ids('Nothing')]).toEqual([[1], [1, 3], [1, 2], []]);
  });

  it('are told to a subgraph by the name that it knows, and stay what they are', () => {
    const root = merged([{ __typename: 'A', id: 1 }]);
    const typenameRewrites = [{ typeNames: ['Thing'], key: '__typename', value: 'Thing' }];

    expect(sent(root, batch({ typenameRewrites }))).toEqual({ representations: [{ __typename: 'Thing', id: 1 }] });
    expect(root.root.list).toEqual([expect.objectContaining({ __typename: 'A' })]);
  });

  it.each([
    ['an interface', 'Thing', 'A', 'A'],
    ['nobody', undefined, 'Thing', 'Thing'],
    ['the object', 'A', 'Thing', 'A'],
    ['another object', 'A', 'B', 'A'],
    ['a word of no schema', 'Nothing', 'A', 'A'],
  ])('are what the object itself is called, whoever says so first: %s', (_, first, second, then) => {
    const target = new MergedObject();
    const shape = { fields: [leaf('__typename')] };
    mergeAnswer(shape, { __typename: first }, target);
    mergeAnswer(shape, { __typename: second }, target);

    expect(target.__typename).toBe(then);
  });
});

describe('merging', () => {
  it('undoes an alias of the planner while it reads, and keeps what one type lacks', () => {
    const shape = { fields: [leaf('name', '_internal_qp_alias_0'), leaf('name')] };
    const [first, second] = [new MergedObject(), new MergedObject()];
    mergeAnswer(shape, { _internal_qp_alias_0: 'a' }, first);
    mergeAnswer(shape, { name: 'b' }, second);

    expect([first, second]).toEqual([{ name: 'a' }, { name: 'b' }]);
  });

  it('does not take what every object inherits for an answer', () => {
    const target = new MergedObject();
    mergeAnswer({ fields: [leaf('constructor'), leaf('toString'), leaf('__proto__')] }, {}, target);

    expect([target.constructor, target.toString, Object.getOwnPropertyNames(target)]).toEqual([
      null,
      null,
      ['constructor', 'toString', '__proto__'],
    ]);
  });

  it('takes a custom scalar whole, and does not let a null erase what is known', () => {
    const shape = { fields: [leaf('json')] };
    const target = new MergedObject();
    mergeAnswer(shape, { json: { a: 1, __typename: 'X' } }, target);
    mergeAnswer(shape, { json: null }, target);
    expect(target).toEqual({ json: { a: 1, __typename: 'X' } });

    mergeAnswer(shape, { json: { b: 2 } }, target);
    expect(target).toEqual({ json: { b: 2 } });
  });
});
