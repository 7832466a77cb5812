import { describe, expect, it } from '@jest/globals';
import { getNamedType } from 'graphql';
import { TEST_SUPERGRAPH, testCanonicalise } from '../../testkit/test-canonicalise.js';

type Variables = Readonly<Record<string, unknown>>;

const askedBy = (text: string, variables: Variables = {}) => {
  const { asked } = testCanonicalise(text, { variables });
  return asked.of(variables);
};

const FILTERED = [
  'IncidentFilter.type',
  'IncidentOrder.occurredOn',
  'IncidentTypeCondition.in',
  'Query.incidents(filter:)',
  'Query.incidents(first:)',
  'Query.incidents(orderBy:)',
];

describe('what an operation is asked by', () => {
  it('is the coordinate of each argument and input field that is given, without its value', () => {
    const text =
      '{ incidents(first: 7, filter: { type: { in: [ARSON] } }, orderBy: [{ occurredOn: DESC }]) { edges { cursor } } }';
    expect(askedBy(text)).toEqual(FILTERED);
  });

  it('is the same under aliases, in fragments and by variables, whole or in part', () => {
    const aliased = `query ($n: Int, $t: IncidentTypeCondition, $by: OrderDirection!) {
      ...Page again: incidents(first: $n) { edges { cursor } } }
      fragment Page on Query { mine: incidents(filter: { type: $t }, orderBy: [{ occurredOn: $by }]) { edges { cursor } } }`;
    expect(askedBy(aliased, { n: 7, t: { in: ['ARSON'] }, by: 'ASC' })).toEqual(FILTERED);

    const whole = `query ($n: Int, $f: IncidentFilter, $o: [IncidentOrder!]) {
      incidents(first: $n, filter: $f, orderBy: $o) { edges { cursor } } }`;
    const variables = { n: 1, f: { type: { in: ['ARSON'] } }, o: [{ occurredOn: 'ASC' }] };
    expect(askedBy(whole, variables)).toEqual(FILTERED);
  });

  it('leaves out what is null or not sent, and what is not included', () => {
    const text = `query ($n: Int, $f: IncidentFilter, $in: Boolean!) {
      incidents(first: $n, last: null, filter: $f) { edges { node { logEntries(first: 1) @include(if: $in) { edges { cursor } } } } } }`;
    expect(askedBy(text, { f: { type: null }, in: false })).toEqual(['Query.incidents(filter:)']);
    expect(askedBy(text, { n: null, in: true })).toEqual(['Incident.logEntries(first:)']);
  });

  it('names the arguments of nested connections by the type that they stand on', () => {
    const text = `{ missions(first: 1) { edges { node { incidents(first: 2, filter: { severity: { eq: SEVERE } }) { edges { cursor } } } } } }`;
    expect(askedBy(text)).toEqual([
      'IncidentFilter.severity',
      'IncidentSeverityCondition.eq',
      'Mission.incidents(filter:)',
      'Mission.incidents(first:)',
      'Query.missions(first:)',
    ]);
  });

  it('names what stands on a pruned field too', () => {
    const text = '{ incidents(filter: { reference: { eq: "x" } }) { edges { cursor } } }';
    const { asked } = testCanonicalise(text, { isPruned: () => true });
    expect(asked.of({})).toContain('IncidentFilter.reference');
  });

  it('names every input field of a command', () => {
    const text = 'mutation ($i: ReportIncidentInput!) { reportIncident(input: $i) { incident { id } } }';
    const input = {
      idempotencyKey: 'k',
      mission: 'm',
      type: 'ARSON',
      occurredOn: '2026-01-01',
      city: 'B',
      siteKind: 'EMBASSY',
      summary: 's',
    };
    const { asked } = testCanonicalise(text, { variables: { i: input } });
    expect(asked.of({ i: input })).toEqual(
      [...Object.keys(input).map((name) => `ReportIncidentInput.${name}`), 'Mutation.reportIncident(input:)'].sort(),
    );
  });

  it('is one list for all requests that give the same', () => {
    const { asked } = testCanonicalise('query ($n: Int) { incidents(first: $n) { edges { cursor } } }');
    expect(asked.of({ n: 1 })).toBe(asked.of({ n: 2 }));
    expect(asked.of({})).toEqual([]);
  });

  it('needs no account of defaults of input fields, for there are none', () => {
    const types = Object.values(TEST_SUPERGRAPH.consumerSchema.getTypeMap()).map(getNamedType);
    const fields = types.flatMap((type) => (type && 'getFields' in type ? Object.values(type.getFields()) : []));
    expect(fields.filter((field) => 'defaultValue' in field && field.defaultValue !== undefined)).toEqual([]);
  });
});
