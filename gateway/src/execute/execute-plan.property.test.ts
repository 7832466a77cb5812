import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  buildSchema,
  execute,
  type FieldNode,
  Kind,
  parse,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { type TestArguments, testOperations, writeStrangely } from '../operation/test-operations.js';
import { HANDLING_KEY, project, TEST_MESH_SUPERGRAPH, TestGateway } from './test-gateway.js';
import {
  startTestSubgraph,
  TEST_CONSUMER_SDL,
  TEST_SDL,
  type TestSubgraph,
  testSubgraphSchema,
  truthfully,
} from './test-mesh.js';
import { TestWorld } from './test-world.js';

const ARGUMENTS: TestArguments = {
  place: ['(id: "p1")', '(id: "p3")', '(id: "none")'],
  person: ['(id: "q1")', '(id: "q5")'],
  places: ['', '(first: 2)'],
  friends: ['', '(first: 1)', '(first: 0)'],
  visitors: ['', '(first: 2)'],
  visits: ['', '(first: 1)'],
  views: ['', '(year: 1961)', '(year: 1963)'],
  name: ['', '(style: "fine")'],
};
const EXTERNALS: Readonly<Record<string, readonly string[]>> = { sums: ['name', 'box'] };

/** The whole as one schema, with the handlings that the caller cannot ask for. */
const monolith = buildSchema(TEST_CONSUMER_SDL.replaceAll(/type (Place|Person) \{/g, 'type $1 { handling: Int'));

function answerOfMonolith(text: string) {
  const handling: FieldNode = {
    kind: Kind.FIELD,
    name: { kind: Kind.NAME, value: 'handling' },
    alias: { kind: Kind.NAME, value: HANDLING_KEY },
  };
  const typeInfo = new TypeInfo(monolith);
  const document = visit(
    parse(text),
    visitWithTypeInfo(typeInfo, {
      SelectionSet: {
        leave: (node): SelectionSetNode | undefined =>
          ['Place', 'Person'].includes(typeInfo.getParentType()?.name ?? '')
            ? { ...node, selections: [...node.selections, handling] }
            : undefined,
      },
    }),
  );
  return execute({ schema: monolith, document, rootValue: new TestWorld() });
}

describe('executing a plan', () => {
  let subgraphs: TestSubgraph[] = [];
  let gateway: TestGateway;

  beforeAll(async () => {
    const names = Object.keys(TEST_SDL);
    subgraphs = await Promise.all(
      names.map((name) =>
        startTestSubgraph(truthfully(testSubgraphSchema(TEST_SDL[name] ?? ''), new TestWorld(EXTERNALS[name]))),
      ),
    );
    const endpoints = Object.fromEntries(names.map((name, index) => [name, subgraphs[index]?.url ?? '']));
    gateway = new TestGateway({ endpoints });
  });

  afterAll(async () => {
    await gateway[Symbol.asyncDispose]();
    for (const subgraph of subgraphs) await subgraph[Symbol.asyncDispose]();
  });

  it('gives what one server with all the data would give, whatever is asked in whatever words', async () => {
    const operations = testOperations(TEST_MESH_SUPERGRAPH.consumerSchema, ARGUMENTS, 4);
    const choices = fc.array(fc.nat({ max: 1_000 }), { minLength: 20, maxLength: 60 });

    await fc.assert(
      fc.asyncProperty(operations, choices, async (all, chosen) => {
        const text = writeStrangely(all, chosen);
        const variables = { yes: true, no: false };
        const expected = await answerOfMonolith(text);
        const { fetched, root } = await gateway.execute(text, { variables });

        expect(JSON.parse(JSON.stringify(project(root, fetched.data)))).toEqual(
          JSON.parse(JSON.stringify(expected.data)),
        );
        expect(fetched.failures === null).toBe(expected.errors === undefined);
      }),
      { numRuns: 80 },
    );
    const fetches = subgraphs.reduce((sum, { calls }) => sum + calls.length, 0);
    expect(fetches).toBeGreaterThan(80);
  });
});
