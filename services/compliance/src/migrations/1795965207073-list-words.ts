import { endLists, listWords } from '@chancery/shared/subgraph/search/search-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** List words. */
export class ListWords1795965207073 implements MigrationInterface {
  readonly name = 'ListWords1795965207073';

  async up(runner: QueryRunner): Promise<void> {
    await listWords(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endLists(runner);
  }
}
