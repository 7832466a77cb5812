import type { QueryRunner } from 'typeorm';
import { loaderRoleOf, serviceRoleOf, visibleBy } from '../tables/labelled-table.js';
import { nameOf } from '../tables/sql-name.js';

/**
 * Makes the tables that every command writes beside its record: which commands have run, and every version of a record.
 * The login role of requests finds a command by its key; versions it only adds.
 */
export async function createCommandTables(runner: QueryRunner): Promise<void> {
  // A key is one caller's own: to find that another has used it would tell of the other.
  await runner.query(`create table command (
    subject text not null,
    operation text not null,
    key text not null,
    input text not null,
    call text not null unique,
    record_id text not null,
    at timestamptz not null,
    primary key (subject, operation, key)
  )`);
  await runner.query(`create table record_version (
    record_id text not null,
    version integer not null check (version > 0),
    call text not null,
    at timestamptz not null,
    content jsonb not null,
    primary key (record_id, version)
  )`);
  await createLabelSources(runner);
  const service = await serviceRoleOf(runner);
  await runner.query(`grant select, insert on command to ${service}`);
  await runner.query(`grant insert on record_version, outbox to ${service}`);
  // What a row is handled by is resolved by the loader alone, so it is the loader that adds to it.
  await runner.query(`grant insert on handling to ${await loaderRoleOf(runner)}`);
}

/**
 * Makes the table of what the label of a record that a command made or changed was joined with: whoever lowers the label may not lower it
 * below what it took from others. Also beside command tables that were made before it.
 */
export async function createLabelSources(runner: QueryRunner): Promise<void> {
  await runner.query(`create table if not exists label_source (
    record_id text not null,
    handling_id integer not null references handling (id),
    primary key (record_id, handling_id)
  )`);
  await runner.query(`grant select, insert on label_source to ${await serviceRoleOf(runner)}`);
}

/** Lets the login role of requests add rows of a bound table: only such as the viewer of the transaction sees. */
export async function allowInserts(runner: QueryRunner, table: string, handlingColumn = 'handling_id'): Promise<void> {
  const [name, service] = [nameOf(table), await serviceRoleOf(runner)];
  await runner.query(
    `create policy written on ${name} for insert to ${service} with check (${visibleBy(handlingColumn)})`,
  );
  await runner.query(`grant insert on ${name} to ${service}`);
}

/** Lets the login role of requests link rows that it sees to others: rows of a table of pairs are only added. */
export async function allowPairInserts(
  runner: QueryRunner,
  table: string,
  parent: string,
  column: string,
): Promise<void> {
  const [name, service] = [nameOf(table), await serviceRoleOf(runner)];
  const seen = `exists (select from ${nameOf(parent)} p where p.id = ${name}.${nameOf(column)})`;
  await runner.query(`create policy written on ${name} for insert to ${service} with check (${seen})`);
  await runner.query(`grant insert on ${name} to ${service}`);
}

/**
 * Lets the login role of requests change some columns of rows of a bound table: of such as the viewer of the transaction sees, to such as
 * it still sees. How many versions of a row there are is counted beside it. A later list takes the place of the one before.
 */
export async function allowChanges(runner: QueryRunner, table: string, columns: readonly string[]): Promise<void> {
  const [name, service] = [nameOf(table), await serviceRoleOf(runner)];
  const visible = visibleBy('handling_id');
  await runner.query(
    `alter table ${name} add column if not exists record_version integer not null default 1 check (record_version > 0)`,
  );
  await runner.query(`drop policy if exists changed on ${name}`);
  await runner.query(
    `create policy changed on ${name} for update to ${service} using (${visible}) with check (${visible})`,
  );
  await runner.query(`revoke update on ${name} from ${service}`);
  const changed = ['record_version', ...columns].map(nameOf).join(', ');
  await runner.query(`grant update (${changed}) on ${name} to ${service}`);
}

/** The way back: rows stay as they were changed. */
export async function endChanges(runner: QueryRunner, table: string): Promise<void> {
  const name = nameOf(table);
  await runner.query(`drop policy changed on ${name}`);
  await runner.query(`revoke update on ${name} from ${await serviceRoleOf(runner)}`);
  await runner.query(`alter table ${name} drop column record_version`);
}
