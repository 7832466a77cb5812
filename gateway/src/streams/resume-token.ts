import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { Instant } from '@chancery/shared/clock';
import { z } from 'zod';

/** Where a subscriber stands: all up to its position in each feed it has been told, or is never to be told. */
export interface ResumePoint {
  /** In the order of the services that it hears of, which follows from its operation. */
  readonly positions: readonly number[];
  readonly at: Instant;
  /** Digests of what it was told last, some of which may have been of later events. */
  readonly told: readonly string[];
}

const shape = z.tuple([z.array(z.int().nonnegative()).min(1).max(4), z.int(), z.array(z.string().max(16)).max(64)]);

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What is sealed is always as long, so that the length of a token tells nothing. */
const CONTENT_BYTES = 640;
/** Digests of twelve characters, quoted and parted. */
export const RESUME_TOLD_MAX = 32;
const TOKEN_LENGTH = Math.ceil(((NONCE_BYTES + CONTENT_BYTES + TAG_BYTES) * 4) / 3);

/**
 * Seals resume tokens by AES-256-GCM: nobody reads where the log of a service stands, which would tell how much happens that he does
 * not see, and only the same subject with the same operation comes back by one. The key is derived from one that every replica has.
 */
export class ResumeSeal {
  readonly #key: Uint8Array;

  constructor(contextKey: Uint8Array, subgraph: string) {
    this.#key = new Uint8Array(hkdfSync('sha256', contextKey, '', `chancery resume ${subgraph}`, 32));
  }

  seal({ positions, at, told }: ResumePoint, bound: string): string {
    const content = JSON.stringify([positions, at, told.slice(-RESUME_TOLD_MAX)]).padEnd(CONTENT_BYTES);
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce).setAAD(digestOf(bound));
    const sealed = Buffer.concat([cipher.update(content, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /** Null when it is not a token of ours, or one of another subject or operation. */
  open(token: string, bound: string): ResumePoint | null {
    if (token.length !== TOKEN_LENGTH) return null;
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== NONCE_BYTES + CONTENT_BYTES + TAG_BYTES) return null;
    const [nonce, sealed] = [bytes.subarray(0, NONCE_BYTES), bytes.subarray(NONCE_BYTES, -TAG_BYTES)];
    const decipher = createDecipheriv('aes-256-gcm', this.#key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(digestOf(bound))
      .setAuthTag(bytes.subarray(-TAG_BYTES));
    try {
      const content = Buffer.concat([decipher.update(sealed), decipher.final()]).toString('utf8');
      const [positions, at, told] = shape.parse(JSON.parse(content));
      return { positions, at, told };
    } catch {
      return null;
    }
  }
}

const digestOf = (bound: string): Buffer => createHash('sha256').update(bound).digest();
