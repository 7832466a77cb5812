import { withDatabase } from './with-database.mjs';

/** Exit code of a ledger that cannot be read. */
const INCOMPLETE = 2;

/** Runs `work` with the logins of the data folder's ledger; gives its exit code. */
export async function withLedger(work) {
  try {
    return await withDatabase('chancery_ledger', work);
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return INCOMPLETE;
  }
}
