import { readFileSync } from 'node:fs';
import { helped, needed, readCommand, wordsOf } from '../../command-help.js';
import { answerQuestion, MARK_QUESTIONS } from './answer-question.js';

const USAGE = 'usage: marks FILE.json\n';
const FAILED = 1;
const BAD_USAGE = 3;

/** Reads questions about marks from a file and prints one answer a line. */
function main(args: readonly string[]): number {
  if (helped(args, USAGE)) return 0;
  const file = readCommand(USAGE, () => needed('FILE', wordsOf(args, {}, 1).positionals[0], 'questions about marks'));
  if (file === null) return BAD_USAGE;
  try {
    const questions = MARK_QUESTIONS.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    if (!questions.success) {
      const [issue] = questions.error.issues;
      process.stderr.write(
        `${file}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'not an array of questions'}\n`,
      );
      return FAILED;
    }
    for (const question of questions.data) process.stdout.write(`${JSON.stringify(answerQuestion(question))}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${file}: ${error instanceof Error ? error.message : String(error)}\n`);
    return FAILED;
  }
}

process.exitCode = main(process.argv.slice(2));
