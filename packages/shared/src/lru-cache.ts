/** A bounded map that forgets what was used longest ago, and as long as half of it is free takes no note of what is used. */
export class LruCache<K, V> {
  readonly #entries = new Map<K, V>();

  constructor(readonly sizeMax: number) {}

  get size(): number {
    return this.#entries.size;
  }

  get(key: K): V | undefined {
    const value = this.#entries.get(key);
    // To take note makes the map anew every few times.
    if (value === undefined || this.#entries.size <= this.sizeMax / 2) return value;
    this.#entries.delete(key);
    this.#entries.set(key, value);
    return value;
  }

  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.sizeMax) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  compute(key: K, make: () => V): V {
    const known = this.get(key);
    if (known !== undefined) return known;
    const value = make();
    this.set(key, value);
    return value;
  }
}
