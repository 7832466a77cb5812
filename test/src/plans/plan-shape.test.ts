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
/** A page of fifty of every four-hundredth row passes over twenty thousand entries of an index; none may be the whole table. */
const PASSED_MAX = 30_000;

const FOUND = `query ($search: String!, $orderBy: [IncidentOrder!]) {
  incidents(first: 5, search: $search, orderBy: $orderBy) { edges { node { id } } } }`;

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
          expect([name, cost.removed < PASSED_MAX]).toEqual([name, true]);
          expect([name, cost.buffers < BUFFERS_MAX]).toEqual([name, true]);
        }
      }
    },
    FILLED_WITHIN_MS,
  );

  /** A word that stands in the last rows of an order alone, so many of them. */
  const addLate = (word: string, many: number, order: 'id' | 'occurred_on, id'): Promise<unknown> =>
    withConnection(database.ownerUrl, (owner) =>
      owner.query(
        `insert into search_token (type, field, token, record_id, handling_id, place)
          select 'Incident', 'summary', $1, record_id, p.handling_id, place from search_place p
            where record_id in (select id from (select id, row_number() over (order by ${order}) as row from incident) i where i.row > $3::int - $2::int)`,
        [word, many, SIZE.rows],
      ),
    );

  it('find the rows of a word that is common in few of the first rows', async () => {
    await addLate('late', 3_000, 'id');
    const { data } = await asking.ask(viewerOf(1, SIZE.handlings), FOUND, { search: 'late ' });
    expect(data.incidents).toEqual({ edges: rows.slice(-3_000, -2_995).map(({ id }) => ({ node: { id } })) });
  });

  it('know of words that never stand together that there is no row, however common each is', async () => {
    const { data } = await asking.ask(viewerOf(1, SIZE.handlings), FOUND, { search: 'even odd ' });
    expect(data.incidents).toEqual({ edges: [] });
  });

  it('refuse words that stand in so many rows and in none of the first, and say so, only to who sees so many', async () => {
    await addLate('later', 12_000, 'occurred_on, id');
    const asked = { search: 'later everywhere ', orderBy: [{ occurredOn: 'ASC' }] };
    await expect(asking.ask(viewerOf(1, SIZE.handlings), FOUND, asked)).rejects.toThrow('say a rarer word, or filter');
    const few = viewerOf(0.05, SIZE.handlings);
    const byDay = rows.toSorted((a, b) => (a.occurredOn === b.occurredOn ? 0 : a.occurredOn < b.occurredOn ? -1 : 1));
    const seen = byDay.slice(-12_000).filter(({ handling }) => few.sees(handling));
    const { data } = await asking.ask(few, FOUND, asked);
    expect(data.incidents).toEqual({ edges: seen.slice(0, 5).map(({ id }) => ({ node: { id } })) });
  });

  it('look for a beginning of more lists than are read in the first places alone, and say that they count no further', async () => {
    await addLate('zeta', 3_000, 'id');
    await addLate('zetb', 12_000, 'occurred_on, id');
    const byDay = rows.toSorted((a, b) => (a.occurredOn === b.occurredOn ? 0 : a.occurredOn < b.occurredOn ? -1 : 1));
    const having = new Set([...rows.slice(-3_000), ...byDay.slice(-12_000)].map(({ id }) => id));
    const all = `query ($text: String!) { incidentsSearch(text: $text, first: 5) {
      totalCount isExact edges { node { ... on Incident { id } } } } }`;
    const viewer = viewerOf(1, SIZE.handlings);
    const idsOf = (list: readonly Incident[]) => list.slice(0, 5).map(({ id }) => ({ node: { id } }));
    const alone = await asking.ask(viewer, all, { text: 'zet' });
    expect(alone.data.incidentsSearch).toEqual({
      totalCount: 3_000,
      isExact: false,
      edges: idsOf(rows.slice(-3_000)),
    });
    const beside = await asking.ask(viewer, all, { text: 'everywhere zet' });
    const first = rows.slice(0, 2_000).filter(({ id }) => having.has(id));
    expect(beside.data.incidentsSearch).toEqual({
      totalCount: first.length,
      isExact: false,
      edges: idsOf(first),
    });
    const connection = await asking.ask(viewer, FOUND, { search: 'zet' });
    expect(connection.data.incidents).toEqual({ edges: idsOf(rows.filter(({ id }) => having.has(id))) });
  });
});
