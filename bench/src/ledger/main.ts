import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { helped } from '@chancery/shared/command-help';
import { startServer } from '../gateway/set-up.js';
import { machineFacts } from '../machine.js';
import { benchRates } from './rates.js';
import { benchSaturation } from './saturation.js';
import { noLedger, openFile, openLedger } from './stores.js';
import { benchVerifying } from './verifying.js';

const USAGE = `usage: npm run bench:ledger [-- --short] [-- --entries N]

What the ledger costs beside no ledger and beside a file with fdatasync, in one run: waiting for an entry at 500 and 2,000 a second, appending
as fast as it can, and verifying N entries (1,000,000; --short: 50,000).`;

const WHOLE = { rounds: 4, durationMs: 8_000, entries: 1_000_000 };
const SHORT = { rounds: 1, durationMs: 2_000, entries: 50_000 };

/** What the ledger costs: waiting for it, appending as fast as it can, and verifying it. */
async function main(args: readonly string[]): Promise<void> {
  if (helped(args, USAGE)) return;
  const { values } = parseArgs({
    args: [...args],
    options: { short: { type: 'boolean', default: false }, entries: { type: 'string' } },
  });
  const { rounds, durationMs, entries } = values.short ? SHORT : WHOLE;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  const say = (text: string): void => void process.stdout.write(`${text}\n\n`);
  try {
    const server = await startServer(folder);
    try {
      say(machineFacts());
      const { serviceUrl } = await server.makeLedger('rates');
      const stores = [
        noLedger,
        await openFile(join(folder, 'entries.jsonl')),
        await openLedger(serviceUrl, 1),
        await openLedger(serviceUrl, 3),
      ];
      say(`### Waiting for an entry to be durable\n\n${await benchRates(stores, rounds, durationMs)}`);
      say(`### As fast as it can\n\n${await benchSaturation(stores, durationMs)}`);
      for (const store of stores) await store.close();
      const count = Number(values.entries ?? entries);
      say(`### Verifying\n\n${await benchVerifying(await server.makeLedger('verifying'), count, server.pid)}`);
      say(machineFacts());
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));
