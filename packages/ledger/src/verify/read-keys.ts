import { readFileSync } from 'node:fs';
import { type NoteVerifier, parseVerifierKey } from '../notes/note-key.js';
import { parsePolicy, type TrustPolicy } from '../notes/policy.js';

/** Verifier keys of files, one a line. */
export function readKeys(files: readonly string[]): NoteVerifier[] {
  return files.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => (line.trim() === '' ? [] : parseVerifierKey(line))),
  );
}

/** The policy of a file; null without one. */
export const readPolicy = (file: string | null): TrustPolicy | null =>
  file === null ? null : parsePolicy(readFileSync(file, 'utf8'));
