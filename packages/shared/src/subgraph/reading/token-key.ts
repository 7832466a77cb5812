import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Makes tokens of records under a key of one service: who has none of it learns nothing of what a token stands for. */
export class TokenKey {
  readonly #key: Uint8Array;

  constructor(contextKey: Uint8Array, subgraph: string) {
    this.#key = new Uint8Array(hkdfSync('sha256', contextKey, '', `chancery token ${subgraph}`, 32));
  }

  /** The token of what somebody may read of a record. */
  tokenOf(readable: ReadableRecord): string {
    return createHmac('sha256', this.#key).update(JSON.stringify(readable)).digest('base64url');
  }

  /** Whether a token is that of what somebody may read of a record now. */
  isOf(token: string, readable: ReadableRecord): boolean {
    const [given, now] = [Buffer.from(token), Buffer.from(this.tokenOf(readable))];
    return given.length === now.length && timingSafeEqual(given, now);
  }
}

/** What one viewer may read of a record, in the order of its declaration. */
export interface ReadableRecord {
  readonly type: string;
  readonly id: string;
  readonly values: readonly (readonly [field: string, value: unknown])[];
}
