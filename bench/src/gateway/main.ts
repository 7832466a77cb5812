import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { verifyLedger } from '@chancery/ledger/verify/verify-ledger';
import { helped, readCommand, wordsOf } from '@chancery/shared/command-help';
import { machineFacts } from '../machine.js';
import { type BenchMesh, startMesh } from './bench-mesh.js';
import { burst } from './burst.js';
import { canPin } from './processes.js';
import { printBursts, printRounds } from './report.js';
import { type Effort, measureQuery } from './rounds.js';
import { QUERY_NAMES, type QueryName } from './world/queries.js';

interface Amount {
  readonly effort: Effort;
  readonly burstMs: number;
}

const WHOLE: Amount = { effort: { rounds: 9, warmUpMs: 5_000, roundMs: 3_000, clients: 8 }, burstMs: 10_000 };
const SHORT: Amount = { effort: { rounds: 5, warmUpMs: 2_000, roundMs: 1_000, clients: 8 }, burstMs: 3_000 };
const BURST_CLIENTS = 500;

const TITLES: Readonly<Record<QueryName, string>> = {
  big: 'The big query: an answer of 87 kB, 1,383 values',
  small: 'The small query: one jump, 32 values',
};

/** Exit code of a wrong command line. */
const BAD_USAGE = 3;
const USAGE = `usage: npm run bench:gateway [-- --short] [--alone]

Our gateway beside others over The Guild's federation benchmark: CPU a request of two queries, and a burst of 500 clients in which
every answer is compared. About eleven minutes; --short takes under five, --alone leaves the others out. See bench/README.md.
`;

/** Measures our gateway beside others; fails when an answer is not the true one. */
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
  const isPinned = availableParallelism() > 1 && canPin();
  const folder = mkdtempSync(join(tmpdir(), 'chancery-bench-'));
  try {
    await using mesh = await startMesh({
      folder,
      data: values.data,
      peersFolder: values.alone ? null : resolve(values.kept, 'peers'),
      core: isPinned ? 1 : null,
    });
    process.stdout.write(
      `${machineFacts()}\nEach gateway ${isPinned ? 'on processor 1, all else on 0' : 'anywhere'}\n\n`,
    );
    await measure(mesh, values.short ? SHORT : WHOLE);
    await verifyLedgers(mesh);
    process.stdout.write(`${machineFacts()}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(mesh: BenchMesh, { effort, burstMs }: Amount): Promise<void> {
  const { contestants } = mesh;
  const named = (part: string) => contestants.find(({ name }) => name.includes(part))?.name ?? part;
  const yardsticks = { floor: named('floor'), apollo: named('@apollo') };
  for (const query of QUERY_NAMES) {
    const results = await measureQuery(contestants, query, effort, mesh.takeCalls);
    process.stdout.write(`${printRounds(TITLES[query], results, yardsticks)}\n`);
  }
  const bursts = [];
  for (const contestant of contestants) {
    const expected = mesh.checkedOf(contestant).get('big')?.body ?? '';
    bursts.push(await burst(contestant, expected, { clients: BURST_CLIENTS, durationMs: burstMs }));
  }
  process.stdout.write(`${printBursts(`${BURST_CLIENTS} clients at once, the big query`, bursts)}\n`);
  for (const contestant of contestants.filter(({ withholds }) => withholds)) {
    const { withheld = 0, values = 0 } = mesh.checkedOf(contestant).get('big') ?? {};
    process.stdout.write(`${contestant.name}: ${withheld} of ${values} values, each null and told\n`);
  }
}

/** What was measured was on the ledger, or it was not what the project promises. */
async function verifyLedgers({ ledgers }: BenchMesh): Promise<void> {
  for (const [name, loaderUrl] of ledgers) {
    const { outcome, logs } = await verifyLedger(loaderUrl);
    if (outcome !== 'whole') throw new RangeError(`the ledger of ${name} is ${outcome}`);
    process.stdout.write(`${name}: ledger whole, ${logs.map(({ entries }) => entries).join(' + ')} entries\n`);
  }
}

await main(process.argv.slice(2));
