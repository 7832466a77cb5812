import { loaderRoleOf, serviceRoleOf } from '@chancery/shared/subgraph/tables/labelled-table';
import type { QueryRunner } from 'typeorm';

/**
 * Makes the table of orders that are to be filed with the ledger: a command adds them, and whoever files them takes them away. Of a hold the loader reads where it
 * stands and writes since when it is in effect, and nothing else.
 */
export async function createFilings(runner: QueryRunner): Promise<void> {
  const [service, loader] = [await serviceRoleOf(runner), await loaderRoleOf(runner)];
  await runner.query(`create table legal_hold_filing (
    hold text not null,
    step text not null check (step in ('PLACED', 'LIFTED')),
    particulars jsonb not null,
    primary key (hold, step)
  )`);
  await runner.query(`grant insert on legal_hold_filing to ${service}`);
  await runner.query(`grant select, delete on legal_hold_filing to ${loader}`);
  await runner.query(`create policy filed on legal_hold for select to ${loader} using (true)`);
  await runner.query(`create policy carried_out on legal_hold for update to ${loader} using (true) with check (true)`);
  await runner.query(
    `grant select (id, status, in_effect_since, in_effect_until, record_version) on legal_hold to ${loader}`,
  );
  await runner.query(
    `grant update (in_effect_since, in_effect_until, entries, record_version) on legal_hold to ${loader}`,
  );
}

/** The way back. */
export async function dropFilings(runner: QueryRunner): Promise<void> {
  await runner.query('drop table legal_hold_filing');
}
