import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, openAsking } from './ask.js';
import { costsOf } from './explain.js';
import { questionsOf } from './questions.js';
import { fillDatabase, type Incident, readRows } from './rows.js';
import { viewerOf } from './viewer.js';

const SIZE = { rows: 50_000, handlings: 1_000, posts: 500 };
const SHARES = [0.002, 0.05, 0.3, 1];
const FILLED_WITHIN_MS = 240_000;
const BUFFERS_MAX = 500;
/** What an order in one field and a filter in another may pass over: no index serves both, and docs/limits.md says so. */
const CROSSED = 'filter by type and days, by day';
const COUNTED = 'count by a field readable on half';
/** What is looked for words in: postings until ten thousand are found that may be read, and those of others between them. */
const SEARCHED = 'search of all';
const SEARCHED_BUFFERS_MAX = 2_000;
/** Of words on a connection every place is looked at that may be read: no bound but the answer's, and docs/limits.md says so. */
const FOUND = 'search for';
/** A page of fifty of every sixtieth row passes over three thousand; none may be the whole table. */
const PASSED_MAX = 10_000;

describe('the statements of a service over many rows', () => {
  let database: TestDatabase;
  let asking: Asking;
  let rows: readonly Incident[];
  beforeAll(async () => {
    database = await createTestDatabase('plans');
    await fillDatabase(database.ownerUrl, SIZE, () => undefined);
    rows = await readRows(database.ownerUrl);
    asking = await openAsking(database.serviceUrl);
  }, FILLED_WITHIN_MS);
  afterAll(async () => {
    await asking.close();
    await database.drop();
  });

  it.each(SHARES)(
    'answer rightly who sees %d of it, read no table whole and pass over few rows of others',
    async (share) => {
      const viewer = viewerOf(share, SIZE.handlings);
      const cursorAfter = async (document: string, variables: object): Promise<string | null> => {
        const asked = document.replace('edges { node { id } }', 'pageInfo { endCursor }');
        const { data } = await asking.ask(viewer, asked, variables);
        return (data.incidents as { pageInfo: { endCursor: string | null } }).pageInfo.endCursor;
      };
      const questions = await questionsOf(rows, viewer, cursorAfter);
      for (const { name, document, variables = {}, expected, found } of questions) {
        const { data, statements } = await asking.ask(viewer, document, variables);
        expect([name, found(data)]).toEqual([name, expected]);
        expect(statements.length).toBeGreaterThan(0);
        for (const cost of await costsOf(database.serviceUrl, viewer.masks.visible(), statements)) {
          expect([name, cost.hasSeqScan]).toEqual([name, false]);
          if (name === CROSSED || name === COUNTED || name.startsWith(FOUND)) continue;
          if (name.startsWith(SEARCHED)) {
            expect([name, cost.buffers < SEARCHED_BUFFERS_MAX]).toEqual([name, true]);
            continue;
          }
          expect([name, cost.removed < PASSED_MAX]).toEqual([name, true]);
          expect([name, cost.buffers < BUFFERS_MAX]).toEqual([name, true]);
        }
      }
    },
    FILLED_WITHIN_MS,
  );
});
