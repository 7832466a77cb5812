import pg from 'pg';
import type { Log } from '../../log.js';
import { endWhenSilent } from '../../postgres/silence.js';
import { CONNECTION_WAIT_MAX_MS, SILENCE_MAX_MS, STATEMENT_MAX_MS } from '../waits.js';

/** A connection of it. */
export type LoaderClient = pg.PoolClient;

/** For what connections of the login that sees no record are opened. */
export interface LoaderPoolOptions {
  readonly loaderUrl: string;
  readonly max: number;
  readonly log: Log;
  /** What loses them, in the log. */
  readonly event: string;
}

/** Connections of the login that sees no record; one that says nothing is given up. */
export function openLoaderPool({ loaderUrl, max, log, event }: LoaderPoolOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: loaderUrl,
    max,
    statement_timeout: STATEMENT_MAX_MS,
    connectionTimeoutMillis: CONNECTION_WAIT_MAX_MS,
  });
  endWhenSilent(pool, SILENCE_MAX_MS);
  pool.on('error', (error) => log({ event, message: `connection lost: ${error.message}` }));
  return pool;
}
