import { createSearchTable, dropSearchTable } from '@chancery/shared/subgraph/search/search-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Find by words. */
export class FindByWords1795929482905 implements MigrationInterface {
  readonly name = 'FindByWords1795929482905';

  async up(runner: QueryRunner): Promise<void> {
    await createSearchTable(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropSearchTable(runner);
  }
}
