import { MIGRATIONS } from '@chancery/missions/migrations';
import { missions } from '@chancery/missions/service';
import { withConnection } from '@chancery/shared/postgres/connect';
import { migrate } from '@chancery/shared/postgres/migrate';
import { createTestDatabase, type TestDatabase } from '@chancery/shared/postgres/test-database';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Asking, openAsking } from './ask.js';
import { costsOf } from './explain.js';
import { viewerOfHandlings } from './viewer.js';

/** As many posts as the register has. */
const POSTS = 9_737;
const HANDLINGS = 100;
const FILLED_WITHIN_MS = 240_000;
const BUFFERS_MAX = 500;

/** All stand in Europe, some hundred of them at no known place. */
const FILL = `insert into mission (id, handling_id, synthetic, wikidata_id, kind, sending_state, receiving_state, also_accredited_to, city,
    latitude, longitude, imported_by)
  select 'mis_' || substr(md5(n::text), 1, 26), n % ${HANDLINGS}, false, 'Q' || n, 'EMBASSY', 'USA', 'DEU', '{}', 'City ' || n % 1000,
    case when n % 100 > 0 then 40 + n % 200 / 10.0 end, case when n % 100 > 0 then n % 397 / 10.0 end, 'a test'
  from generate_series(1, ${POSTS}) n`;

/** More than 800 km from each of them. */
const OCEAN = '{ latitude: -40.5, longitude: -120.25 }';

describe('posts on a map', () => {
  let database: TestDatabase;
  let asking: Asking;
  beforeAll(async () => {
    database = await createTestDatabase('map_plans');
    await migrate(database.ownerUrl, MIGRATIONS);
    await withConnection(database.ownerUrl, async (owner) => {
      await owner.query(
        `insert into handling select n, 'l=-;rel=*;nat=*;pur=*;own=X.' || n from generate_series(0, ${HANDLINGS - 1}) n`,
      );
      await owner.query('alter table mission disable trigger user');
      await owner.query(FILL);
      await owner.query('vacuum (analyze) mission');
    });
    asking = await openAsking(database.serviceUrl, missions);
  }, FILLED_WITHIN_MS);
  afterAll(async () => {
    await asking.close();
    await database.drop();
  });

  const viewer = viewerOfHandlings({
    seen: Array.from({ length: HANDLINGS }, (_, id) => id),
    capacity: HANDLINGS,
  });

  it.each([
    ['nearest first, where none is near', `first: 50, orderBy: [{ location: ${OCEAN} }]`, 'edges { node { id } }', 50],
    ['from the far end', `last: 50, orderBy: [{ location: ${OCEAN} }]`, 'edges { node { id } }', 50],
    ['in cells of ten degrees', 'first: 0', 'groups(by: { location: { degrees: 10 } }, first: 500) { count }', 9],
    ['by city in Croatian', 'first: 50, orderBy: [{ city: ASC }], language: HR', 'edges { node { id } }', 50],
    [
      'by city in Turkish, from the end',
      'last: 50, orderBy: [{ city: ASC }], language: TR',
      'edges { node { id } }',
      50,
    ],
  ])('are read %s without a look at all of them', async (_, args, selected, many) => {
    const { data, statements } = await asking.ask(viewer, `{ missions(${args}) { found: ${selected} } }`, {});
    expect((data.missions as { found: unknown[] }).found).toHaveLength(many);
    const costs = await costsOf(database.serviceUrl, viewer.masks.visible(), statements);
    const buffers = costs.map((cost) => cost.buffers);
    expect(Math.max(...buffers)).toBeLessThan(BUFFERS_MAX);
  });
});
