import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TEST_MESH_SUPERGRAPH } from '../../testkit/test-gateway.js';
import type { ClosedCategories } from '../authorize/closed-categories.js';
import { chooseOperation, Validator } from '../read/validate.js';
import { createPlanner } from './planner.js';
import { OperationPreparer, type PreparedOperation } from './prepare-operation.js';

const TEXTS = [
  '{ places { id name } }',
  'query A($a: Boolean!) { places { id name @include(if: $a) tags @skip(if: $a) } } query B { people { id } }',
  'query A($b: Boolean!, $id: ID!) { place(id: $id) { ...P } } fragment P on Place { name views @include(if: $b) }',
];
/** Longer than what is kept. */
const LONG = `{ places { id } } #${'x'.repeat(10_000)}`;

const closedTo = (names: readonly string[]): ClosedCategories => ({
  key: names.join(' '),
  isClosed: ({ coordinate }) => names.includes(coordinate),
});

const told = ({ canonical, steps, redaction, categories }: PreparedOperation): string =>
  JSON.stringify([canonical.steps.map(({ text }) => text), steps.map(({ plan }) => plan), redaction, [...categories]]);

describe('an operation that was prepared before', () => {
  const validator = new Validator(TEST_MESH_SUPERGRAPH.consumerSchema);
  const planner = createPlanner(TEST_MESH_SUPERGRAPH.sdl);
  const kept = new OperationPreparer(TEST_MESH_SUPERGRAPH, planner);
  const asked = fc.record({
    text: fc.constantFrom(...TEXTS, LONG),
    name: fc.constantFrom('A', 'B'),
    a: fc.boolean(),
    b: fc.boolean(),
    id: fc.constantFrom('p1', 'p2'),
    closed: fc.subarray(['Place.name', 'Place.tags', 'Place.views', 'Query.places']),
  });

  it('is what preparing it anew makes, by its conditions, its name and what is closed', () => {
    fc.assert(
      fc.property(fc.array(asked, { minLength: 5, maxLength: 15 }), (all) => {
        for (const { text, name, a, b, id, closed } of all) {
          const document = validator.read(text);
          const operation = chooseOperation(
            document,
            text.startsWith('query') ? (text.includes('B {') ? name : 'A') : null,
          );
          const known = new Set((operation.variableDefinitions ?? []).map(({ variable }) => variable.name.value));
          const variables = Object.fromEntries(Object.entries({ a, b, id }).filter(([each]) => known.has(each)));
          const valid = { document, operation, variables };
          const anew = new OperationPreparer(TEST_MESH_SUPERGRAPH, planner).prepare(text, valid, closedTo(closed));
          expect(told(kept.prepare(text, valid, closedTo(closed)))).toBe(told(anew));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a document that was read before', () => {
  const validator = new Validator(TEST_MESH_SUPERGRAPH.consumerSchema);

  it('is one object for all who send it, and one that is invalid is refused each time', () => {
    expect(validator.read('{ places { id } }')).toBe(validator.read('{ places { id } }'));
    expect(validator.read(LONG)).not.toBe(validator.read(LONG));
    for (const _ of [1, 2]) expect(() => validator.read('{ nope }')).toThrow('nope');
    for (const _ of [1, 2]) expect(() => validator.read('{ places {')).toThrow('Syntax Error');
  });
});
