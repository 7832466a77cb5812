import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { systemClock } from '@chancery/shared/clock';
import { helped } from '@chancery/shared/command-help';
import { parseSnapshot, sealSnapshot } from '@chancery/shared/snapshot/parse-snapshot';
import { parseLawSeed, seedActs, seedFacts } from '@chancery/shared/snapshot/seed-content';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import { createPolicyEngine } from '../engine.js';
import { explain } from './explain.js';
import { type ExplainArguments, parseArguments, USAGE } from './parse-arguments.js';
import { printExplanation } from './print-explanation.js';

/** The snapshot of the running system; when there is none, that of the seed, with times that count from the time asked for. */
function loadSnapshot({ data, missions, law, request }: ExplainArguments): Snapshot {
  // Relative to where the user is: npm runs scripts in the checkout and keeps that place here.
  const path = join(resolve(process.env.INIT_CWD ?? '.', data), 'snapshot.json');
  if (existsSync(path)) return parseSnapshot(JSON.parse(readFileSync(path, 'utf8')));
  const seed = parseLawSeed(JSON.parse(readFileSync(law, 'utf8')));
  const facts = seedFacts(readFileSync(missions, 'utf8'), seed);
  return sealSnapshot({ number: 1, facts, acts: seedActs(seed, request.now) });
}

/** Prints why a persona may or may not see one value; nothing is asked of any running process. */
function main(args: readonly string[]): number {
  if (helped(args, USAGE)) return 0;
  try {
    const parsed = parseArguments(args, systemClock());
    const view = viewOf(loadSnapshot(parsed), false);
    const explanation = explain({ ...parsed.request, view }, createPolicyEngine());
    process.stdout.write(parsed.json ? `${JSON.stringify(explanation, null, 2)}\n` : printExplanation(explanation));
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
