import { createSearchTable, dropSearchTable } from '@chancery/shared/subgraph/search/search-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Find by words. */
export class FindByWords1795929490575 implements MigrationInterface {
  readonly name = 'FindByWords1795929490575';

  async up(runner: QueryRunner): Promise<void> {
    await createSearchTable(runner);
    await runner.query(`alter table legal_instrument alter column reference type varchar(16) collate "und-x-icu"`);
    await runner.query(`alter table legal_rule alter column reference type varchar(40) collate "und-x-icu"`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table legal_rule alter column reference type varchar(40)`);
    await runner.query(`alter table legal_instrument alter column reference type varchar(16)`);
    await dropSearchTable(runner);
  }
}
