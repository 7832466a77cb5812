import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add sharing and findings. */
export class AddSharingAndFindings1795924108358 implements MigrationInterface {
  readonly name = 'AddSharingAndFindings1795924108358';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table dissemination (
      id text primary key check (id ~ '^dsm_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      mission_id text,
      report_id text,
      warning_id text,
      recipient_state varchar(3) not null check (recipient_state ~ '^[A-Z]{3}$'),
      recipient_agency text not null,
      basis text not null check (basis in ('SHARING_AGREEMENT', 'ORIGINATOR_CONSENT', 'TEARLINE', 'DUTY_TO_WARN', 'HOST_PROTECTION')),
      channel text not null check (channel in ('MINISTRY', 'LIAISON_OFFICER', 'SECURE_NETWORK', 'IN_PERSON')),
      tearline text,
      disseminated_at timestamptz not null,
      imported_by text
    )`);
    await runner.query(`create index dissemination_by_handling on dissemination (handling_id, id)`);
    await runner.query(`create index dissemination_by_reference on dissemination (reference, id)`);
    await runner.query(`create index dissemination_by_mission_id on dissemination (mission_id, id)`);
    await runner.query(`create index dissemination_by_report_id on dissemination (report_id, id)`);
    await runner.query(`create index dissemination_by_warning_id on dissemination (warning_id, id)`);
    await runner.query(`create index dissemination_by_disseminated_at on dissemination (disseminated_at, id)`);
    await bindRows(runner, 'dissemination');
    await letWithdraw(runner, 'dissemination');
    await runner.query(`create table cyber_finding (
      id text primary key check (id ~ '^cyf_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      mission_id text,
      system text not null,
      title text not null,
      severity text not null check (severity in ('INFORMATIONAL', 'LOW', 'MEDIUM', 'HIGH', 'CRITICAL', 'FATAL')),
      status text not null check (status in ('NEW', 'IN_PROGRESS', 'SUPPRESSED', 'RESOLVED')),
      cve text,
      pattern text,
      remedy text not null,
      found_at timestamptz not null,
      resolved_at timestamptz,
      imported_by text,
      check (resolved_at >= found_at)
    )`);
    await runner.query(`create index cyber_finding_by_handling on cyber_finding (handling_id, id)`);
    await runner.query(`create index cyber_finding_by_reference on cyber_finding (reference, id)`);
    await runner.query(`create index cyber_finding_by_mission_id on cyber_finding (mission_id, id)`);
    await runner.query(`create index cyber_finding_by_found_at on cyber_finding (found_at, id)`);
    await runner.query(`create index cyber_finding_by_resolved_at on cyber_finding (resolved_at, id)`);
    await bindRows(runner, 'cyber_finding');
    await letWithdraw(runner, 'cyber_finding');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table cyber_finding`);
    await runner.query(`drop table dissemination`);
  }
}
