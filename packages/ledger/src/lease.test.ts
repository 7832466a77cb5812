import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCutOffProxy } from '@chancery/shared/postgres/testkit/cut-off-proxy';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { keepHeadIn, readKeptHead } from './kept-head.js';
import { parseEntry } from './parse-entry.js';
import { sampleEntry } from './testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from './testkit/test-ledger.js';
import { verifyLedger } from './verify-ledger.js';

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await createTestLedger('lease');
});
afterEach(() => ledger.close());

const named = (operation: string) => sampleEntry({ api: { operation, doc: null, trace: '' } });
const operations = async () => (await ledger.entries()).map(({ leaf }) => parseEntry(leaf).api.operation);
const expectWhole = async () =>
  expect(await verifyLedger(ledger.database.loaderUrl)).toMatchObject({ outcome: 'whole', findings: [] });

describe('the lease of a log', () => {
  it('passes from a writer that nobody hears any more to a new one within 4 s, and the ghost stores nothing afterwards', async () => {
    const proxy = await startCutOffProxy(ledger.database.serviceUrl);
    const ghost = await ledger.openWriter({
      connectionString: proxy.urlOf(ledger.database.serviceUrl),
      deadlineMs: 20_000,
    });
    await ghost.append(named('before'));
    // The way is frozen and its far side kept open: the server sees a session that is there and says nothing.
    proxy.hold();
    const unheard = ghost.append(named('ghost'));
    unheard.catch(() => {});

    const started = performance.now();
    const next = await ledger.openWriter();
    await next.append(named('next'));
    expect(performance.now() - started).toBeLessThan(4_500);

    proxy.resume();
    await expect(unheard).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    expect(await operations()).toEqual(['before', 'next']);
    await next.append(named('after'));
    expect(await operations()).toEqual(['before', 'next', 'after']);
    await expectWhole();
    await proxy.close();
  });

  it('is taken at once from a writer whose session has ended', async () => {
    const dead = await ledger.openWriter();
    await dead.append(named('before'));
    await ledger.tamper(`alter role ${new URL(ledger.database.serviceUrl).username} connection limit 0`);
    await ledger.tamper(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name like 'chancery ledger writer%'`);
    while (dead.healthy()) await dead.append(named('lost')).catch(() => {});
    await ledger.tamper(`alter role ${new URL(ledger.database.serviceUrl).username} connection limit -1`);
    const started = performance.now();
    const next = await ledger.openWriter();
    expect(performance.now() - started).toBeLessThan(2_500);
    await next.append(named('next'));
    expect(await operations()).toEqual(['before', 'next']);
  });

  it('is taken from a ghost that holds the lock of the head, which is ended', async () => {
    const ghost = new pg.Client({ connectionString: ledger.database.serviceUrl });
    const ended = new Promise((resolve) => ghost.on('error', resolve));
    await ghost.connect();
    await ghost.query(
      `update audit_head set epoch = epoch + 1, holder = pg_backend_pid(), renewed = clock_timestamp() - interval '3 seconds'`,
    );
    await ghost.query('begin');
    await ghost.query('update audit_head set renewed = renewed');
    const next = await ledger.openWriter();
    await next.append(named('next'));
    await ended;
    expect(await operations()).toEqual(['next']);
  });

  it('stays with a writer that writes nothing for longer than it lasts', async () => {
    const quiet = await ledger.openWriter();
    await expect(ledger.openWriter()).rejects.toThrow('log 1 has another writer');
    await quiet.append(named('still mine'));
    expect(quiet.healthy()).toBe(true);
  });

  it('is given back at close, so that the next writer need not wait', async () => {
    const first = await ledger.openWriter();
    await first.close();
    const started = performance.now();
    await ledger.openWriter();
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

describe('the head that is kept outside the database', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chancery-head-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const fileOf = () => join(folder, 'ledger-head.json');
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
    const verdict = await verifyLedger(ledger.database.loaderUrl, () => {}, readKeptHead(fileOf()));
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
    const verdict = await verifyLedger(ledger.database.loaderUrl, () => {}, readKeptHead(fileOf()));
    expect(verdict.outcome).toBe('altered');
  });

  it('is one that a later ledger goes on from: verification compares it where the log was as long', async () => {
    const writer = await open();
    await writer.append(sampleEntry());
    await writer.close();
    const kept = readKeptHead(fileOf());
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
