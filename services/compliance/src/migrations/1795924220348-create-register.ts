import { bindRows, bindRowsTo } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Create register. */
export class CreateRegister1795924220348 implements MigrationInterface {
  readonly name = 'CreateRegister1795924220348';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table legal_instrument (
      id text primary key check (id ~ '^lin_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(16) not null,
      title text not null,
      rule_count integer not null check (rule_count >= 1),
      imported_by text
    )`);
    await runner.query(`create index legal_instrument_by_handling on legal_instrument (handling_id, id)`);
    await runner.query(`create index legal_instrument_by_reference on legal_instrument (reference, id)`);
    await bindRows(runner, 'legal_instrument');
    await letWithdraw(runner, 'legal_instrument');
    await runner.query(`create table legal_rule (
      id text primary key check (id ~ '^rul_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      instrument_id text,
      reference varchar(40) not null,
      citation text not null,
      title text,
      summary text not null,
      effect text not null check (effect in ('PERMIT', 'FORBID', 'OBLIGATION')),
      in_force_on date,
      is_checked boolean not null,
      imported_by text
    )`);
    await runner.query(`create index legal_rule_by_handling on legal_rule (handling_id, id)`);
    await runner.query(`create index legal_rule_by_instrument_id on legal_rule (instrument_id, id)`);
    await runner.query(`create index legal_rule_by_reference on legal_rule (reference, id)`);
    await runner.query(`create index legal_rule_by_in_force_on on legal_rule (in_force_on, id)`);
    await bindRows(runner, 'legal_rule');
    await letWithdraw(runner, 'legal_rule');
    await runner.query(`create table legal_act (
      id text primary key check (id ~ '^act_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference text not null,
      version integer not null check (version >= 1),
      kind text not null check (kind in ('CONSENT', 'CONSENT_REFUSAL', 'RELEASE', 'ORIGINATOR_CONSENT', 'WAIVER', 'MANDATE', 'AGREEMENT', 'DISASTER', 'JUDICIAL_DECISION', 'EMERGENCY_DISCLOSURE', 'PARTY_STATUS', 'ASSIGNMENT')),
      issuer text not null,
      office text not null,
      recipient text not null,
      recipient_agencies text[] not null,
      scope_keys text[] not null,
      categories text[] not null,
      is_written boolean not null,
      source text,
      from_at timestamptz not null,
      until_at timestamptz,
      revoked_at timestamptz,
      imported_by text,
      check (until_at > from_at)
    )`);
    await runner.query(`create index legal_act_by_handling on legal_act (handling_id, id)`);
    await runner.query(`create index legal_act_by_from_at on legal_act (from_at, id)`);
    await runner.query(`create index legal_act_by_until_at on legal_act (until_at, id)`);
    await bindRows(runner, 'legal_act');
    await letWithdraw(runner, 'legal_act');
    await runner.query(`create table legal_act_mission (
      legal_act_id text not null references legal_act (id),
      mission_id text not null,
      primary key (legal_act_id, mission_id)
    )`);
    await runner.query(`create index legal_act_mission_by_target on legal_act_mission (mission_id, legal_act_id)`);
    await bindRowsTo(runner, 'legal_act_mission', 'legal_act', 'legal_act_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table legal_act_mission`);
    await runner.query(`drop table legal_act`);
    await runner.query(`drop table legal_rule`);
    await runner.query(`drop table legal_instrument`);
  }
}
