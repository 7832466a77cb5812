import type { QueryRunner } from 'typeorm';
import type { Instant } from '../../clock.js';
import type { ImportClient } from './import-transaction.js';

/** Creates the table that keeps when a service was first set up. */
export async function createFirstStartTable(runner: QueryRunner): Promise<void> {
  await runner.query(`create table first_start (
    only_one boolean primary key default true check (only_one),
    at timestamptz not null
  )`);
}

/** When the service was first set up: `now` the first time, the same ever after. Exercises are dated from it. */
export async function firstStart(client: ImportClient, now: Instant): Promise<Instant> {
  await client.query('insert into first_start (at) values ($1) on conflict do nothing', [new Date(now)]);
  const { rows } = await client.query<{ at: Date }>('select at from first_start');
  return rows[0]?.at.getTime() ?? now;
}
