import type { QueryRunner } from 'typeorm';
import { nameOf } from './sql-name.js';

/**
 * The bits are parsed once a statement because of the inner `select`. Without a setting, with an empty one, or out of
 * range the comparison is not true, and nothing is visible. `>` and not `=`: of that the planner takes every third row to
 * be seen, and every two hundredth of the other, which makes it sort what it could read in order.
 */
const VISIBLE = `substring((select current_setting('app.visible', true)::varbit), %column% + 1, 1) > B'0'`;

/** Makes the table of distinct handlings: small integers, allotted at random, that only the loader role may resolve. */
export async function createHandlingTable(runner: QueryRunner): Promise<void> {
  await runner.query(`create table handling (
    id integer primary key check (id >= 0),
    text text not null unique check (length(text) between 1 and 4096)
  )`);
  await runner.query(`grant select on handling to ${await roleOf(runner, 'loader')}`);
}

/**
 * Binds the rows of a table to the handlings that the viewer of the transaction may see. The login role of requests
 * may read them and nothing else; the owner, which imports, needs a policy too because the binding is forced on it.
 */
export async function bindRows(runner: QueryRunner, table: string, handlingColumn = 'handling_id'): Promise<void> {
  await bindBy(runner, table, visibleBy(handlingColumn));
}

/** What must hold of a row for a viewer to see it, in SQL of a policy. */
export function visibleBy(handlingColumn: string): string {
  return VISIBLE.replace('%column%', nameOf(handlingColumn));
}

/** Binds rows of a table without a handling of its own to those of the rows that they belong to, which are bound themselves. */
export async function bindRowsTo(runner: QueryRunner, table: string, parent: string, column: string): Promise<void> {
  await bindBy(
    runner,
    table,
    `exists (select from ${nameOf(parent)} p where p.id = ${nameOf(table)}.${nameOf(column)})`,
  );
}

/** Binds rows that are bound, and can be withdrawn, as they would be bound today. */
export async function bindAnew(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`alter policy visible on ${nameOf(table)} using (${visibleBy('handling_id')} and ${STANDS})`);
}

/** Only an operator's question and the count of links set it: whoever asks for records never sees what was withdrawn. */
export const STANDS = `(withdrawn_at is null or (select current_setting('app.withdrawn', true)) = 'shown')`;

async function bindBy(runner: QueryRunner, table: string, visible: string): Promise<void> {
  const name = nameOf(table);
  const service = await roleOf(runner, 'service');
  await runner.query(`alter table ${name} enable row level security`);
  await runner.query(`alter table ${name} force row level security`);
  await runner.query(`create policy visible on ${name} for select to ${service} using (${visible})`);
  await runner.query(`create policy import on ${name} to current_user using (true) with check (true)`);
  await runner.query(`grant select on ${name} to ${service}`);
}

/** The login role that answers requests. */
export function serviceRoleOf(runner: QueryRunner): Promise<string> {
  return roleOf(runner, 'service');
}

/** The login role that resolves handlings, and sees no record. */
export function loaderRoleOf(runner: QueryRunner): Promise<string> {
  return roleOf(runner, 'loader');
}

async function roleOf(runner: QueryRunner, role: 'service' | 'loader'): Promise<string> {
  const rows: { database: string }[] = await runner.query('select current_database() as database');
  return nameOf(`${rows[0]?.database ?? ''}_${role}`);
}
