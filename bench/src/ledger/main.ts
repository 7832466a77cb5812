import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countOf, helped, oneOf, readCommand, wordsOf } from '@chancery/shared/command-help';
import { type BenchServer, startServer } from '../gateway/set-up.js';
import { machineFacts } from '../machine.js';
import { benchHistory } from './history.js';
import { benchRates } from './rates.js';
import { benchSaturation } from './saturation.js';
import { noLedger, openFile, openLedger } from './stores.js';
import { benchVerifying } from './verifying.js';

/** Exit code of a wrong command line. */
const BAD_USAGE = 3;
const USAGE = `usage: npm run bench:ledger [-- --short] [-- --only appending|verifying|history] [-- --entries N] [-- --touches N]

What the ledger costs beside no ledger and beside a file with fdatasync, in one run: waiting for an entry at 500 and 2,000 a second, appending
as fast as it can, verifying N entries (1,000,000; --short: 50,000), and the history of a record over N touches (30,000,000, which take 5 GB of disk; --short: 600,000).`;

const WHOLE = { rounds: 4, durationMs: 8_000, entries: 1_000_000, touches: 30_000_000 };
const SHORT = { rounds: 1, durationMs: 2_000, entries: 50_000, touches: 600_000 };

const PARTS = {
  appending: async ({ server, folder, rounds, durationMs }) => {
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
  },
  verifying: async ({ server, entries }) =>
    say(`### Verifying\n\n${await benchVerifying(await server.makeLedger('verifying'), entries, server.pid)}`),
  history: async ({ server, touches }) =>
    say(`### The history of a record\n\n${await benchHistory(await server.makeLedger('history'), touches)}`),
} satisfies Record<string, (setting: Setting) => Promise<void>>;

interface Setting {
  readonly server: BenchServer;
  readonly folder: string;
  readonly rounds: number;
  readonly durationMs: number;
  readonly entries: number;
  readonly touches: number;
}

const say = (text: string): void => void process.stdout.write(`${text}\n\n`);

/** What the ledger costs: waiting for it, appending as fast as it can, and verifying it. */
async function main(args: readonly string[]): Promise<void> {
  if (helped(args, USAGE)) return;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) {
    process.exitCode = BAD_USAGE;
    return;
  }
  const { wanted, ...form } = words;
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  try {
    const server = await startServer(folder);
    try {
      say(machineFacts());
      for (const [, run] of wanted) {
        await run({
          ...form,
          server,
          folder,
        });
      }
      say(machineFacts());
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readWords(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { short: { type: 'boolean', default: false }, entries: text, only: text, touches: text } as const;
  const { short, only, entries, touches } = wordsOf(args, options).values;
  if (only !== undefined) oneOf('--only', only, Object.keys(PARTS));
  const form = short ? SHORT : WHOLE;
  return {
    ...form,
    wanted: Object.entries(PARTS).filter(([name]) => (only ?? name) === name),
    entries: countOf('--entries', entries ?? String(form.entries)),
    touches: countOf('--touches', touches ?? String(form.touches)),
  };
}

await main(process.argv.slice(2));
