import { loaderRoleOf } from '@chancery/shared/subgraph/tables/labelled-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What missions has recorded of posts, beside the facts of the register: notices are only added. */
export class KeepNotices1795933000000 implements MigrationInterface {
  readonly name = 'KeepNotices1795933000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table law_notice (
      sequence bigint primary key check (sequence > 0),
      fact jsonb not null
    )`);
    await runner.query(`create trigger told after insert on law_notice
      for each statement execute function tell_law()`);
    await runner.query(`grant select, insert on law_notice to ${await loaderRoleOf(runner)}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table law_notice');
  }
}
