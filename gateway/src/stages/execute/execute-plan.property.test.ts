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
import {
  HANDLING_KEY,
  project,
  startTestMesh,
  TEST_MESH_SUPERGRAPH,
  type TestMesh,
} from '../../testkit/test-gateway.js';
import { TEST_CONSUMER_SDL, TEST_SDL } from '../../testkit/test-mesh.js';
import { type TestArguments, testOperations, writeStrangely } from '../../testkit/test-operations.js';
import { TestWorld } from '../../testkit/test-world.js';

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

/** On a machine with ten times as much to do as processors. */
const PATIENCE_MS = 180_000;

describe('executing a plan', () => {
  let mesh: TestMesh;

  beforeAll(async () => {
    mesh = await startTestMesh();
  });

  afterAll(async () => {
    await mesh[Symbol.asyncDispose]();
  });

  it(
    'gives what one server with all the data would give, whatever is asked in whatever words',
    async () => {
      const operations = testOperations(TEST_MESH_SUPERGRAPH.consumerSchema, ARGUMENTS, 4);
      const choices = fc.array(fc.nat({ max: 1_000 }), { minLength: 20, maxLength: 60 });

      await fc.assert(
        fc.asyncProperty(operations, choices, async (all, chosen) => {
          const text = writeStrangely(all, chosen);
          const variables = { yes: true, no: false };
          const expected = await answerOfMonolith(text);
          const { fetched, root } = await mesh.gateway.execute(text, { variables });

          expect(JSON.parse(JSON.stringify(project(root, fetched.data)))).toEqual(
            JSON.parse(JSON.stringify(expected.data)),
          );
          expect(fetched.failures === null).toBe(expected.errors === undefined);
        }),
        { numRuns: 80 },
      );
      const fetches = Object.keys(TEST_SDL).flatMap((name) => mesh.callsTo(name)).length;
      expect(fetches).toBeGreaterThan(80);
    },
    PATIENCE_MS,
  );
});
