import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { createTestDatabase } from '../../postgres/test-database.js';
import { startCutOffProxy } from '../../postgres/testkit/cut-off-proxy.js';
import { profileFor, releaseDecisions, runNotes } from '../testkit/running-notes.js';
import { SILENCE_MAX_MS } from '../waits.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';
const QUERY = '{ notes { edges { node { title } } } }';
/** Longer than the server waits for the word of a connection that is held: a database is made or dropped only after that. */
const DRILL_MS = 120_000;

describe('a service whose connections to the database are half open', () => {
  it(
    'answers with an error within its limits, and is whole again by itself when new connections pass',
    async () => {
      await using scratch = await scratchDatabase();
      const proxy = await startCutOffProxy(scratch.serviceUrl);
      await using _closing = { [Symbol.asyncDispose]: () => proxy.close() };
      await using notes = await runNotes(
        [{ id: 'not_00000000000000000000000001', handling: OPEN, title: 'seen' }],
        releaseDecisions(),
        proxy.urlOf,
      );
      const ask = () => notes.client.query(profileFor('USA'), QUERY);
      expect((await ask()).text).toContain('seen');

      proxy.hold();
      const started = performance.now();
      const answers = await Promise.all(Array.from({ length: 12 }, () => ask()));
      expect(performance.now() - started).toBeLessThan(3 * SILENCE_MAX_MS);
      for (const { text } of answers) expect(text).not.toContain('seen');

      // The far side is gone, the near side hears nothing; only new connections pass.
      proxy.passNew();
      const again = performance.now();
      for (;;) {
        notes.time.now += 10;
        if ((await ask()).text.includes('seen')) break;
        await pause(50);
      }
      expect(performance.now() - again).toBeLessThan(2 * SILENCE_MAX_MS);
    },
    DRILL_MS,
  );
});

/** Only its address is used: every database of a run is on one server. */
async function scratchDatabase() {
  const database = await createTestDatabase('half_open');
  return { serviceUrl: database.serviceUrl, [Symbol.asyncDispose]: () => database.drop() };
}
