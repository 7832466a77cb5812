import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseMirrorInfo, printUpload } from '@chancery/ledger/mirror/add-entries';
import { parseCheckpoint } from '@chancery/ledger/notes/checkpoint';
import { openKeyFolder } from '@chancery/ledger/notes/key-folder';
import { openNote } from '@chancery/ledger/notes/signed-note';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeptCheckpoints } from '../kept-checkpoints.js';
import { bring, checkpointOf, submitCheckpoint, uploadOf, type View } from '../testkit/corrupt-operator.js';
import { keepCopyIn } from './copy-store.js';
import { Mirror, WITHHELD_MS } from './mirror.js';

const LOG = 'chancery.test/ledger/1';
let folder: string;
let now: number;
let said: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-mirror-'));
  [now, said] = [1_790_000_000_000, []];
});
afterEach(() => rmSync(folder, { recursive: true }));

const signerIn = (name: string, of: string, kind: 'note' | 'cosignature') => {
  const [signer] = openKeyFolder(join(folder, of)).signersOf(name, kind);
  if (signer === undefined) throw new Error('no key');
  return signer;
};
const logSigner = () => signerIn(LOG, 'log-keys', 'note');
const mirrorSigner = () => signerIn('agency.test/m', 'mirror-keys', 'cosignature');
const viewOf = (count: number, of = 'entry'): View => ({
  ...{ signer: logSigner(), origin: LOG },
  entries: Array.from({ length: count }, (_, index) => Buffer.from(`${of} ${index}`)),
});
const openMirror = () =>
  Mirror.open({
    ...{ signers: [mirrorSigner()], logs: [logSigner().verifier], clock: () => now },
    pending: new KeptCheckpoints(join(folder, 'pending'), () => now),
    storeOf: () => keepCopyIn(join(folder, 'copy')),
    log: ({ event, message }) => void said.push(`${event}: ${message}`),
  });
const fileOf = (path: string) => readFileSync(join(folder, 'copy', path));

describe('a mirror', () => {
  it('cosigns a checkpoint once it holds its entries, and not before', async () => {
    const mirror = await openMirror();
    const view = viewOf(700);
    expect(await submitCheckpoint(mirror, view, 0)).toMatchObject({ status: 200, body: '' });
    expect(mirror.latest(LOG)).toBeNull();
    const part = await mirror.addEntries(uploadOf(view, 0, 512));
    expect(part).toMatchObject({ status: 202, contentType: 'text/x.tlog.mirror-info' });
    expect(parseMirrorInfo(part.body)).toMatchObject({ pending: 700, next: 512 });
    expect(mirror.latest(LOG)).toBeNull();
    const { status, body } = await mirror.addEntries(uploadOf(view, 512));
    expect(status).toBe(200);
    const { text, signatures } = openNote(`${checkpointOf(view)}${body}`, [mirrorSigner().verifier]);
    expect([parseCheckpoint(text).size, signatures[0]?.time]).toEqual([700, now / 1_000]);
    expect(fileOf('checkpoint').toString()).toBe(`${checkpointOf(view)}${body}`);
  });

  it('keeps the log as C2SP tlog-tiles lays it out, byte for byte, and goes on from it after a restart', async () => {
    await bring(await openMirror(), viewOf(300));
    const again = await openMirror();
    expect(await bring(again, viewOf(600))).toMatchObject({ status: 200 });
    const bundle = fileOf('tile/entries/002.p/88');
    expect(bundle.subarray(0, 11).toString('latin1')).toBe('\u0000\u0009entry 512');
    expect(fileOf('tile/entries/000')).toHaveLength(10 * (2 + 7) + 90 * (2 + 8) + 156 * (2 + 9));
    expect(fileOf('tile/0/001')).toHaveLength(8_192);
    expect(fileOf('tile/1/000.p/2')).toHaveLength(64);
    expect(() => fileOf('tile/entries/001.p/44')).toThrow();
    expect(said).toEqual([]);
  });

  it('takes no entry that the checkpoint does not cover, and says how far it is', async () => {
    const mirror = await openMirror();
    await submitCheckpoint(mirror, viewOf(600), 0);
    expect(await mirror.addEntries(uploadOf(viewOf(600, 'other'), 0))).toMatchObject({ status: 422 });
    expect(await mirror.addEntries(uploadOf(viewOf(599), 0))).toMatchObject({ status: 409, body: '600\n0\n\n' });
    expect(await mirror.addEntries(uploadOf(viewOf(600), 256))).toMatchObject({ status: 409 });
    const whole = uploadOf(viewOf(600), 0);
    expect(await mirror.addEntries(whole.subarray(0, 2_000))).toMatchObject({ status: 400 });
    expect(await mirror.addEntries(Buffer.from('no upload'))).toMatchObject({ status: 400 });
    expect(
      await mirror.addEntries(printUpload({ origin: 'x', start: 0, end: 0, ticket: Buffer.alloc(0) }, [])),
    ).toMatchObject({ status: 404 });
    expect(await mirror.addEntries(whole.subarray(0, 6_000))).toMatchObject({ status: 202, body: '600\n512\n\n' });
    expect(await mirror.addEntries(uploadOf(viewOf(600), 512))).toMatchObject({ status: 200 });
    expect(mirror.alarms()).toEqual([]);
  });

  it('whose disk was changed says so, and cosigns no more', async () => {
    await bring(await openMirror(), viewOf(300));
    const bundle = fileOf('tile/entries/000');
    bundle[20] = (bundle[20] ?? 0) ^ 1;
    writeFileSync(join(folder, 'copy', 'tile/entries/000'), bundle);
    const mirror = await openMirror();
    expect(mirror.alarms()).toEqual([expect.stringContaining('the copy is damaged')]);
    await submitCheckpoint(mirror, viewOf(400), 300);
    expect(await mirror.addEntries(uploadOf(viewOf(400), 256))).toMatchObject({ status: 503 });
    expect(mirror.latest(LOG)).toBeNull();
  });

  it('says that a tail is withheld which the log has signed, by its own checkpoint or by that of another agency', async () => {
    const mirror = await openMirror();
    await bring(mirror, viewOf(10));
    await mirror.compare(checkpointOf(viewOf(12)));
    now += WITHHELD_MS - 1;
    expect(mirror.alarms()).toEqual([]);
    now += 1;
    expect(mirror.alarms()).toEqual([`${LOG} has signed 12 entries, and withholds some of them`]);
    await bring(mirror, viewOf(12));
    expect(mirror.alarms()).toEqual([]);
    await submitCheckpoint(mirror, viewOf(20), 12);
    now += WITHHELD_MS;
    expect(mirror.alarms()).toHaveLength(1);
  });

  it('keeps both views of a log that another agency was shown otherwise, at once or when it comes to that size', async () => {
    const mirror = await openMirror();
    await bring(mirror, viewOf(10));
    const other: View = { ...viewOf(10), entries: [...viewOf(9).entries, Buffer.from('another')] };
    await mirror.compare(checkpointOf(viewOf(9)));
    expect(mirror.alarms()).toEqual([]);
    await mirror.compare(checkpointOf({ ...other, entries: [...other.entries, Buffer.from('more')] }));
    expect(mirror.alarms()).toEqual([]);
    expect(await bring(mirror, viewOf(11))).toMatchObject({ status: 503 });
    expect(said.join()).toContain('a split view');
    const evidence = readFileSync(mirror.alarms()[0] ?? '', 'utf8').split('\n----\n\n');
    expect(evidence.map((note) => parseCheckpoint(openNote(note, [logSigner().verifier]).text).size)).toEqual([10, 11]);
  });

  it('finds a log that was put back to an older state by the first entry that is another, though it is smaller', async () => {
    const mirror = await openMirror();
    await bring(mirror, viewOf(10));
    expect(await submitCheckpoint(mirror, viewOf(4), 10)).toMatchObject({ status: 400 });
    expect(mirror.alarms()).toEqual([]);
    const gone: View = { ...viewOf(4), entries: [...viewOf(4).entries, Buffer.from('after')] };
    expect(await submitCheckpoint(mirror, gone, 10)).toMatchObject({ status: 400 });
    expect(mirror.alarms()).toHaveLength(1);
  });

  it('believes no checkpoint of another agency that the log has not signed', async () => {
    const mirror = await openMirror();
    await bring(mirror, viewOf(3));
    const stranger = { ...viewOf(3, 'other'), signer: signerIn(LOG, 'stranger', 'note') };
    await expect(mirror.compare(checkpointOf(stranger))).rejects.toThrow('no known key');
    expect(mirror.alarms()).toEqual([]);
  });
});
