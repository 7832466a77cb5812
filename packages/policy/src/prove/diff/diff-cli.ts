import { helped, needed, readCommand, wordsOf } from '@chancery/shared/command-help';
import { ClientError } from '@chancery/shared/errors';
import { openSolver } from '../solver.js';
import { compareLaws } from './compare.js';
import { printDiff } from './print-diff.js';
import { readLaw } from './read-law.js';

const USAGE = 'usage: npm run -s law:diff -- OLD NEW\n  each a folder with rules, or a revision of this checkout\n';

const BAD_USAGE = 3;

/** Says what a change of the law opens and closes, and proves that nothing else does. */
async function main(args: readonly string[]): Promise<number> {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) return BAD_USAGE;
  const { checkout, old, next } = words;
  const where = process.env.INIT_CWD ?? checkout;
  const [before, after] = [readLaw(checkout, old, where), readLaw(checkout, next, where)];
  const solver = await openSolver();
  try {
    process.stdout.write(printDiff(await compareLaws(solver, before, after)));
    return 0;
  } finally {
    await solver.close();
  }
}

function readWords(args: readonly string[]) {
  const [checkout, old, next] = wordsOf(args, {}, 3).positionals;
  return {
    checkout: needed('CHECKOUT', checkout, 'its folder'),
    old: needed('OLD', old, 'the law as it is'),
    next: needed('NEW', next, 'the law as it would be'),
  };
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof ClientError)) throw error;
  process.stderr.write(`${error.message}\n${USAGE}`);
  process.exitCode = BAD_USAGE;
}
