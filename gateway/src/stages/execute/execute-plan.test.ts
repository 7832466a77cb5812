import { afterEach, describe, expect, it } from '@jest/globals';
import { project, startTestMesh, TEST_MESH_SUPERGRAPH } from '../../testkit/test-gateway.js';
import { parseQueryPlan } from '../plan/parse-plan.js';
import { executePlan } from './execute-plan.js';

const opened: AsyncDisposable[] = [];

afterEach(async () => {
  for (const resource of opened.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

async function startMesh(...options: Parameters<typeof startTestMesh>) {
  const mesh = await startTestMesh(...options);
  opened.push(mesh);
  return mesh;
}

describe('executing a plan', () => {
  it('asks about each entity once, and holds it once where it stands twice in the same words', async () => {
    const { gateway, callsTo } = await startMesh();
    const { fetched } = await gateway.execute('{ places { owner { rank friends(first: 1) { name } } } }');

    expect(callsTo('places')).toHaveLength(1);
    expect(callsTo('figures')).toHaveLength(1);
    const sent = callsTo('figures')[0]?.variables.representations as { id: string }[];
    expect(new Set(sent.map(({ id }) => id)).size).toBe(sent.length);
    const places = fetched.data.places as ({ owner: object | null } | null)[];
    expect(places[1]).toBe(places[6]);
    expect(fetched.shared?.has(places[1] ?? {})).toBe(true);
  });

  it('keeps an entity apart that stands at a place of other words, though it is the same one', async () => {
    const { gateway } = await startMesh();
    const { fetched, root } = await gateway.execute(
      '{ place(id: "p1") { name twin { name } } places { name twin { name views } } }',
    );
    const [, first] = fetched.data.places as ({ twin: object | null } | null)[];
    const place = fetched.data._0_place as { twin: object };

    expect(project(root, fetched.data)).toMatchObject({
      place: { twin: { name: null } },
      places: expect.arrayContaining([expect.objectContaining({ twin: { name: null, views: 20, zzHandling: 102 } })]),
    });
    expect(place.twin).not.toBe(first?.twin);
    expect(place.twin).not.toHaveProperty('views');
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
        types: TEST_MESH_SUPERGRAPH.types,
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
