import { verifyLedger } from '@chancery/ledger/verify/verify-ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { HoldOffice } from '../testkit/hold-office.js';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';
import { codesOf } from './answer.js';

const QUERY = '{ missionByWikidataId(wikidataId: "Q875787") { city premises { floorPlan } } }';

describe('the ledger behind the gateway', () => {
  let mesh: Mesh;
  beforeAll(async () => {
    mesh = await startMesh();
  }, MESH_STARTS_WITHIN_MS);
  afterAll(() => mesh.close());

  it('holds an entry for each answer, and verifies from its stored bytes', async () => {
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => mesh.as('deu.police', 'THREAT_PREVENTION').query(QUERY)),
    );
    const receipts = answers.map(({ body }) => body.extensions?.audit?.receipt);
    expect(new Set(receipts).size).toBe(16);
    for (const answer of answers.slice(0, 3)) {
      const entry = await mesh.ledger.entryOf(answer);
      expect(entry.access).toEqual(
        expect.arrayContaining([
          expect.objectContaining({ coordinate: 'Premises.floorPlan', decision: 'W', rules: ['VCDR-22-1'] }),
        ]),
      );
      expect(entry.basis).toMatchObject({ purpose: 'THREAT_PREVENTION' });
    }
    const verdict = await verifyLedger(mesh.ledger.readerUrl, () => undefined);
    expect(verdict.outcome).toBe('whole');
  });

  it('records a request that was refused after its token was believed', async () => {
    const answer = await mesh.as('deu.police', 'THREAT_PREVENTION').query('{ nothing }');
    expect(codesOf(answer)).toEqual(['DOCUMENT_INVALID']);
    const entry = await mesh.ledger.entryOf(answer);
    expect(entry).toMatchObject({ kind: 'REFUSED', access: [] });
  });

  it('records who asked for a purpose that is not its own', async () => {
    const token = mesh.tokenOf('deu.police');
    const answer = await mesh.withToken(token, { 'chancery-purpose': 'PROTECT_LIFE' }).query(QUERY);
    expect(codesOf(answer)).toEqual(['PURPOSE_NOT_ASSIGNED']);
    expect((await mesh.ledger.entryOf(answer)).actor?.agency).toBe('DEU.police');
  });

  it('holds no variable and no address in clear', async () => {
    const canary = 'CANARY-VARIABLE-7731';
    const answer = await mesh
      .as('deu.police', 'THREAT_PREVENTION')
      .query('query($id: String!) { missionByWikidataId(wikidataId: $id) { city } }', { id: canary });
    expect(answer.status).toBe(200);
    expect(await mesh.ledger.leafOf(answer)).not.toContain(canary);
    expect(await mesh.ledger.leafOf(answer)).not.toContain('127.0.0.1');
  });

  it('erases nothing that the oversight of a State has ordered to be kept, until two of its persons lift it', async () => {
    const office = new HoldOffice(mesh);
    const { first, second } = office;
    const receiptOf = async (persona: string, purpose: string) =>
      (await mesh.as(persona, purpose).query(QUERY)).body.extensions?.audit?.receipt ?? '';
    const ours = await receiptOf('usa.diplomatic-security', 'INCIDENT_RESPONSE');
    const why = { reason: 'a leak is looked into', legalBasis: 'GRS 3.1' };
    const { id } = await office.done(first, 'orderLegalHold', { ...why, fromAt: '2020-01-01T00:00:00Z' });
    expect(await office.carriedOut(id)).toMatchObject({ status: 'ORDERED', inEffectSince: expect.any(String) });
    const isHeld = () => expect(office.erase(ours)).rejects.toMatchObject({ code: 'LEGAL_HOLD', hold: id });
    await isHeld();
    // What another State's police asked is not for that office to keep.
    await office.erase(await receiptOf('deu.police', 'THREAT_PREVENTION'));

    const ministry = mesh.as('deu.foreign-ministry', 'THREAT_PREVENTION');
    expect(codesOf(await office.run(ministry, 'askLiftLegalHold', { id, ...why }))).toEqual(['WRITE_DENIED']);
    await office.done(first, 'askLiftLegalHold', { id, ...why });
    expect(codesOf(await office.run(first, 'approveLiftLegalHold', { id }))).toEqual(['WRITE_DENIED']);
    expect(await office.carriedOut(id)).toMatchObject({ status: 'LIFT_ASKED', inEffectUntil: null });
    await isHeld();

    await office.done(second, 'approveLiftLegalHold', { id });
    expect(await office.carriedOut(id)).toMatchObject({ status: 'LIFTED', inEffectUntil: expect.any(String) });
    await office.erase(ours);
    expect(await verifyLedger(mesh.ledger.readerUrl, () => undefined)).toMatchObject({
      outcome: 'whole',
      findings: [],
    });
  });

  it('down: 503, no data, not ready; and back again, it answers', async () => {
    await mesh.withLedgerDown(async () => {
      const answer = await mesh.as('deu.police', 'THREAT_PREVENTION').query(QUERY);
      expect(answer.status).toBe(503);
      expect(codesOf(answer)).toEqual(['AUDIT_UNAVAILABLE']);
      expect(answer.body.data).toBeUndefined();
      expect(answer.text).not.toContain('Berlin');
      expect((await fetch(`${mesh.url}/ready`)).status).toBe(503);
      expect((await fetch(`${mesh.url}/health`)).status).toBe(200);
    });
    const answer = await mesh.as('deu.police', 'THREAT_PREVENTION').query(QUERY);
    expect(answer.status).toBe(200);
    expect(answer.text).toContain('Berlin');
  });
});
