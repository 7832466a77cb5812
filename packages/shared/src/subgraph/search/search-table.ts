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

/** Places of a list that one row of it has bits for. */
export const PART_PLACES = 512;
/** Rows of one part of a list that are kept apart, before whoever writes next puts them together. */
export const APART_MAX = 16;

/**
 * Who adds or removes words adds a row to their lists, which turns the bits of their places over: no two writers wait for each other. Now and then
 * one of them puts such rows together, unless another is just at it, or writes so many words that it would look at all lists.
 */
const LIST_WORDS = `create function list_words() returns trigger language plpgsql as $$
  begin
    insert into search_list (type, token, handling_id, part, field, places)
      select c.type, c.token, c.handling_id, c.place / ${PART_PLACES}, c.field,
        substring(bit_or(set_bit(B'0'::bit(${PART_PLACES}), c.place % ${PART_PLACES}, 1)), 1, max(c.place % ${PART_PLACES}) + 1)
      from changed c group by 1, 2, 3, 4, 5;
    if (select count(*) from (select from changed limit 2001) c) <= 2000
      and current_setting('transaction_isolation') = 'read committed'
      and pg_try_advisory_xact_lock(hashtext('chancery.search_list'))
    then
      perform join_list(c.type, c.token, c.handling_id, c.part, c.field) from (
        select distinct type, token, handling_id, place / ${PART_PLACES} as part, field from changed) c
        where (select count(*) from search_list l where l.token = c.token and l.type = c.type and l.handling_id = c.handling_id
          and l.part = c.part and l.field = c.field) > ${APART_MAX};
    end if;
    return null;
  end $$`;
const JOIN_LIST = `create function join_list(type_ text, token_ text, handling integer, part_ integer, field_ text) returns void language plpgsql as $$
  begin
    with apart as (delete from search_list l where l.token = token_ and l.type = type_ and l.handling_id = handling and l.part = part_ and l.field = field_
      returning l.places),
    joined as (select substring(bit_xor(a.places::bit(${PART_PLACES})), 1, max(length(a.places))) as places from apart a)
    insert into search_list (type, token, handling_id, part, field, places)
      select type_, token_, handling, part_, field_, j.places from joined j where bit_count(j.places) > 0;
  end $$`;

/**
 * Makes lists of words: each record has a place, a number, among those of its kind and handling, and a list has a bit for each place at which a
 * word stands in a field. Where words stand together is the `and` of their bits. All words are made again by the next setup.
 */
export async function listWords(runner: QueryRunner): Promise<void> {
  await runner.query('truncate search_token; truncate search_state');
  await runner.query('alter table search_token add place integer not null');
  await runner.query('drop index search_token_by_handling, search_token_by_token');
  await runner.query(
    'create index search_token_by_token on search_token (type, token, record_id) include (handling_id, field, place)',
  );
  await runner.query(`create table search_place (
    type text collate "C" not null,
    handling_id integer not null,
    place integer not null check (place >= 0),
    record_id text collate "C" not null,
    primary key (record_id, handling_id)
  )`);
  await runner.query(
    'create unique index search_place_in_order on search_place (type, handling_id, place) include (record_id)',
  );
  await runner.query(`create table search_list (
    type text collate "C" not null,
    token text collate "C" not null,
    handling_id integer not null,
    part integer not null,
    field text collate "C" not null,
    places bit varying not null
  )`);
  // The same twice: by the word for who sees much, by the handling for who sees little.
  const kept = 'part, field) include (places)';
  await runner.query(`create index search_list_by_token on search_list (token, type, handling_id, ${kept}`);
  await runner.query(`create index search_list_by_handling on search_list (handling_id, token, type, ${kept}`);
  await runner.query(LIST_WORDS);
  await runner.query(JOIN_LIST);
  for (const [event, rows] of [
    ['insert', 'new'],
    ['delete', 'old'],
  ]) {
    await runner.query(`create trigger list_${event} after ${event} on search_token
      referencing ${rows} table as changed for each statement execute function list_words()`);
  }
  const service = await serviceRoleOf(runner);
  const visible = visibleBy('handling_id');
  for (const table of ['search_place', 'search_list']) {
    await bindRows(runner, table);
    await runner.query(`create policy written on ${table} for insert to ${service} with check (${visible})`);
    await runner.query(`grant insert on ${table} to ${service}`);
  }
  await runner.query(`create policy joined on search_list for delete to ${service} using (${visible})`);
  await runner.query(`grant delete on search_list to ${service}`);
  await runner.query(`grant execute on function join_list to ${service}`);
}

/** The way back. */
export async function endLists(runner: QueryRunner): Promise<void> {
  await runner.query('drop trigger list_insert on search_token; drop trigger list_delete on search_token');
  await runner.query(
    'drop function list_words; drop function join_list; drop table search_list; drop table search_place',
  );
  await runner.query('drop index search_token_by_token; alter table search_token drop place');
  await runner.query(
    'create index search_token_by_token on search_token (type, token, record_id) include (handling_id, field)',
  );
  await runner.query(
    'create index search_token_by_handling on search_token (handling_id, type, token) include (record_id, field)',
  );
}

/** The way back; records stay, and are found by their fields. */
export async function dropSearchTable(runner: QueryRunner): Promise<void> {
  await runner.query('drop table search_state');
  await runner.query('drop table search_token');
}
