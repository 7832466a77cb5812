import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withConnection } from '../../postgres/connect.js';
import { statementsOf } from '../import/import-transaction.js';
import { Kiosk, type RunningKiosks, runKiosks, type StoredKiosk } from '../testkit/running-kiosks.js';
import { indexRows, joinLists } from './index-rows.js';
import { APART_MAX, PART_PLACES } from './search-table.js';

const LONG = 120_000;
const HANDLINGS = ['USA.a', 'USA.b', 'USA.c'].map((owner) => `l=-;rel=USA;nat=*;pur=*;own=${owner}`);

const kiosk = (at: number, said: string): StoredKiosk => ({
  name: `Kiosk ${at}`,
  note: `${said} stands everywhere`,
  handling: HANDLINGS[at % HANDLINGS.length] ?? '',
});

/** What lists say, and what the words say of which they are lists; one column less the other is what one has alone. */
const LISTED = `select l.type, l.token, l.field, l.handling_id, l.part * ${PART_PLACES} + g.at as place
  from (select type, token, field, handling_id, part, bit_xor(places::bit(${PART_PLACES})) as places from search_list group by 1, 2, 3, 4, 5) l
    cross join generate_series(0, ${PART_PLACES - 1}) g(at) where get_bit(l.places, g.at) = 1`;
const STORED = 'select type, token, field, handling_id, place from search_token';

describe('the lists of words', () => {
  let kiosks: RunningKiosks;
  beforeAll(async () => {
    kiosks = await runKiosks(Array.from({ length: 40 }, (_, at) => kiosk(at, 'quiet')));
  }, LONG);
  afterAll(async () => kiosks[Symbol.asyncDispose]());

  const ask = (text: string): Promise<readonly object[]> =>
    withConnection(kiosks.database.ownerUrl, async (owner) => (await owner.query<object>(text)).rows);
  const expectEqual = async (): Promise<void> => {
    expect(await ask(`(${LISTED}) except (${STORED})`)).toEqual([]);
    expect(await ask(`(${STORED}) except (${LISTED})`)).toEqual([]);
  };

  it('have a bit for each word of each record and no other, and few rows, however often records change', async () => {
    await expectEqual();
    for (let time = 0; time < 2 * APART_MAX; time += 1) {
      const said = ['loud', 'quiet', 'shut'][time % 3] ?? '';
      const stored = Array.from({ length: 40 }, (_, at) => kiosk(at, at % 2 === time % 2 ? said : 'quiet'));
      await kiosks.store(stored.slice(time % 5));
    }
    await expectEqual();
    const parts = 'select count(*)::int as count from search_list group by type, token, handling_id, part, field';
    const most = Math.max(...(await ask(parts)).map((row) => Number(Reflect.get(row, 'count'))));
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThanOrEqual(APART_MAX + 1);
  });

  it('are put together by a setup where many rows of one were left', async () => {
    const word =
      "type = 'Kiosk' and token = 'everywhere' and handling_id = (select min(handling_id) from search_list where token = 'everywhere')";
    const list = () => ask(`select bit_xor(places::bit(${PART_PLACES})) as places from search_list where ${word}`);
    const before = await list();
    // A row and the same again: the bits are turned over and back.
    const again = `insert into search_list select l.* from search_list l, generate_series(1, ${2 * APART_MAX}) where ${word}`;
    await ask(again);
    await withConnection(kiosks.database.ownerUrl, (owner) => joinLists(statementsOf(owner)));
    expect(await list()).toEqual(before);
    expect((await ask(`select 1 from search_list where ${word}`)).length).toBe(1);
    await expectEqual();
  });

  it('keep the place of a record that leaves its handling, for when it comes back', async () => {
    const places = () => ask('select * from search_place order by record_id, handling_id');
    const all = Array.from({ length: 40 }, (_, at) => kiosk(at, 'quiet'));
    await kiosks.store(all);
    const before = await places();
    await kiosks.store(all.map((row, at) => (at === 0 ? { ...row, handling: HANDLINGS[1] ?? '' } : row)));
    expect((await places()).length).toBe(before.length + 1);
    await expectEqual();
    await kiosks.store(all);
    expect(await places()).toEqual(expect.arrayContaining([...before]));
    await expectEqual();
  });

  it('give records that are written at once under one handling places of their own, and no writer an error', async () => {
    const { ownerUrl } = kiosks.database;
    const rows = await ask('select id from kiosk where withdrawn_at is null order by id limit 2');
    const [one, other] = rows.map((row) => String(Reflect.get(row, 'id')));
    await ask(`delete from search_token where record_id in ('${one}', '${other}')`);
    await ask(`delete from search_place where record_id in ('${one}', '${other}')`);
    await ask(`update kiosk set handling_id = (select min(id) from handling) where id in ('${one}', '${other}')`);
    await withConnection(ownerUrl, (first) =>
      withConnection(ownerUrl, async (second) => {
        await first.query('begin');
        await second.query('begin');
        await indexRows(statementsOf(first), Kiosk, [one ?? '']);
        // Where it draws the place that the first has taken, it waits for that one to end.
        const writing = indexRows(statementsOf(second), Kiosk, [other ?? '']);
        await first.query('commit');
        await writing;
        await second.query('commit');
      }),
    );
    await expectEqual();
    const taken = await ask(`select distinct place from search_token where record_id in ('${one}', '${other}')`);
    expect(taken.length).toBe(2);
  });

  it('are of a viewer’s own rows alone, whoever asks the database', async () => {
    await withConnection(kiosks.database.serviceUrl, async (service) => {
      for (const table of ['search_list', 'search_place']) {
        expect((await service.query(`select 1 from ${table}`)).rows).toEqual([]);
        await expect(service.query(`update ${table} set handling_id = 0`)).rejects.toThrow('permission denied');
      }
    });
  });
});
