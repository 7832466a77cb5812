import { InternalError } from '../errors.js';
import type { Snapshot, SnapshotView } from './snapshot.js';
import { viewOf } from './snapshot-view.js';

/** A snapshot that is not confirmed for so long is not known to be current: its facts and acts are UNKNOWN. */
export const STALE_AFTER_MS = 5_000;
const KEPT = 8;

interface Held {
  readonly snapshot: Snapshot;
  /** When a newer one took its place. */
  supersededAt: number | null;
}

/**
 * The newest snapshot that a process knows of, the last few before it, and since when it was last known to be current. Counted on a clock that nobody
 * sets: one that is set back must not keep what is revoked in force.
 */
export class CurrentSnapshot {
  readonly #elapsed: () => number;
  #held: readonly Held[] = [];
  #confirmedAt = Number.NEGATIVE_INFINITY;

  constructor(elapsed: () => number = () => performance.now()) {
    this.#elapsed = elapsed;
  }

  /** Null until there is one. */
  get newest(): Snapshot | null {
    return this.#held[0]?.snapshot ?? null;
  }

  /** It was current at that time, of the clock that nobody sets. */
  confirm(at: number): void {
    this.#confirmedAt = Math.max(this.#confirmedAt, at);
  }

  /** A number never goes back and never names two contents: an older one put in place would revive revoked acts. */
  take(snapshot: Snapshot): void {
    const [current] = this.#held;
    if (current !== undefined) {
      const { number, digest } = current.snapshot;
      if (snapshot.number === number && snapshot.digest === digest) return;
      if (snapshot.number <= number) {
        throw new InternalError('INTERNAL', `snapshot \`${snapshot.number}\` does not follow \`${number}\``);
      }
      current.supersededAt = this.#elapsed();
    }
    this.#held = [{ snapshot, supersededAt: null }, ...this.#held].slice(0, KEPT);
  }

  /** One of the last few, by its digest. */
  kept(digest: string): Snapshot | null {
    return this.#held.find(({ snapshot }) => snapshot.digest === digest)?.snapshot ?? null;
  }

  lagMs(): number {
    return this.#elapsed() - this.#confirmedAt;
  }

  view(): SnapshotView {
    const { newest } = this;
    if (newest === null) throw new InternalError('INTERNAL', 'no snapshot is held');
    return viewOf(newest, this.#isStale());
  }

  /** A superseded snapshot serves the responses that were begun under it, as long as one may be old. */
  at(number: number, digest: string): SnapshotView | null {
    const found = this.#held.find(({ snapshot }) => snapshot.number === number && snapshot.digest === digest);
    if (found === undefined) return null;
    const isOutdated = found.supersededAt !== null && this.#elapsed() - found.supersededAt > STALE_AFTER_MS;
    return viewOf(found.snapshot, isOutdated || this.#isStale());
  }

  #isStale(): boolean {
    return this.lagMs() > STALE_AFTER_MS;
  }
}
