import { appendFileSync, mkdirSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { type RandomSource, seededSource } from '@chancery/policy/testkit/random';
import { countOf, helped, needed, readCommand, UsageError, wordsOf } from '@chancery/shared/command-help';
import { makeRoot } from '../deployment/temporary.js';
import { DISK_FAULTS, type Fault, NETWORK_FAULTS, OWN_DATABASE_FAULTS } from './faults.js';
import { playRound, type Round, type Scene } from './round.js';
import { isClean, printRound, printSummary, summarize } from './summary.js';
import { openBehindProxy, openOwn, type TestBed } from './test-bed.js';

const USAGE = `usage: npm run soak -- --minutes N [--seed S] [--cases C] [--only WORDS]

Starts a deployment of its own, takes the answers to C random questions (default 120) while all is quiet, and then for N minutes does
harm to it under load: kills, freezes, cuts, locks, a full disk, stepped clocks. After each, every receipt is looked up and the ledger
verified. --only plays the faults whose name holds the words. docs/soak.md says what it finds and what it does not do.
Exit: 0 nothing lost, wrong or broken; 1 something; 3 usage.`;

interface Words {
  readonly minutes: number;
  readonly seed: number;
  readonly cases: number;
  readonly only: string;
}

const IN_FLIGHT = 6;
/** Of the time: the rest goes to a deployment whose database is elsewhere. */
const OWN_SHARE = 0.75;
const MINUTE_MS = 60_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(args: string[]): Promise<number> {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) return 3;
  const root = makeRoot('chancery-soak-');
  say(`soak of ${words.minutes} minutes, --seed ${words.seed}, in ${root}`);
  say(`${new Date().toISOString().slice(0, 16)}Z, Node ${process.versions.node}, ${machine()}`);
  const random = seededSource(words.seed);
  const rounds: Round[] = [];
  for (const [open, share] of [
    [openOwn, OWN_SHARE],
    [openBehindProxy, 1 - OWN_SHARE],
  ] as const) {
    const folder = join(root, open.name);
    mkdirSync(folder, { mode: 0o711 });
    const bed = await open({ folder, cases: words.cases, random, inFlight: IN_FLIGHT, say });
    rounds.push(...(await playOn(bed, { ...words, random, folder, endMs: words.minutes * MINUTE_MS * share })));
  }
  say(`\n${printSummary(summarize(rounds))}\n`);
  if (!isClean(rounds)) {
    say(`what was wrong, and the logs of all processes, are in ${root}`);
    return 1;
  }
  rmSync(root, { recursive: true, force: true });
  return 0;
}

function readWords(args: string[]): Words {
  const text = { type: 'string' } as const;
  const { values } = wordsOf(args, { minutes: text, seed: text, cases: text, only: text });
  const { seed = String(Date.now() % 1_000_000), cases = '120', only = '' } = values;
  const minutes = needed('--minutes', values.minutes, 'how long');
  if (!(Number(minutes) > 0)) throw new UsageError(`--minutes: \`${minutes}\` is no number of minutes`);
  if (!/^\d{1,10}$/.test(seed)) throw new UsageError(`--seed: \`${seed}\` is no number`);
  return { minutes: Number(minutes), seed: Number(seed), cases: countOf('--cases', cases), only };
}

const machine = (): string => {
  const load = loadavg().map((each) => each.toFixed(2));
  return `${availableParallelism()} cores, ${cpus()[0]?.model ?? ''}, ${Math.round(totalmem() / 2 ** 30)} GiB, load ${load.join(' ')}`;
};

interface Play {
  readonly only: string;
  readonly random: RandomSource;
  /** What was wrong is kept here. */
  readonly folder: string;
  readonly endMs: number;
}

/** Faults in a random order, again and again, until the time is over. */
async function playOn(bed: TestBed, { only, random, folder, endMs }: Play): Promise<readonly Round[]> {
  const rounds: Round[] = [];
  let isInterrupted = false;
  process.once('SIGINT', () => {
    say('ending after this round');
    isInterrupted = true;
  });
  const faults = faultsFor(bed.scene).filter(({ name }) => name.includes(only));
  const end = performance.now() + endMs;
  try {
    for (let left: readonly Fault[] = []; faults.length > 0 && performance.now() < end && !isInterrupted; ) {
      const [fault, ...rest] = left.length > 0 ? left : shuffled(faults, random);
      left = rest;
      if (fault === undefined) break;
      const round = await playRound(fault, bed.scene);
      rounds.push(round);
      keepWrongs(round, folder);
      const minutesLeft = Math.max(0, (end - performance.now()) / MINUTE_MS);
      say(`${printRound(round)}\n  ${minutesLeft.toFixed(1)} minutes left here, ${bed.scene.book.entries} entries`);
      // What is broken for good makes every later round so.
      if (round.wholeAfterMs === null) break;
    }
  } finally {
    await bed.close();
  }
  return rounds;
}

function faultsFor({ site }: Scene): readonly Fault[] {
  if (site.proxy !== null) return NETWORK_FAULTS;
  return site.disk === null ? OWN_DATABASE_FAULTS : [...OWN_DATABASE_FAULTS, ...DISK_FAULTS];
}

function shuffled(faults: readonly Fault[], random: RandomSource): readonly Fault[] {
  const left = [...faults];
  const order: Fault[] = [];
  for (let [first, ...others] = left; first !== undefined; [first, ...others] = left) {
    const fault = random.pick([first, ...others]);
    order.push(fault);
    left.splice(left.indexOf(fault), 1);
  }
  return order;
}

/** What was wrong stays, to be looked at. */
function keepWrongs({ fault, tally }: Round, folder: string): void {
  for (const wrong of tally.wrongs)
    appendFileSync(join(folder, 'wrong.jsonl'), `${JSON.stringify({ fault, ...wrong })}\n`);
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
});
