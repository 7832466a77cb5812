import { EventEmitter, once } from 'node:events';
import { type CutOffProxy, startCutOffProxy } from '@chancery/shared/postgres/testkit/cut-off-proxy';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { LedgerWriter, LedgerWriterOptions } from './ledger-writer.js';
import { parseEntry } from './parse-entry.js';
import { sampleEntry } from './testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from './testkit/test-ledger.js';
import { verifyLedger } from './verify/verify-ledger.js';

let ledger: TestLedger;
let proxy: CutOffProxy;
beforeAll(async () => {
  ledger = await createTestLedger('outage');
});
afterAll(() => ledger.close());
beforeEach(async () => {
  proxy = await startCutOffProxy(ledger.database.serviceUrl);
});
afterEach(() => proxy.close());

const refused = { code: 'AUDIT_UNAVAILABLE', status: 503 };

/** A writer that reaches the server through the proxy, and tells when it gave up and when it reached the server again. */
async function openThroughProxy(options: Partial<LedgerWriterOptions> = {}) {
  const reports = new EventEmitter();
  const writer = await ledger.openWriter({
    connectionString: proxy.urlOf(ledger.database.serviceUrl),
    deadlineMs: 1_000,
    retryMs: 20,
    log: ({ message }) => reports.emit(`${message}`.startsWith('failure 3:') ? 'broken' : `${message}`),
    ...options,
  });
  const reachedAgain = () => once(reports, 'reached again');
  return { writer, reachedAgain, broken: () => once(reports, 'broken') };
}

async function receiptsStored(): Promise<Set<string>> {
  return new Set((await ledger.entries()).map(({ leaf }) => parseEntry(leaf).receipt));
}

async function expectStoredAndWhole(acknowledged: readonly string[]): Promise<void> {
  const stored = await receiptsStored();
  expect(acknowledged.filter((receipt) => !stored.has(receipt))).toEqual([]);
  expect(await verifyLedger(ledger.database.loaderUrl)).toMatchObject({ outcome: 'whole', findings: [] });
}

/** Appends until it is refused, so that the failures that open the breaker have happened. */
async function appendUntilBroken(writer: LedgerWriter): Promise<void> {
  while (writer.healthy()) await expect(writer.append(sampleEntry())).rejects.toMatchObject(refused);
}

describe('while the database is gone', () => {
  it('refuses every entry, at once after three failures, and goes on when it is back', async () => {
    const { writer, reachedAgain } = await openThroughProxy();
    const first = await writer.append(sampleEntry());
    const before = await ledger.entries();
    proxy.cut();
    await appendUntilBroken(writer);

    const started = performance.now();
    await expect(writer.append(sampleEntry())).rejects.toMatchObject(refused);
    expect(performance.now() - started).toBeLessThan(50);
    expect(writer.healthy()).toBe(false);
    expect(await ledger.entries()).toEqual(before);

    const reached = reachedAgain();
    proxy.restore();
    await reached;
    expect(writer.healthy()).toBe(true);
    const next = await writer.append(sampleEntry());
    expect(next.index).toBe(first.index + 1);
    await expectStoredAndWhole([first.receipt, next.receipt]);
    await writer.close();
  });

  it('refuses within the deadline when the server hangs, and does not write later what only waited', async () => {
    const { writer, reachedAgain, broken } = await openThroughProxy();
    const first = await writer.append(sampleEntry());
    const gaveUp = broken();
    proxy.hold();
    const started = performance.now();
    const hanging = [1, 2, 3].map((n) =>
      writer.append(sampleEntry({ api: { operation: `Waited${n}`, doc: null, trace: '' } })),
    );
    for (const append of hanging) await expect(append).rejects.toMatchObject(refused);
    expect(performance.now() - started).toBeLessThan(2_000);
    await gaveUp;
    expect(writer.healthy()).toBe(false);

    const reached = reachedAgain();
    proxy.restore();
    await reached;
    const next = await writer.append(sampleEntry());
    const operations = (await ledger.entries()).map(({ leaf }) => parseEntry(leaf).api.operation);
    expect(operations).not.toContain('Waited2');
    expect(operations).not.toContain('Waited3');
    await expectStoredAndWhole([first.receipt, next.receipt]);
    await writer.close();
  });

  it('refuses while the head is locked, and nothing of what it refused is written', async () => {
    const { writer, reachedAgain } = await openThroughProxy();
    const first = await writer.append(sampleEntry());
    await ledger.tamper('begin');
    await ledger.tamper('select from audit_head for update');
    const appends = [1, 2, 3].map(() => writer.append(sampleEntry()));
    for (const append of appends) await expect(append).rejects.toMatchObject(refused);

    const reached = reachedAgain();
    await ledger.tamper('rollback');
    await reached;
    const next = await writer.append(sampleEntry());
    expect(next.index).toBe(first.index + 1);
    await expectStoredAndWhole([first.receipt, next.receipt]);
    await writer.close();
  });

  it('is not opened at all', async () => {
    proxy.cut();
    await expect(openThroughProxy()).rejects.toMatchObject(refused);
  });

  it('does not keep a caller of close waiting', async () => {
    const { writer } = await openThroughProxy({ retryMs: 60_000, failuresMax: 2 });
    proxy.cut();
    await appendUntilBroken(writer);
    await writer.close();
    await expect(writer.append(sampleEntry())).rejects.toMatchObject(refused);
  });
});

describe('when the connection is lost', () => {
  it('keeps every acknowledged entry', async () => {
    const { writer } = await openThroughProxy({ deadlineMs: 5_000, failuresMax: 1_000 });
    const acknowledged: string[] = [];
    let refusals = 0;
    for (let round = 0; round < 20; round += 1) {
      const appends = Array.from({ length: 40 }, () =>
        writer.append(sampleEntry()).then(
          ({ receipt }) => acknowledged.push(receipt),
          () => {
            refusals += 1;
          },
        ),
      );
      if (round % 2 === 0) await appends[0];
      proxy.cut();
      proxy.restore();
      await Promise.all(appends);
    }
    expect(acknowledged.length + refusals).toBe(800);
    expect(acknowledged.length).toBeGreaterThan(0);
    expect(refusals).toBeGreaterThan(0);
    await expectStoredAndWhole(acknowledged);
    await writer.close();
  });

  it('leaves a refused entry on the log when only its acknowledgement was lost, and goes on behind it', async () => {
    const { writer, reachedAgain } = await openThroughProxy();
    const first = await writer.append(sampleEntry());
    proxy.holdAnswers();
    const unheard = writer.append(sampleEntry({ api: { operation: 'Unheard', doc: null, trace: '' } }));
    await expect(unheard).rejects.toMatchObject(refused);

    const reached = reachedAgain();
    proxy.restore();
    await reached;
    const next = await writer.append(sampleEntry());
    const stored = await ledger.entries();
    expect(next.index).toBe(first.index + 2);
    expect(parseEntry(stored[first.index + 1]?.leaf ?? '').api.operation).toBe('Unheard');
    await expectStoredAndWhole([first.receipt, next.receipt]);
    await writer.close();
  });

  it('closes within the deadline though the server does not answer', async () => {
    const { writer } = await openThroughProxy();
    proxy.hold();
    await writer.close();
    expect(writer.healthy()).toBe(false);
  });

  it('takes up again a session that the server ended while nothing was written', async () => {
    const { writer, reachedAgain } = await openThroughProxy();
    const reached = reachedAgain();
    await ledger.tamper(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and application_name like 'chancery ledger writer%'`);
    await reached;
    const { receipt } = await writer.append(sampleEntry());
    await expectStoredAndWhole([receipt]);
    await writer.close();
  });

  it('stops for good when acknowledged entries are gone from the server that it finds', async () => {
    const { writer } = await openThroughProxy();
    await writer.append(sampleEntry());
    const tables = ['head', 'entry', 'leaf_hash', 'sidecar'];
    await ledger.tamper(tables.map((table) => `create table kept_${table} as table audit_${table};`).join(''));
    proxy.cut();
    // As after a restore from an old backup.
    await ledger.tamper(
      `truncate audit_entry, audit_leaf_hash, audit_sidecar; update audit_head set size = 0, peaks = ''`,
    );
    proxy.restore();
    // Until then it is down for as long as the outage lasts.
    const refusalOf = () => writer.append(sampleEntry()).then(String, String);
    while (!(await refusalOf()).includes('forked')) await new Promise((resolve) => setImmediate(resolve));
    expect(writer.healthy()).toBe(false);
    expect(writer.answering()).toBe(false);
    expect(await ledger.entries()).toEqual([]);
    await writer.close();
    await ledger.tamper('truncate audit_head');
    await ledger.tamper(tables.map((table) => `insert into audit_${table} table kept_${table};`).join(''));
    await expectStoredAndWhole([]);
  });
});

describe('a full queue', () => {
  it('refuses what it cannot take, and drops nothing that it took', async () => {
    const { writer } = await openThroughProxy({ queueEntriesMax: 10, deadlineMs: 5_000 });
    const outcomes = await Promise.allSettled(Array.from({ length: 30 }, () => writer.append(sampleEntry())));
    const acknowledged = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value.receipt] : []));
    expect(acknowledged.length).toBeGreaterThanOrEqual(10);
    expect(acknowledged.length).toBeLessThan(30);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject(refused);
    }
    expect(writer.healthy()).toBe(true);
    await expectStoredAndWhole(acknowledged);
    await writer.close();
  });

  it('counts bytes as well as entries', async () => {
    const { writer } = await openThroughProxy({ queueBytesMax: 4_000, deadlineMs: 5_000 });
    const long = sampleEntry({ private: { address: null, variables: null, reason: 'x'.repeat(5_000) } });
    await expect(writer.append(long)).rejects.toMatchObject(refused);
    await writer.append(sampleEntry());
    await writer.close();
  });
});

describe('while somebody holds a lock on a table of the ledger', () => {
  it.each(['audit_entry', 'audit_sidecar', 'audit_snapshot'])(
    'on %s, it says so before an entry comes, and goes on when it is let go',
    async (table) => {
      const { writer } = await openThroughProxy();
      expect(writer.answering()).toBe(true);
      await ledger.tamper('begin');
      await ledger.tamper(`lock table ${table} in access exclusive mode`);
      const begun = performance.now();
      while (writer.answering()) await new Promise((resolve) => setImmediate(resolve));
      // A second, and as much again for a busy machine.
      expect(performance.now() - begun).toBeLessThan(2_000);

      await ledger.tamper('rollback');
      while (!writer.answering()) await new Promise((resolve) => setImmediate(resolve));
      await writer.append(sampleEntry());
      await writer.close();
    },
  );
});
