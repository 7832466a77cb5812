import { loaderRoleOf } from '@chancery/shared/subgraph/tables/labelled-table';
import type { QueryRunner } from 'typeorm';

/** What the loader changes of an obligation: how often it arose, and that somebody was told of its clock. It discharges none. */
const KEPT = 'count, last_at, coordinates, due_soon_at, overdue_at';

/**
 * Lets the loader keep what the ledger obliges to, with its events and counts, and tell of the clock. Of what stands there is one row for each
 * occasion, whoever writes.
 */
export async function letLoaderKeepDuties(runner: QueryRunner): Promise<void> {
  const loader = await loaderRoleOf(runner);
  await runner.query(`create unique index obligation_by_occasion on obligation (occasion) where standing = 'OPEN'`);
  await runner.query(
    `create index obligation_by_clock on obligation (due_at) where standing = 'OPEN' and overdue_at is null`,
  );
  await runner.query(`create policy projected on obligation for insert to ${loader} with check (true)`);
  await runner.query(`create policy kept on obligation for update to ${loader} using (true) with check (true)`);
  await runner.query(`create policy known on obligation for select to ${loader} using (true)`);
  await runner.query(`grant select, insert, update (${KEPT}) on obligation to ${loader}`);
  // Apart from how far the audit is told: that may be told anew, and a duty arises once.
  await runner.query(`create table duty_read (
    log_id integer primary key,
    next bigint not null check (next >= 0)
  )`);
  await runner.query(`grant select, insert, update on duty_read to ${loader}`);
  await runner.query(`grant execute on function tell_event to ${loader}`);
  await runner.query(`grant insert (type, record_id, columns, was_handling_id, handling_id) on event to ${loader}`);
  await runner.query(`create policy told on event for insert to ${loader} with check (true)`);
  await countObligations(runner, true);
  // Whose agency brought an act is what its handling says.
  await runner.query(`create policy projected on legal_act for select to ${loader} using (true)`);
  await runner.query(`grant select (reference, handling_id) on legal_act to ${loader}`);
}

/** The way back: the table goes with all that was granted on it. */
export async function endDuties(runner: QueryRunner): Promise<void> {
  await runner.query('drop table duty_read');
  const loader = await loaderRoleOf(runner);
  await runner.query(`drop policy projected on legal_act`);
  await runner.query(`revoke all on legal_act from ${loader}`);
  await countObligations(runner, false);
  await runner.query('drop policy told on event');
  await runner.query(`revoke insert on event from ${loader}`);
  await runner.query(`revoke execute on function tell_event from ${loader}`);
}

async function countObligations(runner: QueryRunner, counted: boolean): Promise<void> {
  const tables = ['audit_entry', 'audited_access', ...(counted ? ['obligation'] : [])].map((table) => `'${table}'`);
  const own = `table_name in (${tables.join(', ')})`;
  await runner.query(`alter policy projected on row_count using (${own}) with check (${own})`);
}
