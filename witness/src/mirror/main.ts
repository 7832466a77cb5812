import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openKeyFolder } from '@chancery/ledger/notes/key-folder';
import { parseVerifierKey, printVerifierKey } from '@chancery/ledger/notes/note-key';
import { systemClock } from '@chancery/shared/clock';
import { helped } from '@chancery/shared/command-help';
import { readEnvironment } from '@chancery/shared/environment';
import { ConfigurationError } from '@chancery/shared/errors';
import { createLog } from '@chancery/shared/log';
import { MIRROR_VARIABLES } from '../configuration.js';
import { KeptCheckpoints } from '../kept-checkpoints.js';
import { keepCopyIn } from './copy-store.js';
import { originHash, startMirror } from './start-mirror.js';

const USAGE = `usage: npm run mirror

Keeps whole logs: their entries, which it reckons again and cosigns once it holds them (C2SP tlog-mirror), so that a log can be rebuilt from it and its
operator can show nobody another. What it needs is in its environment: MIRROR_FOLDER, MIRROR_NAME, MIRROR_LOG_KEYS, and as docs/ledger.md says.`;

const log = createLog((text) => process.stderr.write(text), systemClock);

async function main(): Promise<void> {
  if (helped(process.argv.slice(2), USAGE)) return;
  const variables = readEnvironment(MIRROR_VARIABLES, process.env);
  const folder = variables.MIRROR_FOLDER;
  const signer = openKeyFolder(join(folder, 'keys')).signersOf(variables.MIRROR_NAME, 'cosignature').at(-1);
  if (signer === undefined) throw new ConfigurationError(`there is no key in \`${folder}/keys\``);
  const lines = readFileSync(variables.MIRROR_LOG_KEYS, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const running = await startMirror({
    signer,
    logs: lines.map(parseVerifierKey),
    pending: new KeptCheckpoints(join(folder, 'pending'), systemClock),
    storeOf: (origin) => keepCopyIn(join(folder, 'logs', originHash(origin))),
    peers: variables.MIRROR_PEERS,
    readToken: variables.MIRROR_READ_TOKEN ?? null,
    host: variables.MIRROR_HOST,
    port: variables.MIRROR_PORT,
    clock: systemClock,
    log,
  });
  // For the operator of the log, who names it in CHANCERY_MIRRORS, and for whoever writes a policy.
  process.stdout.write(`verifier key ${printVerifierKey(signer.verifier)}\n`);
  const stop = () => void running.close().then(() => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  process.on('SIGHUP', () => {});
  process.stdout.write(`${JSON.stringify({ ready: { url: running.url } })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
