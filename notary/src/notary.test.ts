import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantNotary } from '@chancery/ledger/grant-notary';
import type { LedgerWriter } from '@chancery/ledger/ledger-writer';
import { parseCheckpoint } from '@chancery/ledger/notes/checkpoint';
import { type KeyFolder, openKeyFolder } from '@chancery/ledger/notes/key-folder';
import { openNote } from '@chancery/ledger/notes/signed-note';
import { openTlogProof, parseTlogProof } from '@chancery/ledger/notes/tlog-proof';
import { verifyConsistency } from '@chancery/ledger/proofs';
import { sampleEntry } from '@chancery/ledger/testkit/sample-entry';
import { createTestLedger, type TestLedger } from '@chancery/ledger/testkit/test-ledger';
import { leafHash } from '@chancery/ledger/tree';
import { startCutOffProxy } from '@chancery/shared/postgres/testkit/cut-off-proxy';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { answer } from './answer.js';
import { Notary, type NotaryOptions } from './notary.js';

const ORIGIN = 'chancery.test/ledger';
const LOG = `${ORIGIN}/1`;

let ledger: TestLedger;
let writer: LedgerWriter;
let folder: string;
let notaryUrl: string;
let keys: KeyFolder;
let said: string[];
let opened: Notary[];
beforeEach(async () => {
  ledger = await createTestLedger('notary');
  notaryUrl = await ledger.database.addNotary();
  await grantNotary(ledger.database.ownerUrl);
  writer = await ledger.openWriter();
  folder = mkdtempSync(join(tmpdir(), 'chancery-notary-'));
  keys = openKeyFolder(join(folder, 'keys'));
  said = [];
  opened = [];
});
afterEach(async () => {
  for (const notary of opened) await notary.close();
  await ledger.close();
  rmSync(folder, { recursive: true });
});

function openNotary(options: Partial<NotaryOptions> = {}): Notary {
  const notary = new Notary({
    ...{ connectionString: notaryUrl, origin: ORIGIN, keys, folder, witnesses: [], publishEveryMs: 1, clock: Date.now },
    log: ({ event, message }) => said.push(`${event}: ${message}`),
    ...options,
  });
  opened.push(notary);
  return notary;
}
const verifiers = () => keys.signersOf(LOG, 'note').map(({ verifier }) => verifier);
const append = async (count: number) => {
  const receipts: string[] = [];
  for (let n = 0; n < count; n += 1) receipts.push((await writer.append(sampleEntry())).receipt);
  return receipts;
};
const ask = (notary: Notary, path: string) => answer(notary, new URL(path, 'http://notary'));
const checkpointOf = (note: string) => parseCheckpoint(openNote(note, verifiers()).text);
const signedSizes = async () =>
  (await ledger.tamper('select size::int from audit_checkpoint order by size')).rows.map(({ size }) => size);

describe('the notary', () => {
  it('signs what the stored entries give, once for each size', async () => {
    const notary = openNotary();
    await notary.round();
    expect(await signedSizes()).toEqual([]);
    await append(3);
    await notary.round();
    await notary.round();
    await append(2);
    await notary.round();
    expect(await signedSizes()).toEqual([3, 5]);
    expect(notary.health).toBe('ok');
    const { body } = await ask(notary, '/checkpoint');
    expect(checkpointOf(body)).toMatchObject({ origin: LOG, size: 5 });
  });

  it('gives for a receipt a proof that holds against the leaf, and for any other text the same nothing', async () => {
    const notary = openNotary();
    const receipts = await append(7);
    await notary.round();
    const proof = parseTlogProof((await ask(notary, `/proof?receipt=${receipts[4]}&agency=DEU.fire-service`)).body);
    const leaf = leafHash((await ledger.entries())[4]?.leaf ?? '');
    expect(openTlogProof(proof, leaf, verifiers())).toMatchObject({ index: 4, checkpoint: { size: 7 } });
    expect(proof.extra).toEqual(leaf);

    const [later] = await append(1);
    const unknown = await ask(notary, '/proof?receipt=rrrrrrrrrrrrrrrrrrrrrr');
    expect(unknown).toMatchObject({ status: 404 });
    const agency = 'agency=DEU.fire-service';
    expect(await ask(notary, `/proof?receipt=${later}&${agency}`)).toEqual(unknown);
    // Another's, and that of another State's oversight; that of its own State may.
    for (const asker of ['', '&agency=DEU.police', '&agency=USA.inspectorate&oversees=USA']) {
      expect(await ask(notary, `/proof?receipt=${receipts[4]}${asker}`)).toEqual(unknown);
    }
    const overseen = await ask(notary, `/proof?receipt=${receipts[4]}&agency=DEU.audit&oversees=DEU`);
    expect(overseen.status).toBe(200);
    expect(await ask(notary, `/proof?receipt=${encodeURIComponent("' or true --")}`)).toEqual(unknown);
  });

  it('proves that the published checkpoint follows from an earlier one', async () => {
    const notary = openNotary();
    await append(3);
    await notary.round();
    const first = checkpointOf((await ask(notary, '/checkpoint')).body);
    await append(600);
    await notary.round();
    const { body } = await ask(notary, '/consistency?from=3');
    const end = body.indexOf('\n\n');
    const [old, ...lines] = body.slice(0, end).split('\n');
    expect(old).toBe('old 3');
    const second = checkpointOf(body.slice(end + 2));
    const proof = lines.map((line) => Buffer.from(line, 'base64'));
    expect(verifyConsistency(proof, first, second)).toBe(true);
    expect(verifyConsistency(proof, { ...first, root: second.root }, second)).toBe(false);
    expect(await ask(notary, '/consistency?from=604')).toMatchObject({ status: 404 });
    expect(await ask(notary, '/consistency?from=-1')).toMatchObject({ status: 400 });
  });

  it('goes on after a restart from the entries alone, and signs with the old key and the new one when keys change', async () => {
    await append(300);
    const first = openNotary();
    await first.round();
    await append(300);
    const newKeys = openKeyFolder(join(folder, 'new-keys'));
    const both: KeyFolder = { signersOf: (...of) => [...keys.signersOf(...of), ...newKeys.signersOf(...of)] };
    const next = openNotary({ keys: both });
    await next.round();
    expect(await signedSizes()).toEqual([300, 600]);
    const { body } = await ask(next, '/checkpoint');
    for (const folderOfKeys of [keys, newKeys]) {
      const known = folderOfKeys.signersOf(LOG, 'note').map(({ verifier }) => verifier);
      expect(openNote(body, known).signatures).toHaveLength(1);
    }
  });

  it('signs nothing while the database is away, says so, and goes on when it is back', async () => {
    const proxy = await startCutOffProxy(notaryUrl);
    const notary = openNotary({ connectionString: proxy.urlOf(notaryUrl) });
    await append(1);
    await notary.round();
    proxy.cut();
    await notary.round();
    expect(notary.health).toBe('unavailable');
    await expect(ask(notary, '/checkpoint')).rejects.toThrow();
    await append(1);
    expect(await signedSizes()).toEqual([1]);
    proxy.restore();
    await notary.round();
    expect(notary.health).toBe('ok');
    expect(await signedSizes()).toEqual([1, 2]);
    await proxy.close();
  });
});

describe('a ledger that was tampered with', () => {
  const alarms = () => said.filter((line) => line.startsWith('alarm'));
  const edit = (index: number) =>
    ledger.tamper(`update audit_entry set leaf = replace(leaf, '"W"', '"A"') where idx = $1`, [index]);

  it('is not signed when an entry was edited before it was', async () => {
    const notary = openNotary();
    await append(4);
    await edit(2);
    await notary.round();
    expect(await signedSizes()).toEqual([]);
    expect(notary.health).toBe('altered');
    expect(alarms()).toEqual([expect.stringContaining('do not give what its head claims')]);
    await ask(notary, '/health').then(({ status }) => expect(status).toBe(503));
  });

  it('is not signed when an entry was deleted, or two changed places, before it was', async () => {
    await append(5);
    await ledger.tamper('delete from audit_entry where idx = 2');
    const first = openNotary();
    await first.round();
    expect(alarms()).toEqual([expect.stringContaining('are not there')]);
    await ledger.tamper('update audit_entry set idx = 2 where idx = 4');
    await ledger.tamper('insert into audit_entry select log_id, 4, leaf from audit_entry where idx = 0');
    await openNotary().round();
    expect(alarms()).toHaveLength(2);
    expect(await signedSizes()).toEqual([]);
  });

  it('is found out by the patrol when an entry was edited after it was signed', async () => {
    const notary = openNotary();
    await append(4);
    await notary.round();
    await edit(1);
    while (notary.health === 'ok') await notary.round();
    expect(alarms()).toEqual([expect.stringContaining('are not those that were signed')]);
    await append(1);
    await notary.round();
    expect(await signedSizes()).toEqual([4]);
  });

  it('is signed no more when entries, hashes and head were all rewritten, or put back to an older state', async () => {
    await append(4);
    await openNotary().round();
    const { rows } = await ledger.tamper('select leaf from audit_entry where idx = 0');
    const leaf = String(rows[0].leaf).replace('"W"', '"A"');
    await ledger.tamper('delete from audit_entry; delete from audit_leaf_hash');
    await ledger.tamper('insert into audit_entry values (1, 0, $1)', [leaf]);
    await ledger.tamper('update audit_head set size = 1, peaks = $1', [leafHash(leaf)]);
    // What the database says of checkpoints is its own word.
    await ledger.tamper('delete from audit_checkpoint');
    const after = openNotary();
    await after.round();
    expect(after.health).toBe('altered');
    expect(alarms()).toEqual([expect.stringContaining('put back to an older state')]);
    expect(await signedSizes()).toEqual([]);
  });
});

describe('the role of the notary', () => {
  it('may read entries and write what follows from them, and nothing else', async () => {
    const client = new pg.Client({ connectionString: notaryUrl });
    await client.connect();
    for (const sql of [
      'delete from audit_entry',
      `update audit_entry set leaf = '{}'`,
      `insert into audit_entry values (1, 0, '{}')`,
      'update audit_head set size = 0',
      'delete from audit_checkpoint',
      'update audit_checkpoint set size = 0',
      'delete from audit_tile',
      'update audit_receipt set idx = 0',
      'select * from audit_sidecar',
      'select * from audit_profile',
      'drop table audit_checkpoint',
    ]) {
      await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
    await client.end();
  });
});
