import { loaderRoleOf, serviceRoleOf } from '@chancery/shared/subgraph/tables/labelled-table';
import type { QueryRunner } from 'typeorm';

/** Where whoever tells notices hears of one. */
export const NOTICE_CHANNEL = 'notices';

/**
 * Makes the outbox of facts: what is recorded of the standing of a post is told to compliance, in the transaction that records it. What an import brings is
 * the register's, which compliance has from the seed.
 */
export async function createNotices(runner: QueryRunner): Promise<void> {
  await runner.query(`create table fact_notice (
    sequence bigint generated always as identity primary key,
    fact jsonb not null
  )`);
  await runner.query(`create function note_standing() returns trigger language plpgsql as $$
    begin
      insert into fact_notice (fact)
        select jsonb_build_object('m', m.wikidata_id, 'sending', m.sending_state, 'receiving', new.receiving_state,
          'kind', m.kind, 'legalStatus', new.status, 'protectingPower', new.protecting_power,
          'from', to_char(new.held_from, 'YYYY-MM-DD'), 'until', to_char(new.held_until, 'YYYY-MM-DD'))
          from mission m where m.id = new.mission_id and m.wikidata_id is not null;
      perform pg_notify('${NOTICE_CHANNEL}', '');
      return null;
    end $$`);
  await runner.query(`create trigger noted after insert on legal_status_period
    for each row when (new.imported_by is null) execute function note_standing()`);
  await runner.query(`grant insert (fact) on fact_notice to ${await serviceRoleOf(runner)}`);
  await runner.query(`grant select on fact_notice to ${await loaderRoleOf(runner)}`);
}

/** The way back. */
export async function dropNotices(runner: QueryRunner): Promise<void> {
  await runner.query('drop trigger noted on legal_status_period');
  await runner.query('drop function note_standing()');
  await runner.query('drop table fact_notice');
}
