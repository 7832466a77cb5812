import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import {
  allowChanges,
  allowInserts,
  allowPairInserts,
  createLabelSources,
  endChanges,
} from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Command labels. */
export class CommandLabels1795929418073 implements MigrationInterface {
  readonly name = 'CommandLabels1795929418073';

  async up(runner: QueryRunner): Promise<void> {
    await createLabelSources(runner);
    await runner.query(
      `alter table warning add column scope text check (scope in ('PUBLIC', 'RESTRICTED', 'PRIVATE'))`,
    );
    await runner.query(`alter table warning add column restriction text`);
    await runner.query(
      `alter table warning add constraint warning_restricted check ((scope = 'RESTRICTED') = (restriction is not null))`,
    );
    await runner.query(
      `alter table warning add column category text check (category in ('GEO', 'MET', 'SAFETY', 'SECURITY', 'RESCUE', 'FIRE', 'HEALTH', 'ENV', 'TRANSPORT', 'INFRA', 'CBRNE', 'OTHER'))`,
    );
    await runner.query(
      `alter table warning add column response_type text check (response_type in ('SHELTER', 'EVACUATE', 'PREPARE', 'EXECUTE', 'AVOID', 'MONITOR', 'ASSESS', 'ALL_CLEAR', 'NONE'))`,
    );
    await runner.query(`alter table warning add column instruction text`);
    await runner.query(`alter table warning add column tearline_to text[]`);
    await allowInserts(runner, 'warning');
    await allowChanges(runner, 'warning', [
      'area',
      'body',
      'certainty',
      'expires_at',
      'handling_id',
      'instruction',
      'msg_type',
      'response_type',
      'severity',
      'tearline',
      'urgency',
    ]);
    await allowPairInserts(runner, 'warning_mission', 'warning', 'warning_id');
    await allowChanges(runner, 'intel_report', ['handling_id']);
    await allowChanges(runner, 'threat_assessment', ['handling_id']);
    await runner.query(`create table threat_level (
      id text primary key check (id ~ '^tlv_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      mission_id text,
      priority text not null check (priority in ('CRITICAL', 'HIGH', 'MEDIUM', 'LOW')),
      told_to varchar(3) not null check (told_to ~ '^[A-Z]{3}$'),
      told_on date not null,
      imported_by text
    )`);
    await runner.query(`create index threat_level_by_handling on threat_level (handling_id, id)`);
    await runner.query(`create index threat_level_by_reference on threat_level (reference, id)`);
    await runner.query(`create index threat_level_by_mission_id on threat_level (mission_id, id)`);
    await runner.query(`create index threat_level_by_told_on on threat_level (told_on, id)`);
    await bindRows(runner, 'threat_level');
    await letWithdraw(runner, 'threat_level');
    await allowInserts(runner, 'threat_level');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table threat_level`);
    await endChanges(runner, 'threat_assessment');
    await endChanges(runner, 'intel_report');
    await runner.query(`drop policy written on warning_mission`);
    await allowChanges(runner, 'warning', [
      'area',
      'body',
      'certainty',
      'expires_at',
      'msg_type',
      'severity',
      'tearline',
      'urgency',
    ]);
    await runner.query(`drop policy written on warning`);
    await runner.query(`alter table warning drop column tearline_to`);
    await runner.query(`alter table warning drop column instruction`);
    await runner.query(`alter table warning drop column response_type`);
    await runner.query(`alter table warning drop column category`);
    await runner.query(`alter table warning drop column restriction`);
    await runner.query(`alter table warning drop column scope`);
    await runner.query(`drop table if exists label_source`);
  }
}
