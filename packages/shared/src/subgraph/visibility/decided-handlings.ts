import type { Instant } from '../../clock.js';

/**
 * What has been decided of one coordinate for one viewer: two bits for each handling, so that what a profile has read
 * costs next to nothing to keep. All of it holds from the last decision until a dated input can flip the first.
 */
export class DecidedHandlings {
  #known = new Uint8Array(0);
  #allowed = new Uint8Array(0);
  #from: Instant = Number.NEGATIVE_INFINITY;
  #until: Instant = Number.POSITIVE_INFINITY;

  /** Null when it was not decided, or not for this time. */
  get(id: number, now: Instant): boolean | null {
    const bit = 1 << (id & 7);
    if (((this.#known[id >> 3] ?? 0) & bit) === 0 || now < this.#from || now >= this.#until) return null;
    return ((this.#allowed[id >> 3] ?? 0) & bit) !== 0;
  }

  /** Until when all of it holds. */
  get until(): Instant {
    return this.#until;
  }

  set(id: number, allowed: boolean, now: Instant, until: Instant): void {
    // Requests may overtake one another; the later one's decisions are the ones to keep.
    if (now < this.#from) return;
    if (now >= this.#until) this.#forget();
    this.#from = now;
    this.#until = Math.min(this.#until, until);
    this.#reach(id >> 3);
    const bit = 1 << (id & 7);
    this.#known[id >> 3] = (this.#known[id >> 3] ?? 0) | bit;
    this.#allowed[id >> 3] = ((this.#allowed[id >> 3] ?? 0) & ~bit) | (allowed ? bit : 0);
  }

  /** The same without some. */
  without(ids: Iterable<number>): DecidedHandlings {
    const copy = new DecidedHandlings();
    copy.#known = this.#known.slice();
    copy.#allowed = this.#allowed.slice();
    copy.#from = this.#from;
    copy.#until = this.#until;
    for (const id of ids) {
      const byte = copy.#known[id >> 3];
      if (byte !== undefined) copy.#known[id >> 3] = byte & ~(1 << (id & 7));
    }
    return copy;
  }

  #forget(): void {
    this.#known.fill(0);
    this.#until = Number.POSITIVE_INFINITY;
  }

  #reach(byte: number): void {
    if (byte < this.#known.length) return;
    const length = Math.max(byte + 1, this.#known.length * 2);
    this.#known = grown(this.#known, length);
    this.#allowed = grown(this.#allowed, length);
  }
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(length);
  longer.set(bytes);
  return longer;
}
