import type { QueryRunner } from 'typeorm';
import { bindRows, serviceRoleOf, visibleBy } from '../tables/labelled-table.js';

/**
 * Makes the table of words that records are found by: a row for each word of each field of each record, under the handling of the
 * record, so that a word of a row that is hidden is hidden. Words are compared byte by byte, which is LEAKPROOF, by an index.
 */
export async function createSearchTable(runner: QueryRunner): Promise<void> {
  await runner.query(`create table search_token (
    type text collate "C" not null,
    field text collate "C" not null,
    token text collate "C" not null,
    record_id text collate "C" not null,
    handling_id integer not null,
    primary key (record_id, token, field)
  )`);
  // By the word where many rows are seen, by handling and word where few are.
  await runner.query(
    'create index search_token_by_token on search_token (type, token, record_id) include (handling_id, field)',
  );
  await runner.query('create index search_token_by_handling on search_token (handling_id, type, token)');
  await bindRows(runner, 'search_token');
  const service = await serviceRoleOf(runner);
  // Who writes a record writes its words: only of such as the viewer of the transaction sees.
  const visible = visibleBy('handling_id');
  await runner.query(`create policy written on search_token for insert to ${service} with check (${visible})`);
  await runner.query(`create policy removed on search_token for delete to ${service} using (${visible})`);
  await runner.query(`grant insert, delete on search_token to ${service}`);
  await runner.query('create table search_state (type text primary key, digest text not null)');
}

/** Who sees little finds words by the handlings that it sees: without looking at a row of the table for each. */
export async function coverWordsByHandling(runner: QueryRunner): Promise<void> {
  await runner.query('drop index search_token_by_handling');
  await runner.query(
    'create index search_token_by_handling on search_token (handling_id, type, token) include (record_id, field)',
  );
}

/** The way back. */
export async function uncoverWordsByHandling(runner: QueryRunner): Promise<void> {
  await runner.query('drop index search_token_by_handling');
  await runner.query('create index search_token_by_handling on search_token (handling_id, type, token)');
}

/** The way back; records stay, and are found by their fields. */
export async function dropSearchTable(runner: QueryRunner): Promise<void> {
  await runner.query('drop table search_state');
  await runner.query('drop table search_token');
}
