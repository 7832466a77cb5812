import { randomUUID } from 'node:crypto';
import { parseEntry } from '@chancery/ledger/parse-entry';
import { withConnection } from '@chancery/shared/postgres/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import type { Answer } from './answer.js';

const EMBASSY = 'Q875787';
const REPORT = `mutation Report($input: ReportIncidentInput!) {
  reportIncident(input: $input) {
    incident { id reference type city summary sendingState receivingState mission { id city premises { interiorPlan } } }
  }
}`;
const TABLES = ['incident', 'command', 'record_version', 'outbox', 'event'];
const NOWHERE = `mis_${'0'.repeat(26)}`;

describe('a report of an incident through the gateway', () => {
  let mesh: Mesh;
  let mission: string;

  beforeAll(async () => {
    mesh = await startMesh();
    const found = await mesh
      .as('usa.diplomatic-security', 'INCIDENT_RESPONSE')
      .query(`{ missionByWikidataId(wikidataId: "${EMBASSY}") { id } }`);
    mission = String(at(found, 'missionByWikidataId', 'id'));
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  const inputOf = (changes: Record<string, unknown> = {}): Record<string, unknown> => ({
    idempotencyKey: randomUUID(),
    mission,
    type: 'ARSON',
    occurredOn: '2026-09-20',
    city: 'Berlin',
    siteKind: 'EMBASSY',
    summary: 'A car was set on fire before the gate.',
    ...changes,
  });
  const report = (persona: string, purpose: string, input = inputOf(), document = REPORT) =>
    mesh.as(persona, purpose).query(document, { input });
  const asOwner = () => report('usa.diplomatic-security', 'INCIDENT_RESPONSE');

  function at(answer: Answer, ...path: string[]): unknown {
    let value: unknown = answer.body.data;
    for (const key of path) value = (value as Record<string, unknown> | null)?.[key];
    return value;
  }

  async function counts(): Promise<Record<string, number>> {
    const text = `select ${TABLES.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(', ')}`;
    const { rows } = await withConnection(mesh.ownerUrlOf('incidents'), (owner) =>
      owner.query<Record<string, number>>(text),
    );
    return rows[0] ?? {};
  }

  it('is answered with the record, decided like any read, and stands on the ledger before and after', async () => {
    const answer = await asOwner();

    expect(answer.status).toBe(200);
    expect(answer.body.errors).toBeUndefined();
    expect(at(answer, 'reportIncident', 'incident')).toMatchObject({
      type: 'ARSON',
      sendingState: 'USA',
      receivingState: 'DEU',
      mission: { id: mission, city: 'Berlin' },
    });
    const outcome = parseEntry(await mesh.ledger.leafOf(answer));
    expect(outcome).toMatchObject({ kind: 'OUTCOME', api: { operation: 'Report' } });
    expect(outcome.status_code).toBeUndefined();
    const entries = (await mesh.ledger.leavesOf('Report')).map(parseEntry);
    const attempt = entries.find(({ kind, api }) => kind === 'ATTEMPT' && api.trace === outcome.api.trace);
    if (attempt === undefined) throw new Error('no attempt');
    expect(attempt.time).toBeLessThanOrEqual(outcome.time);
    expect(attempt.access.map(([coordinate]) => coordinate)).toEqual([
      'Mutation.reportIncident',
      'ReportIncidentInput.city',
      'ReportIncidentInput.idempotencyKey',
      'ReportIncidentInput.mission',
      'ReportIncidentInput.occurredOn',
      'ReportIncidentInput.siteKind',
      'ReportIncidentInput.summary',
      'ReportIncidentInput.type',
    ]);
    for (const [, handling, , decision, rules] of attempt.access) {
      expect([handling, decision, rules]).toEqual([null, 'I', ['CHY-RPT']]);
    }
    // What was said stands in no leaf, and in the sidecar of the attempt alone.
    expect(JSON.stringify(entries)).not.toContain('car was set on fire');
    expect(attempt.private).not.toBeNull();
  });

  it('is found afterwards by its own State, and by nobody else', async () => {
    const id = at(await asOwner(), 'reportIncident', 'incident', 'id');
    const see = async (persona: string, purpose: string) =>
      at(await mesh.as(persona, purpose).query(`{ incident(id: "${id}") { id } }`), 'incident');

    expect(await see('usa.intelligence', 'THREAT_PREVENTION')).toEqual({ id });
    expect(await see('deu.police', 'THREAT_PREVENTION')).toBeNull();
    expect(await see('gbr.foreign-ministry', 'THREAT_PREVENTION')).toBeNull();
  });

  it('withholds in its payload what the reporter may not read', async () => {
    const answer = await report('deu.police', 'CRIMINAL_INVESTIGATION');

    expect(at(answer, 'reportIncident', 'incident', 'summary')).toBe('A car was set on fire before the gate.');
    expect(answer.body.extensions?.withheld).toEqual(
      expect.arrayContaining([expect.objectContaining({ coordinate: 'Premises.interiorPlan' })]),
    );
  });

  it.each([
    ['ury.observer', 'TRAINING'],
    ['usa.intelligence', 'THREAT_PREVENTION'],
    ['usa.inspectorate', 'OVERSIGHT'],
    ['un.security', 'THREAT_PREVENTION'],
  ])('of %s for %s is refused before any service is asked, and leaves one refusal', async (persona, purpose) => {
    const [before, asked] = [await counts(), mesh.requestsToAll()];
    const answer = await report(persona, purpose);

    expect(answer.status).toBe(403);
    expect(answer.body.errors).toMatchObject([
      { extensions: { code: 'WRITE_DENIED', citations: [{ rule: 'CHY-RPT', instrument: 'CHANCERY' }] } },
    ]);
    expect(answer.body.data).toBeUndefined();
    expect(mesh.requestsToAll()).toBe(asked);
    expect(await counts()).toEqual(before);
    expect(JSON.parse(await mesh.ledger.leafOf(answer))).toMatchObject({
      kind: 'REFUSED',
      status_code: 'WRITE_DENIED',
    });
  });

  it('of a post of others is refused by the service, with its rule, and leaves an attempt and its outcome', async () => {
    const before = await counts();
    const answer = await report('gbr.foreign-ministry', 'THREAT_PREVENTION');

    expect(answer.status).toBe(200);
    expect(answer.body.data).toEqual({ reportIncident: null });
    expect(answer.body.errors).toEqual([
      {
        message: 'the change is not permitted',
        path: ['reportIncident'],
        extensions: {
          code: 'WRITE_DENIED',
          citations: [{ rule: 'CHY-RPT', instrument: 'CHANCERY', article: 'CHY-RPT' }],
        },
      },
    ]);
    expect(await counts()).toEqual(before);
    expect(JSON.parse(await mesh.ledger.leafOf(answer))).toMatchObject({
      kind: 'OUTCOME',
      status_code: 'WRITE_DENIED',
    });
  });

  it('of a post that is hidden or not there is NOT_FOUND, byte for byte', async () => {
    const input = inputOf({ mission: NOWHERE });
    const absent = await report('deu.police', 'THREAT_PREVENTION', input);
    const malformed = await report('deu.police', 'THREAT_PREVENTION', { ...input, mission: 'x' });

    expect(absent.body.errors).toEqual([
      { message: 'not found', path: ['reportIncident'], extensions: { code: 'NOT_FOUND', argument: 'input.mission' } },
    ]);
    expect(withoutReceipt(malformed)).toBe(withoutReceipt(absent));
  });

  it('runs once for its key, however often and at once it is sent', async () => {
    const input = inputOf();
    const before = (await counts()).incident ?? 0;
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => report('usa.diplomatic-security', 'INCIDENT_RESPONSE', input)),
    );

    expect(new Set(answers.map(withoutReceipt)).size).toBe(1);
    expect((await counts()).incident).toBe(before + 1);
    const other = await report('usa.diplomatic-security', 'INCIDENT_RESPONSE', { ...input, city: 'Bonn' });
    expect(other.body.errors).toMatchObject([
      { extensions: { code: 'IDEMPOTENCY_KEY_REUSED', argument: 'input.idempotencyKey' } },
    ]);
  });

  it('beside others runs in the order of the document; one that fails takes no other with it', async () => {
    const document = `mutation Two($first: ReportIncidentInput!, $bad: ReportIncidentInput!, $last: ReportIncidentInput!) {
      first: reportIncident(input: $first) { incident { summary } }
      bad: reportIncident(input: $bad) { incident { summary } }
      last: reportIncident(input: $last) { incident { summary } }
    }`;
    const answer = await mesh.as('usa.diplomatic-security', 'INCIDENT_RESPONSE').query(document, {
      first: inputOf({ summary: 'one' }),
      bad: inputOf({ summary: ' ' }),
      last: inputOf({ summary: 'three' }),
    });

    expect(answer.body.data).toEqual({
      first: { incident: { summary: 'one' } },
      bad: null,
      last: { incident: { summary: 'three' } },
    });
    expect(answer.body.errors).toMatchObject([{ path: ['bad'], extensions: { code: 'INPUT_INVALID' } }]);
  });

  it.each([
    ['too long', { summary: 'x'.repeat(100_000) }],
    ['of another type', { fatalities: 'many' }],
    ['of no enum', { type: 'PICNIC' }],
    ['unknown', { label: 'l=-' }],
    ['half a pair', { summary: '\ud800' }],
    ['with U+0000', { city: '\0' }],
  ])('whose input is %s has a code and leaves nothing', async (_what, changes) => {
    const before = await counts();
    const answer = await report('usa.diplomatic-security', 'INCIDENT_RESPONSE', inputOf(changes));

    expect(answer.body.errors?.[0]?.extensions.code).toBe('INPUT_INVALID');
    expect(await counts()).toEqual(before);
  });

  it('is not made while the ledger takes no attempt: 503, no service asked, nothing written', async () => {
    const before = await counts();
    await mesh.ledger.closeDatabase();
    const asked = mesh.requestsToAll();
    const answer = await asOwner();
    await mesh.ledger.openDatabase();

    expect(answer.status).toBe(503);
    expect(answer.body.errors).toMatchObject([{ extensions: { code: 'AUDIT_UNAVAILABLE' } }]);
    expect(mesh.requestsToAll()).toBe(asked);
    expect(await counts()).toEqual(before);
  });
});

const withoutReceipt = ({ text }: Answer): string => text.replace(/"receipt":"[^"]*"/, '');
