import type { QueryRunner } from 'typeorm';
import { loaderRoleOf, serviceRoleOf } from '../tables/labelled-table.js';
import { nameOf } from '../tables/sql-name.js';

/** What is told over PostgreSQL when a transaction that changed a record commits; it says that, and nothing else. */
export const EVENT_CHANNEL = 'chancery_event';

/**
 * Which columns of which record changed, and between which handlings; never a value. It runs when the transaction commits, so that
 * the lock is held for that moment alone, and no row that a transaction still wants can be held by one that waits here. Under the
 * lock numbers are given in the order of commits: who has read up to one has missed none below it.
 */
const TELL_EVENT = `create function tell_event(type text, record text, columns text[], was integer, now_is integer) returns void
  language plpgsql as $$
  begin
    perform pg_advisory_xact_lock(hashtext('chancery.event'));
    insert into event (type, record_id, columns, was_handling_id, handling_id) values (type, record, columns, was, now_is);
    perform pg_notify('${EVENT_CHANNEL}', '');
  end $$`;

const TELL_ROW = `create function tell_row() returns trigger language plpgsql as $$
  declare
    was jsonb := case when tg_op = 'UPDATE' then to_jsonb(old) else '{}' end;
    changed text[] := array(
      select key from jsonb_each(to_jsonb(new)) where value is distinct from was -> key order by key);
  begin
    if cardinality(changed) > 0 then
      -- To viewers a row that was withdrawn was not there.
      perform tell_event(tg_argv[0], new.id, changed,
        case when was ->> 'withdrawn_at' is null then (was ->> 'handling_id')::integer end, new.handling_id);
    end if;
    return null;
  end $$`;

/** A link is a value of the row that holds it: its table stands for the column. */
const TELL_LINK = `create function tell_link() returns trigger language plpgsql as $$
  declare
    link jsonb := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
    holder text := link ->> tg_argv[2];
    its_handling integer;
  begin
    execute format('select handling_id from %I where id = $1', tg_argv[1]) into its_handling using holder;
    if its_handling is not null then
      perform tell_event(tg_argv[0], holder, array[tg_table_name::text], its_handling, its_handling);
    end if;
    return null;
  end $$`;

/**
 * Makes the table of events. Whoever writes a record writes its event, for triggers do it: the login role of requests may add to the
 * table and read nothing of it, and the loader, which sees no record, reads it and takes away what is old.
 */
export async function createEventTable(runner: QueryRunner): Promise<void> {
  await runner.query(`create table event (
    seq bigint generated always as identity primary key,
    type text not null,
    record_id text not null,
    columns text[] not null,
    was_handling_id integer,
    handling_id integer not null references handling (id),
    -- When it was told, at the end of its transaction, however long that took: by this it is kept for a while.
    at timestamptz not null default clock_timestamp()
  )`);
  for (const text of [TELL_EVENT, TELL_ROW, TELL_LINK]) await runner.query(text);
  const [service, loader] = [await serviceRoleOf(runner), await loaderRoleOf(runner)];
  await runner.query(`grant execute on function tell_event to ${service}`);
  await runner.query(`grant insert (type, record_id, columns, was_handling_id, handling_id) on event to ${service}`);
  await runner.query(`grant select, delete on event to ${loader}`);
  // Bound like every table that names handlings, though no role that is bound by bits may read it.
  await runner.query('alter table event enable row level security');
  await runner.query('alter table event force row level security');
  await runner.query(`create policy write on event for insert to ${service} with check (true)`);
  await runner.query(`create policy read on event for select to ${loader} using (true)`);
  await runner.query(`create policy trim on event for delete to ${loader} using (true)`);
  await runner.query('create policy import on event to current_user using (true) with check (true)');
}

/** Takes the table and what fills it away again; the triggers go first. */
export async function dropEventTable(runner: QueryRunner): Promise<void> {
  await runner.query('drop function tell_row, tell_link cascade');
  await runner.query('drop function tell_event');
  await runner.query('drop table event');
}

/** From now on each change of a row is an event of a record of that type. */
export async function tellRows(runner: QueryRunner, table: string, type: string): Promise<void> {
  await runner.query(`create constraint trigger tell after insert or update on ${nameOf(table)}
    deferrable initially deferred for each row execute function tell_row('${typeName(type)}')`);
}

/** The same of rows that link: an event of the record that holds the link. */
export async function tellLinks(
  runner: QueryRunner,
  link: { readonly through: string; readonly holder: string; readonly table: string; readonly type: string },
): Promise<void> {
  const [type, table, holder] = [typeName(link.type), nameOf(link.table), nameOf(link.holder)];
  await runner.query(`create constraint trigger tell after insert or update or delete on ${nameOf(link.through)}
    deferrable initially deferred for each row execute function tell_link('${type}', '${table}', '${holder}')`);
}

function typeName(type: string): string {
  nameOf(type.toLowerCase());
  return type;
}
