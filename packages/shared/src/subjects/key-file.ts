import { readFileSync } from 'node:fs';
import { ConfigurationError } from '../errors.js';

const KEY_TEXT = /^[A-Za-z0-9_-]{43}$/;

/** Reads a key of 32 bytes, written as base64url. */
export function readKeyFile(file: string): Uint8Array {
  const text = readFileSync(file, 'utf8').trim();
  if (!KEY_TEXT.test(text)) throw new ConfigurationError(`\`${file}\` does not hold 32 bytes in base64url`);
  return Buffer.from(text, 'base64url');
}
