import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add decisions and recovery. */
export class AddDecisionsAndRecovery1795922473357 implements MigrationInterface {
  readonly name = 'AddDecisionsAndRecovery1795922473357';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table decision (
      id text primary key check (id ~ '^dec_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      question text not null,
      options text[] not null,
      chosen text not null,
      rationale text not null,
      legal_basis text not null,
      decided_by_role text not null,
      decided_at timestamptz not null,
      review_at timestamptz,
      imported_by text
    )`);
    await runner.query(`create index decision_by_handling on decision (handling_id, id)`);
    await runner.query(`create index decision_by_incident_id on decision (incident_id, id)`);
    await runner.query(`create index decision_by_decided_at on decision (decided_at, id)`);
    await runner.query(`create index decision_by_review_at on decision (review_at, id)`);
    await bindRows(runner, 'decision');
    await letWithdraw(runner, 'decision');
    await runner.query(`create table meeting (
      id text primary key check (id ~ '^mtg_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      body text not null check (body in ('EMERGENCY_ACTION_COMMITTEE', 'CRISIS_CELL', 'COUNTRY_TEAM', 'INTERAGENCY', 'HOST_LIAISON')),
      held_at timestamptz not null,
      chair_role text not null,
      agenda text[] not null,
      actions text[] not null,
      attendance integer not null check (attendance >= 1),
      imported_by text
    )`);
    await runner.query(`create index meeting_by_handling on meeting (handling_id, id)`);
    await runner.query(`create index meeting_by_incident_id on meeting (incident_id, id)`);
    await runner.query(`create index meeting_by_held_at on meeting (held_at, id)`);
    await runner.query(`create index meeting_by_attendance on meeting (attendance, id)`);
    await bindRows(runner, 'meeting');
    await letWithdraw(runner, 'meeting');
    await runner.query(`create table diplomatic_note (
      id text primary key check (id ~ '^dpn_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      mission_id text,
      incident_id text,
      reference text not null,
      kind text not null check (kind in ('NOTE_VERBALE', 'DEMARCHE', 'AIDE_MEMOIRE', 'FIRST_PERSON_NOTE', 'NON_PAPER')),
      from_state varchar(3) not null check (from_state ~ '^[A-Z]{3}$'),
      to_state varchar(3) not null check (to_state ~ '^[A-Z]{3}$'),
      sent_at timestamptz not null,
      subject text not null,
      text text not null,
      imported_by text
    )`);
    await runner.query(`create index diplomatic_note_by_handling on diplomatic_note (handling_id, id)`);
    await runner.query(`create index diplomatic_note_by_mission_id on diplomatic_note (mission_id, id)`);
    await runner.query(`create index diplomatic_note_by_incident_id on diplomatic_note (incident_id, id)`);
    await runner.query(`create index diplomatic_note_by_sent_at on diplomatic_note (sent_at, id)`);
    await bindRows(runner, 'diplomatic_note');
    await letWithdraw(runner, 'diplomatic_note');
    await runner.query(`create table damage_assessment (
      id text primary key check (id ~ '^dmg_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      assessed_at timestamptz not null,
      level text not null check (level in ('NONE', 'MINOR', 'MAJOR', 'DESTROYED')),
      part text not null,
      text text not null,
      cost_estimate integer check (cost_estimate >= 0),
      currency varchar(3),
      reopening_decision text,
      reopened_on date,
      imported_by text
    )`);
    await runner.query(`create index damage_assessment_by_handling on damage_assessment (handling_id, id)`);
    await runner.query(`create index damage_assessment_by_incident_id on damage_assessment (incident_id, id)`);
    await runner.query(`create index damage_assessment_by_assessed_at on damage_assessment (assessed_at, id)`);
    await runner.query(`create index damage_assessment_by_cost_estimate on damage_assessment (cost_estimate, id)`);
    await runner.query(`create index damage_assessment_by_reopened_on on damage_assessment (reopened_on, id)`);
    await bindRows(runner, 'damage_assessment');
    await letWithdraw(runner, 'damage_assessment');
    await runner.query(`create table claim (
      id text primary key check (id ~ '^clm_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      claimant_state varchar(3) not null check (claimant_state ~ '^[A-Z]{3}$'),
      against_state varchar(3) not null check (against_state ~ '^[A-Z]{3}$'),
      basis text not null check (basis in ('STATE_RESPONSIBILITY', 'HOST_DUTY_OF_PROTECTION', 'CONTRACT', 'DOMESTIC_TORT', 'INSURANCE')),
      amount integer check (amount >= 0),
      currency varchar(3),
      status text not null check (status in ('NOTIFIED', 'UNDER_NEGOTIATION', 'ACCEPTED', 'SETTLED', 'REJECTED', 'WITHDRAWN')),
      notified_on date not null,
      text text not null,
      imported_by text
    )`);
    await runner.query(`create index claim_by_handling on claim (handling_id, id)`);
    await runner.query(`create index claim_by_incident_id on claim (incident_id, id)`);
    await runner.query(`create index claim_by_amount on claim (amount, id)`);
    await runner.query(`create index claim_by_notified_on on claim (notified_on, id)`);
    await bindRows(runner, 'claim');
    await letWithdraw(runner, 'claim');
    await runner.query(`create table after_action_report (
      id text primary key check (id ~ '^aar_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      kind text not null check (kind in ('HOT_WASH', 'AFTER_ACTION_REVIEW', 'ACCOUNTABILITY_REVIEW', 'JOINT_REVIEW')),
      status text not null check (status in ('DRAFT', 'AGREED', 'PUBLISHED')),
      completed_on date,
      summary text not null,
      went_well text[] not null,
      went_badly text[] not null,
      root_cause text,
      imported_by text
    )`);
    await runner.query(`create index after_action_report_by_handling on after_action_report (handling_id, id)`);
    await runner.query(`create index after_action_report_by_incident_id on after_action_report (incident_id, id)`);
    await runner.query(`create index after_action_report_by_completed_on on after_action_report (completed_on, id)`);
    await bindRows(runner, 'after_action_report');
    await letWithdraw(runner, 'after_action_report');
    await runner.query(`create table lesson_learned (
      id text primary key check (id ~ '^lsn_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      topic text not null check (topic in ('EARLY_WARNING', 'ACCESS_CONTROL', 'COMMUNICATIONS', 'COMMAND', 'HOST_LIAISON', 'EVACUATION', 'MEDICAL', 'CYBER', 'ARCHIVES', 'LAW')),
      observation text not null,
      lesson text not null,
      recorded_on date not null,
      imported_by text
    )`);
    await runner.query(`create index lesson_learned_by_handling on lesson_learned (handling_id, id)`);
    await runner.query(`create index lesson_learned_by_incident_id on lesson_learned (incident_id, id)`);
    await runner.query(`create index lesson_learned_by_recorded_on on lesson_learned (recorded_on, id)`);
    await bindRows(runner, 'lesson_learned');
    await letWithdraw(runner, 'lesson_learned');
    await runner.query(`create table recommendation (
      id text primary key check (id ~ '^rcm_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      report_id text,
      reference text not null,
      text text not null,
      owner_role text not null,
      priority text not null check (priority in ('IMMEDIATE', 'HIGH', 'ROUTINE')),
      status text not null check (status in ('OPEN', 'ACCEPTED', 'IN_PROGRESS', 'CLOSED', 'REJECTED')),
      due_on date not null,
      closed_on date,
      evidence text,
      imported_by text
    )`);
    await runner.query(`create index recommendation_by_handling on recommendation (handling_id, id)`);
    await runner.query(`create index recommendation_by_report_id on recommendation (report_id, id)`);
    await runner.query(`create index recommendation_by_due_on on recommendation (due_on, id)`);
    await runner.query(`create index recommendation_by_closed_on on recommendation (closed_on, id)`);
    await bindRows(runner, 'recommendation');
    await letWithdraw(runner, 'recommendation');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table recommendation`);
    await runner.query(`drop table lesson_learned`);
    await runner.query(`drop table after_action_report`);
    await runner.query(`drop table claim`);
    await runner.query(`drop table damage_assessment`);
    await runner.query(`drop table diplomatic_note`);
    await runner.query(`drop table meeting`);
    await runner.query(`drop table decision`);
  }
}
