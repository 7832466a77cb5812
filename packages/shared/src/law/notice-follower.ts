import { Pool } from 'undici';
import { InternalError } from '../errors.js';
import { keepAsking } from '../http/keep-asking.js';
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

  #follow(): Promise<void> {
    const { last, keep, log } = this.#of;
    const ask = async (): Promise<void> => {
      const after = await last();
      const { head, notices } = await this.#ask(after);
      if (head < after) throw new InternalError('INTERNAL', `notices went back from ${after} to ${head}`);
      if (notices.length > 0) await keep(notices);
    };
    const failed = (reason: string): void => log({ event: 'notices not heard', reason });
    return keepAsking(ask, { againMs: AGAIN_MS, againMaxMs: () => AGAIN_MAX_MS, failed }, this.#closing.signal);
  }

  async #ask(after: number): Promise<NoticeAnswer> {
    const { key } = this.#of;
    const asked = { after, waitMs: NOTICE_WAIT_MAX_MS };
    const party = { key, signal: this.#closing.signal };
    return noticeAnswerShape.parse(await askSigned(this.#pool, NOTICES, party, asked));
  }
}
