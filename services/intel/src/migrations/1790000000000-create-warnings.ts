import { createReferenceTable } from '@chancery/shared/subgraph/outbox/outbox';
import { bindRows, bindRowsTo, createHandlingTable } from '@chancery/shared/subgraph/tables/labelled-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Warnings, and the posts that they concern. */
export class CreateWarnings1790000000000 implements MigrationInterface {
  readonly name = 'CreateWarnings1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createHandlingTable(runner);
    await createReferenceTable(runner, 'mission_ref');
    await runner.query(`create table warning (
      id text primary key,
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference text not null,
      status text not null check (status in ('ACTUAL', 'EXERCISE', 'SYSTEM', 'TEST', 'DRAFT')),
      urgency text not null check (urgency in ('IMMEDIATE', 'EXPECTED', 'FUTURE', 'PAST', 'UNKNOWN')),
      severity text not null check (severity in ('EXTREME', 'SEVERE', 'MODERATE', 'MINOR', 'UNKNOWN')),
      certainty text not null check (certainty in ('OBSERVED', 'LIKELY', 'POSSIBLE', 'UNLIKELY', 'UNKNOWN')),
      area text,
      sent_at timestamptz not null,
      expires_at timestamptz check (expires_at > sent_at),
      tearline text,
      body text not null,
      source_ref text
    )`);
    await runner.query('create index warning_by_instant on warning (sent_at desc, id)');
    await runner.query('create index warning_by_handling on warning (handling_id, id)');
    await bindRows(runner, 'warning');
    // `mission_id` refers to no table: a link may be older than the news of its post, and is hidden until then.
    await runner.query(`create table warning_mission (
      warning_id text not null references warning (id),
      mission_id text not null,
      primary key (warning_id, mission_id)
    )`);
    await runner.query('create index warning_by_mission on warning_mission (mission_id, warning_id)');
    await bindRowsTo(runner, 'warning_mission', 'warning', 'warning_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['warning_mission', 'warning', 'mission_ref', 'handling']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
