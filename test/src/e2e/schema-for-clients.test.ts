import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type Answer, codesOf, valueAt } from './answer.js';

describe('the schema as clients use it', () => {
  let mesh: Mesh;
  let ask: (document: string, variables?: Record<string, unknown>) => Promise<Answer>;
  beforeAll(async () => {
    mesh = await startMesh();
    ask = (document, variables) => mesh.as('usa.diplomatic-security', 'THREAT_PREVENTION').query(document, variables);
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  const messageOf = (answer: Answer): string => answer.body.errors?.[0]?.message ?? '';

  it('tells the holder of a token what its trust agreement took from it', async () => {
    const claims = mesh.claimsOf('usa.consular', 'EVACUATION');
    const { chancery } = claims as { chancery: object };
    const wider = mesh.signAsIssuer({
      ...claims,
      chancery: {
        ...chancery,
        clearances: [
          { policy: 'USA', rank: 4, until: null },
          { policy: 'NATO', rank: 1 },
        ],
        compartments: ['SI'],
        purposes: ['EVACUATION', 'ARREST'],
      },
    });
    const answer = await mesh
      .withToken(wider)
      .query('{ viewer { purposes clearances { rank } clipped { claim reason } } }');
    expect(valueAt(answer, 'viewer')).toEqual({
      purposes: ['EVACUATION'],
      clearances: [{ rank: 2 }],
      clipped: [
        { claim: 'compartments.SI', reason: 'NOT_AGREED' },
        { claim: 'purposes.ARREST', reason: 'NOT_AGREED' },
        { claim: 'clearances.USA:4', reason: 'ABOVE_CEILING' },
        { claim: 'clearances.NATO', reason: 'NOT_AGREED' },
      ],
    });
    expect(valueAt(await ask('{ viewer { clipped { claim } } }'), 'viewer.clipped')).toEqual([]);
  });

  it('names the specification of each scalar of its own, says what Query is, and which inputs take one field', async () => {
    const answer = await ask('{ __schema { queryType { description } types { name kind specifiedByURL isOneOf } } }');
    const types = valueAt(answer, '__schema.types') as {
      name: string;
      kind: string;
      specifiedByURL: string | null;
      isOneOf: boolean | null;
    }[];
    expect(valueAt(answer, '__schema.queryType.description')).toEqual(expect.any(String));
    const own = types.filter(({ name, kind }) => kind === 'SCALAR' && !/^(ID|Int|Float|String|Boolean)$/.test(name));
    expect(own.length).toBeGreaterThan(2);
    for (const { specifiedByURL } of own) expect(specifiedByURL).toMatch(/^https:/);
    const inputs = types.filter(({ kind }) => kind === 'INPUT_OBJECT');
    expect(inputs.filter(({ isOneOf }) => isOneOf).map(({ name }) => name)).toEqual(
      inputs.map(({ name }) => name).filter((name) => /(?:Order|GroupBy)$/.test(name)),
    );
  });

  it.each([
    ['{ orderBy: [{ city: null }] }', 'missions(first: 1, orderBy: [{ city: null }]) { totalCount }'],
    ['{ orderBy: [{}] }', 'missions(first: 1, orderBy: [{}]) { totalCount }'],
    ['{ two fields }', 'missions(first: 1, orderBy: [{ city: ASC, openedYear: ASC }]) { totalCount }'],
    ['{ a field twice }', 'missions(first: 1, orderBy: [{ city: ASC }, { city: DESC }]) { totalCount }'],
  ])('refuses %s as input of the caller', async (_, selection) => {
    const codes = codesOf(await ask(`{ ${selection} }`));
    expect(codes.length).toBeGreaterThan(0);
    for (const code of codes) expect(['DOCUMENT_INVALID', 'INPUT_INVALID']).toContain(code);
  });

  it('refuses two fields of a variable where the schema wants one, before anything is fetched', async () => {
    const text = 'query ($o: [MissionOrder!]) { missions(first: 1, orderBy: $o) { totalCount } }';
    const before = mesh.requestsToAll();
    for (const item of [{ city: 'ASC', openedYear: 'ASC' }, {}, { city: null }]) {
      expect(codesOf(await ask(text, { o: [item] }))).toEqual(['INPUT_INVALID']);
    }
    expect(mesh.requestsToAll()).toBe(before);
  });

  it('refuses what the calendar or the database does not have in the words of the caller, and spares the rest', async () => {
    const year = await ask('{ bad: incidents(filter: { occurredOn: { eq: "0000-01-01" } }) { totalCount } }');
    expect(codesOf(year)).toEqual(['DOCUMENT_INVALID']);
    expect(messageOf(year)).toContain('`0000-01-01` is not a calendar date');
    const written = await ask('{ incidents(filter: { occurredOn: { gte: 20230101 } }) { totalCount } }');
    expect(messageOf(written)).toContain('`20230101` is not a calendar date');
    const variable = await ask(
      'query ($at: DateTime) { warnings(filter: { expiresAt: { eq: $at } }) { totalCount } }',
      {
        at: '2026-09-11T04:00:00.000001Z',
      },
    );
    expect(codesOf(variable)).toEqual(['INPUT_INVALID']);
    expect(messageOf(variable)).toContain('2026-09-11T04:00:00.000001Z');
  });

  it('takes a null in a filter for a test that was left out', async () => {
    const all = await ask('{ missions(first: 0) { totalCount } }');
    const nulls = await ask('query ($f: MissionFilter) { missions(first: 0, filter: $f) { totalCount } }', {
      f: { kind: null, sendingState: { eq: null, in: null } },
    });
    expect(nulls.body.errors).toBeUndefined();
    expect(nulls.body.data).toEqual(all.body.data);
  });
});
