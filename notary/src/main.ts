import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openKeyFolder } from '@chancery/ledger/notes/key-folder';
import { ED25519_ALONE } from '@chancery/ledger/notes/ml-dsa-44';
import { printVerifierKey } from '@chancery/ledger/notes/note-key';
import { systemClock } from '@chancery/shared/clock';
import { readEnvironment } from '@chancery/shared/environment';
import { createLog } from '@chancery/shared/log';
import { untilTold } from '@chancery/shared/told-variables';
import { NOTARY_VARIABLES, readCosigners } from './configuration.js';
import { startNotary } from './start-notary.js';

const log = createLog((text) => process.stderr.write(text), systemClock);
/** The gateway's log, whose key is what a stranger needs. */
const FIRST_LOG = 1;

async function main(): Promise<void> {
  await untilTold();
  const variables = readEnvironment(NOTARY_VARIABLES, process.env);
  const folder = variables.CHANCERY_NOTARY_FOLDER;
  const origin = variables.CHANCERY_LEDGER_ORIGIN;
  const keys = openKeyFolder(join(folder, 'keys'));
  const name = `${origin}/${FIRST_LOG}`;
  const signers = [...keys.signersOf(name, 'note'), ...keys.signersOf(name, 'subtree')];
  const printed = signers.map(({ verifier }) => printVerifierKey(verifier));
  if (!signers.some(({ verifier }) => verifier.kind === 'subtree')) log({ event: 'notary', message: ED25519_ALONE });
  // What partners are given by hand: a key that came with the proof would prove nothing.
  writeFileSync(join(folder, 'verifier-keys.txt'), `${printed.join('\n')}\n`);
  const running = await startNotary({
    connectionString: variables.CHANCERY_LEDGER_NOTARY_URL,
    origin,
    keys,
    folder,
    witnesses: readCosigners('CHANCERY_WITNESSES', variables.CHANCERY_WITNESSES),
    mirrors: readCosigners('CHANCERY_MIRRORS', variables.CHANCERY_MIRRORS),
    publishEveryMs: variables.CHANCERY_PUBLISH_EVERY_MS,
    port: variables.CHANCERY_PORT,
    clock: systemClock,
    log,
  });
  const stop = () => void running.close().then(() => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  // By default it would kill; a notary has nothing to read again.
  process.on('SIGHUP', () => {});
  process.stdout.write(`${JSON.stringify({ ready: { url: running.url } })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
