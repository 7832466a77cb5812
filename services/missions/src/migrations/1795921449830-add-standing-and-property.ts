import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add standing and property. */
export class AddStandingAndProperty1795921449830 implements MigrationInterface {
  readonly name = 'AddStandingAndProperty1795921449830';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table legal_status_period (
      id text primary key check (id ~ '^lsp_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      receiving_state varchar(3) not null check (receiving_state ~ '^[A-Z]{3}$'),
      status text not null check (status in ('ESTABLISHED', 'UNNOTIFIED', 'SUSPENDED', 'CLOSED', 'IN_CUSTODY')),
      notified_on date,
      consent_ref text,
      protecting_power varchar(3) check (protecting_power ~ '^[A-Z]{3}$'),
      held_from date not null,
      held_until date,
      recorded_at timestamptz not null,
      superseded_at timestamptz,
      mission_id text,
      imported_by text,
      check (held_until > held_from),
      check (superseded_at > recorded_at)
    )`);
    await runner.query(`create index legal_status_period_by_handling on legal_status_period (handling_id, id)`);
    await runner.query(`create index legal_status_period_by_reference on legal_status_period (reference, id)`);
    await runner.query(`create index legal_status_period_by_held_from on legal_status_period (held_from, id)`);
    await runner.query(`create index legal_status_period_by_recorded_at on legal_status_period (recorded_at, id)`);
    await runner.query(`create index legal_status_period_by_mission_id on legal_status_period (mission_id, id)`);
    await bindRows(runner, 'legal_status_period');
    await letWithdraw(runner, 'legal_status_period');
    await runner.query(`create table area (
      id text primary key check (id ~ '^are_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      name text not null,
      kind text not null check (kind in ('CHANCERY', 'CONSULAR_SECTION', 'ANNEX', 'RESIDENCE_OF_HEAD', 'WAREHOUSE', 'GARAGE', 'CULTURAL_CENTRE')),
      exclusive_use boolean not null,
      inviolability_basis text not null check (inviolability_basis in ('VCDR_22', 'VCDR_30', 'VCCR_31', 'VCCR_59', 'CPIUN_3', 'NONE')),
      contents text,
      archives text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index area_by_handling on area (handling_id, id)`);
    await runner.query(`create index area_by_reference on area (reference, id)`);
    await runner.query(`create index area_by_mission_id on area (mission_id, id)`);
    await bindRows(runner, 'area');
    await letWithdraw(runner, 'area');
    await runner.query(`create table residence (
      id text primary key check (id ~ '^rsd_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      address text,
      occupant_office text,
      interior_plan text,
      alarm text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index residence_by_handling on residence (handling_id, id)`);
    await runner.query(`create index residence_by_reference on residence (reference, id)`);
    await runner.query(`create index residence_by_mission_id on residence (mission_id, id)`);
    await bindRows(runner, 'residence');
    await letWithdraw(runner, 'residence');
    await runner.query(`create table asset (
      id text primary key check (id ~ '^ast_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      kind text not null check (kind in ('COMMUNICATIONS_EQUIPMENT', 'GENERATOR', 'SAFE', 'FURNISHING', 'MEDICAL_EQUIPMENT', 'INFORMATION_SYSTEM')),
      inventory text not null,
      quantity integer not null check (quantity >= 0),
      location text,
      immunity text not null check (immunity in ('VCDR_22_3', 'VCCR_31_4', 'NONE')),
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index asset_by_handling on asset (handling_id, id)`);
    await runner.query(`create index asset_by_reference on asset (reference, id)`);
    await runner.query(`create index asset_by_mission_id on asset (mission_id, id)`);
    await bindRows(runner, 'asset');
    await letWithdraw(runner, 'asset');
    await runner.query(`create table vehicle (
      id text primary key check (id ~ '^vhc_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      kind text not null check (kind in ('SALOON', 'UTILITY_VEHICLE', 'VAN', 'BUS', 'MOTORCYCLE')),
      plate text not null,
      seats integer not null check (seats >= 0),
      armour text not null check (armour in ('NONE', 'FB4', 'FB6', 'FB7')),
      immunity text not null check (immunity in ('VCDR_22_3', 'VCCR_31_4', 'NONE')),
      tracking text,
      mission_id text,
      imported_by text
    )`);
    await runner.query(`create index vehicle_by_handling on vehicle (handling_id, id)`);
    await runner.query(`create index vehicle_by_reference on vehicle (reference, id)`);
    await runner.query(`create index vehicle_by_mission_id on vehicle (mission_id, id)`);
    await bindRows(runner, 'vehicle');
    await letWithdraw(runner, 'vehicle');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table vehicle`);
    await runner.query(`drop table asset`);
    await runner.query(`drop table residence`);
    await runner.query(`drop table area`);
    await runner.query(`drop table legal_status_period`);
  }
}
