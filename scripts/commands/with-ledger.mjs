import { helped, readCommand } from '../../packages/shared/dist/command-help.js';
import { withDatabase } from './with-database.mjs';

/** Exit codes of a ledger that cannot be read, and of a command line that is wrong. */
const INCOMPLETE = 2;
const USAGE = 3;

/** Runs `work` with the logins of the data folder's ledger; gives its exit code. A wrong command line is told before a missing ledger. */
export async function withLedger({ args, usage, read }, work) {
  if (helped(args, usage)) return 0;
  if (readCommand(usage, () => read(args)) === null) return USAGE;
  try {
    return await withDatabase('chancery_ledger', work);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return INCOMPLETE;
  }
}
