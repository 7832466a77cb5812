import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drawSnapshotNumbers } from './draw-snapshot-numbers.js';
import { createTestLedger, type TestLedger } from './testkit/test-ledger.js';

const A_START = 1_000_000;

describe('the numbers of the snapshots of a start', () => {
  let ledger: TestLedger;
  beforeAll(async () => {
    ledger = await createTestLedger('numbers');
  });
  afterAll(() => ledger.close());

  const draw = (): Promise<number> => drawSnapshotNumbers(ledger.database.ownerUrl);

  it('begin above every number that was drawn before, those of single snapshots of older versions too', async () => {
    await ledger.tamper(`insert into snapshot_number (number, digest) values (17, 'sha256:0')`);
    expect(await draw()).toBe(A_START);
    expect(await draw()).toBe(2 * A_START);
  });

  it('are drawn once, of several starts at once', async () => {
    const drawn = await Promise.all(Array.from({ length: 8 }, draw));
    expect(new Set(drawn).size).toBe(8);
    expect(Math.min(...drawn)).toBe(3 * A_START);
  });

  it('are drawn by the owner alone', async () => {
    for (const url of [ledger.database.serviceUrl, ledger.database.loaderUrl])
      await expect(drawSnapshotNumbers(url)).rejects.toThrow(/permission denied/);
  });
});
