import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add command and response. */
export class AddCommandAndResponse1795922428328 implements MigrationInterface {
  readonly name = 'AddCommandAndResponse1795922428328';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table command_assignment (
      id text primary key check (id ~ '^cas_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      role text not null check (role in ('INCIDENT_COMMANDER', 'DEPUTY_COMMANDER', 'OPERATIONS_SECTION_CHIEF', 'PLANNING_SECTION_CHIEF', 'LOGISTICS_SECTION_CHIEF', 'FINANCE_SECTION_CHIEF', 'SAFETY_OFFICER', 'LIAISON_OFFICER', 'PUBLIC_INFORMATION_OFFICER', 'LEGAL_ADVISER', 'COMMUNICATIONS_UNIT_LEADER')),
      holder_role text not null,
      reports_to text check (reports_to in ('INCIDENT_COMMANDER', 'DEPUTY_COMMANDER', 'OPERATIONS_SECTION_CHIEF', 'PLANNING_SECTION_CHIEF', 'LOGISTICS_SECTION_CHIEF', 'FINANCE_SECTION_CHIEF', 'SAFETY_OFFICER', 'LIAISON_OFFICER', 'PUBLIC_INFORMATION_OFFICER', 'LEGAL_ADVISER', 'COMMUNICATIONS_UNIT_LEADER')),
      since_at timestamptz not null,
      until_at timestamptz,
      imported_by text,
      check (until_at > since_at)
    )`);
    await runner.query(`create index command_assignment_by_handling on command_assignment (handling_id, id)`);
    await runner.query(`create index command_assignment_by_incident_id on command_assignment (incident_id, id)`);
    await runner.query(`create index command_assignment_by_since_at on command_assignment (since_at, id)`);
    await bindRows(runner, 'command_assignment');
    await letWithdraw(runner, 'command_assignment');
    await runner.query(`create table authority_grant (
      id text primary key check (id ~ '^aug_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      mission_id text,
      reference text not null,
      power text not null check (power in ('CONSENT_TO_ENTRY', 'RELEASE_INFORMATION', 'ORDER_EVACUATION', 'ORDER_SHELTER', 'CLOSE_POST', 'DESTROY_ARCHIVES', 'REQUEST_HOST_FORCE', 'COMMIT_FUNDS')),
      grantor_role text not null,
      holder_role text not null,
      legal_basis text not null,
      from_at timestamptz not null,
      until_at timestamptz,
      imported_by text,
      check (until_at > from_at)
    )`);
    await runner.query(`create index authority_grant_by_handling on authority_grant (handling_id, id)`);
    await runner.query(`create index authority_grant_by_mission_id on authority_grant (mission_id, id)`);
    await runner.query(`create index authority_grant_by_from_at on authority_grant (from_at, id)`);
    await bindRows(runner, 'authority_grant');
    await letWithdraw(runner, 'authority_grant');
    await runner.query(`create table delegation (
      id text primary key check (id ~ '^dlg_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      grant_id text,
      reference text not null,
      to_role text not null,
      from_at timestamptz not null,
      until_at timestamptz,
      is_written boolean not null,
      reason text not null,
      imported_by text,
      check (until_at > from_at)
    )`);
    await runner.query(`create index delegation_by_handling on delegation (handling_id, id)`);
    await runner.query(`create index delegation_by_grant_id on delegation (grant_id, id)`);
    await runner.query(`create index delegation_by_from_at on delegation (from_at, id)`);
    await bindRows(runner, 'delegation');
    await letWithdraw(runner, 'delegation');
    await runner.query(`create table succession_line (
      id text primary key check (id ~ '^suc_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      mission_id text,
      reference text not null,
      office text not null check (office in ('HEAD_OF_MISSION', 'HEAD_OF_POST', 'SECURITY_OFFICER', 'CONSULAR_SECTION', 'COMMUNICATIONS')),
      position integer not null check (position >= 1),
      holder_role text not null,
      notified_on date,
      imported_by text
    )`);
    await runner.query(`create index succession_line_by_handling on succession_line (handling_id, id)`);
    await runner.query(`create index succession_line_by_mission_id on succession_line (mission_id, id)`);
    await runner.query(`create index succession_line_by_position on succession_line (position, id)`);
    await runner.query(`create index succession_line_by_notified_on on succession_line (notified_on, id)`);
    await bindRows(runner, 'succession_line');
    await letWithdraw(runner, 'succession_line');
    await runner.query(`create table mobilization (
      id text primary key check (id ~ '^mob_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      resource text not null check (resource in ('SECURITY_TEAM', 'QUICK_REACTION_FORCE', 'MEDICAL_TEAM', 'FIRE_ENGINE', 'EVACUATION_TRANSPORT', 'ARMOURED_VEHICLE', 'COMMUNICATIONS_TEAM', 'CYBER_TEAM', 'CONSULAR_TEAM')),
      quantity integer not null check (quantity >= 1),
      status text not null check (status in ('REQUESTED', 'COMMITTED', 'EN_ROUTE', 'ON_SCENE', 'RELEASED', 'REFUSED')),
      requested_at timestamptz not null,
      expected_at timestamptz,
      arrived_at timestamptz,
      released_at timestamptz,
      assigned_to text,
      imported_by text,
      check (arrived_at >= requested_at),
      check (released_at >= requested_at)
    )`);
    await runner.query(`create index mobilization_by_handling on mobilization (handling_id, id)`);
    await runner.query(`create index mobilization_by_incident_id on mobilization (incident_id, id)`);
    await runner.query(`create index mobilization_by_quantity on mobilization (quantity, id)`);
    await runner.query(`create index mobilization_by_requested_at on mobilization (requested_at, id)`);
    await runner.query(`create index mobilization_by_expected_at on mobilization (expected_at, id)`);
    await runner.query(`create index mobilization_by_arrived_at on mobilization (arrived_at, id)`);
    await runner.query(`create index mobilization_by_released_at on mobilization (released_at, id)`);
    await bindRows(runner, 'mobilization');
    await letWithdraw(runner, 'mobilization');
    await runner.query(`create table responder_request (
      id text primary key check (id ~ '^rsp_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      agency text not null check (agency in ('HOST_POLICE', 'HOST_FIRE_SERVICE', 'HOST_MEDICAL_SERVICE', 'HOST_BOMB_DISPOSAL', 'HOST_CIVIL_PROTECTION')),
      channel text not null check (channel in ('FOREIGN_MINISTRY', 'EMERGENCY_NUMBER', 'LIAISON_OFFICER', 'DUTY_OFFICER', 'NOTE_VERBALE')),
      ask text not null,
      entry_ground text not null check (entry_ground in ('NO_ENTRY', 'EXPRESS_CONSENT', 'ASSUMED_CONSENT')),
      entry_consent_by_role text,
      requested_at timestamptz not null,
      answered_at timestamptz,
      arrived_at timestamptz,
      answer text,
      imported_by text
    )`);
    await runner.query(`create index responder_request_by_handling on responder_request (handling_id, id)`);
    await runner.query(`create index responder_request_by_incident_id on responder_request (incident_id, id)`);
    await runner.query(`create index responder_request_by_requested_at on responder_request (requested_at, id)`);
    await runner.query(`create index responder_request_by_answered_at on responder_request (answered_at, id)`);
    await runner.query(`create index responder_request_by_arrived_at on responder_request (arrived_at, id)`);
    await bindRows(runner, 'responder_request');
    await letWithdraw(runner, 'responder_request');
    await runner.query(`create table protection_request (
      id text primary key check (id ~ '^prq_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      mission_id text,
      incident_id text,
      reference text not null,
      measure text not null check (measure in ('FIXED_POST', 'PATROLS', 'CORDON', 'ESCORT', 'BARRIERS', 'ROAD_CLOSURE', 'DEMONSTRATION_BAN', 'AIRSPACE_RESTRICTION', 'INFORMATION')),
      measures text not null,
      threat_ref text,
      channel text not null check (channel in ('FOREIGN_MINISTRY', 'EMERGENCY_NUMBER', 'LIAISON_OFFICER', 'DUTY_OFFICER', 'NOTE_VERBALE')),
      notified_at timestamptz not null,
      due_at timestamptz,
      answer text not null check (answer in ('PENDING', 'GRANTED', 'GRANTED_IN_PART', 'REFUSED')),
      answer_text text,
      answered_at timestamptz,
      imported_by text,
      check (answered_at >= notified_at)
    )`);
    await runner.query(`create index protection_request_by_handling on protection_request (handling_id, id)`);
    await runner.query(`create index protection_request_by_mission_id on protection_request (mission_id, id)`);
    await runner.query(`create index protection_request_by_incident_id on protection_request (incident_id, id)`);
    await runner.query(`create index protection_request_by_notified_at on protection_request (notified_at, id)`);
    await runner.query(`create index protection_request_by_due_at on protection_request (due_at, id)`);
    await runner.query(`create index protection_request_by_answered_at on protection_request (answered_at, id)`);
    await bindRows(runner, 'protection_request');
    await letWithdraw(runner, 'protection_request');
    await runner.query(`create table resource_allocation (
      id text primary key check (id ~ '^ral_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      resource text not null check (resource in ('SECURITY_TEAM', 'QUICK_REACTION_FORCE', 'MEDICAL_TEAM', 'FIRE_ENGINE', 'EVACUATION_TRANSPORT', 'ARMOURED_VEHICLE', 'COMMUNICATIONS_TEAM', 'CYBER_TEAM', 'CONSULAR_TEAM')),
      quantity integer not null check (quantity >= 1),
      priority text not null check (priority in ('LIFE_SAFETY', 'INCIDENT_STABILISATION', 'PROPERTY_CONSERVATION', 'CONTINUITY')),
      threat_ref text,
      decided_by_role text not null,
      decided_at timestamptz not null,
      rationale text not null,
      imported_by text
    )`);
    await runner.query(`create index resource_allocation_by_handling on resource_allocation (handling_id, id)`);
    await runner.query(`create index resource_allocation_by_incident_id on resource_allocation (incident_id, id)`);
    await runner.query(`create index resource_allocation_by_quantity on resource_allocation (quantity, id)`);
    await runner.query(`create index resource_allocation_by_decided_at on resource_allocation (decided_at, id)`);
    await bindRows(runner, 'resource_allocation');
    await letWithdraw(runner, 'resource_allocation');
    await runner.query(`create table force_report (
      id text primary key check (id ~ '^frc_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      incident_id text,
      reference text not null,
      force text not null check (force in ('PRESENCE', 'PHYSICAL_RESTRAINT', 'IRRITANT', 'BATON', 'VEHICLE_BARRIER', 'FIREARM_SHOWN', 'FIREARM_DISCHARGED')),
      used_by text not null check (used_by in ('POST_GUARD', 'HOST_POLICE', 'CLOSE_PROTECTION', 'MILITARY_GUARD')),
      place text not null check (place in ('INSIDE_PREMISES', 'AT_PERIMETER', 'OUTSIDE_PREMISES')),
      used_at timestamptz not null,
      authority text not null,
      rule_ref text not null,
      injuries integer not null check (injuries >= 0),
      reviewed boolean not null,
      imported_by text
    )`);
    await runner.query(`create index force_report_by_handling on force_report (handling_id, id)`);
    await runner.query(`create index force_report_by_incident_id on force_report (incident_id, id)`);
    await runner.query(`create index force_report_by_used_at on force_report (used_at, id)`);
    await runner.query(`create index force_report_by_injuries on force_report (injuries, id)`);
    await bindRows(runner, 'force_report');
    await letWithdraw(runner, 'force_report');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table force_report`);
    await runner.query(`drop table resource_allocation`);
    await runner.query(`drop table protection_request`);
    await runner.query(`drop table responder_request`);
    await runner.query(`drop table mobilization`);
    await runner.query(`drop table succession_line`);
    await runner.query(`drop table delegation`);
    await runner.query(`drop table authority_grant`);
    await runner.query(`drop table command_assignment`);
  }
}
