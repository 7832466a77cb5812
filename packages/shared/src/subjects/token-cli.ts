import { parseArgs } from 'node:util';
import { systemClock } from '../clock.js';
import { helped } from '../command-help.js';
import { openDevelopmentIssuer } from './development-issuer.js';

const USAGE = `usage: npm run -s token -- --as PERSONA [--purpose PURPOSE] [--case CASE]

Prints a token of the demonstration, alone on standard output. --purpose makes one with that purpose as its only one; --case says
which header to add. A wrong persona lists them all.
`;

/** Prints a development token, alone on stdout so that it can be piped; the header of a case goes to stderr. */
function main(args: string[]): number {
  if (helped(args, USAGE)) return 0;
  try {
    const { values } = parseArgs({
      args,
      options: {
        data: { type: 'string' },
        as: { type: 'string' },
        purpose: { type: 'string' },
        case: { type: 'string' },
      },
    });
    if (values.data === undefined || values.as === undefined) {
      process.stderr.write(USAGE);
      return 1;
    }
    const issuer = openDevelopmentIssuer(values.data);
    const token = issuer.mint(values.as, { purpose: values.purpose, now: systemClock() });
    if (values.case !== undefined) process.stderr.write(`add the header Chancery-Case: ${values.case}\n`);
    process.stdout.write(`${token}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}

process.exitCode = main(process.argv.slice(2));
