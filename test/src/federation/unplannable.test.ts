import {
  composeTestSupergraph,
  startTestSubgraph,
  testSubgraphSchema,
  truthfully,
} from '@chancery/gateway/testkit/test-mesh';
import { startUnlabelledGateway } from '@chancery/gateway/testkit/unlabelled-gateway';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const SDL = {
  a: 'type Query { item: Item } type Item @key(fields: "id") { id: ID! }',
  b: 'type Item @key(fields: "id") { id: ID! name: String }',
};

describe('an operation that is valid and that nobody can plan', () => {
  const closers: (() => unknown)[] = [];
  let url = '';
  let calls: () => number = () => 0;
  const logged: Readonly<Record<string, unknown>>[] = [];

  beforeAll(async () => {
    const started = await Promise.all(
      Object.entries(SDL).map(async ([name, sdl]) => {
        const subgraph = await startTestSubgraph(truthfully(testSubgraphSchema(sdl), { item: { id: '1' } }));
        closers.push(() => subgraph[Symbol.asyncDispose]());
        return [name, subgraph] as const;
      }),
    );
    const urls = new Map(started.map(([name, subgraph]) => [name, subgraph.url]));
    const composed = composeTestSupergraph(SDL, (name) => urls.get(name) ?? '');
    // What joins the two is lost: `Item.name` is in the schema, and no way leads there.
    const cut = composed.replace('@join__type(graph: B, key: "id")', '@join__type(graph: B)');
    expect(cut).not.toBe(composed);
    const gateway = await startUnlabelledGateway({
      supergraphSdl: cut,
      port: 0,
      log: (line) => void logged.push(line),
    });
    closers.push(() => gateway.close());
    url = gateway.url;
    calls = () => started.reduce((sum, [, subgraph]) => sum + subgraph.calls.length, 0);
  });
  afterAll(async () => {
    for (const close of closers.toReversed()) await close();
  });

  const ask = async (query: string) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      body: JSON.stringify({ query }),
    });
    return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> };
  };

  it('has `data`, which is null, and one error that names nothing of the plan; nobody was asked', async () => {
    const { status, body } = await ask('{ item { name } }');

    expect(status).toBe(500);
    expect(body).toEqual({
      errors: [{ message: 'an internal error occurred', extensions: { code: 'INTERNAL' } }],
      data: null,
      extensions: { audit: { receipt: expect.any(String) } },
    });
    expect(calls()).toBe(0);
    expect(logged).toContainEqual(expect.objectContaining({ event: 'request failed', code: 'INTERNAL' }));
  });

  it('keeps no other from its answer', async () => {
    expect((await ask('{ item { id } }')).body.data).toEqual({ item: { id: '1' } });
  });

  it('is told from a request that is refused before it is executed, which has no `data`', async () => {
    const { status, body } = await ask('{ nobody }');
    expect(status).toBe(400);
    expect(Object.keys(body)).not.toContain('data');
  });
});
