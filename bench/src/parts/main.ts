import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { helped, readCommand, wordsOf } from '@chancery/shared/command-help';
import { startServer } from '../gateway/set-up.js';
import { machineFacts } from '../machine.js';
import { benchLedger } from './ledger.js';
import { benchNewAct } from './new-act.js';

const WHOLE_MS = 4_000;
const SHORT_MS = 1_500;

/** Exit code of a wrong command line. */
const BAD_USAGE = 3;
const USAGE = `usage: npm run bench:parts [-- --short]

What appending an entry to the ledger costs its writer, and how long a new act holds up a process. See bench/README.md.
`;

/** Measures parts of a request by themselves. */
async function main(args: readonly string[]): Promise<void> {
  if (helped(args, USAGE)) return;
  const words = readCommand(USAGE, () =>
    wordsOf(args, {
      short: { type: 'boolean', default: false },
      missions: { type: 'string', default: 'data/missions.csv' },
    }),
  );
  if (words === null) {
    process.exitCode = BAD_USAGE;
    return;
  }
  const { values } = words;
  process.stdout.write(`${machineFacts()}\n\n${benchNewAct(values.missions)}\n`);
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  try {
    const server = await startServer(folder);
    try {
      process.stdout.write(`${await benchLedger(server, values.short ? SHORT_MS : WHOLE_MS)}\n${machineFacts()}\n`);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

await main(process.argv.slice(2));
