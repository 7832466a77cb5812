import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { InternalError } from '../errors.js';
import { keepAsking } from '../http/keep-asking.js';
import { askSigned } from '../law/signed-exchange.js';
import type { Log } from '../log.js';
import { StallWatch } from '../snapshot/stall-watch.js';
import { AGREEMENTS, AGREEMENTS_WAIT_MAX_MS, agreementsAnswerShape, type ToldAgreement } from './agreement-wire.js';

/** Where agreements are told, and by which key their teller is known. */
export interface AgreementFollowing {
  readonly url: string;
  readonly key: Uint8Array;
  readonly log: Log;
  /** Is told whenever they have changed. */
  readonly heard: (agreements: readonly ToldAgreement[]) => void;
}

/** For so long what is held may be taken for what there is; after that nobody can say that an issuer was not switched off. */
export const AGREEMENTS_KNOWN_MS = 5_000;
const ANSWER_LATE_MS = 3_000;
const ANSWER_BYTES_MAX = 64 * 1024 * 1024;
const SETTLE_MAX_MS = 1_000;
const AGAIN_MS = 50;
const AGAIN_MAX_MS = 500;
/** Until it is heard for the first time: a start waits for it, and both begin at once. */
const AGAIN_FIRST_MS = 100;
/** One that waits for news, and one that is asked at once. */
const CONNECTIONS_MAX = 2;

/** Follows the trust agreements of the register for as long as the process runs. */
export class AgreementFollower implements AsyncDisposable {
  readonly #of: AgreementFollowing;
  readonly #pool: Pool;
  readonly #closing = new AbortController();
  readonly #stalls = new StallWatch();
  #following: Promise<void> = Promise.resolve();
  #digest: string | null = null;
  #knownAt = Number.NEGATIVE_INFINITY;
  #settling: Promise<void> | null = null;

  private constructor(of: AgreementFollowing) {
    this.#of = of;
    this.#pool = new Pool(new URL(of.url).origin, {
      connections: CONNECTIONS_MAX,
      maxResponseSize: ANSWER_BYTES_MAX,
      headersTimeout: AGREEMENTS_WAIT_MAX_MS + ANSWER_LATE_MS,
      bodyTimeout: ANSWER_LATE_MS,
    });
  }

  /** Waits until it knows what there is: whom to believe cannot be said before. */
  static async open(of: AgreementFollowing): Promise<AgreementFollower> {
    const follower = new AgreementFollower(of);
    await new Promise<void>((resolve) => {
      follower.#following = follower.#follow(resolve);
    });
    return follower;
  }

  /** Whether what is held was known to be what there is until a moment ago. */
  isKnown(): boolean {
    return this.lagMs() <= AGREEMENTS_KNOWN_MS;
  }

  /** How long ago what is held was last known to be what there is. */
  lagMs(): number {
    return performance.now() - this.#knownAt;
  }

  /** What was told while this process stood still, it has not heard: nobody is to be refused for that. */
  async settle(): Promise<void> {
    if (this.isKnown() || !this.#stalls.hasJustStalled()) return;
    this.#settling ??= this.#ask(0)
      .catch(() => undefined)
      .finally(() => {
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
      await this.#ask(AGREEMENTS_WAIT_MAX_MS);
      if (this.isKnown()) found();
    };
    const againMaxMs = () => (this.#digest === null ? AGAIN_FIRST_MS : AGAIN_MAX_MS);
    const failed = (reason: string): void => this.#of.log({ event: 'agreements not heard', reason });
    return keepAsking(ask, { againMs: AGAIN_MS, againMaxMs, failed }, this.#closing.signal);
  }

  async #ask(waitMs: number): Promise<void> {
    const { key, heard } = this.#of;
    const askedAt = performance.now();
    const held = this.#digest;
    const said = await askSigned(this.#pool, AGREEMENTS, { key, signal: this.#closing.signal }, { held, waitMs });
    const answer = agreementsAnswerShape.parse(said);
    const knownAt = askedAt + answer.waitedMs - answer.ageMs;
    if (answer.kind === 'SAME') {
      // Another answer may have been faster.
      if (held !== this.#digest) return;
      if (held === null) throw new InternalError('INTERNAL', 'agreements: nothing is held, and nothing is told');
    } else if (knownAt >= this.#knownAt) {
      this.#digest = answer.digest;
      heard(answer.agreements);
    }
    this.#knownAt = Math.max(this.#knownAt, knownAt);
  }
}
