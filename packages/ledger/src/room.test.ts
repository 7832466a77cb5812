import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { writeWhileThereIsRoom } from './room.js';
import { sampleEntry } from './testkit/sample-entry.js';
import { createTestLedger, type TestLedger } from './testkit/test-ledger.js';

let ledger: TestLedger;
beforeAll(async () => {
  ledger = await createTestLedger('room');
});
afterAll(() => ledger.close());

it('takes no entry without room but the outcome of what was begun, and every one again with it', async () => {
  let hasRoom = true;
  const writer = writeWhileThereIsRoom(await ledger.openWriter(), () => hasRoom);
  await writer.append(sampleEntry());
  hasRoom = false;
  expect([writer.healthy(), writer.answering()]).toEqual([false, true]);
  for (const kind of ['READ', 'ATTEMPT', 'REFUSED', 'EVENT'] as const) {
    await expect(writer.append({ ...sampleEntry(), kind })).rejects.toMatchObject({ code: 'AUDIT_UNAVAILABLE' });
  }
  expect(await ledger.entries()).toHaveLength(1);
  await writer.append({ ...sampleEntry(), kind: 'OUTCOME' });
  hasRoom = true;
  expect(writer.healthy()).toBe(true);
  await writer.append(sampleEntry());
  expect(await ledger.entries()).toHaveLength(3);
});
