import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  DURABLE_MAX_MS,
  FAILURES_MAX,
  HEAD_HELD_MAX_MS,
  HEARTBEAT_MS,
  LATE_MS,
  LOOK_MS,
  QUEUE_BYTES_MAX,
  QUEUE_ENTRIES_MAX,
  RETRY_MS,
} from './waits.js';

const page = readFileSync(new URL('../../../docs/operating.md', import.meta.url), 'utf8');

describe('the bounds of the ledger in docs/operating.md', () => {
  it.each([
    ['an entry until it is durable', `${DURABLE_MAX_MS} ms`],
    ['an answer of the database before `/ready` says that the ledger is away', `${LATE_MS} ms`],
    ['between two looks at the head while nothing is written', `${LOOK_MS} ms`],
    ['a writer that holds the head and says nothing, before the server ends its session', `${HEAD_HELD_MAX_MS} ms`],
    ['without an entry before a gateway records that it is there', `${HEARTBEAT_MS} ms`],
    ['failures in a row before entries are refused at once', `${FAILURES_MAX}`],
    ['between two tries to reach the database again', `${RETRY_MS} ms`],
    ['entries that wait to be written', `${QUEUE_ENTRIES_MAX}, ${QUEUE_BYTES_MAX} bytes`],
  ])('say of %s what the code holds', (what, bound) => {
    expect(page).toContain(`| ${what} | ${bound} |`);
  });
});
