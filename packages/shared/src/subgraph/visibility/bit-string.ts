/** A set of small integers as PostgreSQL reads a bit string: hexadecimal digits after an `x`, bit 0 first. */
export class BitString {
  readonly #bytes: Uint8Array;

  /** Empty, or with what another holds. */
  constructor(
    readonly length: number,
    other: BitString | null = null,
  ) {
    this.#bytes = new Uint8Array(Math.ceil(length / 8));
    if (other !== null) this.#bytes.set(other.#bytes);
  }

  put(index: number, isIn: boolean): void {
    const [byte, bit] = [this.#bytes[index >> 3] ?? 0, 0x80 >> (index & 7)];
    this.#bytes[index >> 3] = isIn ? byte | bit : byte & ~bit;
  }

  toString(): string {
    return `x${Buffer.from(this.#bytes).toString('hex')}`;
  }
}
