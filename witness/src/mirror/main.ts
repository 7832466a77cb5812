import { join } from 'node:path';
import { systemClock } from '@chancery/shared/clock';
import { helped, readCommand, wordsOf } from '@chancery/shared/command-help';
import { readEnvironment } from '@chancery/shared/environment';
import { createLog } from '@chancery/shared/log';
import { MIRROR_VARIABLES } from '../configuration.js';
import { KeptCheckpoints } from '../kept-checkpoints.js';
import { cosignersIn, endWith, logKeysIn, untilEnded } from '../run-keeper.js';
import { keepCopyIn } from './copy-store.js';
import { originHash, startMirror } from './start-mirror.js';

const USAGE = `usage: npm run mirror

Keeps whole logs: their entries, which it reckons again and cosigns once it holds them (C2SP tlog-mirror), so that a log can be rebuilt from it and its
operator can show nobody another. What it needs is in its environment: MIRROR_FOLDER, MIRROR_NAME, MIRROR_LOG_KEYS, and as docs/ledger.md says.
By Node 24.6 or newer it signs by ML-DSA-44 too; by an older one by Ed25519 alone.`;

/** Exit code of a wrong command line. */
const BAD_USAGE = 3;
const log = createLog((text) => process.stderr.write(text), systemClock);

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  if (helped(args, USAGE)) return;
  if (readCommand(USAGE, () => wordsOf(args, {})) === null) process.exit(BAD_USAGE);
  const variables = readEnvironment(MIRROR_VARIABLES, process.env);
  const folder = variables.MIRROR_FOLDER;
  const signers = cosignersIn(folder, variables.MIRROR_NAME);
  const running = await startMirror({
    signers,
    logs: logKeysIn(variables.MIRROR_LOG_KEYS),
    pending: new KeptCheckpoints(join(folder, 'pending'), systemClock),
    storeOf: (origin) => keepCopyIn(join(folder, 'logs', originHash(origin))),
    peers: variables.MIRROR_PEERS,
    readToken: variables.MIRROR_READ_TOKEN ?? null,
    host: variables.MIRROR_HOST,
    port: variables.MIRROR_PORT,
    clock: systemClock,
    log,
  });
  untilEnded(running, signers, log);
}

main().catch(endWith);
