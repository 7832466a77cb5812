import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openKeyFolder } from '@chancery/ledger/notes/key-folder';
import {
  type NoteSigner,
  type NoteVerifier,
  parseVerifierKey,
  printVerifierKey,
} from '@chancery/ledger/notes/note-key';
import { ConfigurationError } from '@chancery/shared/errors';

/** The newest key in a keeper's folder, by which it cosigns. */
export function cosignerIn(folder: string, name: string): NoteSigner {
  const signer = openKeyFolder(join(folder, 'keys')).signersOf(name, 'cosignature').at(-1);
  if (signer === undefined) throw new ConfigurationError(`there is no key in \`${folder}/keys\``);
  return signer;
}

/** The keys of the logs that are kept, one a line. */
export const logKeysIn = (file: string): NoteVerifier[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(parseVerifierKey);

/** Tells that a keeper runs, and closes it when it is told to end. */
export function untilEnded(running: { readonly url: string; close(): Promise<void> }, signer: NoteSigner): void {
  // For the operator of the log, who names it in CHANCERY_WITNESSES or CHANCERY_MIRRORS, and for whoever writes a policy.
  process.stdout.write(`verifier key ${printVerifierKey(signer.verifier)}\n`);
  const stop = () => void running.close().then(() => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop);
  process.on('SIGHUP', () => {});
  process.stdout.write(`${JSON.stringify({ ready: { url: running.url } })}\n`);
}

/** Why a process could not begin, for whoever started it. */
export function endWith(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
