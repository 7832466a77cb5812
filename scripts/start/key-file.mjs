import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../packages/shared/dist/make-folder.js';
import { writeSecretFile } from '../../packages/shared/dist/postgres/secret-file.js';

/**
 * A file with a secret key of 32 bytes, made at first use: one for each subgraph's signed context, so that a subgraph can
 * forge only calls to itself, and one for the pseudonyms that the gateway gives to subjects.
 */
export function keyFile(data, name) {
  const folder = join(data, 'keys');
  makeFolder(folder, 0o700);
  const file = join(folder, `${name}.key`);
  if (!existsSync(file)) writeSecretFile(file, randomBytes(32).toString('base64url'));
  return file;
}
