import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '@chancery/shared/make-folder';
import { hasMlDsa44, newMlDsa44Key } from './ml-dsa-44.js';
import { type NoteSigner, type SignatureKind, signerOf } from './note-key.js';

/** Private keys of one folder, a file each; made here, so that no other process ever holds one. */
export interface KeyFolder {
  /** Signs with each key of that kind, under that name: while keys change, with the old one and the new one. */
  signersOf(name: string, kind: SignatureKind): NoteSigner[];
}

/** Any: what a key is of does not follow from its owner. */
const NOBODY = 'nobody';

/**
 * Opens the folder; makes a first key of Ed25519 where there is none, and one of ML-DSA-44 where the runtime has it. Throws RuntimeTooOld where a
 * key of ML-DSA-44 is there and the runtime has it not: who signed with both must not go on with one.
 */
export function openKeyFolder(folder: string): KeyFolder {
  makeFolder(folder, 0o700);
  const made = keysIn(folder);
  if (!made.some(({ isMlDsa44Key }) => !isMlDsa44Key)) keep(join(folder, '1.pem'), newEd25519Key());
  if (!made.some(({ isMlDsa44Key }) => isMlDsa44Key) && hasMlDsa44())
    keep(join(folder, '1.ml-dsa-44.pem'), newMlDsa44Key());
  const keys = keysIn(folder);
  return {
    signersOf: (name, kind) =>
      keys
        .filter(({ isMlDsa44Key }) => isMlDsa44Key === (kind === 'subtree'))
        .map(({ pem, file }) => signerOf(name, kind === 'cosignature' ? kind : 'note', pem, file)),
  };
}

/** Every key of a folder in the order of names, and whether it is of ML-DSA-44. */
function keysIn(folder: string): { readonly file: string; readonly pem: string; readonly isMlDsa44Key: boolean }[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.pem'));
  return names.sort().map((name) => {
    const file = join(folder, name);
    const pem = readFileSync(file, 'utf8');
    return { file, pem, isMlDsa44Key: signerOf(NOBODY, 'note', pem, file).verifier.kind === 'subtree' };
  });
}

const newEd25519Key = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

function keep(file: string, pem: string): void {
  writeFileSync(file, pem, { mode: 0o600, flag: 'wx' });
}
