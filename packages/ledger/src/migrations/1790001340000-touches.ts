import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which entries read what stands under a surrogate: an index beside the log, made from its sidecars alone and erased with them. It has no key of a
 * record, so that a record which is taken out of `audit_subject` can be found here no more than in the sidecars.
 */
export class FindTouches1790001340000 implements MigrationInterface {
  readonly name = 'FindTouches1790001340000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(NOTE_TOUCHES);
    await runner.query(`do $$
      declare loader text := quote_ident(current_database() || '_loader');
      begin
        execute 'grant select on audit_touch, audit_touched to ' || loader;
        execute 'grant execute on function audit_note_touches to ' || loader;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function audit_note_touches; drop table audit_touch, audit_touched');
  }
}

const TABLES = `
create table audit_touch (
  surrogate text not null,
  log_id integer not null,
  idx bigint not null,
  primary key (surrogate, log_id, idx)
);
create index audit_touch_of_entry on audit_touch using brin (idx) with (pages_per_range = 16);
comment on table audit_touch is
  'entries by the surrogates of what they read: follows from sidecars, and goes with them';

create table audit_touched (
  log_id integer primary key,
  next bigint not null check (next >= 0)
);
comment on table audit_touched is 'up to which entry of each log audit_touch goes';
`;

// Whoever may read the ledger calls it with the rights of the owner, and no argument of it but the log: it adds what follows from the next entries, and gives how many
// are left. One at a time, and never while a part of a sidecar is being erased: what is on its way out is not written down again.
const NOTE_TOUCHES = `
create function audit_note_touches(of_log integer) returns bigint
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  at_once constant bigint := 2048;
  first bigint;
  size_now bigint;
  until bigint;
begin
  -- Another level would read sidecars as they were before it waited.
  if current_setting('transaction_isolation') <> 'read committed' then raise 'audit_note_touches reads what is committed'; end if;
  perform pg_advisory_xact_lock(hashtext('audit_touch'));
  select size into size_now from audit_head where log_id = of_log;
  select next into first from audit_touched where log_id = of_log;
  first := greatest(coalesce(first, 0), coalesce((select max(end_idx) from audit_retired where log_id = of_log), 0));
  if size_now is null or first >= size_now then return 0; end if;
  until := least(size_now, first + at_once);
  insert into audit_touch (surrogate, log_id, idx)
  select surrogate, log_id, idx from audit_sidecar,
    jsonb_array_elements_text(case when blob is json array then blob::jsonb else '[]' end) as one (surrogate)
   where log_id = of_log and part = 'records' and idx >= first and idx < until
     -- Keys in clear are from before there were surrogates, and are found by nobody.
     and surrogate ~ '^[A-Za-z0-9_-]{12}$'
  on conflict do nothing;
  insert into audit_touched (log_id, next) values (of_log, until) on conflict (log_id) do update set next = excluded.next;
  return size_now - until;
end
$$;
revoke execute on function audit_note_touches from public;
`;
