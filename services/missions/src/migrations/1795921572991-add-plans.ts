import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add plans. */
export class AddPlans1795921572991 implements MigrationInterface {
  readonly name = 'AddPlans1795921572991';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table emergency_action_plan (
      id text primary key check (id ~ '^eap_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      scenario text not null check (scenario in ('CIVIL_UNREST', 'ARMED_ATTACK', 'BOMB_THREAT', 'FIRE', 'NATURAL_DISASTER', 'HOSTAGE_TAKING', 'CYBER_ATTACK', 'UAS_ATTACK')),
      version integer not null check (version >= 0),
      status text not null check (status in ('DRAFT', 'APPROVED', 'UNDER_REVIEW', 'SUPERSEDED')),
      approved_by text,
      approved_on date,
      review_due date not null,
      tripwires text[] not null,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index emergency_action_plan_by_handling on emergency_action_plan (handling_id, id)`);
    await runner.query(`create index emergency_action_plan_by_reference on emergency_action_plan (reference, id)`);
    await runner.query(`create index emergency_action_plan_by_review_due on emergency_action_plan (review_due, id)`);
    await runner.query(`create index emergency_action_plan_by_mission_id on emergency_action_plan (mission_id, id)`);
    await bindRows(runner, 'emergency_action_plan');
    await letWithdraw(runner, 'emergency_action_plan');
    await runner.query(`create table plan_annex (
      id text primary key check (id ~ '^pax_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      kind text not null check (kind in ('DRAWDOWN', 'NEO', 'SHELTER_IN_PLACE', 'DESTRUCTION', 'COMMUNICATIONS', 'MEDICAL', 'PUBLIC_INFORMATION')),
      title text not null,
      text text not null,
      plan_id text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index plan_annex_by_handling on plan_annex (handling_id, id)`);
    await runner.query(`create index plan_annex_by_reference on plan_annex (reference, id)`);
    await runner.query(`create index plan_annex_by_plan_id on plan_annex (plan_id, id)`);
    await runner.query(`create index plan_annex_by_mission_id on plan_annex (mission_id, id)`);
    await bindRows(runner, 'plan_annex');
    await letWithdraw(runner, 'plan_annex');
    await runner.query(`create table action_card (
      id text primary key check (id ~ '^acd_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      trigger text not null,
      owner_office varchar(80) not null,
      steps text[] not null,
      minutes integer not null check (minutes >= 0),
      plan_id text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index action_card_by_handling on action_card (handling_id, id)`);
    await runner.query(`create index action_card_by_reference on action_card (reference, id)`);
    await runner.query(`create index action_card_by_minutes on action_card (minutes, id)`);
    await runner.query(`create index action_card_by_plan_id on action_card (plan_id, id)`);
    await runner.query(`create index action_card_by_mission_id on action_card (mission_id, id)`);
    await bindRows(runner, 'action_card');
    await letWithdraw(runner, 'action_card');
    await runner.query(`create table checklist (
      id text primary key check (id ~ '^chk_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      title text not null,
      owner_office varchar(80) not null,
      items text[] not null,
      every_days integer not null check (every_days >= 0),
      done_on date,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index checklist_by_handling on checklist (handling_id, id)`);
    await runner.query(`create index checklist_by_reference on checklist (reference, id)`);
    await runner.query(`create index checklist_by_every_days on checklist (every_days, id)`);
    await runner.query(`create index checklist_by_mission_id on checklist (mission_id, id)`);
    await bindRows(runner, 'checklist');
    await letWithdraw(runner, 'checklist');
    await runner.query(`create table evacuation_plan (
      id text primary key check (id ~ '^evp_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      mode text not null check (mode in ('AUTHORIZED_DEPARTURE', 'ORDERED_DEPARTURE', 'NEO', 'SHELTER_IN_PLACE', 'RELOCATION')),
      assembly_points text[] not null,
      capacity integer not null check (capacity >= 0),
      routes text[] not null,
      destination varchar(3) not null check (destination ~ '^[A-Z]{3}$'),
      transit_states text[] not null,
      review_due date not null,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index evacuation_plan_by_handling on evacuation_plan (handling_id, id)`);
    await runner.query(`create index evacuation_plan_by_reference on evacuation_plan (reference, id)`);
    await runner.query(`create index evacuation_plan_by_capacity on evacuation_plan (capacity, id)`);
    await runner.query(`create index evacuation_plan_by_review_due on evacuation_plan (review_due, id)`);
    await runner.query(`create index evacuation_plan_by_mission_id on evacuation_plan (mission_id, id)`);
    await bindRows(runner, 'evacuation_plan');
    await letWithdraw(runner, 'evacuation_plan');
    await runner.query(`create table continuity_plan (
      id text primary key check (id ~ '^cop_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      essential_functions text[] not null,
      alternate_site text,
      succession_order text[] not null,
      recovery_hours integer not null check (recovery_hours >= 0),
      review_due date not null,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index continuity_plan_by_handling on continuity_plan (handling_id, id)`);
    await runner.query(`create index continuity_plan_by_reference on continuity_plan (reference, id)`);
    await runner.query(`create index continuity_plan_by_recovery_hours on continuity_plan (recovery_hours, id)`);
    await runner.query(`create index continuity_plan_by_review_due on continuity_plan (review_due, id)`);
    await runner.query(`create index continuity_plan_by_mission_id on continuity_plan (mission_id, id)`);
    await bindRows(runner, 'continuity_plan');
    await letWithdraw(runner, 'continuity_plan');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table continuity_plan`);
    await runner.query(`drop table evacuation_plan`);
    await runner.query(`drop table checklist`);
    await runner.query(`drop table action_card`);
    await runner.query(`drop table plan_annex`);
    await runner.query(`drop table emergency_action_plan`);
  }
}
