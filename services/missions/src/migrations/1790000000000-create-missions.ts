import { createOutbox } from '@chancery/shared/subgraph/outbox/outbox';
import { bindRows, createHandlingTable } from '@chancery/shared/subgraph/tables/labelled-table';
import { MISSION_KINDS } from '@chancery/shared/vocabulary';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts, their premises, and what other services may know of them. */
export class CreateMissions1790000000000 implements MigrationInterface {
  readonly name = 'CreateMissions1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createHandlingTable(runner);
    await createOutbox(runner);
    await createMission(runner);
    await createPremises(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['premises', 'mission', 'outbox', 'handling']) await runner.query(`drop table ${table}`);
  }
}

// Vocabularies are text with a check: comparisons of enum types are not LEAKPROOF, so no index would serve under row
// level security.
async function createMission(runner: QueryRunner): Promise<void> {
  const kinds = MISSION_KINDS.map((kind) => `'${kind}'`).join(', ');
  await runner.query(`create table mission (
    id text primary key check (id ~ '^mis_[0-9a-hjkmnp-tv-z]{26}$'),
    handling_id integer not null references handling (id),
    synthetic boolean not null,
    wikidata_id text unique check (wikidata_id ~ '^Q[1-9][0-9]*$'),
    kind text not null check (kind in (${kinds})),
    sending_state text not null check (sending_state ~ '^[A-Z]{3}$'),
    receiving_state text not null check (receiving_state ~ '^[A-Z]{3}$'),
    also_accredited_to text[] not null,
    city text,
    latitude double precision check (latitude between -90 and 90),
    longitude double precision check (longitude between -180 and 180),
    opened_year integer,
    as_of date,
    check ((latitude is null) = (longitude is null))
  )`);
  await bindRows(runner, 'mission');
}

async function createPremises(runner: QueryRunner): Promise<void> {
  await runner.query(`create table premises (
    id text primary key check (id ~ '^prm_[0-9a-hjkmnp-tv-z]{26}$'),
    handling_id integer not null references handling (id),
    mission_id text not null unique references mission (id),
    synthetic boolean not null,
    address text,
    emergency_contact text,
    floor_plan text,
    hazards text[],
    occupancy integer check (occupancy >= 0),
    interior_plan text,
    safe_havens text[],
    archive_register text,
    custodian text check (custodian ~ '^[A-Z]{3}$'),
    custody_since date,
    check (custodian is not null or custody_since is null)
  )`);
  await bindRows(runner, 'premises');
}
