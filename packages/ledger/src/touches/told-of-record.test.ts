import { parseHandling } from '@chancery/shared/labels/parse-handling';
import { recordMarksOf } from '@chancery/shared/labels/record-marks';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Access } from '../entry.js';
import { eraseSidecars } from '../erase/erase-sidecars.js';
import { sampleEntry } from '../testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { toldOfRecord } from './told-of-record.js';

const OURS = 'l=USA:0;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=Q1';
/** The same record under another label, and others of its type. */
const REGRADED = 'l=USA:2;rel=USA;nat=*;pur=*;own=USA.diplomatic-security;m=Q1';
const ANOTHER = 'l=USA:0;rel=*;nat=*;pur=*;own=USA.diplomatic-security;m=Q2';
const RECORD = 'Premises:prm_1';
const marks = recordMarksOf(parseHandling(OURS));

const access = (coordinate: string, handlingText: string, decision: Access['decision'] = 'A'): Access => {
  return { coordinate, handlingText, rank: 0, count: 1, decision, rules: ['VCDR-22-1'], acts: [] };
};

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await createTestLedger('told');
  const writer = await ledger.openWriter();
  await writer.append(sampleEntry({ records: ['Premises:prm_2'], access: [access('Premises.floorPlan', ANOTHER)] }));
  for (let n = 0; n < 9; n += 1) {
    const handling = n < 5 ? OURS : REGRADED;
    await writer.append(
      sampleEntry({
        records: [RECORD, 'Premises:prm_2', 'Mission:mis_1'],
        access: [
          access('EXISTENCE', handling),
          access('Premises.floorPlan', handling, n % 2 === 0 ? 'A' : 'W'),
          access('Premises.floorPlan', ANOTHER),
          access('Mission.city', OURS),
        ],
      }),
    );
  }
});
afterAll(() => ledger.close());

const ask = (limit: number, from: { logId: number; index: number } | null = null, record = RECORD) =>
  toldOfRecord(ledger.database.loaderUrl, { record, marks, from, limit });

describe('what the ledger tells of a record', () => {
  it('is each entry that read it, page by page, with what it says of that record and of no other type or owner', async () => {
    const found = [];
    for (let from: { logId: number; index: number } | null = null; ; ) {
      const page = await ask(2, from);
      found.push(...page.readings);
      expect(page.mayLack).toBe(false);
      if (page.next === null) break;
      from = page.next;
    }
    expect(found).toHaveLength(9);
    expect(new Set(found.map(({ receipt }) => receipt)).size).toBe(9);
    for (const [n, { agency, subject, purpose, accesses }] of found.entries()) {
      expect([agency, subject, purpose]).toEqual(['DEU.fire-service', 'a:7f3c', 'PROTECT_LIFE']);
      expect(accesses.map(({ coordinate, decision }) => `${coordinate} ${decision}`)).toEqual([
        'EXISTENCE A',
        `Premises.floorPlan ${n % 2 === 0 ? 'A' : 'W'}`,
      ]);
    }
  });

  it('ends where its entries do, and is nothing of a record that nobody read', async () => {
    expect((await ask(9)).next).toBeNull();
    expect((await ask(8)).next).toEqual({ logId: 1, index: 9 });
    expect(await ask(9, null, 'Premises:prm_3')).toEqual({ readings: [], next: null, mayLack: false });
  });

  it('is found in lists too long for their leaves, of entries that lie far from one another', async () => {
    const writer = await ledger.openWriter();
    const long = [...Array.from({ length: 250 }, (_, n) => access(`Premises.f${n}`, OURS)), access('Area.kind', OURS)];
    const first = await writer.append(sampleEntry({ records: ['Premises:prm_9'], access: long }));
    await Promise.all(Array.from({ length: 300 }, () => writer.append(sampleEntry({ records: [] }))));
    const last = await writer.append(sampleEntry({ records: ['Premises:prm_9'], access: long }));
    const { readings } = await ask(9, null, 'Premises:prm_9');
    expect(readings.map(({ receipt }) => receipt)).toEqual([first.receipt, last.receipt]);
    for (const { accesses } of readings) expect(accesses).toHaveLength(250);
  });

  it('says that something may be lacking once anything was erased by order, whatever is asked about, and tells no more of what was', async () => {
    await eraseSidecars(await ledger.openWriter(), ledger.database.ownerUrl, {
      ...{ parts: [{ logId: 1, index: 3, part: 'records' }], record: null, order: 'DPA 1/2026', now: 5 },
    });
    const some = await ask(50);
    expect([some.readings.length, some.mayLack]).toEqual([8, true]);
    await eraseSidecars(await ledger.openWriter(), ledger.database.ownerUrl, {
      ...{ parts: [], record: RECORD, order: 'DPA 2/2026', now: 6 },
    });
    const erased = await ask(50);
    // An erased record, and one that nobody ever read: the ledger cannot tell them apart any more.
    expect(erased).toEqual({ readings: [], next: null, mayLack: true });
    expect(await ask(50, null, 'Premises:prm_3')).toEqual(erased);
  });
});
