import { describe, expect, it } from '@jest/globals';
import { TEST_SUPERGRAPH, testCanonicalise } from '../../testkit/test-canonicalise.js';
import { introspect } from './introspection.js';
import { alternativesOf, type FieldProjection, type SelectionProjection } from './projection.js';

/** Of an object; nothing here is of an interface. */
const fieldsOf = (projection: SelectionProjection | null | undefined): readonly FieldProjection[] =>
  projection ? (alternativesOf(projection)[0]?.fields ?? []) : [];

/** Response key to canonical key, nested. */
function keysOf(projection: SelectionProjection): Record<string, unknown> {
  return Object.fromEntries(
    fieldsOf(projection).map((field) => [
      field.responseKey,
      field.selection ? [field.canonicalKey, keysOf(field.selection)] : field.canonicalKey,
    ]),
  );
}

describe('a canonical operation', () => {
  it('holds no alias of the caller, so that no alias can stand where a handling, a key or a type is read', () => {
    const { text, root } = testCanonicalise(
      '{ incident(id: "inc_1") { handling: summary id: city __typename: city _0_incident: source } }',
    );

    expect(text).toBe('query($a0:ID!){_0_incident:incident(id:$a0){handling id summary city source}}');
    expect(keysOf(root)).toEqual({
      incident: ['_0_incident', { handling: 'summary', id: 'city', __typename: 'city', _0_incident: 'source' }],
    });
  });

  it('holds no literal and no variable name of the caller', () => {
    const byLiteral = testCanonicalise('{ incidents(first: 3, filter: { type: { in: [FIRE] } }) { totalCount } }');
    const byVariable = testCanonicalise(
      'query Secret($n: Int, $secret: IncidentType!) { incidents(filter: { type: { in: [$secret] } }, first: $n) { totalCount } }',
      { variables: { n: 3, secret: 'FIRE' } },
    );

    expect(byLiteral.text).toBe(
      'query($a0:Int,$a1:IncidentFilter){_0_incidents:incidents(first:$a0,filter:$a1){totalCount handlings}}',
    );
    expect(byVariable.text).toBe(byLiteral.text);
    expect(byVariable.variables).toEqual(byLiteral.variables);
    expect(byLiteral.variables).toEqual({ a0: 3, a1: { type: { in: ['FIRE'] } } });
  });

  it('carries text that the planner would misread as data', () => {
    const { text, variables } = testCanonicalise(
      String.raw`{ a: incident(id: "\u{1F600}\b\"}") { id } b: incident(id: 12345678901234567890) { id } }`,
    );

    expect(variables).toEqual({ a0: '\u{1F600}\b"}', a1: '12345678901234567890' });
    expect(text).not.toContain('1234567890');
  });

  it('fetches a field once, under however many aliases it is asked for', () => {
    const { text, root } = testCanonicalise(
      '{ a: mission(id: "m") { x: city y: city } b: mission(id: "m") { premises { address } } c: mission(id: "n") { p: premises { id } q: premises { hazards } } }',
    );

    expect(text).toBe(
      'query($a0:ID!,$a1:ID!){_0_mission:mission(id:$a0){handling id city premises{handling id address}} _1_mission:mission(id:$a1){handling id premises{handling id hazards}}}',
    );
    expect(keysOf(root)).toEqual({
      a: ['_0_mission', { x: 'city', y: 'city' }],
      b: ['_0_mission', { premises: ['premises', { address: 'address' }] }],
      c: ['_1_mission', { p: ['premises', { id: 'id' }], q: ['premises', { hazards: 'hazards' }] }],
    });
  });

  it('keys equal calls alike wherever they stand, for of an interface they must be found on any type', () => {
    const { text, variables } = testCanonicalise(
      '{ missions(first: 1) { edges { node { incidents(first: 1) { totalCount } warnings(first: 1) { totalCount } } } } incidents(first: 1) { edges { node { mission { incidents(first: 1) { isExact } } } } } }',
    );

    expect(text?.match(/_\d+_\w+/g)).toEqual([
      '_0_missions',
      '_1_incidents',
      '_2_warnings',
      '_1_incidents',
      '_1_incidents',
    ]);
    expect(variables).toEqual({ a0: 1, a1: 1, a2: 1 });
  });

  it('merges fields with one response key, through fragments and conditions', () => {
    const { text, root } = testCanonicalise(
      `query ($yes: Boolean = true, $no: Boolean!) {
        incident(id: "i") { ...Facts mission { city } ... on Incident @include(if: $yes) { mission { id } } }
        ... @include(if: $no) { viewer { agency } }
      }
      fragment Facts on Incident { city type @skip(if: $yes) mission { premises { id } } summary @skip(if: $no) }`,
      { variables: { no: false } },
    );

    expect(text).toBe(
      'query($a0:ID!){_0_incident:incident(id:$a0){handling id city mission{handling id premises{handling id} city} summary}}',
    );
    expect(keysOf(root)).toEqual({
      incident: [
        '_0_incident',
        {
          city: 'city',
          mission: ['mission', { premises: ['premises', { id: 'id' }], city: 'city', id: 'id' }],
          summary: 'summary',
        },
      ],
    });
  });

  it('selects handling on every type that has its own, and on no other', () => {
    const { text } = testCanonicalise(
      '{ missions { totalCount edges { cursor node { location { latitude } premises { custody { custodian } } } } } viewer { agency } }',
    );

    expect(text).toBe(
      'query{missions{totalCount edges{cursor node{handling id location{latitude} premises{handling id custody{custodian}}}} handlings} viewer{agency}}',
    );
  });

  it('selects the handlings of rows where a count or a page tells of them, and else not', () => {
    const { text } = testCanonicalise(
      '{ missions { pageInfo { endCursor } edges { node { warnings { edges { node { severity } } pageInfo { __typename } } incidents { n: isExact } } } } }',
    );

    expect(text).toBe(
      'query{missions{pageInfo{endCursor handlings} edges{node{handling id warnings{edges{node{handling id severity}} pageInfo{__typename}} incidents{isExact handlings}}}}}',
    );
  });

  it('fetches the node of an edge of which only the cursor was asked for, to decide by, and does not answer it', () => {
    const { text, root } = testCanonicalise('{ missions { edges { node: cursor } } }');

    expect(text).toBe('query{missions{edges{cursor node{handling id}}}}');
    const edges = fieldsOf(fieldsOf(root.fields[0]?.selection)[0]?.selection);
    expect(edges.map(({ fieldName, isShown }) => [fieldName, isShown])).toEqual([
      ['cursor', true],
      ['node', false],
    ]);
  });

  it('drops variables that nothing uses any more', () => {
    const { variables } = testCanonicalise(
      'query ($no: Boolean!, $id: ID!, $post: ID = "p") { mission(id: $id) { city } incident(id: $post) @include(if: $no) { id } }',
      { variables: { no: false, id: 'm' } },
    );

    expect(variables).toEqual({ a0: 'm' });
  });

  it('is a valid operation on the schema, a variable with a default in a non-null place included', () => {
    const { text, variables } = testCanonicalise(
      'query ($post: String = "Q875787", $n: Int, $after: String) { missionByWikidataId(wikidataId: $post) { incidents(first: $n, after: $after) { totalCount } } }',
      { variables: { n: null } },
    );

    expect(text).toContain('$a0:String!');
    expect(variables).toEqual({ a0: 'Q875787', a1: null });
  });

  it('refuses null where the caller gave a non-null argument a default', () => {
    expect(() =>
      testCanonicalise('query ($post: String = "x") { missionByWikidataId(wikidataId: $post) { city } }', {
        variables: { post: null },
      }),
    ).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
    expect(() =>
      testCanonicalise('query ($if: Boolean = true) { viewer { agency @skip(if: $if) } }', { variables: { if: null } }),
    ).toThrow(expect.objectContaining({ code: 'INPUT_INVALID', message: 'variable `$if` must be true or false' }));
  });
});

describe('introspection', () => {
  it('plans nothing for what the schema alone answers', () => {
    const { text, root, introspection } = testCanonicalise('{ __typename s: __schema { queryType { name } } }');

    expect(text).toBeNull();
    expect(root.fields.map(({ responseKey, source }) => [responseKey, source])).toEqual([
      ['__typename', 'typename'],
      ['s', 'introspection'],
    ]);
    expect(introspection?.definitions).toHaveLength(1);
  });

  it('answers from the schema that the caller sees, by response key', () => {
    const { introspection } = testCanonicalise(
      'query ($name: String!, $kind: MissionKind, $old: Boolean = false) { t: __type(name: $name) { ...T } missions(filter: { kind: { eq: $kind } }) { totalCount } } fragment T on __Type { fields(includeDeprecated: $old) { name } }',
      { variables: { name: 'Mission' } },
    );
    if (!introspection) throw new Error('no introspection');
    const answer = introspect(introspection, TEST_SUPERGRAPH.consumerSchema, { name: 'Mission', old: false });

    expect(Object.keys(answer)).toEqual(['t']);
    expect(JSON.stringify(answer)).toContain('premises');
    expect(JSON.stringify(answer)).not.toContain('handling');
  });

  it('keeps the type name of an object out of the plan, and the object in', () => {
    const { text, root } = testCanonicalise(
      '{ missions { __typename pageInfo { t: __typename } } viewer { t: __typename } }',
    );

    expect(text).toBe('query{missions{pageInfo{__typename}} viewer{__typename}}');
    expect(fieldsOf(root.fields[0]?.selection)[0]).toMatchObject({ source: 'typename', policy: { category: null } });
  });
});

describe('pruning', () => {
  const pruneThreat = { isPruned: ({ category }: { category: string | null }) => category === 'THREAT' };

  it('fetches nothing of a pruned field, and still projects it', () => {
    const asked = '{ mission(id: "m") { city warnings(first: 3) { edges { node { body } } } } }';
    const { text, root, variables } = testCanonicalise(asked, pruneThreat);

    expect(text).toBe('query($a0:ID!){_0_mission:mission(id:$a0){handling id city}}');
    expect(variables).toEqual({ a0: 'm' });
    const [mission] = root.fields;
    const warnings = fieldsOf(mission?.selection)[1];
    expect(mission?.pruned).toBe(false);
    expect(warnings).toMatchObject({
      responseKey: 'warnings',
      pruned: true,
      selection: { typeName: 'WarningConnection' },
    });
  });

  it('keeps an object that lost all its fields, for its being there is still told', () => {
    const { text } = testCanonicalise(
      '{ warnings { edges { node { body } } } mission(id: "m") { warnings { totalCount } } }',
      {
        isPruned: ({ coordinate, category }) => category === 'THREAT' || coordinate === 'WarningConnection.edges',
      },
    );

    expect(text).toBe('query($a0:ID!){warnings{__typename} _0_mission:mission(id:$a0){handling id}}');
  });

  it('plans nothing when everything is pruned', () => {
    const { text, variables } = testCanonicalise('{ mission(id: "m") { city } }', { isPruned: () => true });

    expect(text).toBeNull();
    expect(variables).toEqual({});
  });
});

describe('what is not served', () => {
  it('stops at the limit of selections, fragments counted at each spread', () => {
    const bomb = (depth: number): string =>
      Array.from(
        { length: depth },
        (_, level) => `fragment F${level} on Mission { a: incidents { ...G${level} } b: incidents { ...G${level} } }
          fragment G${level} on IncidentConnection { edges { node { mission { ${level + 1 < depth ? `...F${level + 1}` : 'id'} } } } }`,
      ).join('\n');

    expect(() => testCanonicalise(`{ mission(id: "m") { ...F0 } } ${bomb(3)}`)).not.toThrow();
    expect(() => testCanonicalise(`{ mission(id: "m") { ...F0 } } ${bomb(12)}`)).toThrow(
      expect.objectContaining({ code: 'LIMIT_EXCEEDED' }),
    );
    expect(() => testCanonicalise('{ __schema { types { name kind } } }', { selectionsMax: 3 })).toThrow(
      expect.objectContaining({ code: 'LIMIT_EXCEEDED' }),
    );
    expect(testCanonicalise('{ viewer { agency purpose } }', { selectionsMax: 3 }).selections).toBe(3);
  });
});
