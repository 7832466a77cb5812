import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add resources and readiness. */
export class AddResourcesAndReadiness1795921622530 implements MigrationInterface {
  readonly name = 'AddResourcesAndReadiness1795921622530';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table resource_stock (
      id text primary key check (id ~ '^rst_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      kind text not null check (kind in ('WATER', 'FOOD', 'FUEL', 'MEDICAL_SUPPLIES', 'BATTERIES', 'PROTECTIVE_EQUIPMENT', 'SHELTER')),
      quantity integer not null check (quantity >= 0),
      unit text not null,
      location text,
      readiness text not null check (readiness in ('R1', 'R2', 'R3', 'R4')),
      checked_on date not null,
      expires_on date,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index resource_stock_by_handling on resource_stock (handling_id, id)`);
    await runner.query(`create index resource_stock_by_reference on resource_stock (reference, id)`);
    await runner.query(`create index resource_stock_by_quantity on resource_stock (quantity, id)`);
    await runner.query(`create index resource_stock_by_checked_on on resource_stock (checked_on, id)`);
    await runner.query(`create index resource_stock_by_mission_id on resource_stock (mission_id, id)`);
    await bindRows(runner, 'resource_stock');
    await letWithdraw(runner, 'resource_stock');
    await runner.query(`create table resource (
      id text primary key check (id ~ '^res_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      kind text not null check (kind in ('PERSONNEL', 'TEAM', 'EQUIPMENT', 'FACILITY', 'SUPPLY', 'TRANSPORT')),
      capability text not null,
      quantity integer not null check (quantity >= 0),
      readiness text not null check (readiness in ('R1', 'R2', 'R3', 'R4')),
      inspected_on date not null,
      expires_on date,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index resource_by_handling on resource (handling_id, id)`);
    await runner.query(`create index resource_by_reference on resource (reference, id)`);
    await runner.query(`create index resource_by_inspected_on on resource (inspected_on, id)`);
    await runner.query(`create index resource_by_mission_id on resource (mission_id, id)`);
    await bindRows(runner, 'resource');
    await letWithdraw(runner, 'resource');
    await runner.query(`create table readiness_score (
      id text primary key check (id ~ '^rds_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      scored_on date not null,
      plan_current boolean not null,
      training_percent integer not null check (training_percent >= 0),
      exercise_age_days integer not null check (exercise_age_days >= 0),
      open_findings integer not null check (open_findings >= 0),
      score integer not null check (score >= 0),
      mission_id text,
      imported_by text,
      check (score <= 100),
      check (training_percent <= 100)
    )`);
    await runner.query(`create index readiness_score_by_handling on readiness_score (handling_id, id)`);
    await runner.query(`create index readiness_score_by_reference on readiness_score (reference, id)`);
    await runner.query(`create index readiness_score_by_scored_on on readiness_score (scored_on, id)`);
    await runner.query(`create index readiness_score_by_score on readiness_score (score, id)`);
    await runner.query(`create index readiness_score_by_mission_id on readiness_score (mission_id, id)`);
    await bindRows(runner, 'readiness_score');
    await letWithdraw(runner, 'readiness_score');
    await runner.query(`create table security_posture (
      id text primary key check (id ~ '^spo_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      components text[] not null,
      coverage_percent integer not null check (coverage_percent >= 0),
      inspected_on date not null,
      deficiencies text[] not null,
      mission_id text,
      imported_by text,
      check (coverage_percent <= 100)
    )`);
    await runner.query(`create index security_posture_by_handling on security_posture (handling_id, id)`);
    await runner.query(`create index security_posture_by_reference on security_posture (reference, id)`);
    await runner.query(`create index security_posture_by_coverage_percent on security_posture (coverage_percent, id)`);
    await runner.query(`create index security_posture_by_inspected_on on security_posture (inspected_on, id)`);
    await runner.query(`create index security_posture_by_mission_id on security_posture (mission_id, id)`);
    await bindRows(runner, 'security_posture');
    await letWithdraw(runner, 'security_posture');
    await runner.query(`create table assessment (
      id text primary key check (id ~ '^asm_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      topic text not null check (topic in ('SECURITY_CULTURE', 'DECISION_MAKING', 'RESILIENCE')),
      assessed_on date not null,
      answers integer not null check (answers >= 0),
      score integer not null check (score >= 0),
      summary text not null,
      mission_id text,
      imported_by text,
      check (score <= 100)
    )`);
    await runner.query(`create index assessment_by_handling on assessment (handling_id, id)`);
    await runner.query(`create index assessment_by_reference on assessment (reference, id)`);
    await runner.query(`create index assessment_by_assessed_on on assessment (assessed_on, id)`);
    await runner.query(`create index assessment_by_score on assessment (score, id)`);
    await runner.query(`create index assessment_by_mission_id on assessment (mission_id, id)`);
    await bindRows(runner, 'assessment');
    await letWithdraw(runner, 'assessment');
    await runner.query(`create table cyber_control (
      id text primary key check (id ~ '^cyc_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      system text not null,
      function text not null check (function in ('GOVERN', 'IDENTIFY', 'PROTECT', 'DETECT', 'RESPOND', 'RECOVER')),
      measure text not null,
      status text not null check (status in ('PLANNED', 'PARTIAL', 'IMPLEMENTED', 'FAILED')),
      checked_on date not null,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index cyber_control_by_handling on cyber_control (handling_id, id)`);
    await runner.query(`create index cyber_control_by_reference on cyber_control (reference, id)`);
    await runner.query(`create index cyber_control_by_checked_on on cyber_control (checked_on, id)`);
    await runner.query(`create index cyber_control_by_mission_id on cyber_control (mission_id, id)`);
    await bindRows(runner, 'cyber_control');
    await letWithdraw(runner, 'cyber_control');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table cyber_control`);
    await runner.query(`drop table assessment`);
    await runner.query(`drop table security_posture`);
    await runner.query(`drop table readiness_score`);
    await runner.query(`drop table resource`);
    await runner.query(`drop table resource_stock`);
  }
}
