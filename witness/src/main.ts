import { systemClock } from '@chancery/shared/clock';
import { helped, readCommand, wordsOf } from '@chancery/shared/command-help';
import { readEnvironment } from '@chancery/shared/environment';
import { createLog } from '@chancery/shared/log';
import { WITNESS_VARIABLES } from './configuration.js';
import { KeptCheckpoints } from './kept-checkpoints.js';
import { cosignersIn, endWith, logKeysIn, untilEnded } from './run-keeper.js';
import { startWitness } from './start-witness.js';

const USAGE = `usage: npm run witness

Keeps the checkpoints of a log, checks that each follows on the one before, and cosigns it (C2SP tlog-witness). What it needs is in
its environment: WITNESS_FOLDER, WITNESS_NAME, WITNESS_LOG_KEYS, and as docs/ledger.md says.
By Node 24.6 or newer it signs by ML-DSA-44 too; by an older one by Ed25519 alone.`;

/** Exit code of a wrong command line. */
const BAD_USAGE = 3;
const log = createLog((text) => process.stderr.write(text), systemClock);

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (helped(args, USAGE)) return;
  if (readCommand(USAGE, () => wordsOf(args, {})) === null) process.exit(BAD_USAGE);
  const variables = readEnvironment(WITNESS_VARIABLES, process.env);
  const folder = variables.WITNESS_FOLDER;
  const signers = cosignersIn(folder, variables.WITNESS_NAME);
  const running = await startWitness({
    signers,
    logs: logKeysIn(variables.WITNESS_LOG_KEYS),
    kept: new KeptCheckpoints(folder, systemClock),
    host: variables.WITNESS_HOST,
    port: variables.WITNESS_PORT,
    clock: systemClock,
    log,
  });
  untilEnded(running, signers, log);
}

main().catch(endWith);
