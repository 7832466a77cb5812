import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { getOperationAST, parse } from 'graphql';
import { failuresOf, TEST_MESH_SUPERGRAPH } from '../../testkit/test-gateway.js';
import { TEST_SDL, testSubgraphSchema, truthfully } from '../../testkit/test-mesh.js';
import { testOperations, writeStrangely } from '../../testkit/test-operations.js';
import { TestWorld } from '../../testkit/test-world.js';
import { createPlanner } from '../plan/planner.js';
import type { QueryPlan } from '../plan/query-plan.js';
import { canonicalise } from '../rewrite/canonical-operation.js';
import type { CallSubgraph } from './call-subgraph.js';
import { RequestCut } from './cut.js';
import { executePlan } from './execute-plan.js';
import type { Fetched } from './fetched.js';

const EXTERNALS: Readonly<Record<string, readonly string[]>> = { sums: ['name', 'box'] };
const SUBGRAPHS = new Map(
  Object.entries(TEST_SDL).map(([name, sdl]) => [
    name,
    truthfully(testSubgraphSchema(sdl), new TestWorld(EXTERNALS[name])),
  ]),
);
const planner = createPlanner(TEST_MESH_SUPERGRAPH.sdl);
const ARGUMENTS = {
  places: ['', '(first: 3)'],
  friends: ['', '(first: 1)'],
  visitors: ['', '(first: 2)'],
  views: ['', '(year: 1961)'],
};
const VARIABLES = { yes: true, no: false };

function planOf(text: string): { readonly plan: QueryPlan; readonly variables: Record<string, unknown> } {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('no operation');
  const canonical = canonicalise(
    { document, operation, variables: VARIABLES },
    { supergraph: TEST_MESH_SUPERGRAPH, isPruned: () => false },
  );
  const [step] = canonical.steps;
  return step
    ? { plan: planner.plan(step.text), variables: step.bind(VARIABLES) }
    : { plan: { node: null }, variables: {} };
}

/** A number below a limit that follows from what it is asked about. */
const chance = (limit: number, ...about: unknown[]): number =>
  createHash('sha256').update(JSON.stringify(about)).digest().readUInt32BE(0) % limit;

/** What a subgraph may do to a truthful answer: a place is null, or not of the asked form. */
function spoilt(value: unknown, seed: number, path: readonly unknown[]): unknown {
  if (path.length > 1 && chance(25, seed, path) === 0) return [null, { id: 'p1' }, [], 'text'][chance(4, path, seed)];
  if (Array.isArray(value)) return value.map((item, index) => spoilt(item, seed, [...path, index]));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, spoilt(member, seed, [...path, key])]));
}

/** Everything about one execution: what was asked, what came of it at each place, what failed where. */
async function executed(
  text: string,
  seed: number,
  shares: boolean,
): Promise<{ readonly told: string; readonly fetched: Fetched }> {
  const requests: string[] = [];
  const { plan, variables } = planOf(text);
  const callSubgraph: CallSubgraph = async ({ subgraph, operation: query, variables: sent }) => {
    const request = JSON.stringify([subgraph, query, sent]);
    requests.push(request);
    // Answers come in any order, the same each time.
    for (let turns = chance(12, seed, request); turns > 0; turns--) await null;
    if (seed % 3 === 0 && chance(12, request, seed) === 0) return { outcome: 'unreachable', mayHaveRun: false };
    const reply = await SUBGRAPHS.get(subgraph)?.({
      query,
      variables: JSON.parse(JSON.stringify(sent)),
      context: undefined,
    });
    const { data, errors = [] } = JSON.parse(JSON.stringify(reply?.body));
    return { outcome: 'answered', data: seed % 2 === 0 ? data : spoilt(data, seed, []), errors };
  };
  const fetched = await executePlan(plan, {
    types: TEST_MESH_SUPERGRAPH.types,
    variables,
    callSubgraph,
    signal: new RequestCut(),
    shares,
  });
  const marked = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(marked);
    if (typeof value !== 'object' || value === null) return value;
    const members = Object.entries(value).map(([key, member]) => [key, marked(member)]);
    return [fetched.absent?.has(value) ?? false, ...members];
  };
  return { told: JSON.stringify([requests, marked(fetched.data), failuresOf(fetched.failures)]), fetched };
}

describe('a plan that is executed with objects that stand at several places held once', () => {
  it('asks the same in the same order, and comes to the same data and failures, as with an object for each place', async () => {
    const operations = testOperations(TEST_MESH_SUPERGRAPH.consumerSchema, ARGUMENTS, 4);
    const choices = fc.array(fc.nat({ max: 1_000 }), { minLength: 20, maxLength: 40 });
    let shared = 0;
    let failed = 0;
    await fc.assert(
      fc.asyncProperty(operations, choices, fc.nat({ max: 10_000 }), async (all, chosen, seed) => {
        const text = writeStrangely(all, chosen);
        const together = await executed(text, seed, true);
        shared += together.fetched.shared ? 1 : 0;
        failed += together.fetched.failures ? 1 : 0;
        expect(together.told).toBe((await executed(text, seed, false)).told);
      }),
      { seed: 81, numRuns: 80 },
    );
    expect(shared).toBeGreaterThan(10);
    expect(failed).toBeGreaterThan(10);
  });
});
