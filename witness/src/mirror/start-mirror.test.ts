import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openKeyFolder } from '@chancery/ledger/notes/key-folder';
import type { Log } from '@chancery/shared/log';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { bring, checkpointOf, submitCheckpoint, uploadOf, type View } from '../testkit/corrupt-operator.js';
import { copyInMemory, rememberCheckpoints } from '../testkit/memory.js';
import { comparePeers } from './compare-peers.js';
import { originHash, type RunningMirror, startMirror } from './start-mirror.js';

const LOG = 'chancery.test/ledger/1';
const TOKEN = 'a token of sixteen or more';

let folder: string;
let mirrors: RunningMirror[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'chancery-mirror-'));
  mirrors = [];
});
afterEach(async () => {
  for (const mirror of mirrors) await mirror.close();
  rmSync(folder, { recursive: true });
});

const signerIn = (name: string, of: string, kind: 'note' | 'cosignature') => {
  const [signer] = openKeyFolder(join(folder, of)).signersOf(name, kind);
  if (signer === undefined) throw new Error('no key');
  return signer;
};
const viewOf = (count: number, of = 'entry'): View => ({
  ...{ signer: signerIn(LOG, 'log-keys', 'note'), origin: LOG },
  entries: Array.from({ length: count }, (_, index) => Buffer.from(`${of} ${index}`)),
});
async function open(name: string, readToken: string | null = TOKEN): Promise<RunningMirror> {
  const store = copyInMemory();
  const mirror = await startMirror({
    ...{ signers: [signerIn(`${name}.test/m`, name, 'cosignature')], logs: [viewOf(0).signer.verifier] },
    ...{ pending: rememberCheckpoints(), storeOf: () => store, clock: Date.now, log: () => {} },
    ...{ host: '127.0.0.1', port: 0, peers: [], readToken },
  });
  mirrors.push(mirror);
  return mirror;
}
const post = (mirror: RunningMirror, body: Buffer, encoding?: string) =>
  fetch(new URL('add-entries', mirror.url), {
    ...{ method: 'POST', body: new Uint8Array(body) },
    headers: encoding === undefined ? {} : { 'content-encoding': encoding },
  });

describe('the process of a mirror', () => {
  it('takes entries as they are or compressed by gzip, and nothing else for them', async () => {
    const mirror = await open('a');
    await submitCheckpoint(mirror.mirror, viewOf(300), 0);
    const body = uploadOf(viewOf(300), 0, 256);
    expect((await post(mirror, gzipSync(body), 'br')).status).toBe(415);
    expect((await post(mirror, body, 'gzip')).status).toBe(400);
    expect((await post(mirror, gzipSync(body), 'gzip')).status).toBe(202);
    expect((await post(mirror, uploadOf(viewOf(300), 256))).status).toBe(200);
    expect((await fetch(new URL('health', mirror.url))).status).toBe(200);
  });

  it('shows its copy to who has the token alone, and to nobody when there is none', async () => {
    const [closed, mirror] = [await open('a', null), await open('b')];
    for (const each of [closed, mirror]) await bring(each.mirror, viewOf(300));
    const read = async (each: RunningMirror, path: string, token = TOKEN) =>
      (await fetch(new URL(`${originHash(LOG)}/${path}`, each.url), { headers: { authorization: `Bearer ${token}` } }))
        .status;
    expect(await read(mirror, 'checkpoint')).toBe(200);
    expect(await read(mirror, 'tile/entries/000')).toBe(200);
    expect(await read(mirror, 'tile/0/001.p/44')).toBe(200);
    for (const path of ['tile/entries/002', 'tile/entries/0', 'tile/0/x000', 'pending/latest.checkpoint']) {
      expect(await read(mirror, path)).toBe(404);
    }
    expect(await read(mirror, 'checkpoint', `${TOKEN}!`)).toBe(404);
    expect(await read(closed, 'checkpoint', 'null')).toBe(404);
  });

  it('compares itself with another that was shown another log, and both keep what shows it', async () => {
    const [one, other] = [await open('a'), await open('b')];
    await bring(one.mirror, viewOf(5));
    await bring(other.mirror, viewOf(5, 'another'));
    const silent = 'http://127.0.0.1:9/';
    const said: string[] = [];
    const log: Log = ({ message }) => void said.push(String(message));
    await comparePeers(one.mirror, { peers: [other.url, silent], origins: [LOG], log });
    await comparePeers(other.mirror, { peers: [one.url], origins: [LOG], log });
    expect([one, other].map(({ mirror }) => mirror.alarms())).toEqual([[LOG], [LOG]]);
    expect(said).toEqual([expect.stringContaining(silent)]);
    expect((await fetch(new URL('health', one.url))).status).toBe(503);
    expect(checkpointOf(viewOf(5))).not.toBe(checkpointOf(viewOf(5, 'another')));
  });
});
