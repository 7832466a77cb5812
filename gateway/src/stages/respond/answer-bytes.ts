import type { AnswerText, AnswerToHash } from '@chancery/ledger/said/commit-answer';
import type { Receipt } from '@chancery/shared/brands';

const utf8 = new TextEncoder();
/** Room for letters beyond ASCII in a text that has few of them, and for what names the entry. */
const FEW_BYTES = 256;

/** An answer in the bytes in which it leaves. They are made once, hashed, and ended in place when the entry is on the ledger that commits to them. */
export class AnswerBytes implements AnswerToHash {
  readonly answered: Uint8Array;
  readonly told: string;
  /** Begins with what was answered, and has room for what was told. */
  readonly #body: Buffer;

  constructor({ answered, told }: AnswerText) {
    const body = Buffer.allocUnsafe(answered.length + told.length + FEW_BYTES);
    const { read, written } = utf8.encodeInto(answered, body);
    this.#body = read === answered.length ? body : Buffer.from(answered);
    this.answered = read === answered.length ? body.subarray(0, written) : this.#body;
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
