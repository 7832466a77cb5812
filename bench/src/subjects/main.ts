import { setTimeout as pause } from 'node:timers/promises';
import { countOf, helped, readCommand, wordsOf } from '@chancery/shared/command-help';
import { Client, type Question } from '@chancery/test/deployment/client';
import { type Deployment, SERVERS, type ServerName } from '@chancery/test/deployment/deployment';
import { withDeployment } from '@chancery/test/deployment/temporary';
import { machineFacts } from '../machine.js';
import { AGENCIES, agreeWithAll, type Officer, officers } from './officers.js';
import { cpuSeconds, residentMib } from './process-cost.js';

const USAGE = `usage: npm run bench:subjects [-- --requests N] [--people 30,10000]

Asks N times (default 10000) as 30, 1, 256, 2000 and 10000 people, or so many, of ${AGENCIES.length} agencies, each number on a start of its own, and prints the
processor time of a request and the memory at the end. Exit: 0 measured; 1 an answer that was not whole; 3 usage.`;

/** The first is what the others are set beside. */
const PEOPLE = [30, 1, 256, 2_000, 10_000];
const WARM_UP = 1_000;
const IN_FLIGHT = 8;
const SILENT_MS = 60_000;
const RETRY_AFTER_MS = 1_000;
const DOCUMENTS = [
  '{ viewer { agency } missions(first: 20) { totalCount edges { node { name city premises { address floorPlan } } } } }',
  '{ incidents(first: 10) { totalCount edges { node { reference summary mission { name } } } } warnings(first: 5) { totalCount } }',
  '{ missionByWikidataId(wikidataId: "Q875787") { name premises { address } incidents(first: 5) { totalCount } } }',
];
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Cost {
  readonly people: number;
  /** CPU milliseconds of a request. */
  readonly cpuMs: Readonly<Record<ServerName, number>>;
  readonly mib: Readonly<Record<ServerName, number>>;
}

async function main(args: string[]): Promise<number> {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) return 3;
  say(machineFacts());
  const costs: Cost[] = [];
  const { requests } = words;
  for (const people of words.people) {
    const cost = await withDeployment({ args: [], prepare: agreeWithAll }, (deployment) =>
      measure(deployment, people, requests),
    );
    costs.push(cost);
    say(`${people}: ${sum(cost.cpuMs).toFixed(2)} ms, ${Math.round(sum(cost.mib))} MiB`);
  }
  say(printCosts(costs));
  say(machineFacts());
  return 0;
}

function readWords(args: string[]): { readonly requests: number; readonly people: readonly number[] } {
  const text = { type: 'string' } as const;
  const { requests = '10000', people = PEOPLE.join() } = wordsOf(args, { requests: text, people: text }).values;
  return {
    requests: countOf('--requests', requests),
    people: people.split(',').map((each) => countOf('--people', each)),
  };
}

async function measure(deployment: Deployment, people: number, requests: number): Promise<Cost> {
  const all = officers(people);
  const client = new Client(deployment.url, IN_FLIGHT, SILENT_MS);
  // One of each agency: what depends on the agency is found out before, and what depends on the person is not.
  await askAll(client, all.slice(0, AGENCIES.length), WARM_UP);
  const before = ofEach(deployment, cpuSeconds);
  await askAll(client, all, requests);
  const after = ofEach(deployment, cpuSeconds);
  const mib = ofEach(deployment, residentMib);
  client.close();
  return { people, cpuMs: mapOf((name) => ((after[name] - before[name]) * 1_000) / requests), mib };
}

async function askAll(client: Client, people: readonly Officer[], requests: number): Promise<void> {
  let next = 0;
  const askOn = async (): Promise<void> => {
    while (next < requests) {
      const number = next;
      next += 1;
      const officer = people[number % people.length];
      const document = DOCUMENTS[number % DOCUMENTS.length];
      if (officer === undefined || document === undefined) throw new RangeError('nobody asks');
      await askUntilGiven(client, { ...officer, document });
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, askOn));
}

/** On a machine that is busy with other things, now and then somebody is told to come back. */
async function askUntilGiven(client: Client, question: Question): Promise<void> {
  for (;;) {
    const { status, text } = await client.ask(question);
    if (status === 200 && !text.startsWith('{"errors"')) return;
    if (status !== 503) throw new Error(`status ${status}: ${text.slice(0, 300)}`);
    await pause(RETRY_AFTER_MS);
  }
}

const NAMES = Object.keys(SERVERS) as readonly ServerName[];

const mapOf = (value: (name: ServerName) => number): Record<ServerName, number> => ({
  gateway: value('gateway'),
  missions: value('missions'),
  incidents: value('incidents'),
  intel: value('intel'),
  compliance: value('compliance'),
});

const ofEach = (deployment: Deployment, look: (pid: number) => number): Record<ServerName, number> =>
  mapOf((name) => {
    const pid = deployment.pidOf(name);
    if (pid === null) throw new Error(`${name} does not run`);
    return look(pid);
  });

const sum = (values: Readonly<Record<ServerName, number>>): number =>
  NAMES.reduce((total, name) => total + values[name], 0);

function printCosts(costs: readonly Cost[]): string {
  const [first] = costs;
  if (first === undefined) throw new RangeError('nothing was measured');
  const head = ['people', 'CPU ms a request', 'beside the first', ...NAMES, 'MiB', 'beside the first', ...NAMES];
  const lines = costs.map(({ people, cpuMs, mib }) => [
    people,
    sum(cpuMs).toFixed(2),
    (sum(cpuMs) / sum(first.cpuMs)).toFixed(2),
    ...NAMES.map((name) => cpuMs[name].toFixed(2)),
    Math.round(sum(mib)),
    (sum(mib) / sum(first.mib)).toFixed(2),
    ...NAMES.map((name) => Math.round(mib[name])),
  ]);
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  return 1;
});
