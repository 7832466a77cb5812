import type { ToldNotices } from '@chancery/shared/law/notice-teller';
import { NOTICES_MAX, type NoticeAnswer } from '@chancery/shared/law/notice-wire';
import { Waiting } from '@chancery/shared/law/waiting';
import type { Log } from '@chancery/shared/log';
import { regimeOf } from '@chancery/shared/snapshot/regime';
import { factShape } from '@chancery/shared/snapshot/snapshot-shapes';
import { EventListener } from '@chancery/shared/subgraph/events/event-listener';
import { openLoaderPool } from '@chancery/shared/subgraph/events/loader-pool';
import { MISSION_KINDS } from '@chancery/shared/vocabulary';
import { z } from 'zod';
import { NOTICE_CHANNEL } from './notice-table.js';

const POLL_MS = 1_000;
const CONNECTIONS_MAX = 2;
const READ = `select n.sequence::int as sequence, n.fact, h.head from (select coalesce(max(sequence), 0)::int as head from fact_notice) h
  left join lateral (select * from fact_notice where sequence > $1 order by sequence limit $2) n on true`;

interface Row {
  readonly sequence: number | null;
  readonly fact: Readonly<Record<string, unknown>> | null;
  readonly head: number;
}

/** What is recorded of the standing of posts, as the login reads it that sees no record. */
export class FactNotices implements ToldNotices, AsyncDisposable {
  readonly #pool: ReturnType<typeof openLoaderPool>;
  readonly #listener: EventListener;
  readonly #waiting = new Waiting();

  constructor(loaderUrl: string, log: Log) {
    this.#pool = openLoaderPool({ loaderUrl, max: CONNECTIONS_MAX, log, event: 'notices' });
    const heard = (): void => this.#waiting.wake();
    this.#listener = new EventListener({ url: loaderUrl, channel: NOTICE_CHANNEL, log, pollMs: POLL_MS, heard });
  }

  async read(after: number): Promise<NoticeAnswer> {
    const { rows } = await this.#pool.query<Row>(READ, [after, NOTICES_MAX]);
    const notices = rows.flatMap(({ sequence, fact }) =>
      sequence === null || fact === null ? [] : [{ sequence, fact: factOf(fact) }],
    );
    return { head: rows[0]?.head ?? 0, notices };
  }

  changed(waitMs: number, signal: AbortSignal): Promise<void> {
    return this.#waiting.until(waitMs, signal);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#listener.close();
    await this.#pool.end();
  }
}

const kindShape = z.enum(MISSION_KINDS);

/** The treaty that governs a post follows from its kind, here as in the register. */
function factOf({ kind, ...fact }: Readonly<Record<string, unknown>>) {
  return factShape.parse({ ...fact, regime: regimeOf(kindShape.parse(kind)) });
}
