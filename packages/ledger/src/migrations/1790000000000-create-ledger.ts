import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables of the ledger, its first log, and what the two login roles may do with them. */
export class CreateLedger1790000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table audit_snapshot, audit_profile, audit_handling, audit_sidecar, audit_leaf_hash, audit_entry, audit_head',
    );
  }
}

const TABLES = `
create table audit_head (
  log_id integer primary key,
  size bigint not null check (size >= 0),
  peaks bytea not null check (octet_length(peaks) % 32 = 0)
) with (fillfactor = 10);
comment on table audit_head is 'right edge of each log (RFC 6962): moved by compare-and-set with the entries of a batch';

create table audit_entry (
  log_id integer not null,
  idx bigint not null check (idx >= 0),
  leaf text not null check (octet_length(leaf) <= 16384),
  primary key (log_id, idx)
);
comment on table audit_entry is 'entries; the bytes of leaf are what the tree hashes';

create table audit_leaf_hash (
  log_id integer not null,
  first_idx bigint not null,
  hashes bytea not null check (octet_length(hashes) > 0 and octet_length(hashes) % 32 = 0),
  primary key (log_id, first_idx)
);
comment on table audit_leaf_hash is 'leaf hashes, a row for each batch: tells which entry was altered, where the root tells only that one was';

create table audit_sidecar (
  log_id integer not null,
  idx bigint not null,
  part text not null check (part in ('access', 'records', 'private')),
  salt bytea not null check (octet_length(salt) = 32),
  blob text not null,
  primary key (log_id, idx, part)
);
comment on table audit_sidecar is 'what entries commit to and do not hold: can be erased, the tree still verifies';

create table audit_handling (digest text primary key, text text not null);
create table audit_profile (digest text primary key, text text not null);
create table audit_snapshot (digest text primary key, text text not null);

insert into audit_head (log_id, size, peaks) values (1, 0, '');
`;

// The writer cannot read what it wrote, and can change nothing but the head: a stolen gateway credential forges no past.
const GRANTS = `
do $$
declare
  service text := quote_ident(current_database() || '_service');
  loader text := quote_ident(current_database() || '_loader');
begin
  execute 'grant insert on audit_entry, audit_leaf_hash, audit_sidecar, audit_handling, audit_profile, audit_snapshot to ' || service;
  execute 'grant select on audit_head to ' || service;
  execute 'grant update (size, peaks) on audit_head to ' || service;
  execute 'grant select (log_id, idx) on audit_entry to ' || service;
  execute 'grant select on audit_head, audit_entry, audit_leaf_hash, audit_sidecar, audit_handling, audit_profile, audit_snapshot to ' || loader;
end
$$;
`;
