/** A set of small integers as PostgreSQL reads a bit string: hexadecimal digits after an `x`, bit 0 first. */
export class BitString {
  readonly #bytes: Uint8Array;

  constructor(readonly length: number) {
    this.#bytes = new Uint8Array(Math.ceil(length / 8));
  }

  set(index: number): void {
    this.#bytes[index >> 3] = (this.#bytes[index >> 3] ?? 0) | (0x80 >> (index & 7));
  }

  toString(): string {
    return `x${Buffer.from(this.#bytes).toString('hex')}`;
  }
}
