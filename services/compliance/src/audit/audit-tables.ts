import { loaderRoleOf } from '@chancery/shared/subgraph/tables/labelled-table';
import type { QueryRunner } from 'typeorm';

/** What is written of the ledger's entries, with the links of one. */
const PROJECTED = ['audit_entry', 'audited_access', 'audited_access_mission'];

/** Lets the loader write what follows from the ledger, and keep up to which entry of each log it has. It changes no row and reads none. */
export async function letLoaderProject(runner: QueryRunner): Promise<void> {
  const loader = await loaderRoleOf(runner);
  await runner.query(`create table audit_read (
    log_id integer primary key,
    next bigint not null check (next >= 0)
  )`);
  await runner.query(`grant select, insert, update on audit_read to ${loader}`);
  for (const table of PROJECTED) {
    await runner.query(`create policy projected on ${table} for insert to ${loader} with check (true)`);
    await runner.query(`grant insert on ${table} to ${loader}`);
  }
  // Entries name posts by their keys of the register.
  await runner.query(`create policy projected on mission_ref for select to ${loader} using (true)`);
  await runner.query(`grant select (id, key) on mission_ref to ${loader}`);
}

/** Lets the loader keep the counts of what it writes, since rows are counted as they are written. */
export async function letLoaderCount(runner: QueryRunner): Promise<void> {
  const loader = await loaderRoleOf(runner);
  const own = `table_name in ('audit_entry', 'audited_access')`;
  await runner.query(`create policy projected on row_count to ${loader} using (${own}) with check (${own})`);
  await runner.query(`grant select, insert, delete on row_count to ${loader}`);
  await runner.query(`grant execute on function note_count to ${loader}`);
}

/** Whoever runs statements with the owner's login. */
interface Running {
  query(text: string): Promise<unknown>;
}

/** Forgets what was projected of all logs, so that it is read again from their beginnings; run with the owner's login. */
export async function forgetProjected(owner: Running): Promise<void> {
  await owner.query(`truncate ${PROJECTED.join(', ')}, audit_read`);
  await owner.query(`delete from row_count where table_name in ('audit_entry', 'audited_access')`);
  await owner.query(`do $$ begin if to_regclass('audit_seen') is not null then truncate audit_seen; end if; end $$`);
  // How often an assignment was relied on is told by the same pages: read again, they would count twice.
  await owner.query(
    `do $$ begin if to_regclass('assignment') is not null then update assignment set uses = 0; end if; end $$`,
  );
}

/** Keeps what a person has received before, as digests: nobody reads them, and what they were made of stands in the rows. */
export async function letLoaderKnowFirst(runner: QueryRunner): Promise<void> {
  await runner.query('create table audit_seen (key bytea primary key)');
  await runner.query(`grant select (key), insert on audit_seen to ${await loaderRoleOf(runner)}`);
}

/** The way back. */
export async function endCounting(runner: QueryRunner): Promise<void> {
  const loader = await loaderRoleOf(runner);
  await runner.query(`revoke execute on function note_count from ${loader}`);
  await runner.query(`revoke all on row_count from ${loader}`);
  await runner.query('drop policy projected on row_count');
}

/** The way back: what was written stays. */
export async function endProjecting(runner: QueryRunner): Promise<void> {
  const loader = await loaderRoleOf(runner);
  for (const table of [...PROJECTED, 'mission_ref']) {
    await runner.query(`drop policy projected on ${table}`);
    await runner.query(`revoke all on ${table} from ${loader}`);
  }
  await runner.query('drop table audit_read');
}
