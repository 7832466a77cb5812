import { readFileSync } from 'node:fs';
import { withConnection } from '@chancery/shared/postgres/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';

const example = (name: string): string =>
  readFileSync(new URL(`../../../docs/examples/${name}.graphql`, import.meta.url), 'utf8');

const DOCUMENTS: readonly string[] = [
  ...['whole-picture', 'fire', 'tearline', 'incident-list'].map(example),
  `{ warnings(first: 3, orderBy: [{ expiresAt: ASC }]) {
       totalCount isExact pageInfo { hasNextPage endCursor } edges { cursor node { reference body sourceRef missions { city } } } } }`,
  '{ warnings(last: 2) { totalCount pageInfo { hasPreviousPage startCursor } edges { cursor } } }',
  '{ warnings(first: 100, filter: { severity: { in: [EXTREME, SEVERE] } }) { totalCount edges { node { id severity } } } }',
  `{ incidents(first: 5, orderBy: [{ fatalities: DESC }, { occurredOn: ASC }], filter: { synthetic: { eq: true } }) {
       totalCount pageInfo { hasNextPage endCursor } edges { cursor node { reference summary fatalities } } } }`,
  '{ missionByWikidataId(wikidataId: "Q875787") { incidents { totalCount edges { node { reference } } } warnings { totalCount } } }',
];

/** What a partner ministry may not see: rows, values, nulls, lengths and counts. */
const HIDDEN_CHANGES = {
  intel: [
    // A warning for nationals only becomes three, sooner than all others and with a graver severity; the first one goes.
    ...['0', '1', '2'].map(
      (n) => `insert into warning
        select (jsonb_populate_record(w, jsonb_build_object('id', 'wrn_0000000000000000000000000${n}',
                 'reference', 'EX-W-HIDDEN-${n}', 'severity', 'EXTREME', 'sent_at', sent_at - interval '9 years',
                 'expires_at', sent_at - interval '8 years', 'body', repeat('long ', 999)))).*
          from warning w where reference = 'W-0003'`,
    ),
    `update warning_mission set warning_id = 'wrn_00000000000000000000000000'
      where warning_id in (select id from warning where reference = 'W-0003')`,
    `delete from warning where reference = 'W-0003'`,
    // Values above what it may read change, grow and vanish.
    `update warning set body = repeat('other words ', 99), source_ref = null where reference = 'W-0002'`,
    `update warning set source_ref = 'another source' where reference = 'W-0001'`,
  ],
  incidents: [
    `update incident set summary = repeat('changed ', 50), occurred_on = '1901-01-01', fatalities = 999 where reference = 'I-0003'`,
  ],
  missions: [
    `update premises set floor_plan = null, interior_plan = repeat('x', 5000), archive_register = 'other' where synthetic`,
  ],
} as const;

describe('what a viewer may not see changes nothing that it receives', () => {
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  /** Every answer without its receipt, and how often each subgraph was asked for it. */
  async function observe(): Promise<readonly unknown[]> {
    const partner = mesh.as('gbr.foreign-ministry', 'THREAT_PREVENTION');
    const observed: unknown[] = [];
    for (const document of DOCUMENTS) {
      const before = mesh.requestsByName();
      const { status, text } = await partner.query(document);
      observed.push([status, text.replace(/"receipt":"[^"]+"/, ''), differenceOf(mesh.requestsByName(), before)]);
    }
    return observed;
  }

  it('for a partner: not a byte of any answer, and not a request to any subgraph', async () => {
    const first = await observe();
    expect(JSON.stringify(first)).toContain('EX-BODY-W-0001');
    let rows = 0;
    for (const [name, statements] of Object.entries(HIDDEN_CHANGES)) {
      await withConnection(mesh.ownerUrlOf(name as keyof typeof HIDDEN_CHANGES), async (owner) => {
        for (const statement of statements) {
          const { rowCount } = await owner.query(statement);
          expect({ statement, changed: (rowCount ?? 0) > 0 }).toEqual({ statement, changed: true });
          rows += rowCount ?? 0;
        }
      });
    }
    expect(rows).toBeGreaterThan(60);
    expect(await observe()).toEqual(first);
  });

  it('while the sending State, which may, sees every change', async () => {
    const answer = await mesh
      .as('usa.diplomatic-security', 'THREAT_PREVENTION')
      .query(
        '{ warnings(first: 100) { edges { node { reference } } } missionByWikidataId(wikidataId: "Q875787") { premises { floorPlan archiveRegister } } }',
      );
    expect(answer.text).toContain('EX-W-HIDDEN-1');
    expect(answer.text).not.toContain('W-0003');
    expect(answer.text).toContain('"floorPlan":null,"archiveRegister":"other"');
  });
});

const differenceOf = (after: Record<string, number>, before: Record<string, number>): Record<string, number> =>
  Object.fromEntries(Object.entries(after).map(([name, count]) => [name, count - (before[name] ?? 0)]));
