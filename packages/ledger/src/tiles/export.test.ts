import { execFile } from 'node:child_process';
import { createHash, createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withConnection } from '@chancery/shared/postgres/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { printCheckpoint } from '../notes/checkpoint.js';
import { printVerifierKey, signerOf } from '../notes/note-key.js';
import { signNote } from '../notes/signed-note.js';
import { parseEntry } from '../parse-entry.js';
import { referenceRoot } from '../testkit/reference-log.js';
import { sampleEntry } from '../testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { openReadingsLog } from '../who/open-readings-log.js';

const CLI = fileURLToPath(new URL('../../dist/tiles/export-cli.js', import.meta.url));
const ENTRIES = 700;
const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
const signer = signerOf('log.example/1', 'note', pem);

/** DER of an Ed25519 key before its 32 bytes (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The text of a note that a key has signed, by C2SP signed-note alone. */
function openBySpecification(note: string, verifierKey: string): string {
  const [, name = '', id = '', encoded = ''] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(verifierKey) ?? [];
  const key = Buffer.from(encoded, 'base64');
  const hashed = createHash('sha256').update(`${name}\n`).update(key).digest('hex').slice(0, 8);
  expect([key[0], key.length, hashed]).toEqual([1, 33, id]);
  const split = note.lastIndexOf('\n\n') + 1;
  const signatures = note
    .slice(split + 1)
    .split('\n')
    .filter((line) => line.startsWith(`\u2014 ${name} `))
    .map((line) => Buffer.from(line.slice(`\u2014 ${name} `.length), 'base64'))
    .filter((signature) => signature.toString('hex', 0, 4) === id);
  const text = note.slice(0, split);
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI, key.subarray(1)]), format: 'der', type: 'spki' });
  expect(signatures.map((each) => verify(null, Buffer.from(text), publicKey, each.subarray(4)))).toEqual([true]);
  return text;
}

/** A reader of the layout, by C2SP tlog-tiles, that shares nothing with what wrote it. */
function readEntries(folder: string, size: number): Buffer[] {
  const entries: Buffer[] = [];
  for (let bundle = 0; bundle * 256 < size; bundle += 1) {
    const width = Math.min(256, size - bundle * 256);
    const name = String(bundle).padStart(3, '0');
    const bytes = readFileSync(join(folder, 'tile/entries', width === 256 ? name : `${name}.p/${width}`));
    for (let at = 0; at < bytes.length; ) {
      const length = bytes.readUInt16BE(at);
      entries.push(bytes.subarray(at + 2, at + 2 + length));
      at += 2 + length;
    }
  }
  return entries;
}

describe('the export of a log', () => {
  let ledger: TestLedger;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-export-'));
  beforeAll(async () => {
    ledger = await createTestLedger('export');
    await withConnection(ledger.database.ownerUrl, openReadingsLog);
    const writer = await ledger.openWriter({ deadlineMs: 30_000 });
    await Promise.all(Array.from({ length: ENTRIES }, () => writer.append(sampleEntry())));
    const leaves = (await ledger.entries()).map(({ leaf }) => Buffer.from(leaf));
    const root = referenceRoot(leaves);
    const note = signNote(printCheckpoint({ origin: 'log.example/1', size: ENTRIES, root }), [signer]);
    await ledger.tamper('insert into audit_checkpoint (log_id, size, root, note) values (1, $1, $2, $3)', [
      ENTRIES,
      root,
      note,
    ]);
    // What was not signed yet is not exported.
    await writer.append(sampleEntry());
    await writer.close();
  });
  afterAll(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true });
  });
  const run = (...args: readonly string[]) => runBy(ledger.database.serviceUrl, ...args);
  const runBy = (serviceUrl: string, ...args: readonly string[]) =>
    new Promise<number>((resolve) => {
      const env = {
        PATH: process.env.PATH,
        CHANCERY_LEDGER_READER_URL: ledger.database.loaderUrl,
        CHANCERY_LEDGER_SERVICE_URL: serviceUrl,
      };
      execFile(process.execPath, [CLI, ...args], { env }, (error) =>
        resolve(typeof error?.code === 'number' ? error.code : 0),
      );
    });
  const filesIn = (where: string) =>
    readdirSync(where, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(where, name)).isFile())
      .sort();

  it('has the resources of C2SP tlog-tiles, and a stranger gets the root of the checkpoint from them', async () => {
    const to = join(folder, 'log');
    expect(await run(to)).toBe(0);
    expect(filesIn(to)).toEqual(
      [
        ...['checkpoint', 'tile/0/000', 'tile/0/001', 'tile/0/002.p/188', 'tile/1/000.p/2'],
        ...['tile/entries/000', 'tile/entries/001', 'tile/entries/002.p/188'],
      ].sort(),
    );
    const text = openBySpecification(readFileSync(join(to, 'checkpoint'), 'utf8'), printVerifierKey(signer.verifier));
    const [origin, size, root] = text.split('\n');
    expect(origin).toBe('log.example/1');
    const entries = readEntries(to, Number(size));
    expect(entries).toHaveLength(ENTRIES);
    expect(referenceRoot(entries).toString('base64')).toBe(root);
    expect(readFileSync(join(to, 'tile/1/000.p/2')).subarray(0, 32)).toEqual(referenceRoot(entries.slice(0, 256)));
    expect(readFileSync(join(to, 'tile/0/002.p/188')).subarray(-32)).toEqual(referenceRoot(entries.slice(-1)));
  });

  it('is itself an entry, and is not written where there can be none', async () => {
    const readings = async () =>
      (await ledger.tamper('select leaf from audit_entry where log_id = 2 order by idx')).rows.map(({ leaf }) =>
        parseEntry(leaf),
      );
    const before = (await readings()).length;
    expect(await run(join(folder, 'told'), '--reason', 'an audit')).toBe(0);
    expect((await readings()).slice(before)).toMatchObject([
      { kind: 'AUDIT_READ', api: { operation: 'ledger:export' } },
    ]);

    const nobody = new URL(ledger.database.serviceUrl);
    nobody.password = 'wrong';
    expect(await runBy(nobody.href, join(folder, 'untold'))).toBe(2);
    expect(existsSync(join(folder, 'untold'))).toBe(false);
    expect(await readings()).toHaveLength(before + 1);
  });

  it('is not written over another, and not at all where the entries contradict the checkpoint', async () => {
    expect(await run(join(folder, 'log'))).toBe(2);
    await ledger.tamper(`update audit_entry set leaf = replace(leaf, '"W"', '"A"') where idx = 300`);
    const to = join(folder, 'altered');
    expect(await run(to)).toBe(1);
    expect(filesIn(to).map((name) => relative('', name))).not.toContain('checkpoint');
    expect(await run()).toBe(3);
    expect(await run(join(folder, 'none'), '--log', '7')).toBe(2);
  });
});
