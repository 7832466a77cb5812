import { createHash, hkdfSync } from 'node:crypto';
import { gcmsiv } from '@noble/ciphers/aes.js';
import { CURSOR_LENGTH_MAX } from '../../schema/connection-args.js';

const TAG_BYTES = 16;
/** Bytes of what a cursor may hold: base64url makes four characters of three of them. */
export const CURSOR_CONTENT_MAX = (CURSOR_LENGTH_MAX / 4) * 3 - TAG_BYTES;
// RFC 8452: with a fixed nonce AES-GCM-SIV tells only whether two cursors are equal, and equal rows must give equal cursors.
const NONCE = new Uint8Array(12);

/** Encrypts cursors: nobody reads them, and only the same viewer, connection, filter and order can use them. */
export class CursorSeal {
  readonly #key: Uint8Array;

  constructor(contextKey: Uint8Array, subgraph: string) {
    this.#key = new Uint8Array(hkdfSync('sha256', contextKey, '', `chancery cursor ${subgraph}`, 32));
  }

  seal(content: unknown, bound: string): string {
    const sealed = this.#cipher(bound).encrypt(new TextEncoder().encode(JSON.stringify(content)));
    return Buffer.from(sealed).toString('base64url');
  }

  /** Null when it is not a cursor of ours, or one of another viewer, filter or order. */
  open(cursor: string, bound: string): unknown {
    if (cursor.length > CURSOR_LENGTH_MAX) return null;
    const sealed = Buffer.from(cursor, 'base64url');
    // Node passes over what is no letter of the alphabet: a cursor has one text.
    if (sealed.toString('base64url') !== cursor) return null;
    try {
      const opened = this.#cipher(bound).decrypt(sealed);
      return JSON.parse(new TextDecoder().decode(opened));
    } catch {
      return null;
    }
  }

  #cipher(bound: string) {
    return gcmsiv(this.#key, NONCE, createHash('sha256').update(bound).digest());
  }
}
