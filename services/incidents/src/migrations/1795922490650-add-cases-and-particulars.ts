import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add cases and particulars. */
export class AddCasesAndParticulars1795922490650 implements MigrationInterface {
  readonly name = 'AddCasesAndParticulars1795922490650';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table case_study (
      id text primary key check (id ~ '^csy_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      title text not null,
      occurred_on date not null,
      facts text[] not null,
      source text not null,
      confidence text not null check (confidence in ('HIGH', 'MEDIUM', 'LOW')),
      is_verified boolean not null,
      legal_tests text[] not null,
      imported_by text
    )`);
    await runner.query(`create index case_study_by_handling on case_study (handling_id, id)`);
    await runner.query(`create index case_study_by_incident_id on case_study (incident_id, id)`);
    await runner.query(`create index case_study_by_occurred_on on case_study (occurred_on, id)`);
    await bindRows(runner, 'case_study');
    await letWithdraw(runner, 'case_study');
    await runner.query(`create table checked_claim (
      id text primary key check (id ~ '^ccl_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference text not null,
      claim text not null,
      status text not null check (status in ('UNVERIFIED', 'QUALIFIED', 'CORRECTED')),
      finding text not null,
      source text not null,
      imported_by text
    )`);
    await runner.query(`create index checked_claim_by_handling on checked_claim (handling_id, id)`);
    await bindRows(runner, 'checked_claim');
    await letWithdraw(runner, 'checked_claim');
    await runner.query(`create table cyber_incident (
      id text primary key check (id ~ '^cyb_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      vector text not null check (vector in ('PHISHING', 'STOLEN_CREDENTIALS', 'EXPLOITED_VULNERABILITY', 'SUPPLY_CHAIN', 'INSIDER', 'REMOVABLE_MEDIA', 'DENIAL_OF_SERVICE')),
      stage text not null check (stage in ('DETECTED', 'ANALYSED', 'CONTAINED', 'ERADICATED', 'RECOVERED')),
      systems text[] not null,
      techniques text[] not null,
      data_affected text not null,
      records_affected integer check (records_affected >= 0),
      archives_reached boolean not null,
      detected_at timestamptz not null,
      imported_by text
    )`);
    await runner.query(`create index cyber_incident_by_handling on cyber_incident (handling_id, id)`);
    await runner.query(`create index cyber_incident_by_incident_id on cyber_incident (incident_id, id)`);
    await bindRows(runner, 'cyber_incident');
    await letWithdraw(runner, 'cyber_incident');
    await runner.query(`create table attack_phase (
      id text primary key check (id ~ '^aph_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      position integer not null check (position >= 1),
      started_at timestamptz not null,
      means text not null check (means in ('VEHICLE_BOMB', 'SUICIDE_VEST', 'SMALL_ARMS', 'INDIRECT_FIRE', 'DRONE', 'INCENDIARY', 'CROWD', 'BREACHING_TOOLS')),
      text text not null,
      imported_by text
    )`);
    await runner.query(`create index attack_phase_by_handling on attack_phase (handling_id, id)`);
    await runner.query(`create index attack_phase_by_incident_id on attack_phase (incident_id, id)`);
    await runner.query(`create index attack_phase_by_position on attack_phase (position, id)`);
    await runner.query(`create index attack_phase_by_started_at on attack_phase (started_at, id)`);
    await bindRows(runner, 'attack_phase');
    await letWithdraw(runner, 'attack_phase');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table attack_phase`);
    await runner.query(`drop table cyber_incident`);
    await runner.query(`drop table checked_claim`);
    await runner.query(`drop table case_study`);
  }
}
