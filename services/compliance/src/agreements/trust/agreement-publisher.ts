import type { HeldAgreements, ToldAgreements } from '@chancery/shared/admission/agreement-teller';
import { sha256Of } from '@chancery/shared/brands';
import { Waiting } from '@chancery/shared/law/waiting';
import type { Log } from '@chancery/shared/log';
import { EventListener } from '@chancery/shared/subgraph/events/event-listener';
import { openLoaderPool } from '@chancery/shared/subgraph/events/loader-pool';
import { TRUST_CHANNEL } from './trust-tables.js';

/** Whose agreements are told. */
export interface AgreementPublishing {
  /** The login that sees no record. */
  readonly loaderUrl: string;
  readonly log: Log;
  readonly pollMs?: number;
}

interface ToldRow {
  readonly id: string;
  readonly v: number;
  readonly issuer: string;
  readonly isOn: boolean;
  readonly endsOn: string | null;
  readonly document: string;
}

const POLL_MS = 1_000;
/** In the order in which they were last decided on. */
const LAST = `select id, v, issuer, is_on as "isOn", ends_on::text as "endsOn", document from (
    select distinct on (id) * from told_agreement order by id, v desc
  ) last order by sequence`;

/**
 * What gateways are told of trust agreements, as soon as one is committed: PostgreSQL tells when, and a look every second is behind it. While the
 * database does not answer, nobody can say whether one was switched off.
 */
export class AgreementPublisher implements ToldAgreements, AsyncDisposable {
  readonly #pool: ReturnType<typeof openLoaderPool>;
  readonly #log: Log;
  readonly #waiting = new Waiting();
  #listener: EventListener | null = null;
  #held: HeldAgreements = { digest: '', agreements: [] };
  #knownAt = Number.NEGATIVE_INFINITY;
  #looking: Promise<void> | null = null;
  /** Something may have changed since the look that is under way began. */
  #isAsked = false;

  private constructor({ loaderUrl, log }: AgreementPublishing) {
    this.#log = log;
    this.#pool = openLoaderPool({ loaderUrl, max: 1, log, event: 'agreements' });
  }

  /** Reads what there is; throws where it cannot be read. */
  static async open(of: AgreementPublishing): Promise<AgreementPublisher> {
    const publisher = new AgreementPublisher(of);
    try {
      await publisher.#look();
      const { loaderUrl: url, log, pollMs = POLL_MS } = of;
      const heard = (): void => void publisher.confirm();
      publisher.#listener = new EventListener({ url, channel: TRUST_CHANNEL, log, pollMs, heard });
      return publisher;
    } catch (error) {
      await publisher[Symbol.asyncDispose]();
      throw error;
    }
  }

  held(): HeldAgreements {
    return this.#held;
  }

  lagMs(): number {
    return performance.now() - this.#knownAt;
  }

  changed(waitMs: number, signal: AbortSignal): Promise<void> {
    return this.#waiting.until(waitMs, signal);
  }

  /** Looks now; of several at once one looks for all, and once more where it was asked while it did. */
  async confirm(): Promise<void> {
    this.#isAsked = true;
    this.#looking ??= this.#lookWhileAsked().finally(() => {
      this.#looking = null;
    });
    await this.#looking;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener?.close();
    await this.#looking;
    await this.#pool.end();
  }

  async #lookWhileAsked(): Promise<void> {
    while (this.#isAsked) {
      this.#isAsked = false;
      await this.#look().catch((error: unknown) =>
        this.#log({ event: 'agreements', message: `not read: ${String(error)}` }),
      );
    }
  }

  async #look(): Promise<void> {
    const lookedAt = performance.now();
    const { rows } = await this.#pool.query<ToldRow>(LAST);
    const digest = sha256Of(JSON.stringify(rows));
    if (digest !== this.#held.digest) {
      const agreements = rows.map(({ document, ...row }) => ({ ...row, agreement: JSON.parse(document) as unknown }));
      this.#held = { digest, agreements };
      this.#waiting.wake();
    }
    this.#knownAt = lookedAt;
  }
}
