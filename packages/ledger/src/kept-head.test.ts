import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { keepHeadIn, readKeptHead } from './kept-head.js';
import { parseEntry } from './parse-entry.js';
import { sampleEntry } from './testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from './testkit/test-ledger.js';
import { claimOfHead } from './verify/claims.js';
import { verifyLedger } from './verify/verify-ledger.js';

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await createTestLedger('head');
});
afterEach(() => ledger.close());

const named = (operation: string) => sampleEntry({ api: { operation, doc: null, trace: '' } });
const operations = async () => (await ledger.entries()).map(({ leaf }) => parseEntry(leaf).api.operation);

describe('the head that is kept outside the database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-head-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const fileOf = () => join(folder, 'ledger-head.json');
  const claims = () => [readKeptHead(fileOf())].flatMap((head) => (head === null ? [] : claimOfHead(head)));
  const open = () => ledger.openWriter({ headKeeper: keepHeadIn(fileOf(), 1) });

  it('is that of the last acknowledged entry', async () => {
    const writer = await open();
    await Promise.all(Array.from({ length: 30 }, () => writer.append(sampleEntry())));
    await writer.close();
    expect(readKeptHead(fileOf())?.size).toBe(30);
    const again = await open();
    await again.append(sampleEntry());
    await again.close();
    expect(readKeptHead(fileOf())?.size).toBe(31);
  });

  it('shows a ledger that was put back to an older state, and nothing is appended to it', async () => {
    const writer = await open();
    await writer.append(named('kept'));
    const tables = ['head', 'entry', 'leaf_hash', 'sidecar'];
    await ledger.tamper(tables.map((table) => `create table old_${table} as table audit_${table};`).join(''));
    await writer.append(named('lost by the restore'));
    await writer.close();
    await ledger.tamper(`truncate audit_head, audit_entry, audit_leaf_hash, audit_sidecar;
      ${tables.map((table) => `insert into audit_${table} table old_${table};`).join('')}`);

    await expect(open()).rejects.toThrow('log 1 held 2 entries when its head was last kept');
    const verdict = await verifyLedger(ledger.database.loaderUrl, () => {}, claims());
    expect(verdict.outcome).toBe('incomplete');
    expect(verdict.findings).toEqual([expect.objectContaining({ severity: 'missing', index: 1 })]);
    expect(await operations()).toEqual(['kept']);
    expect(readKeptHead(fileOf())?.size).toBe(2);
  });

  it('shows another history of the same length', async () => {
    const writer = await open();
    await writer.append(sampleEntry());
    await writer.close();
    const kept = JSON.parse(readFileSync(fileOf(), 'utf8')) as { peaks: string };
    writeFileSync(fileOf(), JSON.stringify({ ...kept, peaks: '00'.repeat(32) }));
    await expect(open()).rejects.toThrow('was put back to an older state');
    const verdict = await verifyLedger(ledger.database.loaderUrl, () => {}, claims());
    expect(verdict.outcome).toBe('altered');
  });

  it('is one that a later ledger goes on from: verification compares it where the log was as long', async () => {
    const writer = await open();
    await writer.append(sampleEntry());
    await writer.close();
    const kept = claims();
    const next = await ledger.openWriter();
    for (let n = 0; n < 5; n += 1) await next.append(sampleEntry());
    expect(await verifyLedger(ledger.database.loaderUrl, () => {}, kept)).toMatchObject({
      outcome: 'whole',
      findings: [],
    });
    await next.close();
  });

  it('that cannot be written is reported, and no entry is refused for it', async () => {
    const said: string[] = [];
    const writer = await ledger.openWriter({
      headKeeper: keepHeadIn(join(folder, 'gone', 'head.json'), 1, ({ message }) => said.push(String(message))),
    });
    await writer.append(sampleEntry());
    await writer.close();
    expect(said.join()).toContain('the head could not be kept');
  });
});
