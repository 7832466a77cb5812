import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add collection. */
export class AddCollection1795924038436 implements MigrationInterface {
  readonly name = 'AddCollection1795924038436';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table collection_requirement (
      id text primary key check (id ~ '^pir_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      mission_id text,
      kind text not null check (kind in ('PIR', 'SIR', 'RFI')),
      question text not null,
      justification text,
      opened_at timestamptz not null,
      ltiov timestamptz,
      status text not null check (status in ('OPEN', 'TASKED', 'SATISFIED', 'EXPIRED', 'CANCELLED')),
      owner_role text not null,
      imported_by text,
      check (ltiov > opened_at)
    )`);
    await runner.query(`create index collection_requirement_by_handling on collection_requirement (handling_id, id)`);
    await runner.query(`create index collection_requirement_by_reference on collection_requirement (reference, id)`);
    await runner.query(`create index collection_requirement_by_mission_id on collection_requirement (mission_id, id)`);
    await runner.query(`create index collection_requirement_by_opened_at on collection_requirement (opened_at, id)`);
    await runner.query(`create index collection_requirement_by_ltiov on collection_requirement (ltiov, id)`);
    await bindRows(runner, 'collection_requirement');
    await letWithdraw(runner, 'collection_requirement');
    await runner.query(`create table source (
      id text primary key check (id ~ '^src_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      mission_id text,
      pseudonym text,
      kind text not null check (kind in ('HUMAN', 'TECHNICAL', 'OPEN', 'LIAISON')),
      reliability text not null check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
      status text not null check (status in ('ACTIVE', 'DORMANT', 'CLOSED')),
      access text,
      reports_since date not null,
      reviewed_on date,
      imported_by text
    )`);
    await runner.query(`create index source_by_handling on source (handling_id, id)`);
    await runner.query(`create index source_by_reference on source (reference, id)`);
    await runner.query(`create index source_by_mission_id on source (mission_id, id)`);
    await runner.query(`create index source_by_reports_since on source (reports_since, id)`);
    await runner.query(`create index source_by_reviewed_on on source (reviewed_on, id)`);
    await bindRows(runner, 'source');
    await letWithdraw(runner, 'source');
    await runner.query(`create table intel_report (
      id text primary key check (id ~ '^rpt_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      mission_id text,
      requirement_id text,
      source_id text,
      discipline text not null check (discipline in ('HUMINT', 'SIGINT', 'OSINT')),
      title text not null,
      body text not null,
      reliability text not null check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
      credibility integer not null check (credibility >= 1),
      evaluation_comment text,
      acquired_at timestamptz not null,
      reported_at timestamptz not null,
      origin_country varchar(3) check (origin_country ~ '^[A-Z]{3}$'),
      selector_ref text,
      collection_ref text,
      url text,
      publisher text,
      captured_at timestamptz,
      archive_hash text,
      imported_by text,
      check (credibility <= 6),
      check (reported_at >= acquired_at)
    )`);
    await runner.query(`create index intel_report_by_handling on intel_report (handling_id, id)`);
    await runner.query(`create index intel_report_by_reference on intel_report (reference, id)`);
    await runner.query(`create index intel_report_by_mission_id on intel_report (mission_id, id)`);
    await runner.query(`create index intel_report_by_requirement_id on intel_report (requirement_id, id)`);
    await runner.query(`create index intel_report_by_source_id on intel_report (source_id, id)`);
    await runner.query(`create index intel_report_by_credibility on intel_report (credibility, id)`);
    await runner.query(`create index intel_report_by_acquired_at on intel_report (acquired_at, id)`);
    await runner.query(`create index intel_report_by_reported_at on intel_report (reported_at, id)`);
    await bindRows(runner, 'intel_report');
    await letWithdraw(runner, 'intel_report');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table intel_report`);
    await runner.query(`drop table source`);
    await runner.query(`drop table collection_requirement`);
  }
}
