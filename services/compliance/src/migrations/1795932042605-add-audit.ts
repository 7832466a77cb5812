import { bindRows, bindRowsTo } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { endProjecting, letLoaderProject } from '../audit/audit-tables.js';

/** Add audit. */
export class AddAudit1795932042605 implements MigrationInterface {
  readonly name = 'AddAudit1795932042605';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table audit_entry (
      id text primary key check (id ~ '^aud_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      receipt text not null,
      log_number integer not null check (log_number >= 0),
      position integer not null check (position >= 0),
      recorded_at timestamptz not null,
      kind text not null check (kind in ('READ', 'ATTEMPT', 'OUTCOME', 'EVENT', 'REFUSED', 'AUDIT_READ', 'ACT', 'POLICY', 'ERASURE', 'HEARTBEAT', 'HEADS')),
      failure text,
      agency text not null,
      subject text not null,
      purpose text,
      case_reference text,
      operation text,
      document text,
      asked_by text[] not null,
      acts text[] not null,
      stated_basis text,
      policy text not null,
      snapshot integer check (snapshot >= 0),
      disclosed integer not null check (disclosed >= 0),
      withheld integer not null check (withheld >= 0),
      clipped text[] not null,
      imported_by text
    )`);
    await runner.query(`create index audit_entry_by_handling on audit_entry (handling_id, id)`);
    await runner.query(`create index audit_entry_by_position on audit_entry (position, id)`);
    await runner.query(`create index audit_entry_by_recorded_at on audit_entry (recorded_at, id)`);
    await bindRows(runner, 'audit_entry');
    await letWithdraw(runner, 'audit_entry');
    await runner.query(`create table audited_access (
      id text primary key check (id ~ '^aac_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      receipt text not null,
      recorded_at timestamptz not null,
      side text not null check (side in ('OWNER', 'REQUESTER')),
      decision text not null check (decision in ('ALLOWED', 'WITHHELD', 'HIDDEN', 'INTERNAL')),
      coordinate text not null,
      rank integer not null check (rank >= 0),
      count integer not null check (count >= 0),
      owner text,
      agency text not null,
      represents text not null,
      subject text not null,
      purpose text,
      case_reference text,
      rule text,
      rules text[] not null,
      act text,
      acts text[] not null,
      imported_by text
    )`);
    await runner.query(`create index audited_access_by_handling on audited_access (handling_id, id)`);
    await runner.query(`create index audited_access_by_recorded_at on audited_access (recorded_at, id)`);
    await runner.query(`create index audited_access_by_rank on audited_access (rank, id)`);
    await runner.query(`create index audited_access_by_count on audited_access (count, id)`);
    await bindRows(runner, 'audited_access');
    await letWithdraw(runner, 'audited_access');
    await runner.query(`create table audited_access_mission (
      audited_access_id text not null references audited_access (id),
      mission_id text not null,
      primary key (audited_access_id, mission_id)
    )`);
    await runner.query(
      `create index audited_access_mission_by_target on audited_access_mission (mission_id, audited_access_id)`,
    );
    await bindRowsTo(runner, 'audited_access_mission', 'audited_access', 'audited_access_id');
    await letLoaderProject(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endProjecting(runner);
    await runner.query(`drop table audited_access_mission`);
    await runner.query(`drop table audited_access`);
    await runner.query(`drop table audit_entry`);
  }
}
