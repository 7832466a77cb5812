import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { withConnection } from '../../postgres/connect.js';
import { profileFor, type RunningNotes, runNotes } from '../testkit/running-notes.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';
const HIDDEN = 'l=-;rel=USA;nat=*;pur=*;own=USA.intelligence';
const idOf = (index: number) => `not_${String(index).padStart(26, '0')}`;
const WRITERS = 8;
const WRITES = 30;

describe('the count of rows that the database keeps', () => {
  let notes: RunningNotes;
  beforeAll(async () => {
    notes = await runNotes([
      { id: idOf(0), handling: OPEN },
      { id: idOf(1), handling: OPEN },
      { id: idOf(2), handling: HIDDEN },
    ]);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  async function counted(state: string): Promise<number> {
    const { data, errors } = await notes.client.query(profileFor(state), '{ notes(first: 0) { totalCount isExact } }');
    expect(errors).toEqual([]);
    if (!data) throw new Error('no data');
    const { totalCount, isExact } = data.notes as { totalCount: number; isExact: boolean };
    expect(isExact).toBe(true);
    return totalCount;
  }

  const asOwner = (text: string, values: unknown[] = []) =>
    withConnection(notes.database.ownerUrl, (owner) => owner.query(text, values));
  const rowsKept = async () => Number((await asOwner('select count(*) as n from row_count')).rows[0]?.n);

  it('shows each viewer how many it sees, and follows what is added, withdrawn, handled otherwise and taken away', async () => {
    expect([await counted('URY'), await counted('USA')]).toEqual([2, 3]);
    await notes.store([{ id: idOf(3), handling: HIDDEN }]);
    expect([await counted('URY'), await counted('USA')]).toEqual([2, 4]);
    await asOwner('update note set withdrawn_at = now() where id = $1', [idOf(0)]);
    expect([await counted('URY'), await counted('USA')]).toEqual([1, 3]);
    await asOwner('update note set withdrawn_at = null');
    await asOwner('update note set handling_id = (select handling_id from note where id = $1) where id = $2', [
      idOf(2),
      idOf(1),
    ]);
    expect([await counted('URY'), await counted('USA')]).toEqual([1, 4]);
    await asOwner('delete from note where id = $1', [idOf(3)]);
    expect([await counted('URY'), await counted('USA')]).toEqual([1, 3]);
  });

  it('is right when many write at once, none of whom waits for another, and is kept in few rows', async () => {
    const before = await counted('USA');
    const [{ handling }] = (await asOwner('select handling_id as handling from note where id = $1', [idOf(2)])).rows;
    const write = async (writer: number): Promise<void> => {
      const client = new pg.Client({ connectionString: notes.database.ownerUrl });
      await client.connect();
      for (let n = 0; n < WRITES; n++) {
        await client.query('insert into note (id, handling_id) values ($1, $2)', [
          idOf(1_000 + writer * WRITES + n),
          handling,
        ]);
      }
      await client.end();
    };
    await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
    expect(await counted('USA')).toBe(before + WRITERS * WRITES);
    expect(await rowsKept()).toBeLessThan(WRITERS * WRITES);

    // While one transaction that has written is open, another writes the same count and is done.
    const [slow, quick] = [0, 1].map(() => new pg.Client({ connectionString: notes.database.ownerUrl }));
    if (slow === undefined || quick === undefined) throw new Error('no clients');
    await Promise.all([slow.connect(), quick.connect()]);
    await slow.query('begin');
    for (let n = 0; n < WRITES; n++) {
      await slow.query('insert into note (id, handling_id) values ($1, $2)', [idOf(5_000 + n), handling]);
    }
    await quick.query(`set lock_timeout = '5s'`);
    await quick.query('insert into note (id, handling_id) values ($1, $2)', [idOf(6_000), handling]);
    expect(await counted('USA')).toBe(before + WRITERS * WRITES + 1);
    await slow.query('rollback');
    expect(await counted('USA')).toBe(before + WRITERS * WRITES + 1);
    await Promise.all([slow.end(), quick.end()]);
  });

  it('tells who may not read a handling nothing of its rows, and lets nobody change what it does not see', async () => {
    await withConnection(notes.database.serviceUrl, async (client) => {
      await client.query(`set app.visible = ''`);
      expect((await client.query('select * from row_count')).rows).toEqual([]);
      expect((await client.query('delete from row_count')).rowCount).toBe(0);
      await expect(client.query(`insert into row_count values ('note', 0, 5)`)).rejects.toThrow(/row-level security/);
      await expect(client.query('update row_count set rows = 0')).rejects.toThrow(/permission denied/);
    });
  });
});
