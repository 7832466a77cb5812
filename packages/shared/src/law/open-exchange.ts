import { Pool } from 'undici';
import { askSigned, type Exchange } from './signed-exchange.js';

/** Who answers signed questions, and the key that both hold. */
export interface ExchangeParty {
  readonly url: string;
  readonly key: Uint8Array;
}

/** Questions of one kind to one process of ours, which is closed with it. */
export interface OpenExchange extends AsyncDisposable {
  ask(question: object): Promise<unknown>;
}

const ANSWER_MAX_MS = 3_000;
const ANSWER_BYTES_MAX = 4 * 1024 * 1024;
const CONNECTIONS = 2;

/** Opens the way to whoever answers questions of one kind. */
export function openExchange(of: Exchange, { url, key }: ExchangeParty): OpenExchange {
  const pool = new Pool(new URL(url).origin, {
    connections: CONNECTIONS,
    maxResponseSize: ANSWER_BYTES_MAX,
    headersTimeout: ANSWER_MAX_MS,
    bodyTimeout: ANSWER_MAX_MS,
  });
  return {
    ask: (question) => askSigned(pool, of, { key, signal: AbortSignal.timeout(ANSWER_MAX_MS) }, question),
    [Symbol.asyncDispose]: () => pool.destroy(),
  };
}
