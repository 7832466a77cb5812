import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openKeyFolder } from '@chancery/ledger/notes/key-folder';
import { parseVerifierKey, printVerifierKey } from '@chancery/ledger/notes/note-key';
import { systemClock } from '@chancery/shared/clock';
import { helped } from '@chancery/shared/command-help';
import { readEnvironment } from '@chancery/shared/environment';
import { ConfigurationError } from '@chancery/shared/errors';
import { createLog } from '@chancery/shared/log';
import { WITNESS_VARIABLES } from './configuration.js';
import { KeptCheckpoints } from './kept-checkpoints.js';
import { startWitness } from './start-witness.js';

const USAGE = `usage: npm run witness

Keeps the checkpoints of a log, checks that each follows on the one before, and cosigns it (C2SP tlog-witness). What it needs is in
its environment: WITNESS_FOLDER, WITNESS_NAME, WITNESS_LOG_KEYS, and as docs/ledger.md says.`;

const log = createLog((text) => process.stderr.write(text), systemClock);

async function main(): Promise<void> {
  if (helped(process.argv.slice(2), USAGE)) return;
  const variables = readEnvironment(WITNESS_VARIABLES, process.env);
  const folder = variables.WITNESS_FOLDER;
  const keys = openKeyFolder(join(folder, 'keys')).signersOf(variables.WITNESS_NAME, 'cosignature');
  const signer = keys.at(-1);
  if (signer === undefined) throw new ConfigurationError(`there is no key in \`${folder}/keys\``);
  const lines = readFileSync(variables.WITNESS_LOG_KEYS, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const running = await startWitness({
    signer,
    logs: lines.map(parseVerifierKey),
    kept: new KeptCheckpoints(folder, systemClock),
    host: variables.WITNESS_HOST,
    port: variables.WITNESS_PORT,
    clock: systemClock,
    log,
  });
  // For the operator of the log, who names it in CHANCERY_WITNESSES.
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
