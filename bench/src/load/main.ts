import { seededSource } from '@chancery/policy/testkit/random';
import { helped, readCommand, UsageError, wordsOf } from '@chancery/shared/command-help';
import { chooseCases, type MeasuredCase, seenIds, Tokens, takeReferences } from '@chancery/test/deployment/cases';
import { Client } from '@chancery/test/deployment/client';
import { withDeployment } from '@chancery/test/deployment/temporary';
import { machineFacts } from '../machine.js';
import { callAtOnce, type Stretch, together } from './callers.js';
import { isWithinGoal, printLoad } from './load-table.js';

const USAGE = `usage: npm run bench:load [-- --seconds N]

Starts a deployment of its own and lets 1, 4, 16, 64, 256 and 1024 callers at once ask it, N seconds each (default 8), three times in
turn, all personas, every answer compared with that of a quiet system. A caller that is refused comes back when it was told to; at
last 1024 that do not wait. Exit: 0 no wrong answer; 1 one; 3 usage.`;

const RETRY_AFTER_MS = 1_000;
/** How many at once, and how long each stays away that was refused. */
const STEPS = [
  ...[1, 4, 16, 64, 256, 1_024].map((inFlight) => ({ inFlight, retryAfterMs: RETRY_AFTER_MS })),
  { inFlight: 1_024, retryAfterMs: 0 },
];
/** In turn, so that what else the machine does falls on all alike. */
const ROUNDS = 3;
const WARM_UP_MS = 3_000;
const CASES = 56;
const SEED = 7;
/** Longer than the gateway’s own bounds for an answer. */
const SILENT_MS = 60_000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(args: string[]): Promise<number> {
  if (helped(args, USAGE)) return 0;
  const seconds = readCommand(USAGE, () => secondsOf(args));
  if (seconds === null) return 3;
  say(machineFacts());
  const stretches = await withDeployment({}, ({ url, data }) => measure(url, new Tokens(data), seconds * 1_000));
  say(printLoad(stretches));
  say(isWithinGoal(stretches) ? 'the goal is met' : 'the goal is missed');
  say(machineFacts());
  const wrongs = stretches.flatMap(({ wrongs: each }) => each);
  for (const why of wrongs) say(`wrong: ${why}`);
  return wrongs.length === 0 ? 0 : 1;
}

function secondsOf(args: string[]): number {
  const { values } = wordsOf(args, { seconds: { type: 'string', default: '8' } });
  const seconds = Number(values.seconds);
  if (!(seconds > 0)) throw new UsageError(`--seconds: \`${values.seconds}\` is no number of seconds`);
  return seconds;
}

async function measure(url: string, tokens: Tokens, measuredMs: number): Promise<readonly Stretch[]> {
  const quiet = new Client(url, 1, SILENT_MS);
  const chosen = chooseCases(CASES, await seenIds(quiet, tokens), seededSource(SEED));
  const cases = await takeReferences(chosen, quiet, tokens);
  quiet.close();
  say(`${cases.length} cases`);
  const rounds: Stretch[][] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const stretches: Stretch[] = [];
    for (const how of STEPS) stretches.push(await step(url, tokens, cases, { ...how, measuredMs }));
    rounds.push(stretches);
  }
  return STEPS.map((_, index) => together(rounds.flatMap((stretches) => stretches[index] ?? [])));
}

async function step(
  url: string,
  tokens: Tokens,
  cases: readonly MeasuredCase[],
  how: Pick<Parameters<typeof callAtOnce>[0], 'inFlight' | 'measuredMs' | 'retryAfterMs'>,
): Promise<Stretch> {
  const client = new Client(url, how.inFlight, SILENT_MS);
  try {
    const stretch = await callAtOnce({ cases, client, tokens, warmUpMs: WARM_UP_MS, ...how });
    say(`${how.inFlight} at once: ${Math.round(stretch.kinds.whole / stretch.seconds)} whole answers a second`);
    return stretch;
  } finally {
    client.close();
  }
}

process.exitCode = await main(process.argv.slice(2));
