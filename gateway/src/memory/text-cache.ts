import { LruCache } from '@chancery/shared/lru-cache';

const ENTRIES_MAX = 1_000;
const TEXT_MAX = 20_000;

/** Keeps what is made of a caller's text. Longer texts are worked on each time, so that a few giants cannot fill the memory. */
export class TextCache<V> {
  readonly #made: LruCache<string, V>;

  constructor(
    entriesMax = ENTRIES_MAX,
    readonly textMax = TEXT_MAX,
  ) {
    this.#made = new LruCache(entriesMax);
  }

  compute(text: string, make: () => V): V {
    return text.length > this.textMax ? make() : this.#made.compute(text, make);
  }
}
