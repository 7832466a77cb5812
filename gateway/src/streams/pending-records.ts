import type { FeedEvent } from '@chancery/shared/feed/feed-wire';

/** A record of which a subscriber can see a change, and that was not read since. */
export interface PendingRecord {
  readonly record: string;
  /** The service that keeps it. */
  readonly owner: string;
  /** The first of its events that was not taken; infinite for what is looked at again without an event. */
  readonly first: number;
  /** Integer of its handling after the last. */
  readonly is: number;
}

/** Records that changed, in the order in which they did; one that changes again keeps its place, and is read once. */
export class PendingRecords {
  readonly #records = new Map<string, PendingRecord>();

  /** How many changed; those that are looked at again for another reason apart. */
  get changed(): number {
    let changed = 0;
    for (const { first } of this.#records.values()) if (Number.isFinite(first)) changed += 1;
    return changed;
  }

  add(owner: string, { record, seq, is }: Pick<FeedEvent, 'record' | 'seq' | 'is'>): void {
    const first = Math.min(this.#records.get(record)?.first ?? seq, seq);
    this.#records.set(record, { record, owner, first, is });
  }

  /** Looks at a record that did not change. */
  lookAgain(owner: string, record: string, is: number): void {
    if (!this.#records.has(record)) this.#records.set(record, { record, owner, first: Number.POSITIVE_INFINITY, is });
  }

  /** Notes that a record has another handling, of which its subscriber sees nothing. */
  relabel(record: string, is: number): void {
    const known = this.#records.get(record);
    if (known !== undefined) this.#records.set(record, { ...known, is });
  }

  /** Takes out the next; null when there is none. */
  take(): PendingRecord | null {
    for (const [record, next] of this.#records) {
      this.#records.delete(record);
      return next;
    }
    return null;
  }

  /** The last event of a service before which none is pending, of all up to `upTo`. */
  doneUpTo(of: string, upTo: number): number {
    let done = upTo;
    for (const { owner, first } of this.#records.values()) if (owner === of) done = Math.min(done, first - 1);
    return done;
  }
}
