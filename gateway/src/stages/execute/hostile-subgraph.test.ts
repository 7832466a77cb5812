import { afterEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { startTestMesh, TEST_MESH_SUPERGRAPH, TestGateway } from '../../testkit/test-gateway.js';
import type { TestReply } from '../../testkit/test-mesh.js';
import { mergeAnswer } from './merge.js';
import { MergedObject } from './merged-object.js';

const merging = { types: TEST_MESH_SUPERGRAPH.types, shared: null };

const opened: AsyncDisposable[] = [];

afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

/** Truthful subgraphs, but for figures that reply as told. */
async function startMesh(figures: TestReply): Promise<TestGateway> {
  const mesh = await startTestMesh({ figures });
  opened.push(mesh);
  return mesh.gateway;
}

const QUERY = '{ places { name views } }';
const NAMES = ['place 0', 'place 1', null, null, 'place 3', 'place 4', 'place 1'];
const namesOf = (data: Readonly<Record<string, unknown>>) =>
  (data.places as ({ name: string } | null)[]).map((place) => place?.name ?? null);
const viewsOf = (data: Readonly<Record<string, unknown>>) =>
  (data.places as ({ views?: unknown } | null)[]).map((place) => place?.views);

const body =
  (text: string | object, status = 200): TestReply =>
  async () => ({ status, body: text });
const FIVE = [0, 1, 2, 3, 4];
const deep = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);

describe('a hostile subgraph', () => {
  it.each([
    ['a page of HTML', body('<html>no</html>')],
    ['status 500', body({ data: { _entities: FIVE.map((views) => ({ views })) } }, 500)],
    ['status 204', body('', 204)],
    ['a redirect', body('', 302)],
    ['nothing', body('')],
    ['half of a JSON', body('{"data":{"_entities":[{"views"')],
    ['null', body('null')],
    ['a list', body([])],
    ['a text', body('"data"')],
    ['no data', body({})],
    ['null for data', body({ data: null })],
    ['a list for data', body({ data: [] })],
    ['errors that are no list', body({ data: { _entities: FIVE.map((views) => ({ views })) }, errors: 'many' })],
    ['null for the entities', body({ data: { _entities: null } })],
    ['an object for the entities', body({ data: { _entities: { 0: { views: 1 }, length: 5 } } })],
    ['too few entities', body({ data: { _entities: [{ views: 1 }] } })],
    ['too many entities', body({ data: { _entities: [...FIVE, 5].map((views) => ({ views })) } })],
    ['more bytes than fit', body({ data: { _entities: FIVE.map(() => ({ views: 'x'.repeat(2_000_000) })) } })],
    ['nesting without end', body(deep(100_000))],
  ])('that answers %s costs its own fields and nothing else', async (_, reply) => {
    const gateway = await startMesh(reply);
    const { fetched } = await gateway.execute(QUERY);

    expect(namesOf(fetched.data)).toEqual(NAMES);
    expect(viewsOf(fetched.data)).toEqual(NAMES.map(() => undefined));
    const failure = fetched.failures?.children.get('places')?.children.get('views');
    expect(failure).toMatchObject({ code: 'SUBGRAPH_UNREACHABLE', message: null });
  });

  it.each([
    ['non-objects', '1,"x",true,[],[{"views":1}]'],
    ['nested lists', `[[[]]],${deep(5_000)},${deep(5_000)},{},{}`],
    ['values nested without end', FIVE.map(() => `{"views":${deep(5_000)}}`).join(',')],
  ])('that sends %s for entities leaves them without a value', async (_, entities) => {
    const gateway = await startMesh(body(`{"data":{"_entities":[${entities}]}}`));
    const { fetched } = await gateway.execute(QUERY);

    expect(namesOf(fetched.data)).toEqual(NAMES);
    expect(viewsOf(fetched.data).every((views) => views === undefined || views === null)).toBe(true);
    expect(JSON.stringify(fetched.data).length).toBeLessThan(2_000);
  });

  it.each([
    ['the message of an error', (nested: string) => `"errors":[{"message":${nested}}]`],
    ['the path of an error', (nested: string) => `"errors":[{"message":"no","path":${nested}}]`],
    ['the code of an error', (nested: string) => `"errors":[{"message":"no","extensions":{"code":${nested}}}]`],
    [
      'the argument of an error',
      (nested: string) => `"errors":[{"message":"no","extensions":{"code":"INPUT_INVALID","argument":${nested}}}]`,
    ],
    ['handlings', (nested: string) => `"extensions":{"handlings":${nested}}`],
    ['other extensions', (nested: string) => `"extensions":{"other":${nested}}`],
    ['a member that nobody asked for', (nested: string) => `"other":${nested}`],
  ])('that nests a million deep in %s costs at most its own fields', async (_, member) => {
    const gateway = await startMesh(body(`{"data":{"_entities":[]},${member(deep(1_000_000))}}`));
    const { fetched } = await gateway.execute(QUERY);

    expect(namesOf(fetched.data)).toEqual(NAMES);
    expect(JSON.stringify(fetched.data).length).toBeLessThan(2_000);
  });

  it('takes null entities for absent ones, without an error', async () => {
    const gateway = await startMesh(body({ data: { _entities: FIVE.map(() => null) } }));
    const { fetched } = await gateway.execute(QUERY);

    expect(namesOf(fetched.data)).toEqual(NAMES);
    expect(fetched.failures).toBeNull();
  });

  it('adds nothing that it was not asked for: no handling, no name, no prototype', async () => {
    const extra =
      '"views":1,"name":"forged","handling":1,"id":"p9","__typename":"Person","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}';
    const gateway = await startMesh(
      body(
        `{"data":{"_entities":[${FIVE.map(() => `{${extra}}`).join(',')}],"places":[],"__proto__":{"polluted":true}},"__proto__":{"polluted":true}}`,
      ),
    );
    const { fetched } = await gateway.execute('{ places { name views owner { visits { day } } } }');

    expect(namesOf(fetched.data)).toEqual(NAMES);
    expect((fetched.data.places as ({ handling: number } | null)[]).map((place) => place?.handling ?? null)).toEqual([
      100,
      101,
      102,
      null,
      103,
      104,
      101,
    ]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(JSON.stringify(fetched.data)).not.toMatch(/forged|polluted|p9/);
    const [first] = fetched.data.places as Record<string, unknown>[];
    expect(Reflect.get(first ?? {}, 'polluted')).toBeUndefined();
    expect(Reflect.get(first ?? {}, 'constructor')).toBeUndefined();
  });

  it('cannot fit a list of its own onto the one that another subgraph gave', () => {
    const shape = {
      fields: [
        {
          answerKey: 'list',
          key: 'list',
          shape: {
            fields: [
              { answerKey: 'a', key: 'a', shape: null },
              { answerKey: 'b', key: 'b', shape: null },
            ],
          },
        },
      ],
    };
    const target = new MergedObject();

    expect(mergeAnswer(shape, { list: [{ a: 1 }, { a: 2 }] }, target, merging)).toEqual([]);
    expect(mergeAnswer(shape, { list: [{ b: 1 }, { b: 2 }] }, target, merging)).toEqual([]);
    expect(target).toEqual({
      list: [
        { a: 1, b: 1 },
        { a: 2, b: 2 },
      ],
    });
    expect(mergeAnswer(shape, { list: [{ b: 9 }] }, target, merging)).toEqual([['list']]);
    expect(target).toEqual({ list: null });
    expect(mergeAnswer(shape, { list: { a: 1 } }, target, merging)).toEqual([]);
    expect(mergeAnswer(shape, { list: [{ a: 1 }] }, target, merging)).toEqual([['list']]);
  });

  it('is cut off at the deadline, and its neighbours are served', async () => {
    const deadline = new AbortController();
    const gateway = await startMesh(async () => {
      // Never answered: the deadline comes once the request has been read.
      deadline.abort();
      return undefined;
    });
    const { fetched } = await gateway.execute(QUERY, { signal: deadline.signal });

    expect(namesOf(fetched.data)).toEqual(NAMES);
    expect(fetched.failures?.children.get('places')?.children.get('views')).toMatchObject({
      code: 'SUBGRAPH_UNREACHABLE',
    });
  });

  it('is not asked at all once the deadline has passed', async () => {
    const asked: unknown[] = [];
    const gateway = await startMesh(async (call) => {
      asked.push(call);
      return undefined;
    });
    const { fetched } = await gateway.execute(QUERY, { signal: AbortSignal.abort() });

    expect(asked).toEqual([]);
    expect(fetched.data).toEqual({});
    expect(fetched.failures?.children.get('places')).toMatchObject({ code: 'SUBGRAPH_UNREACHABLE' });
  });

  it('that is not there costs its own fields', async () => {
    const gateway = await startMesh(body({}));
    const lonely = new TestGateway({ endpoints: { ...gateway.options.endpoints, figures: 'http://127.0.0.1:9/' } });
    opened.push(lonely);

    expect(namesOf((await lonely.execute(QUERY)).fetched.data)).toEqual(NAMES);
  });

  it('may answer any JSON whatever', async () => {
    let answer: unknown = null;
    const gateway = await startMesh(async () => ({ body: JSON.stringify({ data: answer, errors: answer }) }));
    const keyed = fc.dictionary(fc.constantFrom('_entities', 'views', 'places', '__proto__'), fc.jsonValue());

    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.jsonValue(),
          keyed,
          keyed.map((value) => ({ _entities: FIVE.map(() => value) })),
        ),
        async (value) => {
          answer = value;
          const { fetched } = await gateway.execute(QUERY);

          expect(namesOf(fetched.data)).toEqual(NAMES);
          expect(Object.keys(Object.prototype)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });
});
