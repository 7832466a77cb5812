import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add post holders. */
export class AddPostHolders1795921479385 implements MigrationInterface {
  readonly name = 'AddPostHolders1795921479385';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table post_holder (
      id text primary key check (id ~ '^pho_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      office text not null check (office in ('HEAD_OF_MISSION', 'HEAD_OF_POST', 'DEPUTY_HEAD', 'REGIONAL_SECURITY_OFFICER', 'CONSUL', 'COMMUNICATIONS_OFFICER', 'MANAGEMENT_OFFICER', 'DRIVER', 'LOCAL_GUARD')),
      immunity_category text not null check (immunity_category in ('DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT', 'ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL', 'SERVICE_STAFF', 'PRIVATE_SERVANT', 'CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'FAMILY_OF_CONSULAR_OFFICER', 'HONORARY_OFFICER', 'UN_OFFICIAL', 'UN_HIGH_OFFICIAL', 'FAMILY_OF_UN_HIGH_OFFICIAL', 'UN_SECRETARY_GENERAL', 'FAMILY_OF_UN_SECRETARY_GENERAL', 'UN_REPRESENTATIVE', 'UN_EXPERT', 'MEMBER_OF_PERMANENT_MISSION', 'COURIER', 'LOCAL_STAFF')),
      nationality varchar(3) not null check (nationality ~ '^[A-Z]{3}$'),
      permanent_resident boolean not null,
      acceptability text not null check (acceptability in ('AGREED', 'NOTIFIED', 'NON_GRATA', 'NOT_ACCEPTABLE')),
      arrived_on date not null,
      departed_on date,
      privileges_from date not null,
      privileges_until date,
      fiscal_status text check (fiscal_status in ('EXEMPT', 'PARTLY_EXEMPT', 'LIABLE')),
      contact text,
      live_location text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index post_holder_by_handling on post_holder (handling_id, id)`);
    await runner.query(`create index post_holder_by_reference on post_holder (reference, id)`);
    await runner.query(`create index post_holder_by_arrived_on on post_holder (arrived_on, id)`);
    await runner.query(`create index post_holder_by_mission_id on post_holder (mission_id, id)`);
    await bindRows(runner, 'post_holder');
    await letWithdraw(runner, 'post_holder');
    await runner.query(`create table immunity_status (
      id text primary key check (id ~ '^ims_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      category text not null check (category in ('DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT', 'ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL', 'SERVICE_STAFF', 'PRIVATE_SERVANT', 'CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'FAMILY_OF_CONSULAR_OFFICER', 'HONORARY_OFFICER', 'UN_OFFICIAL', 'UN_HIGH_OFFICIAL', 'FAMILY_OF_UN_HIGH_OFFICIAL', 'UN_SECRETARY_GENERAL', 'FAMILY_OF_UN_SECRETARY_GENERAL', 'UN_REPRESENTATIVE', 'UN_EXPERT', 'MEMBER_OF_PERMANENT_MISSION', 'COURIER', 'LOCAL_STAFF')),
      basis text not null,
      valid_from date not null,
      valid_until date,
      recorded_at timestamptz not null,
      superseded_at timestamptz,
      post_holder_id text,
      mission_id text,
      imported_by text,
      check (valid_until >= valid_from),
      check (superseded_at > recorded_at)
    )`);
    await runner.query(`create index immunity_status_by_handling on immunity_status (handling_id, id)`);
    await runner.query(`create index immunity_status_by_reference on immunity_status (reference, id)`);
    await runner.query(`create index immunity_status_by_valid_from on immunity_status (valid_from, id)`);
    await runner.query(`create index immunity_status_by_recorded_at on immunity_status (recorded_at, id)`);
    await runner.query(`create index immunity_status_by_post_holder_id on immunity_status (post_holder_id, id)`);
    await runner.query(`create index immunity_status_by_mission_id on immunity_status (mission_id, id)`);
    await bindRows(runner, 'immunity_status');
    await letWithdraw(runner, 'immunity_status');
    await runner.query(`create table family_member (
      id text primary key check (id ~ '^fam_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      relation text not null check (relation in ('SPOUSE_OR_PARTNER', 'CHILD', 'OTHER_DEPENDANT')),
      members integer not null check (members >= 0),
      joined_at date not null,
      left_at date,
      post_holder_id text,
      mission_id text,
      imported_by text,
      check (left_at >= joined_at)
    )`);
    await runner.query(`create index family_member_by_handling on family_member (handling_id, id)`);
    await runner.query(`create index family_member_by_reference on family_member (reference, id)`);
    await runner.query(`create index family_member_by_joined_at on family_member (joined_at, id)`);
    await runner.query(`create index family_member_by_post_holder_id on family_member (post_holder_id, id)`);
    await runner.query(`create index family_member_by_mission_id on family_member (mission_id, id)`);
    await bindRows(runner, 'family_member');
    await letWithdraw(runner, 'family_member');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table family_member`);
    await runner.query(`drop table immunity_status`);
    await runner.query(`drop table post_holder`);
  }
}
