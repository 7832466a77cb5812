/** How long and how much the ledger waits, unless its options say otherwise: docs/operating.md lists them. */

/** An entry, from its arrival until it is durable; past it the connection is cut. */
export const DURABLE_MAX_MS = 2_000;
/** An answer of the database, after which the ledger counts as away. */
export const LATE_MS = 400;
/** Between two looks at the head while nothing is written: a database that no longer answers is noticed within a second. */
export const LOOK_MS = 500;
/** A transaction that holds the head and says nothing, after which the server ends it: others wait for the head meanwhile. */
export const HEAD_HELD_MAX_MS = 1_000;
/** Without an entry, after which a writer says that it is there. */
export const HEARTBEAT_MS = 10_000;
/** Failures in a row after which entries are refused at once. */
export const FAILURES_MAX = 3;
/** Between two tries to reach the database again. */
export const RETRY_MS = 500;
export const QUEUE_ENTRIES_MAX = 4_096;
export const QUEUE_BYTES_MAX = 64 * 1_024 * 1_024;
