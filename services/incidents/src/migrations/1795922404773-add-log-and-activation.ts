import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add log and activation. */
export class AddLogAndActivation1795922404773 implements MigrationInterface {
  readonly name = 'AddLogAndActivation1795922404773';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table incident_log_entry (
      id text primary key check (id ~ '^ile_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      position integer not null check (position >= 1),
      written_at timestamptz not null,
      kind text not null check (kind in ('OBSERVATION', 'ACTION', 'NOTIFICATION', 'DECISION', 'HANDOVER', 'CORRECTION')),
      author_role text not null,
      text text not null,
      salt text not null,
      commitment text not null,
      previous_hash text not null,
      hash text not null,
      imported_by text
    )`);
    await runner.query(`create index incident_log_entry_by_handling on incident_log_entry (handling_id, id)`);
    await runner.query(`create index incident_log_entry_by_incident_id on incident_log_entry (incident_id, id)`);
    await runner.query(`create index incident_log_entry_by_position on incident_log_entry (position, id)`);
    await runner.query(`create index incident_log_entry_by_written_at on incident_log_entry (written_at, id)`);
    await runner.query(
      `create unique index incident_log_entry_chain on incident_log_entry (incident_id, handling_id, position)`,
    );
    await bindRows(runner, 'incident_log_entry');
    await letWithdraw(runner, 'incident_log_entry');
    await runner.query(`create table evidence_item (
      id text primary key check (id ~ '^evi_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      kind text not null check (kind in ('PHYSICAL_OBJECT', 'DIGITAL_COPY', 'FOOTAGE', 'DOCUMENT', 'TRACE_SAMPLE')),
      status text not null check (status in ('SECURED', 'IN_CUSTODY', 'HANDED_OVER', 'RETURNED', 'DISPOSED')),
      description text not null,
      secured_at timestamptz not null,
      secured_by text not null,
      place text not null,
      is_inviolable boolean not null,
      content_hash text,
      imported_by text
    )`);
    await runner.query(`create index evidence_item_by_handling on evidence_item (handling_id, id)`);
    await runner.query(`create index evidence_item_by_incident_id on evidence_item (incident_id, id)`);
    await runner.query(`create index evidence_item_by_secured_at on evidence_item (secured_at, id)`);
    await bindRows(runner, 'evidence_item');
    await letWithdraw(runner, 'evidence_item');
    await runner.query(`create table custody_transfer (
      id text primary key check (id ~ '^cus_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      evidence_id text,
      reference text not null,
      position integer not null check (position >= 1),
      at timestamptz not null,
      from_holder text not null,
      to_holder text not null,
      purpose text not null,
      seal_intact boolean not null,
      imported_by text
    )`);
    await runner.query(`create index custody_transfer_by_handling on custody_transfer (handling_id, id)`);
    await runner.query(`create index custody_transfer_by_evidence_id on custody_transfer (evidence_id, id)`);
    await runner.query(`create index custody_transfer_by_position on custody_transfer (position, id)`);
    await runner.query(`create index custody_transfer_by_at on custody_transfer (at, id)`);
    await bindRows(runner, 'custody_transfer');
    await letWithdraw(runner, 'custody_transfer');
    await runner.query(`create table initial_assessment (
      id text primary key check (id ~ '^ias_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      assessed_at timestamptz not null,
      assessed_by_role text not null,
      life_threat boolean not null,
      scale text not null check (scale in ('SINGLE_ROOM', 'BUILDING', 'COMPOUND', 'CITY', 'COUNTRY')),
      trend text not null check (trend in ('IMPROVING', 'STABLE', 'WORSENING', 'UNCLEAR')),
      severity text not null check (severity in ('MINOR', 'MODERATE', 'SEVERE', 'EXTREME')),
      people_at_risk integer check (people_at_risk >= 0),
      text text not null,
      imported_by text
    )`);
    await runner.query(`create index initial_assessment_by_handling on initial_assessment (handling_id, id)`);
    await runner.query(`create index initial_assessment_by_incident_id on initial_assessment (incident_id, id)`);
    await runner.query(`create index initial_assessment_by_assessed_at on initial_assessment (assessed_at, id)`);
    await runner.query(`create index initial_assessment_by_people_at_risk on initial_assessment (people_at_risk, id)`);
    await bindRows(runner, 'initial_assessment');
    await letWithdraw(runner, 'initial_assessment');
    await runner.query(`create table plan_activation (
      id text primary key check (id ~ '^pla_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      plan text not null check (plan in ('EMERGENCY_ACTION_PLAN', 'DRAWDOWN', 'EVACUATION', 'SHELTER_IN_PLACE', 'CONTINUITY', 'CYBER_RESPONSE', 'MEDICAL')),
      plan_ref text not null,
      annex text,
      tripwire text,
      activated_by_role text not null,
      activated_at timestamptz not null,
      stood_down_at timestamptz,
      status text not null check (status in ('ACTIVE', 'STOOD_DOWN')),
      imported_by text,
      check (stood_down_at >= activated_at)
    )`);
    await runner.query(`create index plan_activation_by_handling on plan_activation (handling_id, id)`);
    await runner.query(`create index plan_activation_by_incident_id on plan_activation (incident_id, id)`);
    await runner.query(`create index plan_activation_by_activated_at on plan_activation (activated_at, id)`);
    await runner.query(`create index plan_activation_by_stood_down_at on plan_activation (stood_down_at, id)`);
    await bindRows(runner, 'plan_activation');
    await letWithdraw(runner, 'plan_activation');
    await runner.query(`create table action_card_instance (
      id text primary key check (id ~ '^aci_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      activation_id text,
      reference text not null,
      title text not null,
      owner_role text not null,
      steps text[] not null,
      steps_done integer not null check (steps_done >= 0),
      due_at timestamptz not null,
      done_at timestamptz,
      status text not null check (status in ('OPEN', 'IN_PROGRESS', 'DONE', 'NOT_APPLICABLE')),
      imported_by text
    )`);
    await runner.query(`create index action_card_instance_by_handling on action_card_instance (handling_id, id)`);
    await runner.query(
      `create index action_card_instance_by_activation_id on action_card_instance (activation_id, id)`,
    );
    await runner.query(`create index action_card_instance_by_steps_done on action_card_instance (steps_done, id)`);
    await runner.query(`create index action_card_instance_by_due_at on action_card_instance (due_at, id)`);
    await bindRows(runner, 'action_card_instance');
    await letWithdraw(runner, 'action_card_instance');
    await runner.query(`create table communications_activation (
      id text primary key check (id ~ '^cma_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      tier text not null check (tier in ('PRIMARY', 'ALTERNATE', 'CONTINGENCY', 'EMERGENCY')),
      medium text not null check (medium in ('VHF_RADIO', 'HF_RADIO', 'SATELLITE_PHONE', 'SECURE_VOICE', 'SECURE_MESSAGING', 'MOBILE_PHONE', 'RUNNER')),
      net_id text not null,
      opened_at timestamptz not null,
      opened_by_role text not null,
      tested_at timestamptz,
      is_working boolean not null,
      imported_by text
    )`);
    await runner.query(
      `create index communications_activation_by_handling on communications_activation (handling_id, id)`,
    );
    await runner.query(
      `create index communications_activation_by_incident_id on communications_activation (incident_id, id)`,
    );
    await runner.query(
      `create index communications_activation_by_opened_at on communications_activation (opened_at, id)`,
    );
    await bindRows(runner, 'communications_activation');
    await letWithdraw(runner, 'communications_activation');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table communications_activation`);
    await runner.query(`drop table action_card_instance`);
    await runner.query(`drop table plan_activation`);
    await runner.query(`drop table initial_assessment`);
    await runner.query(`drop table custody_transfer`);
    await runner.query(`drop table evidence_item`);
    await runner.query(`drop table incident_log_entry`);
  }
}
