import { InternalError } from '@chancery/shared/errors';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TEST_SUPERGRAPH, testCanonicalise } from '../../testkit/test-canonicalise.js';
import { parseQueryPlan } from './parse-plan.js';
import { createPlanner } from './planner.js';
import type { PlanNode } from './query-plan.js';

const planner = createPlanner(TEST_SUPERGRAPH.sdl);

/** The subgraphs that a plan asks, in the order of its text. */
function fetchesOf(node: PlanNode | null): string[] {
  if (node === null) return [];
  if (node.kind === 'sequence' || node.kind === 'parallel') return node.nodes.flatMap(fetchesOf);
  if (node.kind === 'condition') return [...fetchesOf(node.whenTrue), ...fetchesOf(node.otherwise)];
  return [node.subgraph];
}

function plannedFetches(text: string, variables: Readonly<Record<string, unknown>> = {}): string[] {
  const canonical = testCanonicalise(text, { variables });
  if (canonical.text === null) throw new Error('nothing to plan');
  return fetchesOf(planner.plan(canonical.text).node).sort();
}

const RESCUE =
  'fragment Rescue on Mission { kind city premises { floorPlan hazards occupancy interiorPlan archiveRegister } }';

describe('the plans of the example documents', () => {
  it('asks each subgraph once for the whole picture of a post', () => {
    expect(
      plannedFetches(`query WholePicture($post: String = "Q875787") {
        viewer { agency represents purpose }
        mission: missionByWikidataId(wikidataId: $post) {
          kind sendingState receivingState city location { latitude longitude }
          premises { address emergencyContact floorPlan interiorPlan archiveRegister custody { custodian since } }
          incidents(first: 5, orderBy: [{ occurredOn: DESC }]) { totalCount edges { node { id reference type occurredOn summary } } }
          warnings(first: 5, orderBy: [{ expiresAt: ASC }]) { totalCount edges { node { id severity expiresAt tearline body sourceRef } } }
        }
      }`),
    ).toEqual(['gateway', 'incidents', 'intel', 'missions']);
  });

  it('asks one subgraph for two posts', () => {
    expect(
      plannedFetches(`query Fire($embassy: String = "Q875787", $consulate: String = "Q470042") {
        embassy: missionByWikidataId(wikidataId: $embassy) { ...Rescue }
        consulate: missionByWikidataId(wikidataId: $consulate) { ...Rescue }
      } ${RESCUE}`),
    ).toEqual(['missions']);
  });

  it('jumps once for warnings of a post and once for posts of incidents', () => {
    expect(
      plannedFetches(`query Tearline($post: String = "Q875787") {
        missionByWikidataId(wikidataId: $post) { city warnings(first: 10) { edges { node { id severity tearline body sourceRef } } } }
      }`),
    ).toEqual(['intel', 'missions']);
    expect(
      plannedFetches(`query IncidentList($first: Int = 20, $after: String, $filter: IncidentFilter = { type: { in: [BOMBING, ARSON] } }) {
        incidents(first: $first, after: $after, filter: $filter, orderBy: [{ occurredOn: DESC }]) {
          totalCount isExact pageInfo { hasNextPage endCursor }
          edges { cursor node { id reference type occurredOn city summary mission { id kind city } } }
        }
      }`),
    ).toEqual(['incidents', 'missions']);
  });

  it('never asks intel when all of it is pruned', () => {
    const asked = '{ mission(id: "m") { city warnings(first: 10) { edges { node { body } } } } }';
    const pruned = testCanonicalise(asked, { isPruned: ({ category }) => category === 'THREAT' });

    expect(fetchesOf(planner.plan(pruned.text ?? '').node)).toEqual(['missions']);
    expect(plannedFetches(asked)).toEqual(['intel', 'missions']);
  });
});

describe('the planner', () => {
  it('plans a text once', () => {
    const text = 'query{viewer{agency}}';

    expect(planner.plan(text)).toBe(planner.plan(text));
    const forgetful = createPlanner(TEST_SUPERGRAPH.sdl, { cachedTextMax: 10 });
    expect(forgetful.plan(text)).not.toBe(forgetful.plan(text));
    expect(forgetful.plan(text)).toEqual(planner.plan(text));
  });

  it('forgets the plan that was used longest ago', () => {
    const small = createPlanner(TEST_SUPERGRAPH.sdl, { plansMax: 2 });
    const first = small.plan('query{viewer{agency}}');
    small.plan('query{viewer{purpose}}');
    small.plan('query{viewer{caseId}}');

    expect(small.plan('query{viewer{agency}}')).not.toBe(first);
  });

  it('fails with a code of ours, and keeps what it says of fields from the message', () => {
    const failure = (() => {
      try {
        return planner.plan('query{missions{handling}}');
      } catch (error) {
        return error;
      }
    })();

    expect(failure).toBeInstanceOf(InternalError);
    expect((failure as InternalError).message).toBe('the planner could not plan an operation');
    expect(() => createPlanner('type Query { a: Int }').plan('query{b}')).toThrow(InternalError);
  });

  it('knows exactly the variables that each fetch uses', () => {
    const { text } = testCanonicalise('{ mission(id: "m") { city incidents(first: 3) { totalCount } } }');
    const { node } = planner.plan(text ?? '');

    expect(node).toMatchObject({
      kind: 'sequence',
      nodes: [
        { kind: 'root-fetch', subgraph: 'missions', variableNames: ['a0'] },
        {
          kind: 'entity-fetch',
          subgraph: 'incidents',
          variableNames: ['a1'],
          batches: [
            {
              answerKey: '_entities',
              paths: [[{ kind: 'key', key: '_0_mission' }]],
              requires: [{ kind: 'fragment', typeName: 'Mission' }],
              shape: {
                fields: [
                  {
                    answerKey: '_1_incidents',
                    key: '_1_incidents',
                    shape: { fields: [{ key: 'totalCount' }, { key: 'handlings' }] },
                  },
                ],
              },
            },
          ],
        },
      ],
    });
  });
});

describe('reading a plan', () => {
  const fetch = { kind: 'Fetch', serviceName: 's', operationKind: 'query', operation: '{a}' };
  const entities = {
    ...fetch,
    operation: 'query($representations:[_Any!]!){_entities(representations:$representations){...on A{b}}}',
  };
  const plan = (node: unknown) => ({ kind: 'QueryPlan', node });

  it('accepts what it knows, and an empty plan', () => {
    expect(parseQueryPlan({ kind: 'QueryPlan' })).toEqual({ node: null });
    expect(
      parseQueryPlan(
        plan({ kind: 'Sequence', nodes: [fetch, { kind: 'Flatten', path: [{ Field: 'a' }, '@'], node: entities }] }),
      ),
    ).toMatchObject({
      node: { nodes: [{ kind: 'root-fetch' }, { kind: 'entity-fetch', batches: [{ answerKey: '_entities' }] }] },
    });
    expect(parseQueryPlan(plan({ kind: 'Condition', condition: 'v', elseClause: fetch }))).toMatchObject({
      node: { kind: 'condition', variableName: 'v', whenTrue: null, otherwise: { kind: 'root-fetch' } },
    });
  });

  it.each([
    ['a node of an unknown kind', { kind: 'Defer', primary: {}, deferred: [] }],
    ['a subscription that fetches after something', { kind: 'Subscription', primary: { ...fetch, requires: [] } }],
    ['a node with an unknown field', { ...fetch, hedge: true }],
    ['a fetch without a subgraph', { ...fetch, serviceName: undefined }],
    ['an unknown path segment', { kind: 'Flatten', path: [{ Index: 1 }], node: entities }],
    [
      'a path segment with two meanings',
      { kind: 'Flatten', path: [{ Field: 'a', TypeCondition: ['A'] }], node: entities },
    ],
    [
      'a conditional requirement',
      {
        kind: 'Flatten',
        path: [],
        node: { ...entities, requires: [{ kind: 'InlineFragment', typeCondition: 'A', selections: [], skipIf: 'v' }] },
      },
    ],
    [
      'a requirement by fragment name',
      { kind: 'Flatten', path: [], node: { ...entities, requires: [{ kind: 'FragmentSpread', value: 'F' }] } },
    ],
    ['an unknown rewrite', { ...fetch, outputRewrites: [{ Deleter: { path: [] } }] }],
    [
      'a rewrite of another form',
      {
        kind: 'Flatten',
        path: [],
        node: { ...entities, inputRewrites: [{ ValueSetter: { path: [{ Key: 'a' }], setValueTo: 'b' } }] },
      },
    ],
    [
      'a renaming of what is not selected',
      { ...fetch, outputRewrites: [{ KeyRenamer: { path: [{ Key: 'z' }], renameKeyTo: 'a' } }] },
    ],
    ['a fetch at the root that requires entities', { ...fetch, requires: [{ kind: 'Field', name: 'id' }] }],
    ['a flattened sequence', { kind: 'Flatten', path: [], node: { kind: 'Sequence', nodes: [] } }],
    ['a fetch that spreads what is not there', { ...fetch, operation: '{...F}' }],
    ['a fetch of no operation', { ...fetch, operation: '{' }],
    ['a fetch of two operations', { ...fetch, operation: 'query A{a} query B{b}' }],
  ])('refuses %s', (_, node) => {
    expect(() => parseQueryPlan(plan(node))).toThrow(InternalError);
  });

  it('refuses whatever is no plan', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(() => parseQueryPlan(value)).toThrow(InternalError);
      }),
    );
  });

  it("undoes the planner's own aliases where they stand", () => {
    const { node } = parseQueryPlan(
      plan({
        ...fetch,
        operation: '{list{...on A{_internal_qp_alias_0: name} ...on B{name}}}',
        outputRewrites: [
          {
            KeyRenamer: {
              path: [{ Key: 'list' }, { TypenameEquals: ['A'] }, { Key: '_internal_qp_alias_0' }],
              renameKeyTo: 'name',
            },
          },
        ],
      }),
    );

    expect(node).toMatchObject({
      shape: {
        fields: [
          {
            shape: {
              fields: [
                { answerKey: '_internal_qp_alias_0', key: 'name' },
                { answerKey: 'name', key: 'name' },
              ],
            },
          },
        ],
      },
    });
  });
});
