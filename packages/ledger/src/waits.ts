import { LEASE_MS } from './lease.js';

/** How long and how much the ledger waits, unless its options say otherwise: docs/operating.md lists them. */

/** An entry, from its arrival until it is durable; past it the connection is cut. */
export const DURABLE_MAX_MS = 2_000;
/** An answer of the database, after which the ledger counts as away. */
export const LATE_MS = 400;
/** Often enough that renewals may be late, and that a database which no longer answers is noticed within a second. */
export const RENEW_MS = LEASE_MS / 6;
/** Failures in a row after which entries are refused at once. */
export const FAILURES_MAX = 3;
/** Between two tries to reach the database again. */
export const RETRY_MS = 500;
export const QUEUE_ENTRIES_MAX = 4_096;
export const QUEUE_BYTES_MAX = 64 * 1_024 * 1_024;
