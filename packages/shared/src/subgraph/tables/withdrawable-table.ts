import type { QueryRunner } from 'typeorm';
import { STANDS, visibleBy } from './labelled-table.js';
import { nameOf } from './sql-name.js';

/** Makes the history of withdrawals; rows are only added to it. */
export async function createWithdrawals(runner: QueryRunner): Promise<void> {
  await runner.query(`create table withdrawal (
    sequence bigint generated always as identity primary key,
    table_name text not null,
    row_id text not null,
    what text not null check (what in ('WITHDRAWN', 'RETURNED')),
    at timestamptz not null default now()
  )`);
}

/** Lets rows of a bound table be withdrawn: they stay with what they hold, and row level security hides them from whoever asks. */
export async function letWithdraw(runner: QueryRunner, table: string, handlingColumn = 'handling_id'): Promise<void> {
  const name = nameOf(table);
  await runner.query(`alter table ${name} add column withdrawn_at timestamptz`);
  await runner.query(`alter policy visible on ${name} using (${visibleBy(handlingColumn)} and ${STANDS})`);
}

/** The way back, which shows what was withdrawn. */
export async function endWithdraw(runner: QueryRunner, table: string, handlingColumn = 'handling_id'): Promise<void> {
  const name = nameOf(table);
  await runner.query(`alter policy visible on ${name} using (${visibleBy(handlingColumn)})`);
  await runner.query(`alter table ${name} drop column withdrawn_at`);
}
