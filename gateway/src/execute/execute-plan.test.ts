import { afterEach, describe, expect, it } from '@jest/globals';
import { parseQueryPlan } from '../plan/parse-plan.js';
import { executePlan } from './execute-plan.js';
import type { FailureNode } from './fetched.js';
import { project, TestGateway, type TestGatewayOptions } from './test-gateway.js';
import { startTestSubgraph, TEST_SDL, type TestReply, testSubgraphSchema, truthfully } from './test-mesh.js';
import { TestWorld } from './test-world.js';

const opened: AsyncDisposable[] = [];

afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

const EXTERNALS: Readonly<Record<string, readonly string[]>> = { sums: ['name', 'box'] };

/** A gateway before truthful subgraphs, some of which reply in another way. */
async function startMesh(replies: Readonly<Record<string, TestReply>> = {}, options: Partial<TestGatewayOptions> = {}) {
  const endpoints: Record<string, string> = {};
  const calls: Record<string, () => readonly { query: string; variables: Readonly<Record<string, unknown>> }[]> = {};
  for (const [name, sdl] of Object.entries(TEST_SDL)) {
    const reply = replies[name] ?? truthfully(testSubgraphSchema(sdl), new TestWorld(EXTERNALS[name]));
    const subgraph = await startTestSubgraph(reply);
    opened.push(subgraph);
    endpoints[name] = subgraph.url;
    calls[name] = () => subgraph.calls;
  }
  const gateway = new TestGateway({ endpoints, ...options });
  opened.push(gateway);
  return { gateway, callsTo: (name: string) => calls[name]?.() ?? [] };
}

/** The tree as a list of paths with codes. */
function failuresOf(node: FailureNode | null, path: string = ''): string[] {
  if (node === null) return [];
  const own = node.code === null ? [] : [`${path} ${node.code}${node.message === null ? '' : `: ${node.message}`}`];
  return [...own, ...Array.from(node.children, ([key, child]) => failuresOf(child, `${path}/${key}`)).flat()];
}

const answering =
  (body: unknown): TestReply =>
  async () => ({ body: typeof body === 'string' ? body : JSON.stringify(body) });

describe('executing a plan', () => {
  it('asks about each entity once, and gives the answer to each place as an object of its own', async () => {
    const { gateway, callsTo } = await startMesh();
    const { fetched } = await gateway.execute('{ places { owner { rank friends(first: 1) { name } } } }');

    expect(callsTo('places')).toHaveLength(1);
    expect(callsTo('figures')).toHaveLength(1);
    const sent = callsTo('figures')[0]?.variables.representations as { id: string }[];
    expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
    const places = fetched.data.places as ({ owner: object | null } | null)[];
    expect(places[1]?.owner).toEqual(places[6]?.owner);
    expect(places[1]?.owner).not.toBe(places[6]?.owner);
  });

  it('keeps two aliases of one entity apart when what is asked of them differs later', async () => {
    const { gateway } = await startMesh();
    const { fetched, root } = await gateway.execute(`{
      place(id: "p1") {
        a: visitors(first: 1) { favourite { v: views(year: 1000) } }
        b: visitors(first: 3) { favourite { v: views(year: 2000) score } }
      }
    }`);

    expect(project(root, fetched.data)).toMatchObject({
      place: {
        a: [{ favourite: { v: 1030 } }],
        b: [{ favourite: { v: 2030, score: 7 } }, null, { favourite: { v: 2050, score: 7 } }],
      },
    });
    expect(fetched.failures).toBeNull();
  });

  it('does not let an alias choose a key, a type or a handling', async () => {
    const { gateway, callsTo } = await startMesh();
    const { fetched, root } = await gateway.execute(
      '{ people { id: name handling: name __typename: name rank favourite { id: name views } } }',
    );

    expect(project(root, fetched.data)).toMatchObject({
      people: [
        {
          id: 'plain 5',
          handling: 'plain 5',
          __typename: 'plain 5',
          rank: 5,
          zzHandling: 205,
          favourite: { id: 'place 0', views: 0 },
        },
        {},
        null,
        {},
        {},
      ],
    });
    expect(JSON.stringify(callsTo('figures'))).not.toMatch(/plain|place \d/);
  });

  it('sends variables only where they are used', async () => {
    const { gateway, callsTo } = await startMesh();
    await gateway.execute('query ($id: ID!, $year: Int) { place(id: $id) { views(year: $year) } }', {
      variables: { id: 'p2', year: 1961 },
    });

    expect(callsTo('places')[0]?.variables).toEqual({ a0: 'p2' });
    expect(callsTo('figures')[0]?.variables).toEqual({
      a1: 1961,
      representations: [{ __typename: 'Place', id: 'p2' }],
    });
  });

  it('asks nobody when no entity was found', async () => {
    const { gateway, callsTo } = await startMesh();
    const { fetched } = await gateway.execute('{ place(id: "none") { views score } }');

    expect(fetched).toEqual({ data: { _0_place: null }, failures: null });
    expect([...callsTo('figures'), ...callsTo('sums')]).toHaveLength(0);
  });

  it('follows a condition by its variable', async () => {
    const fetch = (operation: string) => ({ kind: 'Fetch', serviceName: 's', operationKind: 'query', operation });
    const plan = parseQueryPlan({
      kind: 'QueryPlan',
      node: { kind: 'Condition', condition: 'yes', ifClause: fetch('{a}'), elseClause: fetch('{b}') },
    });
    const run = (yes: unknown) =>
      executePlan(plan, {
        variables: { yes },
        signal: new AbortController().signal,
        callSubgraph: async () => ({ outcome: 'answered', data: { a: 1, b: 2 }, errors: [] }),
      });

    expect([(await run(true)).data, (await run(false)).data, (await run('true')).data]).toEqual([
      { a: 1 },
      { b: 2 },
      { b: 2 },
    ]);
  });
});

describe('calling a subgraph', () => {
  it('signs the bytes that are sent, for the subgraph that they go to', async () => {
    const signed: string[] = [];
    const { gateway, callsTo } = await startMesh(
      {},
      {
        signCall: (subgraph, body) => {
          signed.push(`${subgraph} ${Buffer.from(body).toString('utf8')}`);
          return `context-${signed.length}`;
        },
      },
    );
    await gateway.execute('{ place(id: "p1") { views } }');

    expect(signed).toHaveLength(2);
    const [call] = callsTo('places');
    expect(call).toMatchObject({ context: 'context-1' });
    expect(signed[0]).toBe(`places ${JSON.stringify({ query: call?.query, variables: call?.variables })}`);
  });

  it('learns what handlings mean before it merges, and takes nothing from an answer that is refused', async () => {
    const learned: unknown[] = [];
    const { gateway } = await startMesh(
      {
        places: answering({
          data: { _0_place: { handling: 1, name: 'x' } },
          extensions: { handlings: { 1: 'l=-' } },
        }),
      },
      { learnHandlings: (subgraph, handlings) => learned.push([subgraph, handlings]) },
    );
    const refusing = await startMesh(
      { places: answering({ data: { place: { id: 'p1', name: 'x' } }, extensions: { handlings: { 1: 'other' } } }) },
      {
        learnHandlings: () => {
          throw new Error('contradiction');
        },
      },
    );

    expect((await gateway.execute('{ place(id: "p1") { name } }')).fetched.data).toMatchObject({
      _0_place: { name: 'x' },
    });
    expect(learned).toEqual([['places', { 1: 'l=-' }]]);
    const { fetched } = await refusing.gateway.execute('{ place(id: "p1") { name } }');
    expect(fetched.data).toEqual({});
    expect(failuresOf(fetched.failures)).toEqual(['/_0_place SUBGRAPH_UNREACHABLE']);
  });

  it('answers a local subgraph in process, without a connection and without a context', async () => {
    const asked: unknown[] = [];
    const { gateway } = await startMesh();
    const local = new TestGateway({
      endpoints: { ...gateway.options.endpoints, places: 'local:places' },
      signCall: () => {
        throw new Error('nothing to sign');
      },
      answerLocally: async (operation, variables) => {
        asked.push([operation, variables]);
        return { data: { _0_places: [{ handling: 7, name: 'here' }] } };
      },
    });
    opened.push(local);
    const { fetched } = await local.execute('{ places(first: 1) { name } }');

    expect(asked).toEqual([['query($a0:Int){_0_places: places(first: $a0){handling name}}', { a0: 1 }]]);
    expect(fetched).toEqual({ data: { _0_places: [{ handling: 7, name: 'here' }] }, failures: null });
  });

  it('reports each call, and why one counts as unreachable', async () => {
    const calls: string[] = [];
    const reasons: string[] = [];
    const { gateway } = await startMesh(
      { figures: async () => ({ status: 500, body: 'oops' }) },
      {
        onCall: ({ subgraph }) => calls.push(subgraph),
        onUnreachable: (subgraph, reason) => reasons.push(`${subgraph}: ${String(reason)}`),
      },
    );
    await gateway.execute('{ place(id: "p1") { views } }');

    expect(calls).toEqual(['places', 'figures']);
    expect(reasons).toEqual(['figures: InternalError: a subgraph answered with status 500']);
  });
});
