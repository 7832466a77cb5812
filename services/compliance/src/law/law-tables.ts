import { loaderRoleOf, serviceRoleOf } from '@chancery/shared/subgraph/tables/labelled-table';
import type { QueryRunner } from 'typeorm';

/** Where whoever publishes the law hears that it has changed. */
export const LAW_CHANNEL = 'law';

/**
 * Makes the tables that the snapshot is made of. A command adds versions of acts and reads none; whoever publishes the law reads
 * them, and sees no record. Who may read an act is a matter of its record, and of nothing here.
 */
export async function createLaw(runner: QueryRunner): Promise<void> {
  const [service, loader] = [await serviceRoleOf(runner), await loaderRoleOf(runner)];
  await runner.query(`create table law_act (
    id text not null,
    v integer not null check (v > 0),
    act jsonb not null,
    seeded boolean not null default false,
    sequence bigint generated always as identity,
    primary key (id, v)
  )`);
  await runner.query(`create table law_fact (
    m text not null,
    receiving text not null,
    starts text not null,
    fact jsonb not null,
    sequence bigint generated always as identity,
    primary key (m, receiving, starts)
  )`);
  await runner.query(`create table snapshot_number (
    number bigint primary key check (number > 0),
    digest text not null,
    at timestamptz not null default now()
  )`);
  await runner.query(`create function tell_law() returns trigger language plpgsql as $$
    begin perform pg_notify('${LAW_CHANNEL}', ''); return null; end $$`);
  for (const table of ['law_act', 'law_fact']) {
    await runner.query(`create trigger told after insert or update or delete on ${table}
      for each statement execute function tell_law()`);
    await runner.query(`grant select on ${table} to ${loader}`);
  }
  await runner.query(`grant insert (id, v, act) on law_act to ${service}`);
  await runner.query(`grant select, insert on snapshot_number to ${loader}`);
}

/** The way back. */
export async function dropLaw(runner: QueryRunner): Promise<void> {
  await runner.query('drop table snapshot_number, law_fact, law_act');
  await runner.query('drop function tell_law()');
}
