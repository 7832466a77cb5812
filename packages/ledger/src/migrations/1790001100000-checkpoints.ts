import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the notary writes: signed checkpoints, the tiles that proofs are made from, and where the entry of a receipt is. */
export class KeepCheckpoints1790001100000 implements MigrationInterface {
  readonly name = 'KeepCheckpoints1790001100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(`do $$ begin
      execute 'grant select on audit_checkpoint, audit_tile, audit_receipt to ' || quote_ident(current_database() || '_loader');
    end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_receipt, audit_tile, audit_checkpoint');
  }
}

const TABLES = `
create table audit_checkpoint (
  log_id integer not null,
  size bigint not null check (size >= 0),
  root bytea not null check (octet_length(root) = 32),
  note text not null,
  signed_at timestamptz not null default clock_timestamp(),
  published_at timestamptz,
  primary key (log_id, size)
);
comment on table audit_checkpoint is 'checkpoints as the notary signed them (C2SP tlog-checkpoint), with the cosignatures of witnesses';

create table audit_tile (
  log_id integer not null,
  level smallint not null check (level between 0 and 63),
  idx bigint not null check (idx >= 0),
  hashes bytea not null check (octet_length(hashes) between 32 and 8192 and octet_length(hashes) % 32 = 0),
  primary key (log_id, level, idx)
);
comment on table audit_tile is 'hashes of the tree (C2SP tlog-tiles), made by the notary from stored entries; the last of a level still grows';

create table audit_receipt (
  receipt text primary key,
  log_id integer not null,
  idx bigint not null
);
comment on table audit_receipt is 'where the entry of a receipt is; made by the notary from stored entries';
`;
