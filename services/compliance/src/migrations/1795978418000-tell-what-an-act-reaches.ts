import { serviceRoleOf } from '@chancery/shared/subgraph/tables/labelled-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Tell what an act reaches: whoever decides on an act that it sees goes on from its scope as the law has it, and not as far as its
 * caller sees the posts. Of the law nothing else is read by a command.
 */
export class TellWhatAnActReaches1795978418000 implements MigrationInterface {
  readonly name = 'TellWhatAnActReaches1795978418000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create function posts_of_act(wanted text) returns text[]
      language sql stable security definer set search_path = public, pg_temp as $$
        select array(select jsonb_array_elements_text(act #> '{scope,missions}'))
          from law_act where id = wanted order by v desc limit 1
      $$`);
    await runner.query('revoke execute on function posts_of_act(text) from public');
    await runner.query(`grant execute on function posts_of_act(text) to ${await serviceRoleOf(runner)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function posts_of_act(text)');
  }
}
