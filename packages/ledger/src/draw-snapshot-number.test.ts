import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reseedSnapshot } from '@chancery/shared/snapshot/reseed-snapshot';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { drawSnapshotNumber } from './draw-snapshot-number.js';
import { createTestLedger, type TestLedger } from './testkit/test-ledger.js';

const DATA = join(import.meta.dirname, '../../../data');
const START = Date.parse('2026-09-21T12:00:00Z');

describe('the number of a snapshot', () => {
  let ledger: TestLedger;
  let folder: string;
  beforeAll(async () => {
    ledger = await createTestLedger('numbers');
    folder = mkdtempSync(join(tmpdir(), 'numbers-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await ledger.close();
  });

  const draw = (digest: string, above: number) => drawSnapshotNumber(ledger.database.ownerUrl, digest, above);
  const start = (at: number) =>
    reseedSnapshot(join(DATA, 'missions.csv'), join(DATA, 'law/acts.json'), join(folder, 'snapshot.json'), at, {
      exercise: true,
      drawNumber: draw,
    });

  it('never goes back and never names two contents, whichever of file and database is lost or older', async () => {
    const first = await start(START);
    expect(first.number).toBe(1);
    rmSync(join(folder, 'snapshot.json'));
    const second = await start(START + 60_000);
    expect([second.number, second.digest === first.digest]).toEqual([2, false]);

    await ledger.tamper('delete from snapshot_number where number > 1');
    expect((await start(START + 120_000)).number).toBe(3);
    const { rows } = await ledger.tamper('select number::int, digest from snapshot_number order by number');
    expect(rows.map(({ number }) => number)).toEqual([1, 3]);
  });

  it('is drawn once, of two that draw at once', async () => {
    const drawn = await Promise.all(Array.from({ length: 8 }, (_, at) => draw(`sha256:${at}`, 0)));
    expect(new Set(drawn).size).toBe(8);
    expect(Math.min(...drawn)).toBe(4);
  });

  it('is drawn by the owner alone', async () => {
    for (const url of [ledger.database.serviceUrl, ledger.database.loaderUrl])
      await expect(drawSnapshotNumber(url, 'sha256:0', 0)).rejects.toThrow(/permission denied/);
  });
});
