import type { AnswerToHash } from '@chancery/ledger/said/commit-answer';
import type { Receipt } from '@chancery/shared/brands';

/** Room for letters beyond ASCII in a text that has few of them, and for what names the entry. */
const FEW_BYTES = 256;

/** An answer in the bytes in which it leaves. They are made once, hashed, and ended in place when the entry is on the ledger that commits to them. */
export class AnswerBytes implements AnswerToHash {
  readonly answered: Uint8Array;
  readonly told: string;
  /** Begins with what was answered, and has room for what was told. */
  readonly #body: Buffer;

  /** `answered` is what its pieces are together. */
  constructor(answered: readonly string[], told: string) {
    const letters = answered.reduce((sum, piece) => sum + piece.length, 0);
    const body = Buffer.allocUnsafe(letters + told.length + FEW_BYTES);
    let written = 0;
    for (const piece of answered) written += body.write(piece, written, 'utf8');
    // More bytes than letters may not have found room.
    this.#body = written === letters ? body : Buffer.from(answered.join(''));
    this.answered = written === letters ? body.subarray(0, written) : this.#body;
    this.told = told;
  }

  /** The whole body. */
  ended(receipt: Receipt): Uint8Array {
    const end = Buffer.from(extensionsAfter(this.told, { receipt }));
    const at = this.answered.length - 1;
    if (at + end.length > this.#body.length) return Buffer.concat([this.answered.subarray(0, at), end]);
    return this.#body.subarray(0, at + end.copy(this.#body, at));
  }
}

/** What follows the last member of what was answered. Both are objects that have members: the one is ended, and the other begun, a member earlier. */
export const extensionsAfter = (told: string, audit: object): string =>
  `,"extensions":{"audit":${JSON.stringify(audit)},${told.slice(1)}}`;
