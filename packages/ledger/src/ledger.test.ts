import { sha256Of } from '@chancery/shared/brands';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { parseEntry } from './parse-entry.js';
import { sampleEntry, sampleSnapshot } from './testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from './testkit/test-ledger.js';
import { verifyLedger } from './verify/verify-ledger.js';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await createTestLedger('ledger');
});
afterAll(() => ledger.close());
const expectWhole = async () =>
  expect(await verifyLedger(ledger.database.loaderUrl)).toMatchObject({ outcome: 'whole', findings: [] });

describe('the ledger', () => {
  it('is not called whole while it is empty: so is one of which nothing is left', async () => {
    const { outcome, findings } = await verifyLedger(ledger.database.loaderUrl);
    expect(outcome).toBe('incomplete');
    expect(findings).toEqual([expect.objectContaining({ logId: 1, what: 'it holds no entry' })]);
    expect(await ledger.entries()).toEqual([]);
  });

  it('stores what it acknowledged, under the receipt that it gave', async () => {
    const writer = await ledger.openWriter();
    const { receipt, index } = await writer.append(sampleEntry());
    expect(receipt).toMatch(/^[A-Za-z0-9_-]{22}$/);
    const entry = parseEntry((await ledger.entries())[index]?.leaf ?? '');
    expect(entry).toMatchObject({ receipt, kind: 'READ', snapshot: [4711, sampleSnapshot().digest] });
    await expectWhole();
    await writer.close();
  });

  it('keeps 500 entries that arrive at once in one contiguous log', async () => {
    const writer = await ledger.openWriter();
    const before = (await ledger.entries()).length;
    const appended = await Promise.all(Array.from({ length: 500 }, () => writer.append(sampleEntry())));

    const stored = await ledger.entries();
    expect(stored.map(({ index }) => index)).toEqual(Array.from({ length: before + 500 }, (_, i) => i));
    for (const { receipt, index } of appended) expect(parseEntry(stored[index]?.leaf ?? '').receipt).toBe(receipt);
    expect(new Set(appended.map(({ receipt }) => receipt)).size).toBe(500);
    await expectWhole();
    await writer.close();
  });

  it('is whole to a verifier that reads while entries are appended', async () => {
    const writer = await ledger.openWriter();
    let isVerified = false;
    const appending = (async () => {
      while (!isVerified) await Promise.all([writer.append(sampleEntry()), writer.append(sampleEntry())]);
    })();
    await writer.append(sampleEntry());
    await expectWhole();
    isVerified = true;
    await appending;
    await writer.close();
  });

  it('acknowledges what was appended before it was closed, and refuses what comes after', async () => {
    const writer = await ledger.openWriter();
    const before = (await ledger.entries()).length;
    const appended = Promise.all(Array.from({ length: 20 }, () => writer.append(sampleEntry())));
    const closed = writer.close();
    await expect(writer.append(sampleEntry())).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
    await closed;
    expect((await appended).map(({ index }) => index)).toEqual(Array.from({ length: 20 }, (_, i) => before + i));
    expect(await ledger.entries()).toHaveLength(before + 20);
    expect(writer.healthy()).toBe(false);
  });

  it('never strands an entry that is appended while the last commit is being acknowledged', async () => {
    const writer = await ledger.openWriter({ deadlineMs: 10_000 });
    let previous = await writer.append(sampleEntry());
    for (let i = 0; i < 100; i += 1) {
      const next = await writer.append(sampleEntry());
      expect(next.index).toBe(previous.index + 1);
      previous = next;
    }
    await writer.close();
  });

  it('stores the texts that entries name once, and refuses an entry whose snapshot nobody registered', async () => {
    const writer = await ledger.openWriter();
    await Promise.all([writer.append(sampleEntry()), writer.append(sampleEntry())]);
    const { rows } = await ledger.tamper(`select (select count(*) from audit_handling)::int as handlings,
      (select count(*) from audit_profile)::int as profiles, (select count(*) from audit_snapshot)::int as snapshots,
      (select string_agg(text, '|') from audit_asked) as asked`);
    expect(rows).toEqual([{ handlings: 2, profiles: 1, snapshots: 1, asked: sampleEntry().asked.join(' ') }]);

    const before = await ledger.entries();
    const unknown = sampleEntry({ snapshot: { number: 1, digest: sha256Of('unknown') } });
    await expect(writer.append(unknown)).rejects.toMatchObject({ code: 'INTERNAL' });
    expect(await ledger.entries()).toEqual(before);
    await writer.close();
  });

  it('never takes an entry that it could not read back', async () => {
    const writer = await ledger.openWriter();
    const before = await ledger.entries();
    const [item] = sampleEntry().access;
    if (item === undefined) throw new Error('the sample has no access');
    for (const wrong of [{ count: Number.NaN }, { count: -1 }, { handlingText: '' }, { handlingText: 'l=-\nl=-' }]) {
      const entry = sampleEntry({ access: [{ ...item, ...wrong }] });
      await expect(writer.append(entry)).rejects.toMatchObject({ code: 'INTERNAL' });
    }
    expect(await ledger.entries()).toEqual(before);
    await writer.append(sampleEntry());
    await writer.close();
  });

  it('keeps entries with any text in them', async () => {
    const writer = await ledger.openWriter();
    const odd = 'line\nbreak \u0000 nul \ud800 half a pair, 𝔘𝔫𝔦 “quotes” \\ {,}';
    const { index } = await writer.append(
      sampleEntry({
        api: { operation: odd, doc: null, trace: odd },
        records: [odd],
        private: { address: null, variables: { [odd]: odd }, reason: odd },
      }),
    );
    expect(parseEntry((await ledger.entries())[index]?.leaf ?? '').api.operation).toBe(odd);
    await expectWhole();
    await writer.close();
  });
});

describe('one log', () => {
  it('gets no entry behind a head that is not the one that its writer left', async () => {
    const writer = await ledger.openWriter();
    await writer.append(sampleEntry());
    const { rows } = await ledger.tamper('select peaks from audit_head where log_id = 1');
    const before = await ledger.entries();
    await ledger.tamper(`update audit_head set peaks = decode(repeat('00', octet_length(peaks)), 'hex')`);
    await expect(writer.append(sampleEntry())).rejects.toThrow('forked');
    expect(await ledger.entries()).toEqual(before);
    await writer.close();
    await ledger.tamper('update audit_head set peaks = $1', [rows[0].peaks]);
    await expectWhole();
  });

  it('refuses an entry where one stands already, whatever its head says', async () => {
    const writer = await ledger.openWriter();
    const { index } = await writer.append(sampleEntry());
    await ledger.tamper('insert into audit_entry values (1, $1, $2)', [index + 1, '{}']);
    await expect(writer.append(sampleEntry())).rejects.toThrow('forked');
    await writer.close();
    await ledger.tamper('delete from audit_entry where idx = $1', [index + 1]);
    await expectWhole();
  });

  it('is not opened when its head was set back behind its entries', async () => {
    const { rows } = await ledger.tamper('select size, peaks from audit_head where log_id = 1');
    await ledger.tamper(`update audit_head set size = 1, peaks = decode(repeat('00', 32), 'hex')`);
    await expect(ledger.openWriter()).rejects.toThrow('states 1 entries and holds');
    await ledger.tamper('update audit_head set size = $1, peaks = $2', [rows[0].size, rows[0].peaks]);
    await expectWhole();
  });
});

describe('the role of the writer', () => {
  it.each([
    'delete from audit_entry',
    `update audit_entry set leaf = '{}'`,
    'truncate audit_entry',
    'select leaf from audit_entry',
    'update audit_head set log_id = 2',
    'delete from audit_head',
    `insert into audit_head (log_id, size, peaks) values (2, 0, '')`,
    `update audit_sidecar set blob = ''`,
    'delete from audit_sidecar',
    'select * from audit_sidecar',
    'delete from audit_leaf_hash',
    'delete from audit_handling',
    'delete from audit_asked',
    'select * from audit_asked',
    `update audit_profile set text = ''`,
    'alter table audit_entry disable trigger all',
    'drop table audit_entry',
  ])('may not: %s', async (sql) => {
    const before = await ledger.entries();
    const service = new pg.Client({ connectionString: ledger.database.serviceUrl });
    await service.connect();
    await expect(service.query(sql)).rejects.toMatchObject({ code: '42501' });
    await service.end();
    expect(await ledger.entries()).toEqual(before);
  });

  it('is not the role of the reader, which may change nothing', async () => {
    const loader = new pg.Client({ connectionString: ledger.database.loaderUrl });
    await loader.connect();
    for (const sql of [
      'delete from audit_entry',
      `insert into audit_handling values ('h:1', 'x')`,
      'update audit_head set size = size',
    ]) {
      await expect(loader.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
    await loader.end();
  });
});
