/** A map that begins anew when it is full: a look-up costs what it costs in a Map, which an order of use would double. */
export class BoundedMap<Key, Value> {
  readonly #entries = new Map<Key, Value>();

  constructor(readonly sizeMax: number) {}

  get size(): number {
    return this.#entries.size;
  }

  /** What is kept under a key; made and kept when nothing is. */
  compute(key: Key, make: () => Value): Value {
    const known = this.#entries.get(key);
    if (known !== undefined) return known;
    const made = make();
    if (this.#entries.size >= this.sizeMax) this.#entries.clear();
    this.#entries.set(key, made);
    return made;
  }
}
