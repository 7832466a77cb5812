import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { withConnection } from '@chancery/shared/postgres/connect';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eraseSidecars } from '../erase/erase-sidecars.js';
import type { LedgerWriter } from '../ledger-writer.js';
import { parseEntry } from '../parse-entry.js';
import { firstHeld } from '../retire/holds.js';
import { sampleEntry } from '../testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { verifyLedger } from '../verify/verify-ledger.js';
import { liftHold, placeHold } from './order-hold.js';

const CLI = fileURLToPath(new URL('../../dist/hold/hold-cli.js', import.meta.url));
const ORDER = { order: 'LG Berlin 3 O 17/26', rule: 'ZPO 142', now: 5 };

describe('a legal hold', () => {
  let ledger: TestLedger;
  let writer: LedgerWriter;
  const receipts: string[] = [];
  const owner = () => ledger.database.ownerUrl;
  const erase = (index: number, part: 'private' | 'records' = 'private') =>
    eraseSidecars(writer, owner(), { parts: [{ logId: 1, index, part }], record: null, order: 'DPA 17', now: 5 });
  const eraseRecord = (record: string) =>
    eraseSidecars(writer, owner(), { parts: [], record, order: 'DPA 17', now: 5 });
  const count = async (table: string) => (await ledger.tamper(`select count(*)::int as n from ${table}`)).rows[0].n;
  const last = async () => parseEntry((await ledger.entries()).at(-1)?.leaf ?? '');
  beforeAll(async () => {
    ledger = await createTestLedger('hold');
    writer = await ledger.openWriter({ deadlineMs: 30_000 });
    const read = [
      ['Mission:mis_1'],
      ['Person:per_1'],
      ['Mission:mis_1'],
      ['Person:per_1', 'Person:per_2'],
      ['Mission:mis_2'],
    ];
    for (const records of read) receipts.push((await writer.append(sampleEntry({ records }))).receipt);
  });
  afterAll(() => ledger.close());

  it('is an entry, and keeps what entries commit to from being erased by whatever order', async () => {
    const receipt = await placeHold(
      writer,
      owner(),
      { logId: 1, first: 1, end: 3, record: null },
      { ...ORDER, name: 'h1', by: 'A' },
    );
    expect(await last()).toMatchObject({
      ...{ kind: 'ACT', receipt, basis: { stated: 'LG Berlin 3 O 17/26; ZPO 142' } },
      hold: { name: 'h1', step: 'PLACED', logId: 1, first: 1, end: 3, isOfSome: false },
    });
    const before = [await count('audit_sidecar'), await count('audit_entry'), await count('audit_subject')];
    for (const index of [1, 2]) {
      await expect(erase(index)).rejects.toMatchObject({
        code: 'LEGAL_HOLD',
        message: `LEGAL_HOLD: entry ${index} is held by \`h1\``,
      });
    }
    // A record that a held entry read stays nameable, or nobody could tell any more what it read.
    await expect(eraseRecord('Person:per_1')).rejects.toMatchObject({ code: 'LEGAL_HOLD' });
    await expect(eraseRecord('Mission:mis_1')).rejects.toMatchObject({ code: 'LEGAL_HOLD' });
    // What was refused has left nothing: no row is gone, and no entry says that one is.
    expect([await count('audit_sidecar'), await count('audit_entry'), await count('audit_subject')]).toEqual(before);
    await erase(0);
    await erase(4, 'records');
    expect(await withConnection(owner(), (client) => firstHeld(client, 1, 0))).toEqual({ index: 1, hold: 'h1' });
  });

  it('of a record keeps the entries that read it, and no other', async () => {
    await placeHold(
      writer,
      owner(),
      { logId: 1, first: 1, end: null, record: 'Person:per_2' },
      { ...ORDER, name: 'h2', by: 'A' },
    );
    await expect(erase(3)).rejects.toMatchObject({ hold: 'h2' });
    await expect(eraseRecord('Person:per_2')).rejects.toMatchObject({ hold: 'h2' });
    expect(JSON.stringify(await last())).not.toContain('per_2');
    await erase(4);
  });

  it('is lifted by two persons, each by an order that is an entry; one alone lifts nothing', async () => {
    const lift = (by: string, name = 'h1') => liftHold(writer, owner(), { ...ORDER, name, order: 'lifted', by });
    expect(await lift('A')).toMatchObject({ step: 'LIFT_ASKED' });
    await expect(erase(1)).rejects.toMatchObject({ code: 'LEGAL_HOLD' });
    await expect(lift('A')).rejects.toThrow('another person');
    await expect(erase(1)).rejects.toMatchObject({ code: 'LEGAL_HOLD' });
    expect(await lift('B')).toMatchObject({ step: 'LIFTED' });
    expect((await last()).hold).toMatchObject({ name: 'h1', step: 'LIFTED' });
    await erase(1);
    await expect(lift('C')).rejects.toThrow('no hold `h1` stands');
    await expect(lift('C', 'h9')).rejects.toThrow('no hold `h9` stands');
    // Nor does the database take it from who goes around the command.
    await expect(
      ledger.tamper(`update audit_hold set lift_asked_by = 'A', lifted_by = 'A', lifted_at = now() where hold = 'h2'`),
    ).rejects.toThrow('audit_hold_two_persons');
    await expect(
      placeHold(writer, owner(), { logId: 1, first: 0, end: 1, record: null }, { ...ORDER, name: 'h1', by: 'A' }),
    ).rejects.toThrow('already');
    expect(await verifyLedger(ledger.database.loaderUrl)).toMatchObject({ outcome: 'whole', findings: [] });
    // Who goes around the command in the database as well is told of by the log.
    await placeHold(writer, owner(), { logId: 1, first: 3, end: 4, record: null }, { ...ORDER, name: 'h3', by: 'A' });
    await ledger.tamper(`delete from audit_hold where hold in ('h2', 'h3')`);
    await erase(3);
    expect(await verifyLedger(ledger.database.loaderUrl)).toMatchObject({
      findings: [{ severity: 'warning', what: 'it took away what was held by `h3`' }],
    });
  });

  it('is ordered from a shell, of a receipt, a time or a record', async () => {
    const env = { CHANCERY_LEDGER_OWNER_URL: owner(), CHANCERY_LEDGER_SERVICE_URL: ledger.database.serviceUrl };
    const run = (...args: readonly string[]) =>
      new Promise<{ readonly code: number; readonly text: string }>((resolve) => {
        execFile(process.execPath, [CLI, ...args], { env }, (error, stdout, stderr) =>
          resolve({ code: error === null ? 0 : Number(error.code), text: stdout + stderr }),
        );
      });
    const by = ['--order', 'o', '--rule', 'r', '--by', 'A'];
    expect(await run('place', 'c1', '--receipt', receipts[2] ?? '', ...by)).toMatchObject({
      code: 0,
      text: expect.stringContaining('`c1` holds entries 2 to 2'),
    });
    expect((await run('place', 'c2', '--from', '2020-01-01', ...by)).text).toContain('holds entries from 0 on');
    expect((await run('place', 'c3', '--record', 'Person:per_2', ...by)).text).toContain('holds entries from 3 on');
    expect((await run('lift', 'c1', ...by)).text).toContain('until another person');
    expect((await run('list')).text).toMatch(/c1 {2}lifting asked by A {2}2 to 2 {2}o/);
    expect((await run('place', 'c4', '--record', 'Person:per_9', ...by)).code).toBe(1);
    for (const wrong of [['place', 'c5', ...by], ['lift', 'c1'], ['place', 'c5', '--from', 'then', ...by], []]) {
      expect((await run(...wrong)).code).toBe(3);
    }
  }, 180_000);
});
