import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { HEALTH_MAX_MS, TABLE_MAX_MS } from './serving/database-health.js';
import { LINKS_EVERY_MS } from './serving/link-check.js';
import { CONNECTION_WAIT_MAX_MS, FRESH_HANDLINGS_MAX_MS, SILENCE_MAX_MS, STATEMENT_MAX_MS } from './waits.js';

const page = readFileSync(new URL('../../../../docs/operating.md', import.meta.url), 'utf8');

describe('the bounds of a service in docs/operating.md', () => {
  it.each([
    ['one statement', STATEMENT_MAX_MS],
    ['silence of a connection that work waits on', SILENCE_MAX_MS],
    ['a free connection of the pool, or a new one', CONNECTION_WAIT_MAX_MS],
    ['new handlings before an answer', FRESH_HANDLINGS_MAX_MS],
    ['the database, when a service is asked for its health', HEALTH_MAX_MS],
    ['one of its tables, then', TABLE_MAX_MS],
    ['between two counts of its links', LINKS_EVERY_MS],
  ])('say of %s what the code holds', (what, ms) => {
    expect(page).toContain(`| ${what} | ${ms} ms |`);
  });
});
