import { parseReceipt, type Receipt } from '@chancery/shared/brands';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openLedgerReader } from '../ledger-reader.js';
import { SAMPLE_PROFILE, sampleEntry, sampleSnapshot } from '../testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from '../testkit/test-ledger.js';
import { findRecordedRequest, type RecordedRequest } from './recorded-request.js';

let ledger: TestLedger;
let short: Receipt;
let long: Receipt;

beforeAll(async () => {
  ledger = await createTestLedger('replay');
  const writer = await ledger.openWriter();
  const [row] = sampleEntry().access;
  if (row === undefined) throw new Error('no row');
  const many = Array.from({ length: 250 }, (_, n) => ({ ...row, handlingText: `${row.handlingText}${n}` }));
  ({ receipt: short } = await writer.append(sampleEntry()));
  ({ receipt: long } = await writer.append(sampleEntry({ access: many })));
  await writer.close();
});
afterAll(() => ledger.close());

async function find(receipt: Receipt): Promise<RecordedRequest | null> {
  const reader = await openLedgerReader(ledger.database.loaderUrl);
  try {
    return await findRecordedRequest(reader, receipt);
  } finally {
    await reader.close();
  }
}

describe('an entry by its receipt', () => {
  it('comes with profile, snapshot and handlings as they were', async () => {
    const found = await find(short);
    expect(found).toMatchObject({
      receipt: short,
      kind: 'READ',
      now: 1_790_000_001_123,
      policy: `sha256:${'a'.repeat(64)}`,
      snapshot: { number: 4_711, digest: sampleSnapshot().digest },
      isListErased: false,
    });
    expect(JSON.parse(found?.profile?.text ?? '').subject.agency).toBe(SAMPLE_PROFILE.subject.agency);
    expect(JSON.parse(found?.snapshot?.text ?? '').facts).toHaveLength(1);
    expect(found?.access[1]).toMatchObject({
      coordinate: 'Premises.floorPlan',
      handling: { text: sampleEntry().access[1]?.handlingText },
      decision: 'W',
      rules: ['VCDR-22-1'],
    });
  });

  it('comes with its whole list, and when that was erased with its totals and the word that it was', async () => {
    expect((await find(long))?.access).toHaveLength(250);
    await ledger.tamper(`delete from audit_sidecar where part = 'access'`);
    const left = await find(long);
    expect(left?.isListErased).toBe(true);
    expect(left?.access[0]?.handling).toEqual({ digest: 'r:0', text: null });
  });

  it('is null when no log has it', async () => {
    expect(await find(parseReceipt('A'.repeat(22)))).toBeNull();
  });
});
