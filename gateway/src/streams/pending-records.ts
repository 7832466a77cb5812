import type { FeedEvent } from '@chancery/shared/feed/feed-wire';

/** A record that changed and was not read since. */
export interface PendingRecord {
  readonly record: string;
  /** The first of its events that was not taken; infinite for what is looked at again without an event. */
  first: number;
  readonly fields: Set<string>;
  /** Integer of the handling before the first of them, and after the last. */
  readonly was: number | null;
  is: number;
  /** Whether it is looked at whatever changed: the law, and not the record, is another. */
  again: boolean;
}

/** Records that changed, in the order in which they did; one that changes again keeps its place, and is read once. */
export class PendingRecords {
  readonly #records = new Map<string, PendingRecord>();

  get size(): number {
    return this.#records.size;
  }

  add({ record, seq, fields, was, is }: FeedEvent): void {
    const known = this.#records.get(record);
    if (known === undefined) {
      this.#records.set(record, { record, first: seq, fields: new Set(fields), was, is, again: false });
      return;
    }
    known.first = Math.min(known.first, seq);
    known.is = is;
    for (const field of fields) known.fields.add(field);
  }

  /** Looks at a record that did not change. */
  lookAgain(record: string, is: number): void {
    const known = this.#records.get(record);
    if (known !== undefined) known.again = true;
    else
      this.#records.set(record, {
        record,
        first: Number.POSITIVE_INFINITY,
        fields: new Set(),
        was: is,
        is,
        again: true,
      });
  }

  /** Takes out the next; null when there is none. */
  take(): PendingRecord | null {
    for (const [record, next] of this.#records) {
      this.#records.delete(record);
      return next;
    }
    return null;
  }

  /** The last event before which none is pending, of all up to `upTo`. */
  doneUpTo(upTo: number): number {
    let done = upTo;
    for (const { first } of this.#records.values()) done = Math.min(done, first - 1);
    return done;
  }
}
