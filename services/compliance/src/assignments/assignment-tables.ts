import { loaderRoleOf } from '@chancery/shared/subgraph/tables/labelled-table';
import type { QueryRunner } from 'typeorm';

/** Lets the loader write which assignments there are and when they were relied on; it knows the law and the ledger anyway. */
export async function letLoaderAssign(runner: QueryRunner): Promise<void> {
  const loader = await loaderRoleOf(runner);
  await runner.query(`create policy assigned on assignment to ${loader} using (true) with check (true)`);
  await runner.query(`grant select, insert on assignment to ${loader}`);
  const changed = 'version, categories, from_at, ends_at, revoked_at, uses, last_used_at, stale_at';
  await runner.query(`grant update (${changed}) on assignment to ${loader}`);
  const own = `table_name = 'assignment'`;
  await runner.query(`create policy assigned on row_count to ${loader} using (${own}) with check (${own})`);
}

/** The way back. */
export async function endAssigning(runner: QueryRunner): Promise<void> {
  await runner.query('drop policy assigned on row_count');
}
