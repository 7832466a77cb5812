import { afterEach, describe, expect, it } from '@jest/globals';
import { failuresOf, startTestMesh, TestGateway } from '../../testkit/test-gateway.js';
import type { TestReply } from '../../testkit/test-mesh.js';

const opened: AsyncDisposable[] = [];

afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

async function startMesh(...options: Parameters<typeof startTestMesh>) {
  const mesh = await startTestMesh(...options);
  opened.push(mesh);
  return mesh;
}

const answering =
  (body: object): TestReply =>
  async () => ({ body });

describe('calling a subgraph', () => {
  it('signs the bytes that are sent, for the subgraph that they go to', async () => {
    const signed: string[] = [];
    const { gateway, callsTo } = await startMesh(
      {},
      {
        signCall: ({ subgraph }, body) => {
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

  it('signs when a connection is free to send, not while the call waits for one', async () => {
    const order: string[] = [];
    const { gateway } = await startMesh(
      {
        places: async ({ query }) => {
          order.push('answered');
          return { body: { data: query.includes('_0_') ? { _0_place: null } : {} } };
        },
      },
      {
        transport: { connectionsMax: 1 },
        signCall: () => {
          order.push('signed');
          return 'context';
        },
      },
    );
    await Promise.all([1, 2, 3].map(() => gateway.execute('{ place(id: "p1") { name } }')));

    expect(order).toEqual(['signed', 'answered', 'signed', 'answered', 'signed', 'answered']);
  });

  it('signs nothing and sends nothing for a call whose time was up while it waited', async () => {
    const signed: string[] = [];
    const leaving = new AbortController();
    const { gateway, callsTo } = await startMesh(
      { places: async () => undefined },
      {
        transport: { connectionsMax: 1 },
        signCall: ({ subgraph }) => {
          signed.push(subgraph);
          return 'context';
        },
        onCall: () => setImmediate(() => leaving.abort()),
      },
    );
    const { signal } = leaving;
    const executions = [1, 2, 3].map(() => gateway.execute('{ place(id: "p1") { name } }', { signal }));
    const failures = (await Promise.all(executions)).map(({ fetched }) => failuresOf(fetched.failures));

    expect(failures).toEqual(Array(3).fill(['/_0_place SUBGRAPH_UNREACHABLE']));
    expect(signed).toHaveLength(1);
    expect(callsTo('places').length).toBeLessThanOrEqual(1);
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
        return { data: { _0_places: [{ handling: 7, id: null, name: 'here' }] } };
      },
    });
    opened.push(local);
    const { fetched } = await local.execute('{ places(first: 1) { name } }');

    expect(asked).toEqual([['query($a0:Int){_0_places: places(first: $a0){handling id name}}', { a0: 1 }]]);
    expect(fetched).toEqual({ data: { _0_places: [{ handling: 7, id: null, name: 'here' }] }, failures: null });
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
