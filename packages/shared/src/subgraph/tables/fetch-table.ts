import type { QueryRunner } from 'typeorm';
import { loaderRoleOf } from './labelled-table.js';

/** The table of how many calls a service answered under each trace: held against the entries of the ledger. */
export const FETCHES = 'fetch_count';

/** Makes the table. Only the loader writes it, and no login that answers requests reads it: it tells who is busy. */
export async function createFetchTable(runner: QueryRunner): Promise<void> {
  await runner.query(`create table ${FETCHES} (
    at timestamptz not null,
    trace text not null,
    for_event boolean not null,
    calls integer not null check (calls > 0)
  )`);
  await runner.query(`create index ${FETCHES}_by_at on ${FETCHES} (at)`);
  await runner.query(`grant select, insert, delete on ${FETCHES} to ${await loaderRoleOf(runner)}`);
}

/** The way back. */
export async function dropFetchTable(runner: QueryRunner): Promise<void> {
  await runner.query(`drop table ${FETCHES}`);
}
