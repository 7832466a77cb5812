import { withConnection } from '@chancery/shared/postgres/connect';
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
/** Words are looked up one by one in what a search counts, so that it costs in proportion to what it looks through. */
const SEARCHED = /^(?:count of a )?search/;
const searchedBuffersMax = (name: string): number => (name.startsWith('count') ? 10_000 : 2_000);
/** A page of fifty of every four-hundredth row passes over twenty thousand entries of an index; none may be the whole table. */
const PASSED_MAX = 30_000;

const FOUND = 'query ($search: String!) { incidents(first: 5, search: $search) { edges { node { id } } } }';

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
          if (SEARCHED.test(name)) {
            expect([name, cost.buffers < searchedBuffersMax(name)]).toEqual([name, true]);
            continue;
          }
          expect([name, cost.removed < PASSED_MAX]).toEqual([name, true]);
          expect([name, cost.buffers < BUFFERS_MAX]).toEqual([name, true]);
        }
      }
    },
    FILLED_WITHIN_MS,
  );

  it('find the rows of a word that is common in few of the first rows', async () => {
    // Two thousand and more places of fifty thousand, all in the last rows.
    await withConnection(database.ownerUrl, (owner) =>
      owner.query(`insert into search_token (type, field, token, record_id, handling_id)
        select 'Incident', 'summary', 'late', id, handling_id from incident order by id desc limit 3000`),
    );
    const { data } = await asking.ask(viewerOf(1, SIZE.handlings), FOUND, { search: 'late ' });
    expect(data.incidents).toEqual({ edges: rows.slice(-3_000, -2_995).map(({ id }) => ({ node: { id } })) });
  });

  it('refuse words that all are common and stand together in too few rows, and say so, only to who sees so many', async () => {
    const search = { search: 'even odd ' };
    await expect(asking.ask(viewerOf(1, SIZE.handlings), FOUND, search)).rejects.toThrow('say a rarer word, or filter');
    const { data } = await asking.ask(viewerOf(0.05, SIZE.handlings), FOUND, search);
    expect(data.incidents).toEqual({ edges: [] });
  });
});
