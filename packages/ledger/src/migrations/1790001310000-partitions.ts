import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables with a row for each entry or batch, and the column that says which. */
const TABLES = [
  ['audit_entry', 'idx'],
  ['audit_leaf_hash', 'first_idx'],
  ['audit_sidecar', 'idx'],
] as const;

/**
 * Entries in partitions by their index, so that old ones are dropped and not deleted; what is left of those that were retired; and what is
 * held for a court. Entries that are there become the first partition as they stand.
 */
export class PartitionEntries1790001310000 implements MigrationInterface {
  readonly name = 'PartitionEntries1790001310000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(OPEN_PARTITIONS);
    await runner.query(`create temp table logs on commit drop as
      select log_id, coalesce((select size from audit_head as head where head.log_id = each.log_id), 0) / 1048576 as place
        from (select log_id from audit_head union select log_id from audit_entry) as each`);
    for (const [table, column] of TABLES) await runner.query(partition(table, column));
    await runner.query('select audit_open_partitions(log_id) from audit_head');
    await runner.query(RETIREMENT);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_retired, audit_hold; drop function audit_open_partitions');
    for (const [table] of TABLES) {
      await runner.query(`create table ${table}_whole (like ${table} including all);
        insert into ${table}_whole table ${table}; drop table ${table}; alter table ${table}_whole rename to ${table};
        alter table ${table} rename constraint ${table}_whole_pkey to ${table}_pkey`);
    }
    await runner.query(GRANTS);
  }
}

// Who appends calls it with the rights of the owner, and no argument of it but the log: it opens the partition of the head and the next one.
// To attach one locks out neither writers nor readers (share update exclusive), which a default partition would.
const OPEN_PARTITIONS = `
create function audit_open_partitions(of_log integer) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  width constant bigint := 1048576;
  place bigint;
  parent text;
  part text;
begin
  perform pg_advisory_xact_lock(hashtext('audit_open_partitions'));
  for place in select size / width + ahead from audit_head, generate_series(0, 1) as ahead where log_id = of_log loop
    foreach parent in array array['audit_entry', 'audit_leaf_hash', 'audit_sidecar'] loop
      part := format('%s_%s_%s', parent, of_log, place);
      if to_regclass(part) is null then
        execute format('create table %I (like %I including all)', part, parent);
        execute format('alter table %I attach partition %I for values from (%s, %s) to (%s, %s)',
          parent, part, of_log, place * width, of_log, (place + 1) * width);
      end if;
    end loop;
  end loop;
end
$$;
revoke execute on function audit_open_partitions from public;
`;

/** Attaches the rows of the first log where they are, and moves those of the others, which are few. */
const partition = (table: string, column: string): string => `
alter table ${table} rename to ${table}_old;
alter table ${table}_old rename constraint ${table}_pkey to ${table}_old_pkey;
create table ${table} (like ${table}_old including all) partition by range (log_id, ${column});
create temp table moved on commit drop as table ${table}_old with no data;
with gone as (delete from ${table}_old where log_id <> 1 returning *) insert into moved table gone;
do $$
declare
  own record;
  part text;
begin
  for own in select * from logs loop
    part := format('${table}_%s_%s', own.log_id, own.place);
    if own.log_id = 1 then execute format('alter table ${table}_old rename to %I', part);
    else execute format('create table %I (like ${table} including all)', part);
    end if;
    execute format('alter table ${table} attach partition %I for values from (%s, minvalue) to (%s, %s)',
      part, own.log_id, own.log_id, (own.place + 1) * 1048576);
  end loop;
end
$$;
insert into ${table} table moved;
drop table moved;
`;

const RETIREMENT = `
create table audit_retired (
  log_id integer not null,
  end_idx bigint not null check (end_idx > 0 and end_idx % 256 = 0),
  peaks bytea not null check (octet_length(peaks) > 0 and octet_length(peaks) % 32 = 0),
  entry_idx bigint not null,
  note text,
  primary key (log_id, end_idx)
);
comment on table audit_retired is
  'up to where entries were retired (minimum index in C2SP tlog-tiles): right edge of the tree there, the entry that says so, and the notary''s word';

create table audit_hold (
  hold text primary key,
  log_id integer not null,
  first_idx bigint not null check (first_idx >= 0),
  end_idx bigint check (end_idx > first_idx),
  ordered_by text not null,
  placed_at timestamptz not null default clock_timestamp(),
  lifted_at timestamptz
);
comment on table audit_hold is
  'entries that are held for a proceeding (legal hold), from one index to before another or for ever: never retired while it stands';
`;

const GRANTS = `
do $$
declare
  service text := quote_ident(current_database() || '_service');
  loader text := quote_ident(current_database() || '_loader');
begin
  execute 'grant insert on audit_entry, audit_leaf_hash, audit_sidecar to ' || service;
  execute 'grant select (log_id, idx) on audit_entry to ' || service;
  execute 'grant select on audit_entry, audit_leaf_hash, audit_sidecar to ' || loader;
  if to_regclass('audit_retired') is not null then
    execute 'grant execute on function audit_open_partitions to ' || service;
    execute 'grant select on audit_retired, audit_hold to ' || loader;
  end if;
end
$$;
`;
