import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add communications. */
export class AddCommunications1795921549417 implements MigrationInterface {
  readonly name = 'AddCommunications1795921549417';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table comms_plan (
      id text primary key check (id ~ '^cpl_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      title text not null,
      version integer not null check (version >= 0),
      approved_by text,
      review_due date not null,
      instruction text not null,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index comms_plan_by_handling on comms_plan (handling_id, id)`);
    await runner.query(`create index comms_plan_by_reference on comms_plan (reference, id)`);
    await runner.query(`create index comms_plan_by_review_due on comms_plan (review_due, id)`);
    await runner.query(`create index comms_plan_by_mission_id on comms_plan (mission_id, id)`);
    await bindRows(runner, 'comms_plan');
    await letWithdraw(runner, 'comms_plan');
    await runner.query(`create table comms_channel (
      id text primary key check (id ~ '^cch_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      tier text not null check (tier in ('PRIMARY', 'ALTERNATE', 'CONTINGENCY', 'EMERGENCY')),
      medium text not null check (medium in ('SECURE_NETWORK', 'MOBILE_TELEPHONE', 'LANDLINE', 'VHF_RADIO', 'HF_RADIO', 'SATELLITE_TELEPHONE', 'COURIER')),
      net_id text not null,
      call_sign text,
      key_ref text,
      consent_ref text,
      tested_at timestamptz,
      status text not null check (status in ('UP', 'DEGRADED', 'DOWN', 'UNTESTED')),
      plan_id text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index comms_channel_by_handling on comms_channel (handling_id, id)`);
    await runner.query(`create index comms_channel_by_reference on comms_channel (reference, id)`);
    await runner.query(`create index comms_channel_by_tested_at on comms_channel (tested_at, id)`);
    await runner.query(`create index comms_channel_by_plan_id on comms_channel (plan_id, id)`);
    await runner.query(`create index comms_channel_by_mission_id on comms_channel (mission_id, id)`);
    await bindRows(runner, 'comms_channel');
    await letWithdraw(runner, 'comms_channel');
    await runner.query(`create table notification_tree (
      id text primary key check (id ~ '^ntr_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      name text not null,
      trigger text not null,
      roles text[] not null,
      minutes integer not null check (minutes >= 0),
      tested_on date,
      channel_id text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index notification_tree_by_handling on notification_tree (handling_id, id)`);
    await runner.query(`create index notification_tree_by_reference on notification_tree (reference, id)`);
    await runner.query(`create index notification_tree_by_minutes on notification_tree (minutes, id)`);
    await runner.query(`create index notification_tree_by_channel_id on notification_tree (channel_id, id)`);
    await runner.query(`create index notification_tree_by_mission_id on notification_tree (mission_id, id)`);
    await bindRows(runner, 'notification_tree');
    await letWithdraw(runner, 'notification_tree');
    await runner.query(`create table liaison_contact (
      id text primary key check (id ~ '^lia_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      authority text not null check (authority in ('FOREIGN_MINISTRY', 'POLICE', 'FIRE_SERVICE', 'MEDICAL_SERVICE', 'BORDER_GUARD', 'MUNICIPALITY', 'PARTNER_MISSION')),
      office text not null,
      channel text,
      agreed_scope text not null,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index liaison_contact_by_handling on liaison_contact (handling_id, id)`);
    await runner.query(`create index liaison_contact_by_reference on liaison_contact (reference, id)`);
    await runner.query(`create index liaison_contact_by_mission_id on liaison_contact (mission_id, id)`);
    await bindRows(runner, 'liaison_contact');
    await letWithdraw(runner, 'liaison_contact');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table liaison_contact`);
    await runner.query(`drop table notification_tree`);
    await runner.query(`drop table comms_channel`);
    await runner.query(`drop table comms_plan`);
  }
}
