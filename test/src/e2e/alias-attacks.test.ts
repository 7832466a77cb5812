import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type Answer, valueAt } from './answer.js';

/** A record whose text is itself a public handling: should the gateway ever read it as one, it would open the record. */
const LURE = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';

describe('callers that write keys which the gateway decides by', () => {
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  const asPolice = (document: string): Promise<Answer> => mesh.as('deu.police', 'THREAT_PREVENTION').query(document);

  it.each([
    ['the handling', 'handling: tearline body'],
    ['the entity key', 'id: tearline body'],
    ['the concrete type', '__typename: tearline body'],
    ['the planner’s own alias', '_internal_qp_alias_0: tearline body'],
    ['a prototype', '__proto__: tearline constructor: reference body'],
  ])('cannot open a body by writing %s', async (_name, selection) => {
    const answer = await asPolice(
      `{ missionByWikidataId(wikidataId: "Q875787") { warnings(first: 50) { edges { node { ${selection} } } } } }`,
    );
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('EX-TEARLINE-W-0001');
    expect(answer.text).not.toContain('EX-BODY-W-0001');
    expect(Object.hasOwn(Object.prototype, 'tearline')).toBe(false);
  });

  it('meet a record whose text is a public handling, and it stays text', async () => {
    const answer = await asPolice(
      '{ missionByWikidataId(wikidataId: "Q875787") { warnings(first: 50) { edges { node { handling: tearline body } } } } }',
    );
    expect(answer.text).toContain(LURE);
    expect(answer.text).not.toContain('EX-BODY-W-0007');
    expect(answer.text).not.toContain('EX-BODY-W-0001');
  });

  it('get each of two aliases of one entity what it asked for, decided as what it is', async () => {
    // Ids are random, so the first of a page in the order of ids is any.
    const one = 'first: 1, filter: { reference: { eq: "W-0001" } }';
    const answer = await asPolice(`{
      a: missionByWikidataId(wikidataId: "Q875787") { x: city warnings(${one}) { edges { node { v: tearline } } } }
      b: missionByWikidataId(wikidataId: "Q875787") { x: kind warnings(${one}) { edges { node { v: body } } } }
    }`);
    expect(valueAt(answer, 'a.x')).toBe('Berlin');
    expect(valueAt(answer, 'b.x')).toBe('EMBASSY');
    expect(valueAt(answer, 'a.warnings.edges.0.node.v')).toEqual(expect.any(String));
    expect(valueAt(answer, 'b.warnings.edges.0.node.v')).toBeNull();
    expect(answer.text).not.toContain('EX-BODY-');
  });

  it('cannot select what only the gateway may: it does not exist for them', async () => {
    const answer = await asPolice('{ missionByWikidataId(wikidataId: "Q875787") { handling } }');
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.[0]?.extensions.code).toBe('DOCUMENT_INVALID');
    expect(answer.body.data).toBeUndefined();
  });
});
