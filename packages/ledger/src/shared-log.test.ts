import { startCutOffProxy } from '@chancery/shared/postgres/testkit/cut-off-proxy';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { LedgerWriter } from './ledger-writer.js';
import { parseEntry } from './parse-entry.js';
import { sampleEntry } from './testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from './testkit/test-ledger.js';
import { verifyLedger } from './verify/verify-ledger.js';

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await createTestLedger('shared');
});
afterEach(() => ledger.close());

const named = (operation: string) => sampleEntry({ api: { operation, doc: null, trace: '' } });
const operations = async () => (await ledger.entries()).map(({ leaf }) => parseEntry(leaf).api.operation);
const expectWhole = async () =>
  expect(await verifyLedger(ledger.database.loaderUrl)).toMatchObject({ outcome: 'whole', findings: [] });

describe('a log of several writers', () => {
  it('gives each entry of each of them an index of its own, without a gap', async () => {
    const writers = await Promise.all([1, 2, 3].map(() => ledger.openWriter({ deadlineMs: 20_000 })));
    const appendHundred = (writer: LedgerWriter) =>
      Promise.all(
        Array.from({ length: 5 }, async () => {
          const indices: number[] = [];
          for (let n = 0; n < 20; n += 1) indices.push((await writer.append(sampleEntry())).index);
          return indices;
        }),
      );
    const indices = (await Promise.all(writers.map(appendHundred))).flat(2).sort((a, b) => a - b);
    expect(indices).toEqual(Array.from({ length: 300 }, (_, index) => index));
    expect(writers.every((writer) => writer.healthy())).toBe(true);
    await expectWhole();
  });

  it('is written at once by one that is new, while another writes', async () => {
    const first = await ledger.openWriter();
    await first.append(named('first'));
    const second = await ledger.openWriter();
    expect((await second.append(named('second'))).index).toBe(1);
    expect((await first.append(named('third'))).index).toBe(2);
    expect(await operations()).toEqual(['first', 'second', 'third']);
    await expectWhole();
  });

  it('is not held up by one that nobody hears any more, which goes on behind the others when it is heard again', async () => {
    const proxy = await startCutOffProxy(ledger.database.serviceUrl);
    const connectionString = proxy.urlOf(ledger.database.serviceUrl);
    const unheard = await ledger.openWriter({ connectionString, deadlineMs: 20_000 });
    await unheard.append(named('before'));
    // The way is frozen and its far side kept open: the server sees a session that is there and says nothing.
    proxy.hold();
    const waiting = unheard.append(named('heard again'));
    const other = await ledger.openWriter();
    await other.append(named('other'));
    proxy.resume();
    expect((await waiting).index).toBe(2);
    expect(await operations()).toEqual(['before', 'other', 'heard again']);
    await expectWhole();
    await proxy.close();
  });

  it('is not held up by one that is frozen while it holds the head: the server ends its session', async () => {
    const frozen = new pg.Client({
      connectionString: ledger.database.serviceUrl,
      idle_in_transaction_session_timeout: 1_000,
    });
    const ended = new Promise((resolve) => frozen.on('error', resolve));
    await frozen.connect();
    await frozen.query('begin');
    await frozen.query('select from audit_head for update');
    const writer = await ledger.openWriter({ deadlineMs: 10_000 });
    await writer.append(named('next'));
    await ended;
    expect(await operations()).toEqual(['next']);
  });

  it('is stopped for good by each writer when it is put back to an older state', async () => {
    const writers = await Promise.all([ledger.openWriter(), ledger.openWriter()]);
    for (const writer of writers) await writer.append(sampleEntry());
    await ledger.tamper(`delete from audit_entry; delete from audit_leaf_hash; delete from audit_sidecar;
      update audit_head set size = 0, peaks = ''`);
    for (const writer of writers) await expect(writer.append(sampleEntry())).rejects.toThrow('forked');
    expect(await ledger.entries()).toEqual([]);
    expect(writers.map((writer) => writer.healthy())).toEqual([false, false]);
  });

  it('is stopped for good when entries were exchanged under a writer, as far as the head shows it', async () => {
    const writer = await ledger.openWriter();
    for (let n = 0; n < 4; n += 1) await writer.append(sampleEntry());
    const other = await ledger.openWriter();
    await other.append(sampleEntry());
    // Five leaves are a subtree of four and one: that of the four is not the one that this writer left.
    await ledger.tamper(`update audit_head set peaks = sha256('other') || substring(peaks from 33)`);
    await expect(writer.append(sampleEntry())).rejects.toThrow('its head was set back, or is another');
  });
});
