import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add acts and agreements. */
export class AddActsAndAgreements1795925036853 implements MigrationInterface {
  readonly name = 'AddActsAndAgreements1795925036853';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table party_status (
      id text primary key check (id ~ '^pst_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference text not null,
      instrument text not null,
      party text not null,
      bound_from date not null,
      bound_until date,
      reservations text,
      source text not null,
      imported_by text
    )`);
    await runner.query(`create index party_status_by_handling on party_status (handling_id, id)`);
    await runner.query(`create index party_status_by_bound_from on party_status (bound_from, id)`);
    await bindRows(runner, 'party_status');
    await letWithdraw(runner, 'party_status');
    await runner.query(`create table policy_change (
      id text primary key check (id ~ '^pch_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference text not null,
      version text not null,
      rule_count integer not null check (rule_count >= 1),
      effective_from date not null,
      supersedes text,
      summary text not null,
      reviewer text,
      imported_by text
    )`);
    await runner.query(`create index policy_change_by_handling on policy_change (handling_id, id)`);
    await bindRows(runner, 'policy_change');
    await letWithdraw(runner, 'policy_change');
    await runner.query(`create table use_of_force_policy (
      id text primary key check (id ~ '^ufp_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference text not null,
      place text not null check (place in ('INSIDE_PREMISES', 'OUTSIDE_PREMISES')),
      authority text not null,
      principle text not null,
      legal_basis text not null,
      imported_by text
    )`);
    await runner.query(`create index use_of_force_policy_by_handling on use_of_force_policy (handling_id, id)`);
    await bindRows(runner, 'use_of_force_policy');
    await letWithdraw(runner, 'use_of_force_policy');
    await runner.query(`create table waiver (
      id text primary key check (id ~ '^wvr_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      mission_id text,
      reference text not null,
      issuer varchar(3) not null check (issuer ~ '^[A-Z]{3}$'),
      office text not null,
      holder_role text not null,
      scope text not null check (scope in ('CRIMINAL_JURISDICTION', 'CIVIL_JURISDICTION', 'TESTIMONY', 'EXECUTION')),
      is_express boolean not null,
      is_written boolean not null,
      covers_execution boolean not null,
      made_at timestamptz not null,
      imported_by text
    )`);
    await runner.query(`create index waiver_by_handling on waiver (handling_id, id)`);
    await runner.query(`create index waiver_by_mission_id on waiver (mission_id, id)`);
    await runner.query(`create index waiver_by_made_at on waiver (made_at, id)`);
    await bindRows(runner, 'waiver');
    await letWithdraw(runner, 'waiver');
    await runner.query(`create table mandate (
      id text primary key check (id ~ '^mdt_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      mission_id text,
      reference text not null,
      grantor varchar(3) not null check (grantor ~ '^[A-Z]{3}$'),
      protector varchar(3) not null check (protector ~ '^[A-Z]{3}$'),
      receiving_state varchar(3) not null check (receiving_state ~ '^[A-Z]{3}$'),
      scope text[] not null,
      valid_from date not null,
      valid_to date,
      imported_by text
    )`);
    await runner.query(`create index mandate_by_handling on mandate (handling_id, id)`);
    await runner.query(`create index mandate_by_mission_id on mandate (mission_id, id)`);
    await runner.query(`create index mandate_by_valid_from on mandate (valid_from, id)`);
    await bindRows(runner, 'mandate');
    await letWithdraw(runner, 'mandate');
    await runner.query(`create table release_decision (
      id text primary key check (id ~ '^rld_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      mission_id text,
      reference text not null,
      originator varchar(3) not null check (originator ~ '^[A-Z]{3}$'),
      recipient varchar(3) not null check (recipient ~ '^[A-Z]{3}$'),
      outcome text not null check (outcome in ('RELEASED', 'TEARLINE_ONLY', 'REFUSED')),
      subject text not null,
      legal_basis text not null,
      decided_at timestamptz not null,
      imported_by text
    )`);
    await runner.query(`create index release_decision_by_handling on release_decision (handling_id, id)`);
    await runner.query(`create index release_decision_by_mission_id on release_decision (mission_id, id)`);
    await runner.query(`create index release_decision_by_decided_at on release_decision (decided_at, id)`);
    await bindRows(runner, 'release_decision');
    await letWithdraw(runner, 'release_decision');
    await runner.query(`create table jurisdiction_determination (
      id text primary key check (id ~ '^jdt_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      mission_id text,
      reference text not null,
      forum text not null check (forum in ('RECEIVING_STATE', 'SENDING_STATE', 'NONE_WHILE_IMMUNE')),
      is_official_act boolean,
      decider text not null,
      legal_basis text not null,
      determined_on date not null,
      imported_by text
    )`);
    await runner.query(
      `create index jurisdiction_determination_by_handling on jurisdiction_determination (handling_id, id)`,
    );
    await runner.query(
      `create index jurisdiction_determination_by_mission_id on jurisdiction_determination (mission_id, id)`,
    );
    await runner.query(
      `create index jurisdiction_determination_by_determined_on on jurisdiction_determination (determined_on, id)`,
    );
    await bindRows(runner, 'jurisdiction_determination');
    await letWithdraw(runner, 'jurisdiction_determination');
    await runner.query(`create table sharing_agreement (
      id text primary key check (id ~ '^sha_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference text not null,
      kind text not null check (kind in ('GSA', 'SIA', 'MOU', 'MLAT')),
      parties text[] not null,
      level_cap text,
      third_party_rule text not null check (third_party_rule in ('FORBIDDEN', 'ORIGINATOR_CONSENT', 'PERMITTED')),
      valid_from date not null,
      valid_to date,
      imported_by text
    )`);
    await runner.query(`create index sharing_agreement_by_handling on sharing_agreement (handling_id, id)`);
    await runner.query(`create index sharing_agreement_by_valid_from on sharing_agreement (valid_from, id)`);
    await bindRows(runner, 'sharing_agreement');
    await letWithdraw(runner, 'sharing_agreement');
    await runner.query(`create table partner_arrangement (
      id text primary key check (id ~ '^par_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      mission_id text,
      reference text not null,
      partner varchar(3) not null check (partner ~ '^[A-Z]{3}$'),
      scope text[] not null,
      is_mutual_aid boolean not null,
      partner_leads boolean not null,
      valid_from date not null,
      valid_to date,
      imported_by text
    )`);
    await runner.query(`create index partner_arrangement_by_handling on partner_arrangement (handling_id, id)`);
    await runner.query(`create index partner_arrangement_by_mission_id on partner_arrangement (mission_id, id)`);
    await runner.query(`create index partner_arrangement_by_valid_from on partner_arrangement (valid_from, id)`);
    await bindRows(runner, 'partner_arrangement');
    await letWithdraw(runner, 'partner_arrangement');
    await runner.query(`create table interagency_protocol (
      id text primary key check (id ~ '^iap_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      mission_id text,
      reference text not null,
      parties text[] not null,
      trigger text not null,
      channels text[] not null,
      data_categories text[] not null,
      answer_minutes integer not null check (answer_minutes >= 1),
      tried_on date,
      imported_by text
    )`);
    await runner.query(`create index interagency_protocol_by_handling on interagency_protocol (handling_id, id)`);
    await runner.query(`create index interagency_protocol_by_mission_id on interagency_protocol (mission_id, id)`);
    await bindRows(runner, 'interagency_protocol');
    await letWithdraw(runner, 'interagency_protocol');
    await runner.query(`create table host_legal_constraint (
      id text primary key check (id ~ '^hlc_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference text not null,
      country varchar(3) not null check (country ~ '^[A-Z]{3}$'),
      topic text not null check (topic in ('WEAPONS', 'CCTV_PUBLIC', 'DRONE', 'RADIO', 'SURVEILLANCE')),
      rule text not null check (rule in ('FREE', 'CONSENT_NEEDED', 'FORBIDDEN')),
      text text not null,
      legal_basis text not null,
      imported_by text
    )`);
    await runner.query(`create index host_legal_constraint_by_handling on host_legal_constraint (handling_id, id)`);
    await bindRows(runner, 'host_legal_constraint');
    await letWithdraw(runner, 'host_legal_constraint');
    await runner.query(`create table persona_non_grata (
      id text primary key check (id ~ '^png_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      mission_id text,
      reference text not null,
      holder_role text not null,
      declared_by varchar(3) not null check (declared_by ~ '^[A-Z]{3}$'),
      notified_at timestamptz not null,
      leave_by timestamptz,
      withdrawn_on timestamptz,
      imported_by text,
      check (leave_by > notified_at)
    )`);
    await runner.query(`create index persona_non_grata_by_handling on persona_non_grata (handling_id, id)`);
    await runner.query(`create index persona_non_grata_by_mission_id on persona_non_grata (mission_id, id)`);
    await runner.query(`create index persona_non_grata_by_notified_at on persona_non_grata (notified_at, id)`);
    await bindRows(runner, 'persona_non_grata');
    await letWithdraw(runner, 'persona_non_grata');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table persona_non_grata`);
    await runner.query(`drop table host_legal_constraint`);
    await runner.query(`drop table interagency_protocol`);
    await runner.query(`drop table partner_arrangement`);
    await runner.query(`drop table sharing_agreement`);
    await runner.query(`drop table jurisdiction_determination`);
    await runner.query(`drop table release_decision`);
    await runner.query(`drop table mandate`);
    await runner.query(`drop table waiver`);
    await runner.query(`drop table use_of_force_policy`);
    await runner.query(`drop table policy_change`);
    await runner.query(`drop table party_status`);
  }
}
