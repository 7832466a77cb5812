import { hash } from 'node:crypto';

const COMMITMENT_PREFIX = Buffer.of(0x02); // neither a leaf nor a node of RFC 6962 §2.1

/** Bytes of a salt: without it a list of known keys could be guessed from its hash, and erasing would be in vain. */
export const SALT_BYTES = 32;

/** Salted commitment to a sidecar, `SHA-256(0x02 || salt || blob)` in base64url. */
export function commitTo(salt: Uint8Array, blob: string): string {
  return hash('sha256', Buffer.concat([COMMITMENT_PREFIX, salt, Buffer.from(blob)]), 'base64url');
}
