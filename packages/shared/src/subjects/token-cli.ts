import { parseArgs } from 'node:util';
import { systemClock } from '../clock.js';
import { openDevelopmentIssuer } from './development-issuer.js';

const USAGE = 'usage: token --as PERSONA [--purpose PURPOSE] [--case CASE]\n';

/** Prints a development token, alone on stdout so that it can be piped; the header of a case goes to stderr. */
function main(args: string[]): number {
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
