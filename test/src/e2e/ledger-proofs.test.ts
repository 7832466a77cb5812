import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { grantNotary } from '@chancery/ledger/grant-notary';
import { parseCheckpoint } from '@chancery/ledger/notes/checkpoint';
import { openKeyFolder } from '@chancery/ledger/notes/key-folder';
import { printVerifierKey } from '@chancery/ledger/notes/note-key';
import { openNote } from '@chancery/ledger/notes/signed-note';
import { openTlogProof, parseTlogProof } from '@chancery/ledger/notes/tlog-proof';
import { pageOfExport, readKeptAnswer } from '@chancery/ledger/said/kept-answer';
import { openValueProof, proveValue, type RedeemedAnswer } from '@chancery/ledger/said/value-proof';
import { leafHash } from '@chancery/ledger/tree';
import { type RunningNotary, startNotary } from '@chancery/notary/start-notary';
import type { TestDatabase } from '@chancery/shared/postgres/test-database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MESH_STARTS_WITHIN_MS, type Mesh, startMesh } from '../testkit/mesh.js';

const QUERY = '{ missionByWikidataId(wikidataId: "Q875787") { city } }';
const ORIGIN = 'chancery.test/ledger';
const CHECKOUT = resolve(import.meta.dirname, '../../..');

/** Runs a script of this checkout as a person would, with nothing of our environment but the path. */
const runScript = (script: string, args: readonly string[], env: Readonly<Record<string, string>>) =>
  new Promise<{ readonly code: number; readonly text: string }>((done) => {
    const options = { env: { PATH: process.env.PATH, ...env } };
    execFile(process.execPath, [join(CHECKOUT, script), ...args], options, (error, stdout, stderr) =>
      done({ code: error === null ? 0 : Number(error.code), text: stdout + stderr }),
    );
  });

describe('a receipt', () => {
  let mesh: Mesh;
  let running: RunningNotary;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-proofs-'));
  const keys = openKeyFolder(join(folder, 'keys'));
  const verifiers = keys.signersOf(`${ORIGIN}/1`, 'note').map(({ verifier }) => verifier);
  const notary = async (ledger: TestDatabase): Promise<string> => {
    const connectionString = await ledger.addNotary();
    await grantNotary(ledger.ownerUrl);
    // A minute between rounds: the test says when.
    const signing = { origin: ORIGIN, keys, folder, witnesses: [], publishEveryMs: 1, everyMs: 60_000 };
    running = await startNotary({ connectionString, ...signing, port: 0, clock: Date.now, log: () => {} });
    return running.url;
  };
  beforeAll(async () => {
    mesh = await startMesh({ notary });
  }, MESH_STARTS_WITHIN_MS);
  afterAll(async () => {
    await mesh.close();
    await running.close();
    rmSync(folder, { recursive: true });
  });

  const token = () => mesh.tokenOf('deu.fire-service', 'PROTECT_LIFE');
  const get = (path: string, headers: Record<string, string> = { authorization: `Bearer ${token()}` }) =>
    fetch(`${mesh.url}/ledger/${path}`, { headers });

  it('is redeemed for a proof that holds against the entry, and the redeeming is an entry itself', async () => {
    const answer = await mesh.withToken(token()).query(QUERY);
    const receipt = answer.body.extensions?.audit?.receipt ?? '';
    expect((await get(`proof?receipt=${receipt}`)).status).toBe(404);
    await running.notary.round();
    const response = await get(`proof?receipt=${receipt}`);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    const leaf = await mesh.ledger.leafOf(answer);
    const proven = openTlogProof(parseTlogProof(await response.text()), leafHash(leaf), verifiers);
    expect(proven.checkpoint.origin).toBe(`${ORIGIN}/1`);
    // Whoever else has got hold of it is told what is told of a receipt that never was, and says nothing of himself but by his token.
    const others = { authorization: `Bearer ${mesh.tokenOf('gbr.foreign-ministry', 'THREAT_PREVENTION')}` };
    const never = await get('proof?receipt=rrrrrrrrrrrrrrrrrrrrrr', others);
    for (const query of [`receipt=${receipt}`, `receipt=${receipt}&agency=DEU.fire-service&oversees=DEU`]) {
      const refused = await get(`proof?${query}`, others);
      expect([refused.status, await refused.clone().text()]).toEqual([404, await never.clone().text()]);
    }
    const [recorded = ''] = await mesh.ledger.leavesOf('LedgerProof');
    expect(recorded).toContain('DEU.fire-service');
    expect(await mesh.ledger.receipts()).toContain(response.headers.get('chancery-receipt'));
  });

  it('is redeemed over GraphQL by whom it was given to and the oversight of its State, and by nobody else', async () => {
    const RECEIPT = `query Redeem($id: ID!) {
      receipt(id: $id) { receipt log index leafHash inclusion treeSize rootHash checkpoint proof }
    }`;
    const answer = await mesh.withToken(token()).query(QUERY);
    const id = answer.body.extensions?.audit?.receipt ?? '';
    const asked = async (who: ReturnType<Mesh['as']>, of: string) => {
      const { body } = await who.query(RECEIPT, { id: of });
      const { audit: _, ...told } = body.extensions ?? {};
      return { data: body.data, errors: body.errors, told };
    };
    const never = 'rrrrrrrrrrrrrrrrrrrrrr';
    const fireService = mesh.as('deu.fire-service', 'PROTECT_LIFE');
    const others = mesh.as('gbr.foreign-ministry', 'THREAT_PREVENTION');
    expect((await asked(fireService, id)).data).toEqual({ receipt: null });
    await running.notary.round();

    const { data } = await asked(fireService, id);
    const redeemed = data?.receipt as Record<string, string>;
    const leaf = leafHash(await mesh.ledger.leafOf(answer));
    const proven = openTlogProof(parseTlogProof(redeemed.proof ?? ''), leaf, verifiers);
    const { checkpoint } = proven;
    expect(redeemed).toEqual({
      ...{ receipt: id, log: `${ORIGIN}/1`, index: proven.index, leafHash: leaf.toString('base64') },
      ...{ treeSize: checkpoint.size, rootHash: checkpoint.root.toString('base64') },
      inclusion: parseTlogProof(redeemed.proof ?? '').path.map((hash) => hash.toString('base64')),
      checkpoint: parseTlogProof(redeemed.proof ?? '').note,
      proof: redeemed.proof,
    });
    expect(await asked(others, id)).toEqual(await asked(others, never));
    expect((await asked(others, never)).data).toEqual({ receipt: null });
    const own = await others.query(QUERY);
    await running.notary.round();
    for (const [reader, isTold] of [
      [mesh.as('usa.inspectorate'), true],
      [mesh.as('usa.consular', 'CONSULAR_ASSISTANCE'), false],
    ] as const) {
      const ofUsa = await mesh.as('usa.diplomatic-security', 'INCIDENT_RESPONSE').query(QUERY);
      await running.notary.round();
      const found = await asked(reader, ofUsa.body.extensions?.audit?.receipt ?? '');
      expect(found.data?.receipt === null).toBe(!isTold);
      const ofOthers = await asked(reader, own.body.extensions?.audit?.receipt ?? '');
      expect(ofOthers).toEqual(await asked(reader, never));
    }
    const [recorded = ''] = await mesh.ledger.leavesOf('Redeem');
    expect(recorded).toContain('DEU.fire-service');
  });

  it('is redeemed, by who shows the answer that came with it, for proofs of single values', async () => {
    const redeem = (body: string) =>
      fetch(`${mesh.url}/ledger/values`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token()}`, 'content-type': 'application/json' },
        body,
      });
    const asked = await fetch(`${mesh.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY, extensions: { basis: true } }),
    });
    const body = await asked.text();
    const absent = await redeem(body);
    expect(absent.status).toBe(404);
    await running.notary.round();
    const response = await redeem(body);
    expect(response.status).toBe(200);
    const redeemed = (await response.json()) as RedeemedAnswer;
    const proof = proveValue(readKeptAnswer(body).text, redeemed, ['missionByWikidataId', 'city']);
    expect(openValueProof(proof, verifiers)).toMatchObject({
      value: 'Berlin',
      bases: [{ coordinate: 'Mission.city', mark: 'TLP:CLEAR', citations: [{ rule: 'CHY-PUB' }] }],
    });
    // The same by the commands that a holder and a reader have.
    const [answerFile, proofFile, keysFile] = ['answer.json', 'city.proof', 'keys.txt'].map((name) =>
      join(folder, name),
    );
    writeFileSync(answerFile ?? '', body);
    writeFileSync(keysFile ?? '', verifiers.map(printVerifierKey).join('\n'));
    const proved = ['--path', 'missionByWikidataId.city', '--to', proofFile ?? ''];
    const env = { CHANCERY_URL: mesh.url, CHANCERY_TOKEN: token() };
    expect(await runScript('scripts/commands/prove-value.mjs', [answerFile ?? '', ...proved], env)).toEqual({
      code: 0,
      text: '',
    });
    const checked = await runScript(
      'packages/ledger/dist/notes/proof-cli.js',
      [proofFile ?? '', '--keys', keysFile ?? ''],
      {},
    );
    expect(checked).toMatchObject({
      code: 0,
      text: expect.stringContaining('"Berlin" was said at missionByWikidataId.city'),
    });

    const [recorded = ''] = await mesh.ledger.leavesOf('LedgerValues');
    expect(recorded).toContain('DEU.fire-service');

    // Another answer, another receipt, what is no answer at all: what is said of each is what is said of a receipt that never was.
    const refusal = await absent.text();
    const receipt = readKeptAnswer(body).receipt;
    for (const other of [body.replace('Berlin', 'Bremen'), body.replace(receipt, `${'r'.repeat(21)}A`), '{}', '']) {
      const refused = await redeem(other);
      expect([refused.status, await refused.text()]).toEqual([404, refusal]);
    }
  });

  it('is redeemed, by who shows a page of an export, for a value of one of its lines and for a null with the reason', async () => {
    const rows = 'edges { node { city premises { floorPlan } } }';
    const query = `{ missions(filter: { wikidataId: { eq: "Q875787" } }) { ${rows} } }`;
    const headers = { authorization: `Bearer ${token()}`, 'content-type': 'application/json' };
    const ask = async (accept: string): Promise<string> => {
      const body = JSON.stringify({ query, extensions: { basis: true } });
      const answered = await fetch(`${mesh.url}/graphql`, { method: 'POST', headers: { ...headers, accept }, body });
      return answered.text();
    };
    const page = pageOfExport(await ask('application/x-ndjson'), 1) ?? '';
    const answer = await ask('application/json');
    await running.notary.round();
    const proven = async (kept: string, path: readonly (string | number)[]) => {
      const response = await fetch(`${mesh.url}/ledger/values`, { method: 'POST', headers, body: kept });
      expect(response.status).toBe(200);
      const redeemed = (await response.json()) as RedeemedAnswer;
      return openValueProof(proveValue(readKeptAnswer(kept).text, redeemed, path), verifiers);
    };
    expect(await proven(page, ['row', 0, 'city'])).toMatchObject({
      value: 'Berlin',
      bases: [{ coordinate: 'Mission.city', citations: [{ rule: 'CHY-PUB' }] }],
    });
    const withheld = { value: null, withheld: [{ coordinate: 'Premises.floorPlan', by: 'PLACE' }] };
    expect(await proven(page, ['row', 0, 'premises', 'floorPlan'])).toMatchObject(withheld);
    expect(await proven(answer, ['missions', 'edges', 0, 'node', 'premises', 'floorPlan'])).toMatchObject(withheld);
    for (const other of [page.replace('Berlin', 'Bremen'), page.replace('null', '"a plan"')]) {
      const refused = await fetch(`${mesh.url}/ledger/values`, { method: 'POST', headers, body: other });
      expect(refused.status).toBe(404);
    }
  });

  it('that nobody was given, and a path without a token, tell nothing of the log', async () => {
    await mesh.withToken(token()).query(QUERY);
    await running.notary.round();
    expect((await get('proof?receipt=rrrrrrrrrrrrrrrrrrrrrr')).status).toBe(404);
    for (const path of ['checkpoint', 'consistency?from=0', 'proof?receipt=rrrrrrrrrrrrrrrrrrrrrr']) {
      const refused = await get(path, { 'chancery-purpose': 'PROTECT_LIFE' });
      expect(refused.status).toBeGreaterThanOrEqual(401);
      expect(await refused.text()).not.toContain(ORIGIN);
    }
    const { size } = parseCheckpoint(openNote(await (await get('checkpoint')).text(), verifiers).text);
    expect(size).toBeGreaterThan(0);
  });

  it('is given while the notary is away, and redeemed nowhere', async () => {
    await running.close();
    expect((await mesh.withToken(token()).query(QUERY)).status).toBe(200);
    expect((await get('checkpoint')).status).toBe(503);
    for (;;) {
      const ready = await fetch(`${mesh.url}/ready`);
      const { status, parts } = (await ready.json()) as { status: string; parts: Record<string, string> };
      expect(ready.status).toBe(200);
      if (status === 'degraded' && parts.checkpoints === 'unavailable') break;
    }
  });
});
