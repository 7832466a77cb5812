import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { grantNotary } from '@chancery/ledger/grant-notary';
import { parseCheckpoint } from '@chancery/ledger/notes/checkpoint';
import { type KeyFolder, openKeyFolder } from '@chancery/ledger/notes/key-folder';
import { printVerifierKey } from '@chancery/ledger/notes/note-key';
import { openNote } from '@chancery/ledger/notes/signed-note';
import { sampleEntry } from '@chancery/ledger/testkit/sample-entry';
import { createTestLedger, type TestLedger } from '@chancery/ledger/testkit/test-ledger';
import { appendLeaves, EMPTY_EDGE, leafHash, printPeaks } from '@chancery/ledger/tree';
import { KeptCheckpoints } from '@chancery/witness/kept-checkpoints';
import { keepCopyIn } from '@chancery/witness/mirror/copy-store';
import { originHash, type RunningMirror, startMirror } from '@chancery/witness/mirror/start-mirror';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { answer } from './answer.js';
import { Notary } from './notary.js';

const ORIGIN = 'chancery.test/ledger';
const LOG = `${ORIGIN}/1`;
const TOKEN = 'a token of sixteen or more';
const cliOf = (path: string) => fileURLToPath(new URL(`../../packages/ledger/dist/${path}`, import.meta.url));

let ledger: TestLedger;
let folder: string;
let keys: KeyFolder;
let mirrors: RunningMirror[];
let notary: Notary;
let said: string[];
beforeEach(async () => {
  ledger = await createTestLedger('mirrored');
  const connectionString = await ledger.database.addNotary();
  await grantNotary(ledger.database.ownerUrl);
  folder = mkdtempSync(join(tmpdir(), 'chancery-mirrored-'));
  keys = openKeyFolder(join(folder, 'keys'));
  said = [];
  mirrors = [];
  for (const name of ['a', 'b']) mirrors.push(await openMirror(name));
  notary = new Notary({
    ...{ connectionString, origin: ORIGIN, keys, folder, witnesses: [], publishEveryMs: 1, clock: Date.now },
    log: ({ event, message }) => said.push(`${event}: ${message}`),
    mirrors: mirrors.map(({ url }, place) => ({ url, verifiers: [signerOf('ab'.charAt(place)).verifier] })),
  });
});
afterEach(async () => {
  await notary.close();
  for (const mirror of mirrors) await mirror.close();
  await ledger.close();
  rmSync(folder, { recursive: true });
});

const signerOf = (name: string) => {
  const [signer] = openKeyFolder(join(folder, `keys-${name}`)).signersOf(`${name}.test/m`, 'cosignature');
  if (signer === undefined) throw new Error('no key');
  return signer;
};
const verifiers = () => keys.signersOf(LOG, 'note').map(({ verifier }) => verifier);
const copyOf = (name: string) => join(folder, `copy-${name}`, originHash(LOG));
const openMirror = (name: string): Promise<RunningMirror> =>
  startMirror({
    ...{ signers: [signerOf(name)], logs: verifiers(), host: '127.0.0.1', port: 0, clock: Date.now, peers: [] },
    pending: new KeptCheckpoints(join(folder, `pending-${name}`), Date.now),
    storeOf: () => keepCopyIn(copyOf(name)),
    readToken: TOKEN,
    log: ({ message }) => void said.push(String(message)),
  });
const append = async (count: number) => {
  const writer = await ledger.openWriter({ deadlineMs: 30_000 });
  await Promise.all(Array.from({ length: count }, () => writer.append(sampleEntry())));
  await writer.close();
};
const round = async () => {
  await notary.round();
  await notary.cosigned();
};
const published = async () => (await answer(notary, new URL('http://notary/checkpoint'))).body;
const run = (cli: string, args: readonly string[]) =>
  new Promise<{ readonly code: number; readonly out: string }>((resolve) => {
    const env = {
      ...{ PATH: process.env.PATH, CHANCERY_LEDGER_READER_URL: ledger.database.loaderUrl },
      CHANCERY_LEDGER_OWNER_URL: ledger.database.ownerUrl,
    };
    execFile(process.execPath, [cliOf(cli), ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out: `${stdout}${stderr}` }),
    );
  });
const policyFile = (least: number): string => {
  const file = join(folder, `policy-${least}`);
  const lines = ['a', 'b', 'c'].map((name) => `witness ${name} ${printVerifierKey(signerOf(name).verifier)}`);
  const logs = verifiers().map((verifier) => `log ${printVerifierKey(verifier)}`);
  writeFileSync(file, `${[...logs, ...lines, `group g ${least} a b c`, 'quorum g'].join('\n')}\n`);
  return file;
};

describe('mirrors of two agencies', () => {
  it('hold the log and have cosigned its checkpoint, which a verifier believes by a policy', async () => {
    await append(300);
    await round();
    await append(900);
    await round();
    const note = await published();
    const known = [...verifiers(), signerOf('a').verifier, signerOf('b').verifier];
    expect(openNote(note, known).signatures).toHaveLength(3);
    expect(parseCheckpoint(openNote(note, known).text).size).toBe(1_200);
    expect(said).toEqual([]);

    const url = new URL(`${originHash(LOG)}/checkpoint`, mirrors[0]?.url);
    expect((await fetch(url)).status).toBe(404);
    const read = await fetch(url, { headers: { authorization: `Bearer ${TOKEN}` } });
    expect(parseCheckpoint(openNote(await read.text(), known).text).size).toBe(1_200);

    const two = await run('verify/verify-cli.js', ['--policy', policyFile(2)]);
    expect(two.out).toContain('with its quorum, of 1200 entries');
    expect(two.out).toContain('the operator together with any 0 of its witnesses cannot show two views');
    expect(two.code).toBe(0);
    const three = await run('verify/verify-cli.js', ['--policy', policyFile(3)]);
    expect([three.code, three.out]).toEqual([2, expect.stringContaining('cosigned by a quorum of the policy')]);
    writeFileSync(join(folder, 'no-policy'), 'quorum nobody\n');
    expect((await run('verify/verify-cli.js', ['--policy', join(folder, 'no-policy')])).code).toBe(3);
  });

  it('give back byte for byte what a lost disk had, behind what is left of it or from nothing', async () => {
    await append(700);
    await round();
    const before = (await ledger.entries()).map(({ leaf }) => leaf);
    const head = (await ledger.tamper('select size, peaks from audit_head where log_id = 1')).rows;
    const entriesAre = async () =>
      expect((await ledger.entries()).map(({ leaf }) => leaf).join('\n')).toBe(before.join('\n'));
    const rebuild = () => run('mirror/rebuild-cli.js', [copyOf('b'), '--policy', policyFile(1)]);

    await ledger.tamper('truncate audit_entry, audit_leaf_hash, audit_sidecar');
    await ledger.tamper(`update audit_head set size = 0, peaks = ''`);
    expect(await rebuild()).toEqual({ code: 0, out: 'log 1: it had 0 entries, and has 700\n' });
    await entriesAre();
    expect((await ledger.tamper('select size, peaks from audit_head where log_id = 1')).rows).toEqual(head);
    // Whole but for what no mirror has.
    const { out, code } = await run('verify/verify-cli.js', []);
    expect([code, out]).toEqual([2, expect.stringContaining('its sidecar `private` is not there')]);
    expect(out).not.toContain('altered');
    await round();
    expect(notary.health).toBe('ok');

    // An older backup that was put back: what it has must be the beginning of the copy.
    await ledger.tamper('delete from audit_entry where idx >= 300; delete from audit_leaf_hash');
    const edge = appendLeaves(
      EMPTY_EDGE,
      before.slice(0, 300).map((leaf) => leafHash(leaf)),
    );
    await ledger.tamper('update audit_head set size = 300, peaks = $1', [printPeaks(edge)]);
    expect(await rebuild()).toEqual({ code: 0, out: 'log 1: it had 300 entries, and has 700\n' });
    await entriesAre();

    await ledger.tamper(`update audit_head set size = 1, peaks = sha256('other')`);
    expect((await rebuild()).out).toContain('are not those of the copy');
  });

  it('give nothing back that was changed in the copy, or that no key or quorum vouches for', async () => {
    await append(10);
    await round();
    await ledger.tamper(
      `truncate audit_entry, audit_leaf_hash, audit_sidecar; update audit_head set size = 0, peaks = ''`,
    );
    const rebuild = (...args: readonly string[]) => run('mirror/rebuild-cli.js', [copyOf('a'), ...args]);
    expect((await rebuild()).code).toBe(3);
    expect((await rebuild('--policy', policyFile(2))).out).toContain('only a.test/m');
    const bundle = join(copyOf('a'), 'tile/entries/000.p/10');
    const bytes = readFileSync(bundle, 'latin1');
    writeFileSync(bundle, bytes.replace('"W"', '"A"'), 'latin1');
    expect((await rebuild('--policy', policyFile(1))).out).toContain('do not give the root');
    expect(await ledger.entries()).toEqual([]);
  });
});
