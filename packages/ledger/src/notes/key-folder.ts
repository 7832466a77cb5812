import { generateKeyPairSync } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '@chancery/shared/make-folder';
import { type NoteSigner, type SignatureKind, signerOf } from './note-key.js';

/** Private keys of one folder, a file each; made here, so that no other process ever holds one. */
export interface KeyFolder {
  /** Signs with each key, under that name: while keys change, with the old one and the new one. */
  signersOf(name: string, kind: SignatureKind): NoteSigner[];
}

/** Opens the folder; makes a first key in an empty one. */
export function openKeyFolder(folder: string): KeyFolder {
  makeFolder(folder, 0o700);
  const names = (): string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith('.pem'))
      .sort();
  if (names().length === 0) makeKey(join(folder, '1.pem'));
  const pems = names().map((name) => readFileSync(join(folder, name), 'utf8'));
  return { signersOf: (name, kind) => pems.map((pem) => signerOf(name, kind, pem)) };
}

function makeKey(file: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  writeFileSync(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
}
