import { coverWordsByHandling, uncoverWordsByHandling } from '@chancery/shared/subgraph/search/search-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Cover words. */
export class CoverWords1795944900003 implements MigrationInterface {
  readonly name = 'CoverWords1795944900003';

  async up(runner: QueryRunner): Promise<void> {
    await coverWordsByHandling(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await uncoverWordsByHandling(runner);
  }
}
