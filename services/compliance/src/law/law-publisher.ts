import type { ToldSnapshot } from '@chancery/shared/law/snapshot-teller';
import { Waiting } from '@chancery/shared/law/waiting';
import type { Log } from '@chancery/shared/log';
import { CurrentSnapshot } from '@chancery/shared/snapshot/current-snapshot';
import type { Fact, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { SnapshotSealer } from '@chancery/shared/snapshot/snapshot-sealer';
import type { SnapshotSource } from '@chancery/shared/snapshot/snapshot-source';
import { StallWatch } from '@chancery/shared/snapshot/stall-watch';
import { EventListener } from '@chancery/shared/subgraph/events/event-listener';
import { type LawPosition, LawStore } from './law-store.js';
import { LAW_CHANNEL } from './law-tables.js';

/** Whose law is published. */
export interface PublisherOptions {
  /** The login that sees no record. */
  readonly loaderUrl: string;
  readonly log: Log;
  readonly pollMs?: number;
}

const POLL_MS = 1_000;

/**
 * Publishes the law: a snapshot of all facts and acts under the next number, as soon as one of them is committed. PostgreSQL tells when;
 * a look every second is behind it. While the database does not answer, nobody can say whether an act was revoked: what was published goes stale.
 */
export class LawPublisher implements SnapshotSource, ToldSnapshot, AsyncDisposable {
  readonly current = new CurrentSnapshot();
  readonly #store: LawStore;
  #listener: EventListener | null = null;
  readonly #log: Log;
  readonly #sealer = new SnapshotSealer();
  readonly #waiting = new Waiting();
  readonly #stalls = new StallWatch();
  #position: LawPosition | null = null;
  #facts: readonly Fact[] = [];
  #looking: Promise<void> | null = null;
  /** Something may have changed since the look that is under way began. */
  #isAsked = false;

  private constructor({ loaderUrl, log }: PublisherOptions) {
    this.#log = log;
    this.#store = new LawStore(loaderUrl, log);
  }

  /** Publishes what the law is now; throws where it cannot be read, for then there is nothing to serve by. */
  static async open(options: PublisherOptions): Promise<LawPublisher> {
    const publisher = new LawPublisher(options);
    try {
      await publisher.#look();
      publisher.#listen(options);
      return publisher;
    } catch (error) {
      await publisher[Symbol.asyncDispose]();
      throw error;
    }
  }

  view(): SnapshotView {
    return this.current.view();
  }

  at(number: number, digest: string): SnapshotView | null {
    return this.current.at(number, digest);
  }

  lagMs(): number {
    return this.current.lagMs();
  }

  /** Looks now; of several at once one looks for all, and once more where it was asked while it did. */
  async confirm(): Promise<void> {
    this.#isAsked = true;
    this.#looking ??= this.#lookWhileAsked().finally(() => {
      this.#looking = null;
    });
    await this.#looking;
  }

  /** What was committed while this process stood still, it has not heard of: nobody is to be refused for that. */
  async settle(): Promise<void> {
    if (this.view().stale && this.#stalls.hasJustStalled()) await this.confirm();
  }

  changed(waitMs: number, signal: AbortSignal): Promise<void> {
    return this.#waiting.until(waitMs, signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stalls[Symbol.dispose]();
    this.#listener?.close();
    await this.#looking;
    await this.#store.close();
  }

  /** What was committed before it listens is looked for as soon as it does. */
  #listen({ loaderUrl, log, pollMs = POLL_MS }: PublisherOptions): void {
    const heard = (): void => void this.confirm();
    this.#listener = new EventListener({ url: loaderUrl, channel: LAW_CHANNEL, log, pollMs, heard });
  }

  async #lookWhileAsked(): Promise<void> {
    while (this.#isAsked) {
      this.#isAsked = false;
      try {
        await this.#look();
      } catch (error) {
        // Not confirmed, so it goes stale and closes.
        this.#log({ event: 'law', message: `not read: ${String(error)}` });
      }
    }
  }

  async #look(): Promise<void> {
    const lookedAt = performance.now();
    const position = await this.#store.position();
    const known = this.#position;
    if (known === null || position.acts !== known.acts || position.facts !== known.facts) await this.#publish(known);
    this.current.confirm(lookedAt);
  }

  async #publish(known: LawPosition | null): Promise<void> {
    let read = known;
    const snapshot = await this.#store.publish(known, ({ position, acts, facts }, numberOf) => {
      read = position;
      this.#facts = facts ?? this.#facts;
      return this.#sealer.seal({ facts: this.#facts, acts }, numberOf);
    });
    const isNew = snapshot.number !== this.current.newest?.number;
    this.current.take(snapshot);
    this.#position = read;
    if (isNew) this.#waiting.wake();
  }
}
