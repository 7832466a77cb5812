import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { helped, readCommand, wordsOf } from '@chancery/shared/command-help';
import { startMesh } from '../gateway/bench-mesh.js';
import { canPin } from '../gateway/processes.js';
import { startServer } from '../gateway/set-up.js';
import { machineFacts } from '../machine.js';
import { type Effort, gatewayGoals } from './gateway-goals.js';
import { type Goal, printGoals } from './goal.js';
import { ledgerGoals } from './ledger-goals.js';
import { newActGoals } from './new-act-goals.js';

/** Exit code of a wrong command line. */
const BAD_USAGE = 3;
const USAGE = `usage: npm run bench:goals [-- --short] [-- --alone]

Measures each goal of speed and prints them in one table, beside what was aimed at. --alone leaves out what is measured beside
@apollo/gateway, which is installed when this runs first. See bench/README.md.
`;

const WHOLE: Effort = { rounds: 9, warmUpMs: 5_000, roundMs: 3_000, clients: 8 };
const SHORT: Effort = { rounds: 5, warmUpMs: 2_000, roundMs: 1_000, clients: 8 };

/** The goals of speed, one after another on one machine. */
async function main(args: readonly string[]): Promise<void> {
  if (helped(args, USAGE)) return;
  const words = readCommand(USAGE, () =>
    wordsOf(args, {
      short: { type: 'boolean', default: false },
      alone: { type: 'boolean', default: false },
      data: { type: 'string', default: 'data' },
      kept: { type: 'string', default: '.chancery/bench' },
    }),
  );
  if (words === null) {
    process.exitCode = BAD_USAGE;
    return;
  }
  const { values } = words;
  if (process.platform !== 'linux') throw new RangeError('processor time is read from /proc: this bench needs Linux');
  const effort = values.short ? SHORT : WHOLE;
  const core = availableParallelism() > 1 && canPin() ? 1 : null;
  const peersFolder = values.alone ? null : resolve(values.kept, 'peers');
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  const goals: Goal[] = [];
  process.stdout.write(`${machineFacts()}\n\n`);
  try {
    {
      await using mesh = await startMesh({ folder: join(folder, 'mesh'), data: values.data, peersFolder, core });
      goals.push(...(await gatewayGoals(mesh, effort)));
    }
    const server = await startServer(join(folder, 'ledger'));
    try {
      goals.push(...(await ledgerGoals(server, effort.roundMs)));
    } finally {
      await server.stop();
    }
    goals.push(...newActGoals(join(values.data, 'missions.csv')));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`${printGoals(goals)}\n${machineFacts()}\n`);
}

await main(process.argv.slice(2));
