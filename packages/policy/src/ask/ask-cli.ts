import { readFileSync } from 'node:fs';
import { helped, needed, readCommand, wordsOf } from '@chancery/shared/command-help';
import type { FieldCategory } from '@chancery/shared/schema/field-categories';
import { supergraphCategories } from '@chancery/shared/schema/supergraph-categories';
import type { Coordinate } from '@chancery/shared/vocabulary';
import { createPolicyEngine } from '../engine.js';
import { answerFile, type Bench } from './answer-question.js';

const USAGE = 'usage: npm run -s law:ask -- FILE.json\n';
/** A question could not be read; those that could were answered. */
const BAD_QUESTION = 3;
const UNUSABLE = 2;

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Reads the supergraph of the checkout once, and only for a question that names a coordinate. */
function openBench(supergraphFile: string): Bench {
  let categories: ReadonlyMap<Coordinate, FieldCategory> | null = null;
  return {
    engine: createPolicyEngine(),
    fieldCategory: (coordinate) => {
      categories ??= supergraphCategories(readFileSync(supergraphFile, 'utf8'));
      return categories.get(coordinate);
    },
  };
}

/** Decides questions of a file by the law of this checkout; no process, no data folder and no clock is asked. */
function main(args: readonly string[]): number {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => {
    const [supergraph, file] = wordsOf(args, {}, 2).positionals;
    return { supergraphFile: needed('SUPERGRAPH', supergraph, 'its SDL'), file: needed('FILE', file, 'questions') };
  });
  if (words === null) return UNUSABLE;
  const { supergraphFile, file } = words;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    process.stderr.write(`${messageOf(error)}\n${USAGE}`);
    return UNUSABLE;
  }
  const answers = answerFile(openBench(supergraphFile), text);
  process.stdout.write(answers.map((answer) => `${JSON.stringify(answer)}\n`).join(''));
  return answers.some((answer) => 'error' in answer) ? BAD_QUESTION : 0;
}

process.exitCode = main(process.argv.slice(2));
