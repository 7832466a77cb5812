import { createEventTable, dropEventTable, tellRows } from '@chancery/shared/subgraph/events/event-table';
import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add watch. */
export class AddWatch1795921530997 implements MigrationInterface {
  readonly name = 'AddWatch1795921530997';

  async up(runner: QueryRunner): Promise<void> {
    await createEventTable(runner);
    await runner.query(`create table security_team (
      id text primary key check (id ~ '^stm_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      kind text not null check (kind in ('REGIONAL_SECURITY_OFFICE', 'MARINE_SECURITY_GUARD', 'LOCAL_GUARD_FORCE', 'CLOSE_PROTECTION', 'HOST_POLICE', 'CONTRACT')),
      strength integer not null check (strength >= 0),
      shifts integer not null check (shifts >= 0),
      armed boolean not null,
      training_status text not null check (training_status in ('CURRENT', 'DUE', 'LAPSED')),
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index security_team_by_handling on security_team (handling_id, id)`);
    await runner.query(`create index security_team_by_reference on security_team (reference, id)`);
    await runner.query(`create index security_team_by_strength on security_team (strength, id)`);
    await runner.query(`create index security_team_by_mission_id on security_team (mission_id, id)`);
    await bindRows(runner, 'security_team');
    await letWithdraw(runner, 'security_team');
    await runner.query(`create table guard_post (
      id text primary key check (id ~ '^gpt_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      place text not null,
      strength integer not null check (strength >= 0),
      hours text not null,
      orders text not null,
      team_id text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index guard_post_by_handling on guard_post (handling_id, id)`);
    await runner.query(`create index guard_post_by_reference on guard_post (reference, id)`);
    await runner.query(`create index guard_post_by_team_id on guard_post (team_id, id)`);
    await runner.query(`create index guard_post_by_mission_id on guard_post (mission_id, id)`);
    await bindRows(runner, 'guard_post');
    await letWithdraw(runner, 'guard_post');
    await runner.query(`create table sensor (
      id text primary key check (id ~ '^sns_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      kind text not null check (kind in ('CCTV', 'PIDS', 'MOTION', 'DOOR_CONTACT', 'GLASS_BREAK', 'DURESS_BUTTON', 'SMOKE', 'UAS_DETECTION')),
      area text not null check (area in ('INTERIOR', 'PERIMETER', 'PUBLIC')),
      zone text not null,
      basis text check (basis in ('PREMISES_OF_THE_MISSION', 'HOST_PERMISSION', 'HOST_POLICE_RECORDING')),
      retention_days integer check (retention_days >= 0),
      status text not null check (status in ('OPERATIONAL', 'DEGRADED', 'OFFLINE')),
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index sensor_by_handling on sensor (handling_id, id)`);
    await runner.query(`create index sensor_by_reference on sensor (reference, id)`);
    await runner.query(`create index sensor_by_mission_id on sensor (mission_id, id)`);
    await bindRows(runner, 'sensor');
    await letWithdraw(runner, 'sensor');
    await runner.query(`create table alarm_event (
      id text primary key check (id ~ '^alm_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      kind text not null check (kind in ('INTRUSION', 'FORCED_DOOR', 'DURESS', 'FIRE', 'TAMPERING', 'VEHICLE', 'UAS')),
      severity text not null check (severity in ('LOW', 'MODERATE', 'HIGH', 'CRITICAL')),
      zone text not null,
      raised_at timestamptz not null,
      status text not null check (status in ('RAISED', 'ACKNOWLEDGED', 'RESOLVED', 'FALSE_ALARM')),
      acknowledged_by text,
      acknowledged_at timestamptz,
      cause text,
      sensor_id text,
      mission_id text,
      imported_by text,
      check (acknowledged_at >= raised_at)
    )`);
    await runner.query(`create index alarm_event_by_handling on alarm_event (handling_id, id)`);
    await runner.query(`create index alarm_event_by_reference on alarm_event (reference, id)`);
    await runner.query(`create index alarm_event_by_raised_at on alarm_event (raised_at, id)`);
    await runner.query(`create index alarm_event_by_sensor_id on alarm_event (sensor_id, id)`);
    await runner.query(`create index alarm_event_by_mission_id on alarm_event (mission_id, id)`);
    await bindRows(runner, 'alarm_event');
    await letWithdraw(runner, 'alarm_event');
    await tellRows(runner, 'alarm_event', 'AlarmEvent');
    await runner.query(`create table footage (
      id text primary key check (id ~ '^ftg_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      ref text not null,
      digest text not null,
      recorded_from timestamptz not null,
      recorded_until timestamptz not null,
      kept_until date,
      basis text not null check (basis in ('PREMISES_OF_THE_MISSION', 'HOST_PERMISSION', 'HOST_POLICE_RECORDING')),
      sensor_id text,
      mission_id text,
      imported_by text,
      check (recorded_until > recorded_from)
    )`);
    await runner.query(`create index footage_by_handling on footage (handling_id, id)`);
    await runner.query(`create index footage_by_reference on footage (reference, id)`);
    await runner.query(`create index footage_by_recorded_from on footage (recorded_from, id)`);
    await runner.query(`create index footage_by_sensor_id on footage (sensor_id, id)`);
    await runner.query(`create index footage_by_mission_id on footage (mission_id, id)`);
    await bindRows(runner, 'footage');
    await letWithdraw(runner, 'footage');
    await runner.query(`create table suspicious_activity_report (
      id text primary key check (id ~ '^sar_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      observed_at timestamptz not null,
      place text not null,
      text text not null,
      passed_to text,
      guard_post_id text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(
      `create index suspicious_activity_report_by_handling on suspicious_activity_report (handling_id, id)`,
    );
    await runner.query(
      `create index suspicious_activity_report_by_reference on suspicious_activity_report (reference, id)`,
    );
    await runner.query(
      `create index suspicious_activity_report_by_observed_at on suspicious_activity_report (observed_at, id)`,
    );
    await runner.query(
      `create index suspicious_activity_report_by_guard_post_id on suspicious_activity_report (guard_post_id, id)`,
    );
    await runner.query(
      `create index suspicious_activity_report_by_mission_id on suspicious_activity_report (mission_id, id)`,
    );
    await bindRows(runner, 'suspicious_activity_report');
    await letWithdraw(runner, 'suspicious_activity_report');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table suspicious_activity_report`);
    await runner.query(`drop table footage`);
    await runner.query(`drop table alarm_event`);
    await runner.query(`drop table sensor`);
    await runner.query(`drop table guard_post`);
    await runner.query(`drop table security_team`);
    await dropEventTable(runner);
  }
}
