import { createFetchTable, dropFetchTable } from '@chancery/shared/subgraph/tables/fetch-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Count fetches. */
export class CountFetches1795944282847 implements MigrationInterface {
  readonly name = 'CountFetches1795944282847';

  async up(runner: QueryRunner): Promise<void> {
    await createFetchTable(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropFetchTable(runner);
  }
}
