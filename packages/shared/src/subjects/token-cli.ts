import { systemClock } from '../clock.js';
import { helped, needed, readCommand, wordsOf } from '../command-help.js';
import { openDevelopmentIssuer } from './development-issuer.js';

const USAGE = `usage: npm run -s token -- --as PERSONA [--purpose PURPOSE] [--case CASE] [--person NAME]

Prints a token of the demonstration, alone on standard output. --purpose makes one with that purpose as its only one; --case says
which header to add; --person makes it another person of the same agency, for what two must do. A wrong persona lists them all.
Exit: 0 printed, 1 no such persona, or no key, 3 usage.
`;

/** Prints a development token, alone on stdout so that it can be piped; the header of a case goes to stderr. */
function main(args: string[]): number {
  if (helped(args, USAGE)) return 0;
  const words = readCommand(USAGE, () => readWords(args));
  if (words === null) return 3;
  try {
    const issuer = openDevelopmentIssuer(words.data);
    const token = issuer.mint(words.as, { purpose: words.purpose, person: words.person, now: systemClock() });
    if (words.case !== undefined) process.stderr.write(`add the header Chancery-Case: ${words.case}\n`);
    process.stdout.write(`${token}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

function readWords(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const { values } = wordsOf(args, { data: text, as: text, purpose: text, case: text, person: text });
  return {
    ...values,
    data: needed('--data', values.data, 'where the key is'),
    as: needed('--as', values.as, 'as whom; a wrong one lists them all'),
  };
}

process.exitCode = main(process.argv.slice(2));
