import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add evacuation and situation. */
export class AddEvacuationAndSituation1795922451597 implements MigrationInterface {
  readonly name = 'AddEvacuationAndSituation1795922451597';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table evacuation_operation (
      id text primary key check (id ~ '^evo_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      mission_id text,
      incident_id text,
      reference text not null,
      mode text not null check (mode in ('AUTHORIZED_DEPARTURE', 'ORDERED_DEPARTURE', 'NEO', 'SHELTER_IN_PLACE', 'RELOCATION')),
      status text not null check (status in ('ORDERED', 'ASSEMBLING', 'UNDER_WAY', 'COMPLETED', 'CANCELLED')),
      ordered_at timestamptz not null,
      ordered_by_role text not null,
      window_starts_at timestamptz,
      window_ends_at timestamptz,
      assembly_point text not null,
      destination text not null,
      transit_states text[] not null,
      capacity integer not null check (capacity >= 0),
      expected integer not null check (expected >= 0),
      route text not null,
      imported_by text,
      check (window_ends_at > window_starts_at)
    )`);
    await runner.query(`create index evacuation_operation_by_handling on evacuation_operation (handling_id, id)`);
    await runner.query(`create index evacuation_operation_by_mission_id on evacuation_operation (mission_id, id)`);
    await runner.query(`create index evacuation_operation_by_incident_id on evacuation_operation (incident_id, id)`);
    await runner.query(`create index evacuation_operation_by_ordered_at on evacuation_operation (ordered_at, id)`);
    await runner.query(
      `create index evacuation_operation_by_window_starts_at on evacuation_operation (window_starts_at, id)`,
    );
    await runner.query(
      `create index evacuation_operation_by_window_ends_at on evacuation_operation (window_ends_at, id)`,
    );
    await runner.query(`create index evacuation_operation_by_capacity on evacuation_operation (capacity, id)`);
    await runner.query(`create index evacuation_operation_by_expected on evacuation_operation (expected, id)`);
    await bindRows(runner, 'evacuation_operation');
    await letWithdraw(runner, 'evacuation_operation');
    await runner.query(`create table evac_manifest_entry (
      id text primary key check (id ~ '^eme_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      operation_id text,
      reference text not null,
      person_ref text not null,
      kind text not null check (kind in ('POST_STAFF', 'LOCAL_STAFF', 'FAMILY_MEMBER', 'OWN_NATIONAL', 'PARTNER_NATIONAL')),
      nationality varchar(3) not null check (nationality ~ '^[A-Z]{3}$'),
      document_kind text not null check (document_kind in ('DIPLOMATIC_PASSPORT', 'SERVICE_PASSPORT', 'PASSPORT', 'EMERGENCY_TRAVEL_DOCUMENT', 'NONE')),
      document_no text,
      medical text,
      status text not null check (status in ('LISTED', 'CHECKED_IN', 'BOARDED', 'ARRIVED', 'NO_SHOW')),
      checked_in_at timestamptz,
      assembly_point text,
      imported_by text
    )`);
    await runner.query(`create index evac_manifest_entry_by_handling on evac_manifest_entry (handling_id, id)`);
    await runner.query(`create index evac_manifest_entry_by_operation_id on evac_manifest_entry (operation_id, id)`);
    await runner.query(`create index evac_manifest_entry_by_checked_in_at on evac_manifest_entry (checked_in_at, id)`);
    await bindRows(runner, 'evac_manifest_entry');
    await letWithdraw(runner, 'evac_manifest_entry');
    await runner.query(`create table casualty_summary (
      id text primary key check (id ~ '^csm_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      counted_at timestamptz not null,
      dead integer not null check (dead >= 0),
      injured integer not null check (injured >= 0),
      missing integer not null check (missing >= 0),
      accounted_for integer not null check (accounted_for >= 0),
      is_confirmed boolean not null,
      conditions text,
      imported_by text
    )`);
    await runner.query(`create index casualty_summary_by_handling on casualty_summary (handling_id, id)`);
    await runner.query(`create index casualty_summary_by_incident_id on casualty_summary (incident_id, id)`);
    await runner.query(`create index casualty_summary_by_counted_at on casualty_summary (counted_at, id)`);
    await runner.query(`create index casualty_summary_by_injured on casualty_summary (injured, id)`);
    await runner.query(`create index casualty_summary_by_missing on casualty_summary (missing, id)`);
    await runner.query(`create index casualty_summary_by_accounted_for on casualty_summary (accounted_for, id)`);
    await bindRows(runner, 'casualty_summary');
    await letWithdraw(runner, 'casualty_summary');
    await runner.query(`create table situation_report (
      id text primary key check (id ~ '^sit_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      number integer not null check (number >= 1),
      kind text not null check (kind in ('FIELD_OBSERVATION', 'SITUATION_INFORMATION', 'RESPONSE_RESOURCES_TOTALS', 'CASUALTY_AND_ILLNESS_SUMMARY', 'MANAGEMENT_REPORTING_SUMMARY')),
      country varchar(3) not null check (country ~ '^[A-Z]{3}$'),
      period_starts_at timestamptz not null,
      period_ends_at timestamptz not null,
      confidence text not null check (confidence in ('HIGHLY_CONFIDENT', 'SOMEWHAT_CONFIDENT', 'UNSURE', 'NO_CONFIDENCE')),
      headline text not null,
      body text not null,
      outlook text not null,
      author_role text not null,
      imported_by text,
      check (period_ends_at > period_starts_at)
    )`);
    await runner.query(`create index situation_report_by_handling on situation_report (handling_id, id)`);
    await runner.query(`create index situation_report_by_incident_id on situation_report (incident_id, id)`);
    await runner.query(`create index situation_report_by_number on situation_report (number, id)`);
    await runner.query(`create index situation_report_by_period_starts_at on situation_report (period_starts_at, id)`);
    await runner.query(`create index situation_report_by_period_ends_at on situation_report (period_ends_at, id)`);
    await bindRows(runner, 'situation_report');
    await letWithdraw(runner, 'situation_report');
    await runner.query(`create table situation_update (
      id text primary key check (id ~ '^siu_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      at timestamptz not null,
      text text not null,
      author_role text not null,
      imported_by text
    )`);
    await runner.query(`create index situation_update_by_handling on situation_update (handling_id, id)`);
    await runner.query(`create index situation_update_by_incident_id on situation_update (incident_id, id)`);
    await runner.query(`create index situation_update_by_at on situation_update (at, id)`);
    await bindRows(runner, 'situation_update');
    await letWithdraw(runner, 'situation_update');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table situation_update`);
    await runner.query(`drop table situation_report`);
    await runner.query(`drop table casualty_summary`);
    await runner.query(`drop table evac_manifest_entry`);
    await runner.query(`drop table evacuation_operation`);
  }
}
