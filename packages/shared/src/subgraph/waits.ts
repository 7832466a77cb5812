/** How long a service waits for its database, each wait with an end: docs/operating.md lists them. */

/** One statement, by the server's clock; a call that has less time left has less. */
export const STATEMENT_MAX_MS = 4_000;
/** Silence of a connection that work waits on: longer than a statement, which the server ends and answers. */
export const SILENCE_MAX_MS = STATEMENT_MAX_MS + 1_000;
/** A free connection of the pool, or a new one. */
export const CONNECTION_WAIT_MAX_MS = 3_000;
/** New handlings before an answer: those that are known stay in force. */
export const FRESH_HANDLINGS_MAX_MS = 1_000;
