import { PAGE_MAX } from '@chancery/shared/schema/connection-args';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { randomId } from '@chancery/shared/subgraph/tables/random-id';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type Answer, codesOf, valueAt } from './answer.js';

/** What is asked of a record by its own field, and of the same record by its id alone. */
const RECORDS = [
  {
    field: 'mission',
    type: 'Mission',
    selection: 'city premises { floorPlan interiorPlan } warnings(first: 3) { totalCount }',
  },
  { field: 'incident', type: 'Incident', selection: 'reference summary type mission { city }' },
  { field: 'warning', type: 'Warning', selection: 'reference tearline body sourceRef severity' },
] as const;

const ASKERS = [
  ['usa.intelligence', 'THREAT_PREVENTION'],
  ['deu.police', 'THREAT_PREVENTION'],
  ['gbr.foreign-ministry', 'THREAT_PREVENTION'],
  ['deu.fire-service', 'PROTECT_LIFE'],
  ['ury.observer', 'TRAINING'],
] as const;

describe('a record by its id alone', () => {
  let mesh: Mesh;
  let ids: Readonly<Record<string, readonly string[]>>;
  beforeAll(async () => {
    mesh = await startMesh();
    const all = await mesh.as('usa.intelligence', 'THREAT_PREVENTION').query(
      `{ missions(first: 2) { edges { node { id } } } incidents(first: 20) { edges { node { id } } }
         warnings(first: 20) { edges { node { id } } } missionByWikidataId(wikidataId: "Q875787") { id premises { id } } }`,
    );
    expect(all.body.errors).toBeUndefined();
    const of = (path: string) =>
      (valueAt(all, `${path}.edges`) as { node: { id: string } }[]).map(({ node }) => node.id);
    const embassy = String(valueAt(all, 'missionByWikidataId.id'));
    ids = { Mission: [embassy, ...of('missions')], Incident: of('incidents'), Warning: of('warnings') };
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  const idsOf = (type: string): readonly string[] => ids[type] ?? [];
  const told = (answer: Answer): unknown => {
    const { withheld = [], banner } = answer.body.extensions ?? {};
    return {
      banner,
      withheld: withheld.map(({ coordinate, code, count, citations }) => ({ coordinate, code, count, citations })),
    };
  };

  it.each(RECORDS)('opens nothing that `$field` would not, whoever asks and however it is written', async (record) => {
    const { field, type, selection } = record;
    expect(idsOf(type).length).toBeGreaterThan(1);
    let seen = 0;
    for (const [persona, purpose] of ASKERS) {
      const caller = mesh.as(persona, purpose);
      for (const id of idsOf(type).slice(0, 6)) {
        const own = await caller.query(`query ($id: ID!) { it: ${field}(id: $id) { id ${selection} } }`, { id });
        const byId = await caller.query(
          `query ($id: ID!) { it: node(id: $id) { ...Other ... on Node { id } ...Whole } }
           fragment Whole on ${type} { ... on Node { ... on ${type} { ${selection} } } }
           fragment Other on ${type === 'Mission' ? 'Warning' : 'Mission'} { id }`,
          { id },
        );

        expect([persona, byId.status, valueAt(byId, 'it')]).toEqual([persona, own.status, valueAt(own, 'it')]);
        expect(told(byId)).toEqual(told(own));
        if (valueAt(own, 'it') !== null) seen += 1;
      }
    }
    expect(seen).toBeGreaterThan(5);
  });

  it('answers a hidden one as one that is not there, byte for byte, and asks the same for it', async () => {
    const hidden: string[] = [];
    const observer = mesh.as('ury.observer', 'TRAINING');
    const ask = async (id: string) => {
      const before = mesh.requestsByName();
      const { status, text } = await observer.query(
        'query ($id: ID!) { node(id: $id) { id ... on Warning { body } } }',
        { id },
      );
      const after = mesh.requestsByName();
      const asked = Object.entries(after).filter(([name, times]) => times !== before[name]);
      return [status, text.replace(/"receipt":"[^"]+"/, ''), asked.map(([name]) => name)];
    };
    for (const id of idsOf('Warning')) {
      const own = await observer.query('query ($id: ID!) { warning(id: $id) { id } }', { id });
      if (valueAt(own, 'warning') === null) hidden.push(id);
    }
    expect(hidden.length).toBeGreaterThan(0);

    const nobody = await ask(randomId('Warning'));
    for (const id of hidden) expect(await ask(id)).toEqual(nobody);
    expect(nobody[1]).toContain('"data":{"node":null}');
    expect(nobody[1]).toContain('"withheld":[]');
  });

  it('stands in its place among others, null where it is hidden, not there, or no id at all', async () => {
    const warnings = idsOf('Warning');
    const [post = ''] = idsOf('Mission');
    const observer = mesh.as('ury.observer', 'TRAINING');
    const asked = [randomId('Incident'), post, 'x', ...warnings, post];
    const answer = await observer.query(
      'query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Mission { city } ... on Warning { reference } } }',
      { ids: asked },
    );
    const nodes = valueAt(answer, 'nodes') as ({ __typename: string; id: string } | null)[];

    expect(answer.body.errors).toBeUndefined();
    expect(nodes).toHaveLength(asked.length);
    expect(nodes.map((node, index) => node === null || node.id === asked[index])).toEqual(asked.map(() => true));
    expect([nodes[0], nodes[2]]).toEqual([null, null]);
    expect(nodes[1]).toEqual({ __typename: 'Mission', id: post, city: 'Berlin' });
    expect(nodes.at(-1)).toEqual(nodes[1]);
    const alone: unknown[] = [];
    for (const id of warnings) {
      const own = await observer.query(`{ warning(id: "${id}") { __typename id reference } }`);
      expect(own.body.errors).toBeUndefined();
      alone.push(valueAt(own, 'warning'));
    }
    expect(nodes.slice(3, -1)).toEqual(alone);
  });

  it('is led to from what names it by its id, whatever its type: as by the id alone, and hidden as if it were not there', async () => {
    const caller = mesh.as('deu.police', 'THREAT_PREVENTION');
    const all = await caller.query('{ informationRequests(first: 1) { edges { node { id } } } }');
    const request = String(valueAt(all, 'informationRequests.edges.0.node.id'));
    const selection =
      '__typename id ... on Incident { reference summary } ... on Warning { reference body } ... on Mission { city }';
    const led = async (record: string, asker = caller) => {
      await inTransaction(mesh.ownerUrlOf('compliance'), (client) =>
        client.query('update information_request set record = $1, case_reference = $1 where id = $2', [
          record,
          request,
        ]),
      );
      return asker.query(
        `query ($id: ID!) { informationRequest(id: $id) { recordNode { ${selection} } caseNode { id } } }`,
        { id: request },
      );
    };
    const nowhere = await led(randomId('Warning'));
    expect(valueAt(nowhere, 'informationRequest')).toEqual({ recordNode: null, caseNode: null });
    expect(valueAt(await led('no id at all'), 'informationRequest')).toEqual({ recordNode: null, caseNode: null });
    const bytes = ({ text }: Answer) => text.replace(/"receipt":"[^"]+"/, '');
    const seen = { Mission: 0, Incident: 0, Warning: 0, hidden: 0 };
    for (const [type, of] of Object.entries(ids)) {
      for (const id of of.slice(0, 8)) {
        const [answer, alone] = [await led(id), await caller.query(`{ node(id: "${id}") { ${selection} } }`)];
        const node = valueAt(alone, 'node');
        expect(valueAt(answer, 'informationRequest')).toEqual({
          recordNode: node,
          caseNode: node === null ? null : { id },
        });
        if (node === null) expect(bytes(answer)).toBe(bytes(nowhere));
        seen[node === null ? 'hidden' : (type as 'Mission')] += 1;
      }
    }
    for (const [what, count] of Object.entries(seen)) expect([what, count > 0]).toEqual([what, true]);
    // Who does not see the request is led nowhere by it.
    const [post = ''] = idsOf('Mission');
    const stranger = await led(post, mesh.as('ury.observer', 'TRAINING'));
    expect(valueAt(stranger, 'informationRequest')).toBeNull();
  });

  it('is what Relay asks for to fetch a fragment anew', async () => {
    const [id = ''] = idsOf('Mission');
    const answer = await mesh.as('deu.police', 'THREAT_PREVENTION').query(
      `query PostRefetchQuery($first: Int = 1, $id: ID!) { node(id: $id) { __typename ...Post_post_32TYmt id } }
       fragment Post_post_32TYmt on Mission { id warnings(first: $first) { edges { node { id reference } cursor } pageInfo { endCursor hasNextPage } } }`,
      { id },
    );

    expect(answer.body.errors).toBeUndefined();
    expect(valueAt(answer, 'node.__typename')).toBe('Mission');
    expect(valueAt(answer, 'node.warnings.edges.0.node.reference')).toEqual(expect.any(String));
  });

  it('is asked for a page at most', async () => {
    const asked = Array.from({ length: PAGE_MAX + 1 }, () => randomId('Warning'));
    const answer = await mesh
      .as('deu.police', 'THREAT_PREVENTION')
      .query('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: asked });

    expect(codesOf(answer)).toEqual(['INPUT_INVALID']);
    expect(answer.body.errors?.[0]?.message).toBe(
      `\`ids\` has ${PAGE_MAX + 1} items, more than ${PAGE_MAX} (\`Query.nodes(ids:)\`)`,
    );
  });
});
