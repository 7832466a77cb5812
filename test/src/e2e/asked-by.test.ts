import { randomUUID } from 'node:crypto';
import { parseEntry } from '@chancery/ledger/parse-entry';
import { verifyLedger } from '@chancery/ledger/verify/verify-ledger';
import { withConnection } from '@chancery/shared/postgres/connect';
import { inTransaction } from '@chancery/shared/subgraph/import/import-transaction';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { followBySse } from '../testkit/followed.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { type Answer, valueAt } from './answer.js';

const CANARY = 'CANARY-ASKED-4410';

describe('the entry of a request', () => {
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  const asked = async (answer: Answer): Promise<readonly string[]> => (await mesh.ledger.entryOf(answer)).asked;
  const as = () => mesh.as('usa.diplomatic-security', 'INCIDENT_RESPONSE');

  it('names what it was filtered, ordered and paged by, whatever the caller calls it, and no value', async () => {
    const literal = await as().query(`query Literal { incidents(first: 2, filter: { reference: { eq: "${CANARY}" } },
      orderBy: [{ occurredOn: DESC }]) { edges { node { id logEntries(last: 1) { edges { cursor } } } } } }`);
    const variables = await as().query(
      `query Variables($n: Int, $filter: IncidentFilter, $order: [IncidentOrder!]) { a: incidents(first: $n, filter: $filter) { ...Of }
        b: incidents(orderBy: $order) { ...Of } } fragment Of on IncidentConnection { edges { node { mine: logEntries(last: $n) { edges { cursor } } } } }`,
      { n: 1, filter: { reference: { eq: CANARY } }, order: [{ occurredOn: 'ASC' }] },
    );

    expect(await asked(literal)).toEqual([
      'Incident.logEntries(last:)',
      'IncidentFilter.reference',
      'IncidentOrder.occurredOn',
      'Query.incidents(filter:)',
      'Query.incidents(first:)',
      'Query.incidents(orderBy:)',
      'StringCondition.eq',
    ]);
    expect(await asked(variables)).toEqual(await asked(literal));
    expect(JSON.stringify([await mesh.ledger.leafOf(literal), await asked(literal)])).not.toContain(CANARY);
    expect(parseEntry(await mesh.ledger.leafOf(variables)).api.asked).toBe(
      parseEntry(await mesh.ledger.leafOf(literal)).api.asked,
    );
  });

  it('names nothing where nothing was given', async () => {
    const answer = await as().query('{ incidents { edges { cursor } } }');
    expect(await asked(answer)).toEqual([]);
    expect(parseEntry(await mesh.ledger.leafOf(answer)).api.asked).toBeUndefined();
  });

  it('names a filter on what its caller may not read, by which it learned nothing', async () => {
    const text = '{ incidents(filter: { severity: { eq: SEVERE } }) { edges { node { severity } } } }';
    const answer = await mesh.as('ury.observer').query(text);
    expect(await asked(answer)).toContain('IncidentFilter.severity');
  });

  it('names what a command was given, before it is run and after', async () => {
    const mission = valueAt(
      await as().query('{ missionByWikidataId(wikidataId: "Q875787") { id } }'),
      'missionByWikidataId.id',
    );
    const input = { idempotencyKey: randomUUID(), mission, type: 'ARSON', occurredOn: '2026-09-20', city: CANARY };
    const answer = await as().query(
      `mutation Asked($input: ReportIncidentInput!) { reportIncident(input: $input) { incident { id logEntries(first: 1) { edges { cursor } } } } }`,
      { input: { ...input, siteKind: 'EMBASSY', summary: CANARY } },
    );

    expect(answer.body.errors).toBeUndefined();
    const given = await asked(answer);
    expect(given).toEqual(expect.arrayContaining(['Mutation.reportIncident(input:)', 'ReportIncidentInput.summary']));
    expect(given).toContain('Incident.logEntries(first:)');
    const digests = (await mesh.ledger.leavesOf('Asked'))
      .map((leaf) => parseEntry(leaf))
      .map(({ kind, api }) => [kind, api.asked]);
    expect(new Map(digests as [string, string][])).toEqual(
      new Map([
        ['ATTEMPT', digests[0]?.[1]],
        ['OUTCOME', digests[0]?.[1]],
      ]),
    );
  });

  it('names what a subscription is filtered by, with each event', async () => {
    const reference = '1979-11-04-tehran-usa';
    const followed = await followBySse(
      mesh.url,
      mesh.tokenOf('usa.diplomatic-security', 'THREAT_PREVENTION'),
      'subscription AskedEvents($filter: IncidentFilter) { incidentUpdated(filter: $filter) { id summary } }',
      { variables: { filter: { reference: { eq: reference } } } },
    );
    await inTransaction(mesh.ownerUrlOf('incidents'), (client) =>
      client.query('update incident set summary = $2 where reference = $1', [reference, 'told again']),
    );
    await followed.next();
    followed.stop();

    const [leaf = ''] = await mesh.ledger.leavesOf('AskedEvents');
    const { rows } = await withConnection(mesh.ledger.readerUrl, (reader) =>
      reader.query<{ text: string }>('select text from audit_asked where digest = $1', [parseEntry(leaf).api.asked]),
    );
    expect(rows).toEqual([
      { text: 'IncidentFilter.reference StringCondition.eq Subscription.incidentUpdated(filter:)' },
    ]);
  });

  it('leaves a ledger that verifies', async () => {
    expect((await verifyLedger(mesh.ledger.readerUrl, () => undefined)).outcome).toBe('whole');
  });
});
