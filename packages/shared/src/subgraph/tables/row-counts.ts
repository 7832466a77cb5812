import type { QueryRunner } from 'typeorm';
import { serviceRoleOf, visibleBy } from './labelled-table.js';
import { nameOf } from './sql-name.js';

/** The table of how many rows there are, by table and handling: what is asked for often is not counted anew. */
export const COUNTS = 'row_count';

/** Changes of one count that are kept apart, before whoever writes next puts them together. */
const APART_MAX = 16;

/**
 * A statement adds what it changed of a count as a row of its own: no two writers wait for each other, as they would for one row
 * that holds the sum. Now and then one of them puts the rows together, unless another is just at it.
 */
const NOTE_COUNT = `create function note_count(counted text, handling integer, change bigint) returns void
  language plpgsql as $$
  begin
    insert into ${COUNTS} (table_name, handling_id, rows) values (counted, handling, change);
    -- A transaction that does not see what others have just put together could not do it.
    if current_setting('transaction_isolation') = 'read committed'
      and (select count(*) from ${COUNTS} c where c.table_name = counted and c.handling_id = handling) > ${APART_MAX}
      and pg_try_advisory_xact_lock(hashtext('chancery.${COUNTS}'), hashtext(counted || ' ' || handling))
    then
      with apart as (delete from ${COUNTS} c where c.table_name = counted and c.handling_id = handling returning c.rows)
      insert into ${COUNTS} (table_name, handling_id, rows) select counted, handling, sum(a.rows) from apart a;
    end if;
  end $$`;

/** Rows that are withdrawn are nobody's, and not counted. */
const noteOf = (changes: string): string => `
  perform note_count(tg_table_name::text, n.handling_id, n.change) from (
    select r.handling_id, sum(r.change) as change from (${changes}) r group by 1 having sum(r.change) <> 0) n;
  return null;`;
const rowsOf = (rows: string, change: number): string =>
  `select handling_id, ${change} as change from ${rows} where withdrawn_at is null`;

const FUNCTIONS = [
  ['insert', rowsOf('added', 1)],
  ['update', `${rowsOf('added', 1)} union all ${rowsOf('gone', -1)}`],
  ['delete', rowsOf('gone', -1)],
] as const;

const TRANSITIONS = {
  insert: 'referencing new table as added',
  update: 'referencing old table as gone new table as added',
  delete: 'referencing old table as gone',
} as const;

/** Makes the table of counts, which shows a viewer those of the handlings that it sees, and what keeps it. */
export async function createRowCounts(runner: QueryRunner): Promise<void> {
  await runner.query(`create table ${COUNTS} (
    table_name text not null,
    handling_id integer not null references handling (id),
    rows bigint not null
  )`);
  await runner.query(`create index ${COUNTS}_by_handling on ${COUNTS} (table_name, handling_id) include (rows)`);
  await runner.query(NOTE_COUNT);
  for (const [event, changes] of FUNCTIONS) {
    await runner.query(
      `create function count_${event}() returns trigger language plpgsql as $$ begin ${noteOf(changes)} end $$`,
    );
  }
  const service = await serviceRoleOf(runner);
  const visible = visibleBy('handling_id');
  await runner.query(`alter table ${COUNTS} enable row level security`);
  await runner.query(`alter table ${COUNTS} force row level security`);
  await runner.query(`create policy visible on ${COUNTS} for select to ${service} using (${visible})`);
  // Who changes rows sees them before and after, and so may change how many they are.
  await runner.query(`create policy written on ${COUNTS} for insert to ${service} with check (${visible})`);
  await runner.query(`create policy joined on ${COUNTS} for delete to ${service} using (${visible})`);
  await runner.query(`create policy import on ${COUNTS} to current_user using (true) with check (true)`);
  await runner.query(`grant execute on function note_count to ${service}`);
  await runner.query(`grant select, insert, delete on ${COUNTS} to ${service}`);
}

/** Takes the table and what keeps it away again; the triggers go with it. */
export async function dropRowCounts(runner: QueryRunner): Promise<void> {
  await runner.query('drop function count_insert, count_update, count_delete cascade');
  await runner.query('drop function note_count');
  await runner.query(`drop table ${COUNTS}`);
}

/** From now on rows of a table, which can be withdrawn, are counted; those that there are, too. */
export async function countRows(runner: QueryRunner, table: string): Promise<void> {
  const name = nameOf(table);
  const triggers = FUNCTIONS.map(
    ([event]) => `create trigger count_${event} after ${event} on ${name} ${TRANSITIONS[event]}
      for each statement execute function count_${event}()`,
  );
  const counted = `insert into ${COUNTS} (table_name, handling_id, rows)
    select '${name}', handling_id, count(*) from ${name} where withdrawn_at is null group by 2`;
  await runner.query([...triggers, counted].join('; '));
}

/** The way back: nobody counts the rows any more. */
export async function endCount(runner: QueryRunner, table: string): Promise<void> {
  const name = nameOf(table);
  for (const [event] of FUNCTIONS) await runner.query(`drop trigger count_${event} on ${name}`);
  await runner.query(`delete from ${COUNTS} where table_name = $1`, [name]);
}
