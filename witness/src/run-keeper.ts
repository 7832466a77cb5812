import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openKeyFolder } from '@chancery/ledger/notes/key-folder';
import { ED25519_ALONE } from '@chancery/ledger/notes/ml-dsa-44';
import {
  type NoteSigner,
  type NoteVerifier,
  parseVerifierKey,
  printVerifierKey,
  requireCheckable,
} from '@chancery/ledger/notes/note-key';
import type { Log } from '@chancery/shared/log';

/** The newest key of each kind in a keeper's folder, by which it cosigns; that of Ed25519 first. */
export function cosignersIn(folder: string, name: string): NoteSigner[] {
  const keys = openKeyFolder(join(folder, 'keys'));
  return (['cosignature', 'subtree'] as const).flatMap((kind) => keys.signersOf(name, kind).slice(-1));
}

/** The keys of the logs that are kept, one a line; throws where the runtime could not check what one of them signs. */
export function logKeysIn(file: string): NoteVerifier[] {
  const keys = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map(parseVerifierKey);
  requireCheckable(keys);
  return keys;
}

/** Tells that a keeper runs, and closes it when it is told to end. */
export function untilEnded(
  running: { readonly url: string; close(): Promise<void> },
  signers: readonly NoteSigner[],
  log: Log,
): void {
  // For the operator of the log, who names them in CHANCERY_WITNESSES or CHANCERY_MIRRORS, and for whoever writes a policy.
  for (const { verifier } of signers) process.stdout.write(`verifier key ${printVerifierKey(verifier)}\n`);
  if (!signers.some(({ verifier }) => verifier.kind === 'subtree')) log({ event: 'keeper', message: ED25519_ALONE });
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
