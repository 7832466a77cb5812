import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { type Clock, systemClock } from '../clock.js';
import { InternalError } from '../errors.js';
import { keepAsking } from '../http/keep-asking.js';
import type { Log } from '../log.js';
import { CurrentSnapshot } from '../snapshot/current-snapshot.js';
import { parseUnsealed } from '../snapshot/parse-snapshot.js';
import type { Snapshot, SnapshotView } from '../snapshot/snapshot.js';
import { applyDifference } from '../snapshot/snapshot-difference.js';
import { SnapshotSealer } from '../snapshot/snapshot-sealer.js';
import type { SnapshotSource } from '../snapshot/snapshot-source.js';
import { StallWatch } from '../snapshot/stall-watch.js';
import { askSigned } from './signed-exchange.js';
import { SNAPSHOT_WAIT_MAX_MS, SNAPSHOTS, type SnapshotAnswer, snapshotAnswerShape } from './snapshot-wire.js';

/** Where the law is told, and by which key its teller is known. */
export interface FollowingOptions {
  readonly url: string;
  /** 32 bytes, of whoever tells and whoever follows. */
  readonly key: Uint8Array;
  readonly log: Log;
  readonly clock?: Clock;
}

/** Whoever tells the law is slower than this: as if it were away. */
const ANSWER_LATE_MS = 3_000;
const ANSWER_BYTES_MAX = 64 * 1024 * 1024;
/** How long a request waits for that, in a process that has stood still. */
const SETTLE_MAX_MS = 1_000;
const AGAIN_MS = 50;
const AGAIN_MAX_MS = 500;
/** Until it is heard for the first time: a start waits for it, and both begin at once. */
const AGAIN_FIRST_MS = 100;
/** One that waits for news, and one that is asked at once. */
const CONNECTIONS_MAX = 2;

/** Follows the law as compliance publishes it, for as long as the process runs. What cannot be confirmed any more goes stale. */
export class SnapshotFollower implements SnapshotSource, AsyncDisposable {
  readonly #options: FollowingOptions;
  readonly #pool: Pool;
  readonly #current = new CurrentSnapshot();
  readonly #sealer = new SnapshotSealer();
  readonly #closing = new AbortController();
  readonly #stalls = new StallWatch();
  #following: Promise<void> = Promise.resolve();
  /** Answers are taken one after another: a difference is of what is held when it is taken. */
  #taking: Promise<void> = Promise.resolve();
  /** Set where what is held and what is told do not fit: then the whole is asked for. */
  #isLost = false;
  #settling: Promise<void> | null = null;

  private constructor(options: FollowingOptions) {
    this.#options = options;
    this.#pool = new Pool(new URL(options.url).origin, {
      connections: CONNECTIONS_MAX,
      maxResponseSize: ANSWER_BYTES_MAX,
      headersTimeout: SNAPSHOT_WAIT_MAX_MS + ANSWER_LATE_MS,
      bodyTimeout: ANSWER_LATE_MS,
    });
  }

  /** Waits until there is a snapshot that is current: without one nothing is decided, so nobody is served. */
  static async open(options: FollowingOptions): Promise<SnapshotFollower> {
    const follower = new SnapshotFollower(options);
    await new Promise<void>((resolve) => {
      follower.#following = follower.#follow(resolve);
    });
    return follower;
  }

  view(): SnapshotView {
    return this.#current.view();
  }

  at(number: number, digest: string): SnapshotView | null {
    return this.#current.at(number, digest);
  }

  lagMs(): number {
    return this.#current.lagMs();
  }

  /** Asks now; a failure leaves what is held. */
  async confirm(): Promise<void> {
    await this.#ask(0).catch(() => undefined);
  }

  /** What was told while this process stood still, it has not heard: nobody is to be refused for that. */
  async settle(): Promise<void> {
    if (!this.view().stale || !this.#stalls.hasJustStalled()) return;
    this.#settling ??= this.confirm().finally(() => {
      this.#settling = null;
    });
    await Promise.race([this.#settling, pause(SETTLE_MAX_MS, undefined, { ref: false })]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stalls[Symbol.dispose]();
    this.#closing.abort();
    await this.#pool.destroy();
    await this.#following;
  }

  #follow(found: () => void): Promise<void> {
    const ask = async (): Promise<void> => {
      await this.#ask(SNAPSHOT_WAIT_MAX_MS);
      // One that took longer to come than facts may be old is not yet known to be current.
      if (this.#current.newest !== null && !this.view().stale) found();
    };
    const againMaxMs = () => (this.#current.newest === null ? AGAIN_FIRST_MS : AGAIN_MAX_MS);
    const failed = (reason: string): void => this.#options.log({ event: 'law not heard', reason });
    return keepAsking(ask, { againMs: AGAIN_MS, againMaxMs, failed }, this.#closing.signal);
  }

  async #ask(waitMs: number): Promise<void> {
    const { key, clock = systemClock } = this.#options;
    const { newest } = this.#current;
    const held = newest === null || this.#isLost ? null : { number: newest.number, digest: newest.digest };
    const askedAt = performance.now();
    const party = { key, clock, signal: this.#closing.signal };
    const answer = snapshotAnswerShape.parse(await askSigned(this.#pool, SNAPSHOTS, party, { held, waitMs }));
    const before = held?.digest ?? null;
    const taken = this.#taking.then(() => this.#take(answer, before));
    this.#taking = taken.then(
      () => undefined,
      () => undefined,
    );
    // Known to be current when it was said; how long the saying took counts against it.
    if (await taken) this.#current.confirm(askedAt + answer.waitedMs - answer.ageMs);
  }

  /** Takes an answer over; tells whether what is held is then what it speaks of: another may have been faster. */
  #take(answer: SnapshotAnswer, before: string | null): boolean {
    const { newest } = this.#current;
    if (answer.kind === 'SAME') return newest?.digest === before;
    const { number, digest } = answer;
    if (newest?.number === number && newest.digest === digest) return true;
    if (answer.kind === 'WHOLE') {
      this.#takeSealed(parseUnsealed({ number, digest, ...answer.content }), digest);
      this.#isLost = false;
      return true;
    }
    if (newest === null || newest.digest !== before) return false;
    try {
      this.#takeSealed({ number, ...applyDifference(newest, answer.difference) }, digest);
    } catch (error) {
      this.#isLost = true;
      throw error;
    }
    return true;
  }

  #takeSealed(content: Pick<Snapshot, 'number' | 'facts' | 'acts'>, digest: string): void {
    const sealed = this.#sealer.seal(content, () => content.number);
    if (sealed.digest !== digest) throw new InternalError('INTERNAL', 'snapshot: digest is not that of its content');
    this.#current.take(sealed);
  }
}
