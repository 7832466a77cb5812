import { describe, expect, it } from '@jest/globals';
import { answerAbstract } from '../../testkit/abstract-fixture.js';
import { failureAt, HIDE, withhold } from '../../testkit/redaction-fixture.js';

const POST = { __typename: 'Post', id: 'p1', handling: 1, name: 'Berlin', plan: 'stairs' };
const REPORT = { __typename: 'Report', id: 'r1', handling: 2, name: 'Dossier', source: 'HUMINT' };
const GHOST = { __typename: 'Ghost', id: 'g1', handling: 1 };
const NAMES = '{ things { id ... on Named { name } } }';

const watched = () => {
  const alarms: string[] = [];
  return { alarms, context: { alarm: (message: string) => void alarms.push(message) } };
};

describe('a value behind an interface or a union', () => {
  it('is decided by the rule of the type that the object has itself', () => {
    const denials = { 'Report.name': withhold('BASIS_MISSING', 'CHY-DENY'), 'Report.source': HIDE };
    const { data, withheld } = answerAbstract(
      '{ things { id ... on Named { name } ... on Report { source } } }',
      { things: [POST, REPORT] },
      { denials },
    );

    expect(data).toEqual({
      things: [
        { id: 'p1', name: 'Berlin' },
        { id: 'r1', name: null, source: null },
      ],
    });
    expect(withheld.map(({ coordinate, paths }) => [coordinate, paths])).toEqual([
      ['Report.name', [['things', 1, 'name']]],
    ]);
  });

  it('is decided by the handling of that object, its existence before all', () => {
    const { data, records } = answerAbstract(
      NAMES,
      { things: [POST, REPORT, POST] },
      { denials: { 'EXISTENCE @ 2': HIDE } },
    );

    expect(data).toEqual({
      things: [
        { id: 'p1', name: 'Berlin' },
        { id: 'p1', name: 'Berlin' },
      ],
    });
    expect([...records]).toEqual(['Post:p1']);
  });

  it('keeps its place in a list of what the caller has named, null whether it is hidden or not there', () => {
    const absent = { __typename: 'Post', id: 'p9' };
    const ids = ['r1', 'p9', 'x', 'p1'];
    const asked = 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }';
    const fetched = { _0_nodes: [REPORT, absent, null, POST] };
    const { alarms, context } = watched();
    const { data, errors, withheld, tally } = answerAbstract(asked, fetched, {
      variables: { ids },
      denials: { 'EXISTENCE @ 2': HIDE },
      absent: new Set([absent]),
      context,
    });

    expect(data).toEqual({ nodes: [null, null, null, { id: 'p1' }] });
    expect([errors, withheld, alarms]).toEqual([[], [], []]);
    expect(tally.map(({ coordinate, letter, count }) => [coordinate, letter, count])).toContainEqual([
      'EXISTENCE',
      'H',
      1,
    ]);
  });

  it('is not what another fragment asks for, though the same words were fetched', () => {
    const { data } = answerAbstract('{ found { ... on Post { x: plan } ... on Report { x: source } } }', {
      found: { ...POST, source: 'not of a post' },
    });

    expect(data).toEqual({ found: { x: 'stairs' } });
  });

  it('tells its own type by whatever alias, and fragments on it hold whatever way they are written', () => {
    const { data } = answerAbstract(
      '{ finds { t: __typename ... on Node { id } ...F } } fragment F on Named { ... on Post { plan } }',
      { finds: [POST, REPORT] },
    );

    expect(data).toEqual({
      finds: [
        { t: 'Post', id: 'p1', plan: 'stairs' },
        { t: 'Report', id: 'r1' },
      ],
    });
  });

  it.each([
    ['none', undefined],
    ['null', null],
    ['that of the interface', 'Node'],
    ['one of no schema', 'Nothing'],
    ['one that cannot stand there', 'Circle'],
    ['a list', ['Post']],
    ['a name that every object inherits', 'constructor'],
  ])('of which the type is %s is withheld, and the operator is told', (_, __typename) => {
    const { alarms, context } = watched();
    const { data, withheld, errors } = answerAbstract(
      '{ node(id: "1") { id } }',
      { _0_node: { ...POST, __typename } },
      { context },
    );

    expect(data).toEqual({ node: null });
    expect(withheld).toMatchObject([{ coordinate: 'Query.node', code: 'POLICY_ERROR', paths: [['node']] }]);
    expect(errors).toEqual([]);
    expect(alarms).toEqual(['a subgraph sent a Node of no known type without a known handling']);
  });

  it('of which the handling is missing is withheld like any row', () => {
    const { alarms, context } = watched();
    const { data } = answerAbstract(
      '{ found { __typename } }',
      { found: { __typename: 'Post', id: 'p1' } },
      { context },
    );

    expect(data).toEqual({ found: null });
    expect(alarms).toEqual(['subgraph posts sent a Post without a known handling']);
  });

  it('of a type that the caller may not know of is null, and nothing is said of it', () => {
    const { alarms, context } = watched();
    const { data, errors, withheld } = answerAbstract('{ found { __typename } }', { found: GHOST }, { context });

    expect([data, errors, withheld, alarms]).toEqual([{ found: null }, [], [], []]);
  });

  it('without a type because a fetch failed is an error, not a denial', () => {
    const { alarms, context } = watched();
    const failures = failureAt(['found', '__typename'], 'SUBGRAPH_UNREACHABLE');
    const { data, errors } = answerAbstract('{ found { __typename } }', { found: { id: 'p1' } }, { failures, context });

    expect(data).toEqual({ found: null });
    expect(errors).toMatchObject([{ path: ['found'], extensions: { code: 'SUBGRAPH_UNREACHABLE' } }]);
    expect(alarms).toEqual([]);
  });

  it('that is closed for one type before anything is read is closed for that type only', () => {
    const pruned = ({ coordinate }: { coordinate: string }) => coordinate === 'Report.name';
    const { data, withheld } = answerAbstract(NAMES, { things: [POST, REPORT] }, { pruned });

    expect(data).toEqual({
      things: [
        { id: 'p1', name: 'Berlin' },
        { id: 'r1', name: null },
      ],
    });
    expect(withheld).toMatchObject([{ coordinate: 'Report.name', code: 'BASIS_MISSING' }]);
  });

  it('without a label of its own follows its holder, by the rule of its own type', () => {
    const denials = { 'Square.width': withhold('BASIS_MISSING', 'CHY-DENY') };
    const asked = '{ shape { ... on Circle { width } ... on Square { width } } }';

    expect(answerAbstract(asked, { shape: { __typename: 'Circle', width: 3 } }, { denials }).data).toEqual({
      shape: { width: 3 },
    });
    expect(answerAbstract(asked, { shape: { __typename: 'Square', width: 3 } }, { denials }).data).toEqual({
      shape: { width: null },
    });
    expect(answerAbstract(asked, { shape: { width: 3 } }, { denials }).data).toEqual({ shape: null });
  });
});
