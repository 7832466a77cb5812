import { describe, expect, it } from '@jest/globals';
import { TEST_SUPERGRAPH } from '../../testkit/test-canonicalise.js';
import { DEPTH_MAX, REPEATS_MAX } from '../limit/limits.js';
import { DocumentError } from './document-error.js';
import { readDocument, readOperation } from './read-operation.js';
import { Validator } from './validate.js';

const validator = new Validator(TEST_SUPERGRAPH.consumerSchema);

/** What is said of a request that is refused while it is read. */
function saidOf(text: string, variables: Record<string, unknown> = {}): readonly string[] {
  const body = { text, operationName: null, variables, listed: null } as const;
  const asked = { ...body, tellsBasis: false, onError: 'PROPAGATE', resume: null } as const;
  try {
    readOperation(readDocument(asked, { validator }), asked, { validator });
  } catch (error) {
    if (error instanceof DocumentError) return error.issues.map(({ message }) => message);
    throw error;
  }
  throw new Error('it was read');
}

const LEVELS = ['missions', 'edges', 'node'];
const CYCLE = ['warnings', 'edges', 'node', 'missions'];
/** Posts, and those that their warnings concern, down to a field that is one level too deep. */
const deep = (level = 0): string =>
  level === DEPTH_MAX ? 'id' : `${LEVELS[level] ?? CYCLE[(level - LEVELS.length) % 4]} { ${deep(level + 1)} }`;

describe('an error about a document names the schema coordinate of its place', () => {
  it.each([
    ['a value of an argument', '{ missions(first: "x") { totalCount } }', '`Query.missions(first:)`'],
    [
      'a value of a nested argument',
      '{ node(id: "x") { ... on Mission { warnings(last: 1.5) { totalCount } } } }',
      '`Mission.warnings(last:)`',
    ],
    [
      'a word of a filter',
      '{ incidents(filter: { type: { in: [ARSON, NONE] } }) { totalCount } }',
      '`IncidentTypeCondition.in`',
    ],
    [
      'an item of an order',
      '{ incidents(orderBy: [{ occurredOn: UP }]) { totalCount } }',
      '`IncidentOrder.occurredOn`',
    ],
    ['an argument of a directive', '{ missions @include(if: 3) { totalCount } }', '`@include(if:)`'],
    ['a field without a selection, in a fragment', '{ ...F } fragment F on Query { missions }', '`Query.missions`'],
    [
      'a field that repeats itself',
      `{ missions { ${'totalCount '.repeat(REPEATS_MAX + 1)} } }`,
      '`MissionConnection.totalCount`',
    ],
    ['a field that is too deep', `{ ${deep()} }`, '`Mission.id`'],
  ])('of %s', (_, text, coordinate) => {
    expect(saidOf(text)[0]).toContain(coordinate);
  });

  it.each([
    [
      'a variable by its first use',
      '($x: Int) { missions(first: $x) { totalCount } }',
      'one',
      '`Query.missions(first:)`',
    ],
    [
      'a field of a variable',
      '($x: IncidentFilter) { incidents(filter: $x) { totalCount } }',
      { type: { in: ['ARSON', 'NONE'] } },
      '`IncidentTypeCondition.in`',
    ],
    [
      'an unknown field of a variable by what holds it',
      '($x: IncidentFilter) { incidents(filter: $x) { totalCount } }',
      { type: { nope: 1 } },
      '`IncidentFilter.type`',
    ],
  ])('of %s', (_, text, x, coordinate) => {
    expect(saidOf(`query ${text}`, { x })[0]).toContain(coordinate);
  });

  it('and says it once, where graphql-js has said it, and not at all where the schema has none', () => {
    expect(saidOf('{ missions(nope: 1) { totalCount } }')).toEqual([
      'Unknown argument "nope" on field "Query.missions".',
    ]);
    expect(saidOf('{ missions { nope } }')).toEqual(['Cannot query field "nope" on type "MissionConnection".']);
    expect(saidOf('query Q { viewer { agency } } query Q { viewer { agency } }')[0]).not.toContain('`');
  });

  it('but of no element that the caller is not served', () => {
    const [message] = saidOf('{ missions { edges { node { handling(first: 1) } } } }');
    expect(message).toContain('Cannot query field "handling" on type "Mission".');
    expect(message).not.toContain('`');
  });
});
