import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type RunningNotes, runNotes } from '../testkit/running-notes.js';

const OPEN = 'l=-;rel=*;nat=*;pur=*;own=CHANCERY.register';
const ID = `not_${'0'.repeat(26)}`;

describe('a labelled table', () => {
  let notes: RunningNotes;
  beforeAll(async () => {
    notes = await runNotes([{ id: ID, handling: OPEN, tags: ['x'] }]);
  });
  afterAll(async () => notes[Symbol.asyncDispose]());

  async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  const asService = <T>(work: (client: pg.Client) => Promise<T>) => connected(notes.database.serviceUrl, work);

  async function countUnder(visible: string | null, table: string): Promise<number> {
    return asService(async (client) => {
      await client.query('begin');
      if (visible !== null) await client.query(`select set_config('app.visible', $1, true)`, [visible]);
      return (await client.query(`select from ${table}`)).rowCount ?? -1;
    });
  }

  it('shows the login role of requests nothing without a bit for the row', async () => {
    for (const table of ['note', 'note_tag']) {
      expect(await countUnder(null, table)).toBe(0);
      expect(await countUnder('', table)).toBe(0);
      expect(await countUnder('x', table)).toBe(0);
      expect(await countUnder('x0000000000000000', table)).toBe(0);
      expect(await countUnder('xffffffffffffffff', table)).toBe(1);
    }
  });

  it('forgets the bits with the transaction', async () => {
    await asService(async (client) => {
      await client.query('begin');
      await client.query(`select set_config('app.visible', 'xffffffffffffffff', true)`);
      await client.query('commit');
      expect((await client.query('select from note')).rowCount).toBe(0);
    });
  });

  it('is read by the login role of requests and nothing else: no handling, no write, no way out', async () => {
    const { database } = notes.database;
    for (const statement of [
      'select text from handling',
      'select from outbox',
      `insert into note values ('${ID}1', 1)`,
      `update note set title = 'x'`,
      'delete from note',
      'truncate note',
      'alter table note disable row level security',
      'alter table note no force row level security',
      'drop policy visible on note',
      'create policy all_of_it on note using (true)',
      'create table public.mine (id int)',
      'create function public.f() returns int language sql as $$ select 1 $$',
      `set role ${database}_owner`,
      `set session authorization ${database}_owner`,
      `alter role ${database}_service bypassrls`,
    ]) {
      await expect(asService((client) => client.query(statement))).rejects.toThrow(
        /permission denied|must be owner|does not exist|not permitted|only roles/i,
      );
    }
    await asService(async (client) => {
      await client.query('set row_security = off');
      await expect(client.query('select from note')).rejects.toThrow(/row-level security/);
    });
  });

  it('is closed to the loader, which resolves handlings alone', async () => {
    await connected(notes.database.loaderUrl, async (client) => {
      expect((await client.query('select text from handling')).rows).toEqual([{ text: OPEN }]);
      for (const table of ['note', 'note_tag']) {
        await expect(client.query(`select from ${table}`)).rejects.toThrow(/permission denied/);
      }
      await expect(client.query(`update handling set text = 'x'`)).rejects.toThrow(/permission denied/);
    });
  });

  it('rests on a catalogue without a back door', async () => {
    await connected(notes.database.ownerUrl, async (client) => {
      const unbound = await client.query(
        `select relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname like '%handling_id'
          where c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
      );
      expect(unbound.rows).toEqual([]);
      const definers = await client.query(
        `select proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
          where n.nspname = 'public' and (p.prosecdef or p.proleakproof)`,
      );
      expect(definers.rows).toEqual([]);
      const views = await client.query(
        `select relname from pg_class where relkind in ('v', 'm') and relnamespace = 'public'::regnamespace`,
      );
      expect(views.rows).toEqual([]);
    });
  });
});
