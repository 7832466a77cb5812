import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { grantNotary } from '@chancery/ledger/grant-notary';
import { parseCheckpoint, printCheckpoint } from '@chancery/ledger/notes/checkpoint';
import { type KeyFolder, openKeyFolder } from '@chancery/ledger/notes/key-folder';
import { openNote, signNote } from '@chancery/ledger/notes/signed-note';
import { sampleEntry } from '@chancery/ledger/testkit/sample-entry';
import { createTestLedger, type TestLedger } from '@chancery/ledger/testkit/test-ledger';
import { verifyLedger } from '@chancery/ledger/verify/verify-ledger';
import { KeptCheckpoints } from '@chancery/witness/kept-checkpoints';
import { type RunningWitness, startWitness } from '@chancery/witness/start-witness';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answer } from './answer.js';
import { Notary } from './notary.js';
import { WitnessClient } from './witness-client.js';

const ORIGIN = 'chancery.test/ledger';
const LOG = `${ORIGIN}/1`;

let ledger: TestLedger;
let notaryUrl: string;
let folder: string;
let keys: KeyFolder;
let witness: RunningWitness;
let alarms: string[];
let opened: Notary[];
beforeEach(async () => {
  ledger = await createTestLedger('witnessed');
  notaryUrl = await ledger.database.addNotary();
  await grantNotary(ledger.database.ownerUrl);
  folder = mkdtempSync(join(tmpdir(), 'chancery-witness-'));
  keys = openKeyFolder(join(folder, 'keys'));
  [alarms, opened] = [[], []];
  witness = await openWitness();
});
afterEach(async () => {
  for (const notary of opened) await notary.close();
  await witness.close();
  await ledger.close();
  rmSync(folder, { recursive: true });
});

const logKeys = () => keys.signersOf(LOG, 'note').map(({ verifier }) => verifier);
const [witnessSigner] = openKeyFolder(mkdtempSync(join(tmpdir(), 'chancery-witness-key-'))).signersOf(
  'agency.test/w',
  'cosignature',
);
if (witnessSigner === undefined) throw new Error('no key');
const signer = witnessSigner;

/** The process of an agency: it has the keys of the log, and a disk of its own. */
const openWitness = (): Promise<RunningWitness> =>
  startWitness({
    ...{ signers: [signer], logs: logKeys(), host: '127.0.0.1', port: 0, clock: Date.now },
    kept: new KeptCheckpoints(join(folder, 'witness'), Date.now),
    log: ({ event, message }) => void (event === 'alarm' && alarms.push(String(message))),
  });

/** The operator's notary; `kept` is its own disk, which whoever has its key may exchange too. */
function openNotary(kept = 'notary'): Notary {
  const notary = new Notary({
    ...{ connectionString: notaryUrl, origin: ORIGIN, keys, publishEveryMs: 1, clock: Date.now, log: () => {} },
    folder: mkdtempSync(join(folder, kept)),
    witnesses: [{ url: witness.url, verifiers: [signer.verifier] }],
  });
  opened.push(notary);
  return notary;
}
const append = async (count: number) => {
  const writer = await ledger.openWriter();
  for (let n = 0; n < count; n += 1) await writer.append(sampleEntry());
  await writer.close();
};
/** A round, and what the witness says to it. */
async function roundAndCosign(notary: Notary): Promise<void> {
  await notary.round();
  await notary.cosigned();
}
const published = async (notary: Notary) => (await answer(notary, new URL('http://notary/checkpoint'))).body;
const cosignersOf = (note: string) => {
  try {
    return openNote(note, [signer.verifier]).signatures.length;
  } catch {
    return 0;
  }
};
const health = async () => (await fetch(new URL('health', witness.url))).status;

/** All that the operator's administrator can change, changed alike: entries, hashes and head make a ledger that is whole. */
async function rewriteHistory(): Promise<void> {
  await ledger.tamper(`truncate audit_entry, audit_leaf_hash, audit_sidecar, audit_checkpoint, audit_tile, audit_receipt;
    update audit_head set size = 0, peaks = '' where log_id = 1`);
  await append(6);
  expect(await verifyLedger(ledger.database.loaderUrl)).toMatchObject({ outcome: 'whole' });
}

describe('the witness of an agency', () => {
  it('cosigns each checkpoint that follows from the last, across restarts of both', async () => {
    await append(3);
    await roundAndCosign(openNotary());
    await append(2);
    await witness.close();
    witness = await openWitness();
    const notary = openNotary();
    await roundAndCosign(notary);
    const note = await published(notary);
    expect(parseCheckpoint(openNote(note, logKeys()).text).size).toBe(5);
    expect(cosignersOf(note)).toBe(1);
    expect(await (await fetch(new URL(`checkpoint?origin=${LOG}`, witness.url))).text()).toBe(note);
    expect([alarms, await health()]).toEqual([[], 200]);
  });

  it('that is away holds up nothing: checkpoints are signed without it, and later ones have its cosignature again', async () => {
    await witness.close();
    await append(2);
    const notary = openNotary();
    await roundAndCosign(notary);
    expect(cosignersOf(await published(notary))).toBe(0);
    expect(notary.health).toBe('ok');
  });

  it('refuses a log rewritten with the stolen key, keeps both checkpoints, and raises an alarm that stands', async () => {
    await append(4);
    await roundAndCosign(openNotary());
    await rewriteHistory();
    // With the notary's keys, and without its memory.
    const stolen = openNotary('stolen');
    await roundAndCosign(stolen);
    expect(stolen.health).toBe('ok');
    expect(cosignersOf(await published(stolen))).toBe(0);
    expect(alarms).toEqual([expect.stringContaining('rewritten')]);
    expect(await health()).toBe(503);
    const [evidence = ''] = witness.witness.alarms();
    const [first = '', second = ''] = readFileSync(evidence, 'utf8').split('\n----\n\n');
    expect([first, second].map((note) => parseCheckpoint(openNote(note, logKeys()).text).size)).toEqual([4, 6]);
    await witness.close();
    witness = await openWitness();
    expect(await health()).toBe(503);
  });

  it('raises an alarm on a split view: two roots of one size, signed by the log', async () => {
    await append(4);
    const notary = openNotary();
    await roundAndCosign(notary);
    const other = printCheckpoint({ origin: LOG, size: 4, root: Buffer.alloc(32, 7) });
    const note = signNote(other, keys.signersOf(LOG, 'note'));
    const response = await fetch(new URL('add-checkpoint', witness.url), { method: 'POST', body: `old 0\n\n${note}` });
    expect(response.status).toBe(409);
    expect(alarms).toEqual([expect.stringContaining('split view')]);
  });

  it('is shown no smaller log than it cosigned: a rollback gets no cosignature', async () => {
    await append(4);
    const notary = openNotary();
    await roundAndCosign(notary);
    const small = signNote(
      printCheckpoint({ origin: LOG, size: 2, root: Buffer.alloc(32, 7) }),
      keys.signersOf(LOG, 'note'),
    );
    const client = new WitnessClient({ url: witness.url, verifiers: [signer.verifier] }, async () => []);
    await expect(client.cosign({ size: 2, root: Buffer.alloc(32, 7), note: small })).rejects.toThrow('400');
  });

  it('answers as C2SP tlog-witness says to what is no checkpoint, of an unknown log, or signed by nobody it knows', async () => {
    const post = async (body: string) => {
      const response = await fetch(new URL('add-checkpoint', witness.url), { method: 'POST', body });
      return [response.status, response.headers.get('content-type')];
    };
    const stranger = openKeyFolder(join(folder, 'stranger'));
    const text = (origin: string) => printCheckpoint({ origin, size: 1, root: Buffer.alloc(32, 1) });
    const plain = 'text/plain; charset=utf-8';
    expect(await post('')).toEqual([400, plain]);
    expect(await post('old 0\n\nnothing\n')).toEqual([400, plain]);
    expect(await post(`old 0\n\n${signNote(text('another.test/log'), stranger.signersOf(LOG, 'note'))}`)).toEqual([
      404,
      plain,
    ]);
    expect(await post(`old 0\n\n${signNote(text(LOG), stranger.signersOf(LOG, 'note'))}`)).toEqual([403, plain]);
    const own = signNote(text(LOG), keys.signersOf(LOG, 'note'));
    expect(await post(`old 2\n\n${own}`)).toEqual([400, plain]);
    expect(await post(`old 1\n\n${own}`)).toEqual([409, 'text/x.tlog.size']);
    expect(await post(`old 0\nAAAA\n\n${own}`)).toEqual([400, plain]);
    expect(existsSync(join(folder, 'witness'))).toBe(true);
    expect(alarms).toEqual([]);
  });
});
