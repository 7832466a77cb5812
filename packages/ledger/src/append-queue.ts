import { InternalError } from '@chancery/shared/errors';
import type { ComposedEntry } from './compose-entry.js';

/** How much may wait, and for how long. */
export interface QueueLimits {
  readonly deadlineMs: number;
  readonly entriesMax: number;
  readonly bytesMax: number;
}

/** An entry on its way, and the two ways that it can end. */
export interface Waiting {
  readonly entry: ComposedEntry;
  /** It is durable at this index. */
  acknowledge(index: number): void;
  refuse(error: Error): void;
}

/** Entries that wait for the next commit, in order of arrival. A full queue refuses; it never drops what it took. */
export class AppendQueue {
  readonly #limits: QueueLimits;
  readonly #waiting = new Set<Waiting>();
  #bytes = 0;

  constructor(limits: QueueLimits) {
    this.#limits = limits;
  }

  get size(): number {
    return this.#waiting.size;
  }

  get bytes(): number {
    return this.#bytes;
  }

  /** Waits in line; gives the index once the entry is durable, and throws when it is not within the deadline. */
  add(entry: ComposedEntry): Promise<number> {
    const { deadlineMs, entriesMax, bytesMax } = this.#limits;
    if (this.#waiting.size >= entriesMax || this.#bytes + entry.bytes > bytesMax) {
      return Promise.reject(
        new InternalError('AUDIT_UNAVAILABLE', `the ledger's queue is full (${this.#waiting.size})`),
      );
    }
    return new Promise((resolve, reject) => {
      const waiting: Waiting = {
        entry,
        acknowledge: (index) => {
          clearTimeout(timer);
          resolve(index);
        },
        refuse: (error) => {
          clearTimeout(timer);
          reject(error);
        },
      };
      const timer = setTimeout(() => {
        // Refused while it waits, it is never written; refused while its commit runs, it may be on the log all the same.
        this.#remove(waiting);
        reject(new InternalError('AUDIT_UNAVAILABLE', `the ledger did not answer within ${deadlineMs} ms`));
      }, deadlineMs).unref();
      this.#waiting.add(waiting);
      this.#bytes += entry.bytes;
    });
  }

  /** Takes the oldest entries for a commit, up to a number of entries and a number of bytes, at least one. */
  take(entries: number, bytes: number): Waiting[] {
    const taken: Waiting[] = [];
    let sum = 0;
    for (const waiting of this.#waiting) {
      sum += waiting.entry.bytes;
      if (taken.length > 0 && (taken.length >= entries || sum > bytes)) break;
      taken.push(waiting);
    }
    for (const waiting of taken) this.#remove(waiting);
    return taken;
  }

  /** Refuses all that wait. */
  refuseAll(error: Error): void {
    for (const waiting of this.#waiting) waiting.refuse(error);
    this.#waiting.clear();
    this.#bytes = 0;
  }

  #remove(waiting: Waiting): void {
    if (this.#waiting.delete(waiting)) this.#bytes -= waiting.entry.bytes;
  }
}
