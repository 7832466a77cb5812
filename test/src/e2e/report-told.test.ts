import { randomUUID } from 'node:crypto';
import { parseEntry } from '@chancery/ledger/parse-entry';
import { withConnection } from '@chancery/shared/postgres/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { followBySse, followByWs } from '../testkit/followed.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { valueAt } from './answer.js';

const UPDATED = 'subscription Told { incidentUpdated { reference summary } }';
const reportNamed = (name: string): string => `mutation ${name}($input: ReportIncidentInput!) {
  reportIncident(input: $input) { incident { summary } } }`;

describe('a report of an incident', () => {
  let mesh: Mesh;
  let mission: unknown;
  beforeAll(async () => {
    mesh = await startMesh();
    const found = await mesh.as('ury.observer').query('{ missionByWikidataId(wikidataId: "Q875787") { id } }');
    mission = valueAt(found, 'missionByWikidataId.id');
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  const inputOf = (summary: string): Record<string, unknown> => ({
    idempotencyKey: randomUUID(),
    mission,
    type: 'ARSON',
    occurredOn: '2026-09-20',
    city: 'Berlin',
    siteKind: 'EMBASSY',
    summary,
  });
  const report = (persona: string, summary: string) =>
    mesh.as(persona, 'THREAT_PREVENTION').query(reportNamed('Report'), { input: inputOf(summary) });
  async function count(): Promise<number> {
    const { rows } = await withConnection(mesh.ownerUrlOf('incidents'), (owner) =>
      owner.query<{ count: number }>('select count(*)::int as count from incident'),
    );
    return rows[0]?.count ?? -1;
  }

  it('is told to who follows incidents of its State, and to nobody of another', async () => {
    const [own, host] = await Promise.all(
      ['usa.intelligence', 'deu.police'].map((persona) =>
        followBySse(mesh.url, mesh.tokenOf(persona, 'THREAT_PREVENTION'), UPDATED),
      ),
    );
    expect((await report('usa.diplomatic-security', 'of the embassy')).body.errors).toBeUndefined();
    expect((await report('deu.police', 'of the police')).body.errors).toBeUndefined();

    expect((await own?.next())?.data).toMatchObject({ incidentUpdated: { summary: 'of the embassy' } });
    expect((await host?.next())?.data).toMatchObject({ incidentUpdated: { summary: 'of the police' } });
    expect([own?.untaken, host?.untaken]).toEqual([[], []]);
    own?.stop();
    host?.stop();
  });

  it.each([
    ['server-sent events', followBySse, 'BySse'],
    ['a web socket', followByWs, 'ByWs'],
  ])('sent over %s is run like any other, between an attempt and an outcome', async (_way, follow, name) => {
    const token = mesh.tokenOf('usa.diplomatic-security', 'THREAT_PREVENTION');
    const before = await count();
    const sent = await follow(mesh.url, token, reportNamed(name), { variables: { input: inputOf(name) } });

    expect((await sent.next()).data).toEqual({ reportIncident: { incident: { summary: name } } });
    expect(await sent.ended()).toBe('complete');
    expect(await count()).toBe(before + 1);
    const kinds = (await mesh.ledger.leavesOf(name)).map((leaf) => parseEntry(leaf).kind);
    expect(kinds.sort()).toEqual(['ATTEMPT', 'OUTCOME']);
  });

  it.each([
    ['mis-encoded', (body: Buffer) => Buffer.from(body.toString('latin1').replace('fire', 'f\xfcre'), 'latin1'), 400],
    ['cut short', (body: Buffer) => body.subarray(0, -2), 400],
    ['of more than a body may have', (body: Buffer) => Buffer.concat([body, Buffer.alloc(2 * 1024 * 1024, ' ')]), 413],
  ])('whose body is %s has a code and leaves nothing', async (_what, spoil, status) => {
    const body = Buffer.from(JSON.stringify({ query: reportNamed('Spoilt'), variables: { input: inputOf('a fire') } }));
    const before = await count();
    const response = await fetch(`${mesh.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json',
        authorization: `Bearer ${mesh.tokenOf('usa.diplomatic-security', 'THREAT_PREVENTION')}`,
      },
      body: spoil(body),
    });

    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: expect.any(String) } }] });
    expect(await count()).toBe(before);
  });
});
