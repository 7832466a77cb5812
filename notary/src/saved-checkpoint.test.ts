import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { grantNotary } from '@chancery/ledger/grant-notary';
import { openKeyFolder } from '@chancery/ledger/notes/key-folder';
import { printVerifierKey } from '@chancery/ledger/notes/note-key';
import { sampleEntry } from '@chancery/ledger/testkit/sample-entry';
import { createTestLedger, type TestLedger } from '@chancery/ledger/testkit/test-ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { answer } from './answer.js';
import { Notary } from './notary.js';

const CLI = fileURLToPath(new URL('../../packages/ledger/dist/verify/verify-cli.js', import.meta.url));
const TABLES = ['head', 'entry', 'leaf_hash', 'sidecar'];

describe('verification against a checkpoint that was saved', () => {
  let ledger: TestLedger;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-saved-'));
  const [checkpoint, keys] = [join(folder, 'saved.checkpoint'), join(folder, 'keys.txt')];
  beforeAll(async () => {
    ledger = await createTestLedger('saved');
    const connectionString = await ledger.database.addNotary();
    await grantNotary(ledger.database.ownerUrl);
    const own = openKeyFolder(join(folder, 'keys'));
    const options = { origin: 'chancery.test/ledger', keys: own, folder, witnesses: [], publishEveryMs: 1 };
    const notary = new Notary({ connectionString, ...options, clock: Date.now, log: () => {} });
    const writer = await ledger.openWriter();
    for (let n = 0; n < 3; n += 1) await writer.append(sampleEntry());
    await ledger.tamper(TABLES.map((table) => `create table old_${table} as table audit_${table};`).join(''));
    for (let n = 0; n < 4; n += 1) await writer.append(sampleEntry());
    await writer.close();
    await notary.round();
    writeFileSync(checkpoint, (await answer(notary, new URL('http://notary/checkpoint'))).body);
    const verifiers = own.signersOf('chancery.test/ledger/1', 'note').map(({ verifier }) => printVerifierKey(verifier));
    writeFileSync(keys, `${verifiers.join('\n')}\n`);
    await notary.close();
  });
  afterAll(async () => {
    await ledger.close();
    rmSync(folder, { recursive: true });
  });
  const verify = (...args: readonly string[]) =>
    new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
      const env = { PATH: process.env.PATH, CHANCERY_LEDGER_READER_URL: ledger.database.loaderUrl };
      execFile(process.execPath, [CLI, ...args], { env }, (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, said: `${stdout}${stderr}` }),
      );
    });

  it('finds the ledger whole that it was signed for, and believes no checkpoint without a key', async () => {
    expect(await verify('--checkpoint', checkpoint, '--keys', keys)).toMatchObject({ code: 0 });
    expect((await verify('--checkpoint', checkpoint)).code).toBe(3);
    const strange = join(folder, 'strange.txt');
    const [stranger] = openKeyFolder(join(folder, 'strange')).signersOf('chancery.test/ledger/1', 'note');
    writeFileSync(strange, stranger === undefined ? '' : printVerifierKey(stranger.verifier));
    expect((await verify('--checkpoint', checkpoint, '--keys', strange)).code).toBe(3);
  });

  it('finds a ledger incomplete that was restored from an older backup, though it is whole by itself', async () => {
    await ledger.tamper(`truncate audit_head, audit_entry, audit_leaf_hash, audit_sidecar;
      ${TABLES.map((table) => `insert into audit_${table} table old_${table};`).join('')}`);
    expect((await verify()).code).toBe(0);
    const { code, said } = await verify('--checkpoint', checkpoint, '--keys', keys);
    expect(code).toBe(2);
    expect(said).toContain('has 4 more: the database was put back to an older state');
  });
});
