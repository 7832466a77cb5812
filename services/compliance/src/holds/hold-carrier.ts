import { type CarriedOut, carriedOutOf, fileOrder, parseOrder } from '@chancery/ledger/hold/filed-order';
import type { Log } from '@chancery/shared/log';
import { openLoaderPool } from '@chancery/shared/subgraph/events/loader-pool';

/** Between which databases orders are carried. */
export interface HoldCarrierOptions {
  /** Login of this service's loader. */
  readonly loaderUrl: string;
  /** Login that may read the ledger, and file orders of holds. */
  readonly ledgerUrl: string;
  readonly log: Log;
  readonly everyMs?: number;
}

const EVERY_MS = 1_000;
/** So many at a time; those behind them come the next time. */
const AT_ONCE = 500;

const FILINGS = `select hold, step, particulars from legal_hold_filing order by step desc, hold limit ${AT_ONCE}`;
const FILED = 'delete from legal_hold_filing where hold = $1 and step = $2';
const WAITING = `select id from legal_hold where in_effect_since is null or (status = 'LIFTED' and in_effect_until is null)
  limit ${AT_ONCE}`;

/** Whose version it is that no command made. */
const LEDGER = 'ledger';
// Of two that find it carried out one writes it.
const EFFECT: Readonly<Record<CarriedOut['step'], string>> = {
  PLACED: effectOf('in_effect_since', 'entries = $3,', `, 'entries', $3::integer`),
  LIFTED: effectOf('in_effect_until', '', ''),
};

function effectOf(column: string, besides: string, said: string): string {
  return `with done as (
    update legal_hold set ${column} = $2, ${besides} record_version = record_version + 1
     where id = $1 and ${column} is null returning id, record_version as version
  )
  insert into record_version (record_id, version, call, at, content)
  select id, version, '${LEDGER}', $2, jsonb_build_object('id', id, '${column}', $2::timestamptz${said}) from done`;
}

/** Files with the ledger what was ordered of holds, and tells since when it is in effect. */
export class HoldCarrier implements AsyncDisposable {
  readonly #options: HoldCarrierOptions;
  readonly #own: ReturnType<typeof openLoaderPool>;
  readonly #ledger: ReturnType<typeof openLoaderPool>;
  readonly #timer: NodeJS.Timeout;
  #running: Promise<void> = Promise.resolve();
  #isFailing = false;

  constructor(options: HoldCarrierOptions) {
    const { loaderUrl, ledgerUrl, log } = options;
    this.#options = options;
    this.#own = openLoaderPool({ loaderUrl, log, max: 1, event: 'holds' });
    this.#ledger = openLoaderPool({ loaderUrl: ledgerUrl, log, max: 1, event: 'holds' });
    this.#timer = setInterval(() => void this.look(), options.everyMs ?? EVERY_MS).unref();
  }

  /** Looks now; a failure is logged once, and tried again the next time. */
  look(): Promise<void> {
    this.#running = this.#running.then(() => this.#try());
    return this.#running;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    clearInterval(this.#timer);
    await this.#running;
    await Promise.all([this.#own.end(), this.#ledger.end()]);
  }

  async #try(): Promise<void> {
    try {
      await this.#file();
      await this.#learn();
      this.#isFailing = false;
    } catch (error) {
      if (!this.#isFailing) this.#options.log({ event: 'holds', message: `no order is filed: ${String(error)}` });
      this.#isFailing = true;
    }
  }

  /** Taken away here once the ledger has it: what is filed twice is one. */
  async #file(): Promise<void> {
    const { rows } = await this.#own.query(FILINGS);
    for (const order of rows.map(parseOrder)) {
      await fileOrder(this.#ledger, order);
      await this.#own.query(FILED, [order.hold, order.step]);
    }
  }

  async #learn(): Promise<void> {
    const { rows } = await this.#own.query<{ id: string }>(WAITING);
    if (rows.length === 0) return;
    const done = await carriedOutOf(
      this.#ledger,
      rows.map(({ id }) => id),
    );
    for (const { hold, step, at, entries } of done) {
      await this.#own.query(EFFECT[step], step === 'PLACED' ? [hold, at, entries] : [hold, at]);
    }
  }
}
