import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { endOrders, indexOrders } from '@chancery/shared/subgraph/tables/order-indexes';
import { countRows } from '@chancery/shared/subgraph/tables/row-counts';
import { endIndexes, indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import { allowChanges, allowInserts, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Run custody and studies. */
export class RunCustodyAndStudies1795976492591 implements MigrationInterface {
  readonly name = 'RunCustodyAndStudies1795976492591';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table detention add column concerns text not null default 'NATIONAL' check (concerns in ('NATIONAL', 'CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'HONORARY_OFFICER'))`,
    );
    // Those that are there are of nationals; from now on it is said.
    await runner.query(`alter table detention alter column concerns drop default`);
    await runner.query(`alter table detention
      add check (wish = 'NOT_DECIDED' or rights_informed_at is not null),
      add check (rights_informed_at >= detained_at)`);
    await runner.query(`alter table detention add column notice_basis text`);
    await runner.query(`alter table detention add column access_granted_at timestamptz`);
    await runner.query(`alter table detention add column forwarded_at timestamptz`);
    await runner.query(`alter table detention
      add check (access_granted_at >= detained_at),
      add check (forwarded_at >= detained_at)`);
    await allowInserts(runner, 'detention');
    await allowChanges(runner, 'detention', [
      'access_granted_at',
      'forwarded_at',
      'handling_id',
      'notice_basis',
      'notified_at',
      'place',
      'released_at',
      'requested_at',
      'rights_informed_at',
      'wish',
      'withdrawn_at',
    ]);
    await endOrders(runner, 'detention', 'detained_at', 'wish');
    await indexRows(runner, 'detention', 'incident_id mission_id concerns detained_at wish notified_at', 'reference');
    await indexOrders(
      runner,
      'detention',
      'incident_id mission_id concerns detained_at wish notified_at',
      'detained_at',
      'concerns wish',
    );
    await runner.query(`create table consular_visit (
      id text primary key check (id ~ '^cvs_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      detention_id text,
      reference text not null,
      contact text not null check (contact in ('VISIT', 'CORRESPONDENCE', 'LEGAL_REPRESENTATION')),
      visited_at timestamptz not null,
      officer_role text not null,
      account text,
      imported_by text
    )`);
    await bindRows(runner, 'consular_visit');
    await letWithdraw(runner, 'consular_visit');
    await indexRows(runner, 'consular_visit', 'detention_id contact visited_at', 'reference');
    await indexOrders(runner, 'consular_visit', 'detention_id contact visited_at', 'visited_at', 'synthetic contact');
    await countRows(runner, 'consular_visit');
    await allowInserts(runner, 'consular_visit');
    await allowChanges(runner, 'consular_visit', ['account', 'contact', 'officer_role', 'visited_at', 'withdrawn_at']);
    await runner.query(`alter table evac_manifest_entry drop constraint evac_manifest_entry_status_check`);
    await runner.query(
      `alter table evac_manifest_entry add constraint evac_manifest_entry_status_check check (status in ('LISTED', 'CHECKED_IN', 'BOARDED', 'ARRIVED', 'NO_SHOW', 'ACCOUNTED_FOR'))`,
    );
    await runner.query(`alter table case_study add column written_by text`);
    await allowInserts(runner, 'case_study');
    await allowChanges(runner, 'case_study', [
      'confidence',
      'facts',
      'is_verified',
      'legal_tests',
      'occurred_on',
      'source',
      'title',
      'withdrawn_at',
      'written_by',
    ]);
    await allowInserts(runner, 'checked_claim');
    await allowChanges(runner, 'checked_claim', ['claim', 'finding', 'source', 'status', 'withdrawn_at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'checked_claim');
    await runner.query(`drop policy written on checked_claim`);
    await endChanges(runner, 'case_study');
    await runner.query(`drop policy written on case_study`);
    await runner.query(`alter table case_study drop column written_by`);
    await runner.query(`alter table evac_manifest_entry drop constraint evac_manifest_entry_status_check`);
    await runner.query(
      `alter table evac_manifest_entry add constraint evac_manifest_entry_status_check CHECK ((status = ANY (ARRAY['LISTED'::text, 'CHECKED_IN'::text, 'BOARDED'::text, 'ARRIVED'::text, 'NO_SHOW'::text])))`,
    );
    await runner.query(`drop table consular_visit`);
    await endOrders(runner, 'detention', 'detained_at', 'concerns wish');
    await endIndexes(runner, 'detention', 'incident_id mission_id concerns detained_at wish notified_at', 'reference');
    await endChanges(runner, 'detention');
    await runner.query(`drop policy written on detention`);
    await runner.query(`alter table detention drop column forwarded_at`);
    await runner.query(`alter table detention drop column access_granted_at`);
    await runner.query(`alter table detention drop column notice_basis`);
    await runner.query(`alter table detention drop column concerns`);
    await indexRows(runner, 'detention', 'incident_id mission_id detained_at wish notified_at', 'reference');
    await indexOrders(
      runner,
      'detention',
      'incident_id mission_id detained_at wish notified_at',
      'detained_at',
      'wish',
    );
  }
}
