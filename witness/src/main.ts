import { systemClock } from '@chancery/shared/clock';
import { helped, readCommand, wordsOf } from '@chancery/shared/command-help';
import { readEnvironment } from '@chancery/shared/environment';
import { createLog } from '@chancery/shared/log';
import { WITNESS_VARIABLES } from './configuration.js';
import { KeptCheckpoints } from './kept-checkpoints.js';
import { cosignerIn, endWith, logKeysIn, untilEnded } from './run-keeper.js';
import { startWitness } from './start-witness.js';

const USAGE = `usage: npm run witness

Keeps the checkpoints of a log, checks that each follows on the one before, and cosigns it (C2SP tlog-witness). What it needs is in
its environment: WITNESS_FOLDER, WITNESS_NAME, WITNESS_LOG_KEYS, and as docs/ledger.md says.`;

/** Exit code of a wrong command line. */
const BAD_USAGE = 3;
const log = createLog((text) => process.stderr.write(text), systemClock);

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (helped(args, USAGE)) return;
  if (readCommand(USAGE, () => wordsOf(args, {})) === null) process.exit(BAD_USAGE);
  const variables = readEnvironment(WITNESS_VARIABLES, process.env);
  const folder = variables.WITNESS_FOLDER;
  const signer = cosignerIn(folder, variables.WITNESS_NAME);
  const running = await startWitness({
    signer,
    logs: logKeysIn(variables.WITNESS_LOG_KEYS),
    kept: new KeptCheckpoints(folder, systemClock),
    host: variables.WITNESS_HOST,
    port: variables.WITNESS_PORT,
    clock: systemClock,
    log,
  });
  untilEnded(running, signer);
}

main().catch(endWith);
