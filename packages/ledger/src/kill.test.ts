import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { parseEntry } from './parse-entry.js';
import { createTestLedger, type TestLedger } from './testkit/test-ledger.js';
import { verifyLedger } from './verify/verify-ledger.js';

/** A soak sets this to 1000. */
const ROUNDS = Number(process.env.CHANCERY_KILL_ROUNDS ?? 20);
const WRITER = fileURLToPath(new URL('../dist/testkit/writer-process.js', import.meta.url));

let ledger: TestLedger;
beforeEach(async () => {
  ledger = await createTestLedger('kill');
});
afterEach(() => ledger.close());

/** Runs a writer under load, kills it after that many receipts, and gives all that it said. */
async function killAfter(receipts: number): Promise<string[]> {
  const child = spawn(process.execPath, [WRITER], {
    env: { PATH: process.env.PATH, LEDGER_URL: ledger.database.serviceUrl },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said: string[] = [];
  const closed = once(child, 'close');
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    if (said.length === receipts) child.kill('SIGKILL');
  }
  const [, signal] = await closed;
  expect(signal).toBe('SIGKILL');
  return said;
}

/** Every receipt that was said stands on the log, each once. */
async function expectStored(acknowledged: readonly string[]): Promise<void> {
  const receipts = (await ledger.entries()).map(({ leaf }) => parseEntry(leaf).receipt as string);
  const stored = new Set(receipts);
  expect(receipts).toHaveLength(stored.size);
  expect(acknowledged.filter((receipt) => !stored.has(receipt))).toEqual([]);
  expect(await verifyLedger(ledger.database.loaderUrl)).toMatchObject({ outcome: 'whole', findings: [] });
}

describe('a writer that is killed under load', () => {
  it(
    `loses no entry that it acknowledged, and leaves a whole log (${ROUNDS} rounds)`,
    async () => {
      const acknowledged: string[] = [];
      for (let round = 0; round < ROUNDS; round += 1) acknowledged.push(...(await killAfter(1 + ((round * 37) % 150))));

      expect(acknowledged.length).toBeGreaterThanOrEqual(ROUNDS);
      await expectStored(acknowledged);
    },
    60_000 + ROUNDS * 3_000,
  );

  it(
    'as one of three that write one log leaves no gap and no double, and holds up neither of the others',
    async () => {
      const rounds = Math.ceil(ROUNDS / 4);
      const killAgain = async (writer: number): Promise<string[]> => {
        const said: string[] = [];
        for (let round = 0; round < rounds; round += 1)
          said.push(...(await killAfter(20 + ((round * 37 + writer * 53) % 150))));
        return said;
      };
      const acknowledged = (await Promise.all([0, 1, 2].map(killAgain))).flat();
      expect(acknowledged.length).toBeGreaterThanOrEqual(3 * rounds * 20);
      await expectStored(acknowledged);
    },
    60_000 + ROUNDS * 3_000,
  );
});
