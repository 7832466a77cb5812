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

  /** How many of its members another set holds: a set that holds all of them masks nothing, one that holds none masks all. */
  heldBy(other: BitString): 'all' | 'some' | 'none' {
    let [isAll, isNone] = [true, true];
    for (const [index, byte] of this.#bytes.entries()) {
      const shared = byte & (other.#bytes[index] ?? 0);
      if (shared !== byte) isAll = false;
      if (shared !== 0) isNone = false;
    }
    return isAll ? 'all' : isNone ? 'none' : 'some';
  }

  /** Its members in order; null when there are more than `most`. */
  members(most: number): readonly number[] | null {
    const members: number[] = [];
    for (const [index, byte] of this.#bytes.entries()) {
      for (let bit = 0; bit < 8 && byte !== 0; bit++) if (byte & (0x80 >> bit)) members.push(index * 8 + bit);
      if (members.length > most) return null;
    }
    return members;
  }

  /** The number behind the first so many members; null where there are no more than those. */
  afterMembers(many: number): number | null {
    let seen = 0;
    for (const [index, byte] of this.#bytes.entries()) {
      for (let bit = 0; bit < 8 && byte !== 0; bit++) {
        if ((byte & (0x80 >> bit)) === 0) continue;
        if (seen === many) return index * 8 + bit;
        seen += 1;
      }
    }
    return null;
  }

  /** How many members it has. */
  get count(): number {
    let count = 0;
    for (const byte of this.#bytes) for (let rest = byte; rest !== 0; rest &= rest - 1) count += 1;
    return count;
  }

  get isEmpty(): boolean {
    return this.#bytes.every((byte) => byte === 0);
  }

  /** Members that another set holds as well. */
  and(other: BitString): BitString {
    return this.#with(other, (byte, theirs) => byte & theirs);
  }

  /** Members that another set does not hold. */
  without(other: BitString): BitString {
    return this.#with(other, (byte, theirs) => byte & ~theirs);
  }

  /** Members of either. */
  or(other: BitString): BitString {
    return this.#with(other, (byte, theirs) => byte | theirs);
  }

  #with(other: BitString, joined: (byte: number, theirs: number) => number): BitString {
    const made = new BitString(this.length);
    for (const [index, byte] of this.#bytes.entries()) made.#bytes[index] = joined(byte, other.#bytes[index] ?? 0);
    return made;
  }

  toString(): string {
    return `x${Buffer.from(this.#bytes).toString('hex')}`;
  }
}
