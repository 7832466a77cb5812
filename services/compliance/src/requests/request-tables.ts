import { loaderRoleOf } from '@chancery/shared/subgraph/tables/labelled-table';
import type { QueryRunner } from 'typeorm';

/** Lets the loader write that a request has lapsed, and nothing else: it reads of a request where it stands and until when, and no word of it. */
export async function letLoaderLapse(runner: QueryRunner): Promise<void> {
  const loader = await loaderRoleOf(runner);
  const table = 'information_request';
  await runner.query(`create policy timed on ${table} for select to ${loader} using (true)`);
  await runner.query(
    `create policy lapsed on ${table} for update to ${loader} using (true) with check (status = 'LAPSED')`,
  );
  await runner.query(`grant select (id, status, due_at, record_version) on ${table} to ${loader}`);
  await runner.query(`grant update (status, closed_at, record_version) on ${table} to ${loader}`);
  await runner.query(`grant insert on record_version to ${loader}`);
}

/** The way back: what has lapsed stays so. */
export async function endLapsing(runner: QueryRunner): Promise<void> {
  const loader = await loaderRoleOf(runner);
  await runner.query(`revoke insert on record_version from ${loader}`);
}
