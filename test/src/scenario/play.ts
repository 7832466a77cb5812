import { setTimeout as pass } from 'node:timers/promises';
import { helped, needed, readCommand, UsageError, wordsOf } from '@chancery/shared/command-help';
import { openDevelopmentIssuer } from '@chancery/shared/subjects/development-issuer';
import { printStep } from './print-step.js';
import { SCENARIO } from './scenario.js';
import type { Ask } from './step.js';
import { type Answer, Walk } from './walk.js';

const USAGE = `usage: npm run play [-- --url URL] [--pause SECONDS]

Walks the scenario of the demonstration live against a running \`npm start\`: a threat, an attack on two posts of one State, the host, the
door, an evacuation, afterwards. After each step it says what happened, who did it, and what each viewer sees and does not see. Open
subscriptions and the page show it happen. It can be walked again and again: each walk makes records of its own.
--url is http://127.0.0.1:4000 unless PORT says otherwise; --pause is 2.
Exit: 0 all was as the scenario says; 1 something was not; 2 nothing answers there; 3 usage.
`;

const PUBLISHED_WITHIN_MS = 15_000;
const PROBED_EVERY_MS = 250;
const SECOND_MS = 1000;
const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Words {
  readonly data: string;
  readonly url: string;
  readonly pauseMs: number;
}

function readWords(args: string[]): Words {
  const text = { type: 'string' } as const;
  const { values } = wordsOf(args, { data: text, url: text, pause: text });
  const { url = `http://127.0.0.1:${process.env.PORT ?? '4000'}`, pause = '2' } = values;
  const pauseMs = Number(pause) * SECOND_MS;
  if (!(pauseMs >= 0)) throw new UsageError(`--pause: \`${pause}\` is no number of seconds`);
  if (!URL.canParse(url)) throw new UsageError(`--url: \`${url}\` is no URL`);
  return { data: needed('--data', values.data, 'where the keys are'), url, pauseMs };
}

async function main(args: string[]): Promise<number> {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) return 3;
  const { data, url, pauseMs } = words;
  const isThere = await fetch(`${url}/ready`)
    .then(({ ok }) => ok)
    .catch(() => false);
  if (!isThere) {
    process.stderr.write(`nothing is ready at ${url}: is \`npm start\` running, and on this port?\n`);
    return 2;
  }
  const issuer = openDevelopmentIssuer(data);
  const send = (ask: Ask, variables: object): Promise<Answer> => {
    const token = issuer.mint(ask.as, { purpose: ask.purpose, now: Date.now() });
    return post(url, token, { query: ask.document, variables });
  };
  const walk = new Walk(send, { now: Date.now, mark: `play-${Date.now().toString(36)}`, published: untilTrue });
  return play(walk, pauseMs);
}

async function play(walk: Walk, pauseMs: number): Promise<number> {
  let wrong = 0;
  for (const [index, { title, steps }] of SCENARIO.entries()) {
    say(`\n${index + 1} of ${SCENARIO.length}: ${title}\n`);
    for (const step of steps) {
      const done = await walk.take(step);
      say(printStep(done));
      wrong += done.problems.length + done.seen.reduce((sum, { problems }) => sum + problems.length, 0);
      // What follows names what this step has made.
      if (done.problems.length > 0) return 1;
      await pass(pauseMs);
    }
  }
  say(wrong === 0 ? 'all was as the scenario says' : `${wrong} things were not as the scenario says`);
  return wrong === 0 ? 0 : 1;
}

/** An act holds once it is published, and nobody is told when that is: it is looked for. */
async function untilTrue(isTrue: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PUBLISHED_WITHIN_MS;
  while (!(await isTrue()) && Date.now() < end) await pass(PROBED_EVERY_MS);
}

async function post(url: string, token: string, body: object): Promise<Answer> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { text, body: JSON.parse(text) as Answer['body'] };
}

process.exitCode = await main(process.argv.slice(2));
