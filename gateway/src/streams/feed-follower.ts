import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '@chancery/shared/clock';
import { InternalError } from '@chancery/shared/errors';
import {
  FEED_HEADER,
  FEED_PATH,
  FEED_WAIT_MAX_MS,
  type FeedAnswer,
  type FeedEvent,
  feedAnswerShape,
} from '@chancery/shared/feed/feed-wire';
import { signQuestion } from '@chancery/shared/feed/signed-question';
import { keepAsking } from '@chancery/shared/http/keep-asking';
import type { Log } from '@chancery/shared/log';
import { Pool } from 'undici';
import type { SubgraphEndpoint } from '../stages/execute/mesh.js';
import { FEED } from '../stages/limit/subscription-limits.js';

/** What the feed of one service is followed with. */
export interface FollowerOptions {
  readonly subgraph: string;
  readonly endpoint: SubgraphEndpoint;
  readonly clock: Clock;
  readonly log: Log;
  /** Takes over the handlings of an answer; throws to refuse it whole. */
  learn(subgraph: string, handlings: unknown): void;
  /** Everything up to `upTo` has been heard of. */
  heard(events: readonly FeedEvent[], upTo: number): void;
  /** The service was put back to an older state: its numbers are of other events. */
  wentBack(): void;
}

/**
 * Follows the feed of one service: asks for what comes after the last that it heard of, for as long as the gateway runs. A service
 * that is away is asked again from there, so nothing is lost that it still keeps.
 */
export class FeedFollower {
  readonly #options: FollowerOptions;
  readonly #pool: Pool;
  readonly #path: string;
  readonly #closing = new AbortController();
  readonly #following: Promise<void>;
  readonly #untilKnown = new Set<() => void>();
  #position: number | null = null;

  constructor(options: FollowerOptions) {
    this.#options = options;
    const url = new URL(FEED_PATH, options.endpoint.url);
    this.#path = url.pathname;
    this.#pool = new Pool(url.origin, {
      connections: FEED.connectionsMax,
      maxResponseSize: FEED.answerBytesMax,
      headersTimeout: FEED_WAIT_MAX_MS + FEED.lateMs,
      bodyTimeout: FEED.lateMs,
    });
    this.#following = this.#follow();
  }

  /** The last event that was heard of; null before the service has answered for the first time. */
  get position(): number | null {
    return this.#position;
  }

  /** The same, once it is known. Throws SUBGRAPH_UNREACHABLE when it is not in time. */
  async known(): Promise<number> {
    if (this.#position === null) await this.#heardAtAll();
    if (this.#position !== null) return this.#position;
    throw new InternalError('SUBGRAPH_UNREACHABLE', `the feed of ${this.#options.subgraph} has not been heard`);
  }

  /** A part of what was told before, for who comes back. */
  read(after: number): Promise<FeedAnswer> {
    return this.#ask(after, 0);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#pool.destroy();
    await this.#following;
  }

  #follow(): Promise<void> {
    const { signal } = this.#closing;
    const { subgraph, log } = this.#options;
    const ask = async (): Promise<void> => {
      const askedAt = performance.now();
      const isFurther = this.#take(await this.#ask(this.#position, this.#position === null ? 0 : FEED_WAIT_MAX_MS));
      // A service that neither waits nor tells anything new would be asked without end.
      const isTooSoon = !isFurther && performance.now() - askedAt < FEED.againMs;
      if (isTooSoon) await pause(FEED.againMs, undefined, { signal });
    };
    const failed = (reason: string): void => log({ event: 'feed not heard', subgraph, reason });
    return keepAsking(ask, { againMs: FEED.againMs, againMaxMs: () => FEED.againMaxMs, failed }, signal);
  }

  /** Whether there was anything new in it. */
  #take({ head, upTo, events }: FeedAnswer): boolean {
    const { subgraph, log, heard, wentBack } = this.#options;
    const last = this.#position;
    const isBack = last !== null && head < last;
    this.#position = last === null || isBack ? head : Math.max(last, upTo);
    for (const known of this.#untilKnown) known();
    if (isBack) {
      log({ event: 'alarm', message: `the events of ${subgraph} went back from ${last} to ${head}` });
      wentBack();
    } else heard(events, this.#position);
    return this.#position !== last;
  }

  async #ask(after: number | null, waitMs: number): Promise<FeedAnswer> {
    const { subgraph, endpoint, clock, learn } = this.#options;
    const body = Buffer.from(JSON.stringify({ after, waitMs }));
    const party = { audience: subgraph, key: endpoint.key, at: clock() };
    const { statusCode, body: answer } = await this.#pool.request({
      path: this.#path,
      method: 'POST',
      headers: { 'content-type': 'application/json', [FEED_HEADER]: signQuestion(party, body, randomUUID()) },
      body,
      signal: this.#closing.signal,
    });
    const text = await answer.text();
    const parsed = statusCode === 200 ? feedAnswerShape.safeParse(JSON.parse(text)) : null;
    if (parsed?.success !== true) {
      throw new InternalError(
        'SUBGRAPH_UNREACHABLE',
        `the feed of ${subgraph} answered ${statusCode} in no known form`,
      );
    }
    learn(subgraph, parsed.data.handlings);
    return parsed.data;
  }

  #heardAtAll(): Promise<void> {
    return new Promise((resolve) => {
      const over = (): void => {
        clearTimeout(late);
        this.#untilKnown.delete(over);
        resolve();
      };
      const late = setTimeout(over, FEED.knownMaxMs);
      this.#untilKnown.add(over);
    });
  }
}
