import type { Coordinate } from '@chancery/shared/vocabulary';
import { describe, expect, it } from '@jest/globals';
import { answer, failureAt, HIDE, projectionOf, withhold } from '../../testkit/redaction-fixture.js';
import { compileProjection } from './compile-projection.js';

const CANARY = 'canary-91bb';
const ask = (post: unknown, document = '{ post { id name } }') => {
  const alarms: string[] = [];
  const result = answer(document, { post }, { context: { alarm: (message) => alarms.push(message) } });
  return { ...result, alarms };
};

/** The item that tells of one value whose handling is lost. */
const lostAt = (coordinate: Coordinate, path: readonly (string | number)[]) => ({
  coordinate,
  code: 'POLICY_ERROR',
  citations: [{ rule: 'CHY-DENY', instrument: 'CHY', article: '1' }],
  liftedBy: [],
  closest: [],
  count: 1,
  paths: [path],
  pathsTruncated: false,
});

describe('a row whose handling is not what its subgraph may send', () => {
  it.each([
    ['missing', undefined],
    ['null', null],
    ['unknown', 99],
    ['a text', '1'],
    ['the text of a public handling', 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register;m=Q1'],
    ['a list', [1]],
    ['an object', { valueOf: 1 }],
    ['a fraction', 1.5],
    ['true', true],
  ])('%s: it is withheld and said to be so, and the operator is told', (_, handling) => {
    const { data, alarms, json, tally, records, withheld } = ask({ id: '1', handling, name: CANARY });

    expect(data).toEqual({ post: null });
    expect(withheld).toEqual([lostAt('Query.post', ['post'])]);
    expect(alarms).toEqual(['subgraph posts sent a Post without a known handling']);
    expect(tally).toContainEqual({
      coordinate: 'Query.post',
      handling: null,
      label: null,
      letter: 'W',
      count: 1,
      rules: ['CHY-DENY'],
      acts: [],
    });
    expect(records.size).toBe(0);
    expect(json).not.toContain(CANARY);
  });

  it('from a prototype does not count', () => {
    const inherited = Object.create({ handling: 1, name: CANARY });
    expect(ask(inherited).data).toEqual({ post: null });
  });

  it('in a list of what may be null is null at its place', () => {
    const neighbours = [
      { id: '2', handling: 1 },
      { id: CANARY, handling: 99 },
      { id: '4', handling: 1 },
    ];
    const { data, withheld, json } = ask({ handling: 1, neighbours }, '{ post { neighbours { id } } }');
    expect(data).toEqual({ post: { neighbours: [{ id: '2' }, null, { id: '4' }] } });
    expect(withheld).toEqual([lostAt('Post.neighbours', ['post', 'neighbours', 1])]);
    expect(json).not.toContain(CANARY);
  });

  it('in a list of what may not be null takes the list with it, and what was counted in it', () => {
    const related = [{ id: '2', handling: 2, plan: CANARY }, { id: '3' }];
    const document = '{ post { name related { id plan } } }';
    const denials = { 'Post.plan': withhold('PRIVACY', 'VCDR-30-1') };
    const result = answer(document, { post: { handling: 1, name: 'a', related } }, { denials });
    expect(result.data).toEqual({ post: { name: 'a', related: null } });
    expect(result.withheld).toEqual([lostAt('Post.related', ['post', 'related'])]);
    expect(result.json).not.toContain(CANARY);
  });

  it('as the node of an edge leaves its edge, whether or not it was asked for', () => {
    const edges = [
      { node: { id: '2', handling: 1 }, cursor: 'a' },
      { node: { id: CANARY, handling: 7 }, cursor: 'b' },
    ];
    const data = { posts: { edges, totalCount: 2 } };
    const asked = answer('{ posts { edges { cursor node { id } } } }', data);
    expect(asked.data).toEqual({
      posts: {
        edges: [
          { cursor: 'a', node: { id: '2' } },
          { cursor: 'b', node: null },
        ],
      },
    });
    expect(asked.withheld).toEqual([lostAt('PostEdge.node', ['posts', 'edges', 1, 'node'])]);
    expect(asked.json).not.toContain(CANARY);
  });

  it('below a fetch that failed is no loss of ours but that failure', () => {
    const failures = failureAt(['post', 'name'], 'SUBGRAPH_UNREACHABLE');
    const { data, errors, withheld } = answer('{ post { id name } }', { post: { id: '1' } }, { failures });
    expect(data).toEqual({ post: null });
    expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNREACHABLE' } }]);
    expect(withheld).toEqual([]);
  });
});

describe('an answer of the wrong shape', () => {
  it.each([
    ['a list for an object', [{ id: '1', handling: 1 }]],
    ['a text for an object', CANARY],
    ['a number for an object', 7],
  ])('%s is null with one error', (_, post) => {
    const { data, errors, json } = ask(post);
    expect(data).toEqual({ post: null });
    expect(errors).toMatchObject([{ path: ['post'], extensions: { code: 'INTERNAL' } }]);
    expect(json).not.toContain(CANARY);
  });

  it.each([
    ['name', { secret: CANARY }],
    ['name', [CANARY]],
    ['kind', CANARY],
    ['kind', 'toString'],
    ['headcount', CANARY],
    ['headcount', 2 ** 40],
    ['hazards', CANARY],
    ['hazards', { 0: CANARY, length: 1 }],
    ['hazards', [{ deep: CANARY }]],
    ['custody { since }', [CANARY]],
  ])('a value of another type in `%s` is null, never passed through', (selection, value) => {
    const name = selection.split(' ')[0] ?? selection;
    const { data, errors, json } = ask({ id: '1', handling: 1, [name]: value }, `{ post { ${selection} } }`);

    expect(data).toEqual({ post: { [name]: null } });
    expect(errors).toHaveLength(1);
    expect(json).not.toContain(CANARY);
  });
});

describe('names that objects inherit', () => {
  it('as aliases are data of the answer, and change no prototype', () => {
    const aliases = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '__defineGetter__'];
    const { data } = ask(
      { id: '1', handling: 1, name: 'a' },
      `{ post { ${aliases.map((name) => `${name}: name`).join(' ')} } }`,
    );

    expect(JSON.stringify(data)).toBe(`{"post":{${aliases.map((name) => `"${name}":"a"`).join(',')}}}`);
    expect(Object.getPrototypeOf(data?.post)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });

  it('as fields are read from the data alone', () => {
    const document = '{ post { constructor valueOf } }';
    const { data } = ask({ id: '1', handling: 1 }, document);
    expect(data).toEqual({ post: { constructor: null, valueOf: null } });
  });

  it('as keys of a subgraph’s answer stay what they are', () => {
    const post: unknown = JSON.parse(`{"id":"1","handling":1,"__proto__":{"name":"${CANARY}"}}`);
    const { data, json } = ask(post);
    expect(data).toEqual({ post: { id: '1', name: null } });
    expect(json).not.toContain(CANARY);
  });

  it('as alias of a withheld object open nothing', () => {
    const result = answer(
      '{ __proto__: post { __proto__: custody { since } } }',
      { post: { id: '1', handling: 1, custody: { since: CANARY } } },
      { denials: { 'Post.custody': withhold('PRIVACY', 'VCDR-30-1') } },
    );
    expect(result.withheld[0]?.paths).toEqual([['__proto__', '__proto__']]);
    expect(result.json).not.toContain(CANARY);
  });
});

describe('a projection that says no handling', () => {
  it.each([
    ['OWN', null],
    ['COMPUTED', 'posts'],
  ] as const)('%s with owner %s is not compiled', (handledBy, owner) => {
    const root = projectionOf('{ post { id } }');
    const [field] = root.fields;
    const selection = field?.selection ?? null;
    if (!field || !selection) throw new Error('the fixture selects an object');
    const broken = { ...root, fields: [{ ...field, selection: { ...selection, handledBy, owner } }] };

    expect(() => compileProjection(broken)).toThrow('handling');
  });
});

it('a value that the caller may not know to exist stands nowhere in the answer', () => {
  const data = { post: { id: '1', handling: 1, source: CANARY, parent: { id: CANARY, handling: 3, name: CANARY } } };
  const denials = { 'Post.source': HIDE, 'EXISTENCE @ 3': HIDE };
  const result = answer('{ post { source parent { id name } } }', data, { denials });
  expect(JSON.stringify({ ...result, records: [...result.records] })).not.toContain(CANARY);
});
