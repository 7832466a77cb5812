import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { InternalError } from '../errors.js';
import type { Log } from '../log.js';
import { type FactNotice, NOTICE_WAIT_MAX_MS, NOTICES, type NoticeAnswer, noticeAnswerShape } from './notice-wire.js';
import { askSigned } from './signed-exchange.js';

/** Whose notices are followed, and where they are kept. */
export interface NoticeFollowing {
  readonly url: string;
  readonly key: Uint8Array;
  readonly log: Log;
  /** The last notice that is kept. */
  last(): Promise<number>;
  /** Keeps notices; one that is kept already stays as it is. */
  keep(notices: readonly FactNotice[]): Promise<void>;
}

const ANSWER_LATE_MS = 3_000;
const ANSWER_BYTES_MAX = 4 * 1024 * 1024;
const AGAIN_MS = 100;
const AGAIN_MAX_MS = 1_000;

/** Follows what a service records of facts, for as long as the process runs: each notice is kept once, in order, whoever was away meanwhile. */
export class NoticeFollower implements AsyncDisposable {
  readonly #of: NoticeFollowing;
  readonly #pool: Pool;
  readonly #closing = new AbortController();
  readonly #following: Promise<void>;

  constructor(of: NoticeFollowing) {
    this.#of = of;
    this.#pool = new Pool(new URL(of.url).origin, {
      connections: 1,
      maxResponseSize: ANSWER_BYTES_MAX,
      headersTimeout: NOTICE_WAIT_MAX_MS + ANSWER_LATE_MS,
      bodyTimeout: ANSWER_LATE_MS,
    });
    this.#following = this.#follow();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#closing.abort();
    await this.#pool.destroy();
    await this.#following;
  }

  async #follow(): Promise<void> {
    const { signal } = this.#closing;
    const { last, keep, log } = this.#of;
    for (let failures = 0; !signal.aborted; ) {
      try {
        const after = await last();
        const { head, notices } = await this.#ask(after);
        if (head < after) throw new InternalError('INTERNAL', `notices went back from ${after} to ${head}`);
        if (notices.length > 0) await keep(notices);
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        if (failures === 0) log({ event: 'notices not heard', reason: String(error) });
        failures += 1;
        const ms = Math.min(AGAIN_MAX_MS, AGAIN_MS * 2 ** failures);
        await pause(ms, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  async #ask(after: number): Promise<NoticeAnswer> {
    const { key } = this.#of;
    const asked = { after, waitMs: NOTICE_WAIT_MAX_MS };
    const party = { key, signal: this.#closing.signal };
    return noticeAnswerShape.parse(await askSigned(this.#pool, NOTICES, party, asked));
  }
}
