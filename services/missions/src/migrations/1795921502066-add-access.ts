import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add access. */
export class AddAccess1795921502066 implements MigrationInterface {
  readonly name = 'AddAccess1795921502066';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table access_control_point (
      id text primary key check (id ~ '^acp_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      name text not null,
      kind text not null check (kind in ('VEHICLE_GATE', 'PEDESTRIAN_GATE', 'LOBBY', 'HARD_LINE_DOOR', 'SERVICE_ENTRANCE')),
      zone varchar(80) not null,
      screening text[] not null,
      staffed boolean not null,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index access_control_point_by_handling on access_control_point (handling_id, id)`);
    await runner.query(`create index access_control_point_by_reference on access_control_point (reference, id)`);
    await runner.query(`create index access_control_point_by_mission_id on access_control_point (mission_id, id)`);
    await bindRows(runner, 'access_control_point');
    await letWithdraw(runner, 'access_control_point');
    await runner.query(`create table credential (
      id text primary key check (id ~ '^crd_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      kind text not null check (kind in ('CARD', 'CARD_AND_PIN', 'CARD_AND_BIOMETRIC', 'VISITOR_BADGE')),
      zones text[] not null,
      status text not null check (status in ('ISSUED', 'SUSPENDED', 'REVOKED', 'EXPIRED', 'LOST')),
      valid_from date not null,
      valid_until date not null,
      holder_id text,
      mission_id text,
      imported_by text,
      check (valid_until >= valid_from)
    )`);
    await runner.query(`create index credential_by_handling on credential (handling_id, id)`);
    await runner.query(`create index credential_by_reference on credential (reference, id)`);
    await runner.query(`create index credential_by_valid_until on credential (valid_until, id)`);
    await runner.query(`create index credential_by_holder_id on credential (holder_id, id)`);
    await runner.query(`create index credential_by_mission_id on credential (mission_id, id)`);
    await bindRows(runner, 'credential');
    await letWithdraw(runner, 'credential');
    await runner.query(`create table access_event (
      id text primary key check (id ~ '^ace_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      direction text not null check (direction in ('IN', 'OUT')),
      result text not null check (result in ('GRANTED', 'DENIED', 'DENIED_EXPIRED', 'DENIED_ZONE', 'DURESS')),
      occurred_at timestamptz not null,
      point_id text,
      credential_id text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index access_event_by_handling on access_event (handling_id, id)`);
    await runner.query(`create index access_event_by_reference on access_event (reference, id)`);
    await runner.query(`create index access_event_by_occurred_at on access_event (occurred_at, id)`);
    await runner.query(`create index access_event_by_point_id on access_event (point_id, id)`);
    await runner.query(`create index access_event_by_credential_id on access_event (credential_id, id)`);
    await runner.query(`create index access_event_by_mission_id on access_event (mission_id, id)`);
    await bindRows(runner, 'access_event');
    await letWithdraw(runner, 'access_event');
    await runner.query(`create table visitor (
      id text primary key check (id ~ '^vis_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      visitor_ref varchar(40) not null,
      id_document_kind text not null check (id_document_kind in ('PASSPORT', 'IDENTITY_CARD', 'DIPLOMATIC_PASSPORT', 'RESIDENCE_PERMIT', 'LAISSEZ_PASSER')),
      id_document text,
      nationality varchar(3) not null check (nationality ~ '^[A-Z]{3}$'),
      organisation text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index visitor_by_handling on visitor (handling_id, id)`);
    await runner.query(`create index visitor_by_reference on visitor (reference, id)`);
    await runner.query(`create index visitor_by_mission_id on visitor (mission_id, id)`);
    await bindRows(runner, 'visitor');
    await letWithdraw(runner, 'visitor');
    await runner.query(`create table visit_request (
      id text primary key check (id ~ '^vrq_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      purpose text not null check (purpose in ('OFFICIAL_MEETING', 'CONSULAR_SERVICE', 'CONTRACT_WORK', 'DELIVERY', 'RECEPTION')),
      host_office varchar(80) not null,
      opens_at timestamptz not null,
      closes_at timestamptz not null,
      status text not null check (status in ('REQUESTED', 'IN_VETTING', 'CLEARED', 'APPROVED', 'REFUSED', 'COMPLETED', 'CANCELLED')),
      badge text,
      decided_at timestamptz,
      visitor_id text,
      mission_id text,
      imported_by text,
      check (closes_at > opens_at)
    )`);
    await runner.query(`create index visit_request_by_handling on visit_request (handling_id, id)`);
    await runner.query(`create index visit_request_by_reference on visit_request (reference, id)`);
    await runner.query(`create index visit_request_by_opens_at on visit_request (opens_at, id)`);
    await runner.query(`create index visit_request_by_closes_at on visit_request (closes_at, id)`);
    await runner.query(`create index visit_request_by_visitor_id on visit_request (visitor_id, id)`);
    await runner.query(`create index visit_request_by_mission_id on visit_request (mission_id, id)`);
    await bindRows(runner, 'visit_request');
    await letWithdraw(runner, 'visit_request');
    await runner.query(`create table visitor_vetting (
      id text primary key check (id ~ '^vvt_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      status text not null check (status in ('IN_REVIEW', 'CLEARED', 'REFUSED')),
      decided_at timestamptz,
      remarks text,
      watchlist_ref text,
      visit_id text,
      visitor_id text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index visitor_vetting_by_handling on visitor_vetting (handling_id, id)`);
    await runner.query(`create index visitor_vetting_by_reference on visitor_vetting (reference, id)`);
    await runner.query(`create index visitor_vetting_by_decided_at on visitor_vetting (decided_at, id)`);
    await runner.query(`create index visitor_vetting_by_visit_id on visitor_vetting (visit_id, id)`);
    await runner.query(`create index visitor_vetting_by_visitor_id on visitor_vetting (visitor_id, id)`);
    await runner.query(`create index visitor_vetting_by_mission_id on visitor_vetting (mission_id, id)`);
    await bindRows(runner, 'visitor_vetting');
    await letWithdraw(runner, 'visitor_vetting');
    await runner.query(`create table biometric_enrollment (
      id text primary key check (id ~ '^bio_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      subject_ref text,
      modality text check (modality in ('FINGERPRINT', 'FACE', 'IRIS', 'HAND_GEOMETRY')),
      legal_basis text check (legal_basis in ('EXPLICIT_CONSENT', 'EMPLOYMENT_LAW', 'SUBSTANTIAL_PUBLIC_INTEREST')),
      retention_until date,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index biometric_enrollment_by_handling on biometric_enrollment (handling_id, id)`);
    await runner.query(`create index biometric_enrollment_by_reference on biometric_enrollment (reference, id)`);
    await runner.query(
      `create index biometric_enrollment_by_retention_until on biometric_enrollment (retention_until, id)`,
    );
    await runner.query(`create index biometric_enrollment_by_mission_id on biometric_enrollment (mission_id, id)`);
    await bindRows(runner, 'biometric_enrollment');
    await letWithdraw(runner, 'biometric_enrollment');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table biometric_enrollment`);
    await runner.query(`drop table visitor_vetting`);
    await runner.query(`drop table visit_request`);
    await runner.query(`drop table visitor`);
    await runner.query(`drop table access_event`);
    await runner.query(`drop table credential`);
    await runner.query(`drop table access_control_point`);
  }
}
