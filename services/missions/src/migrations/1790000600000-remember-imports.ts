import { createImportedTable } from '@chancery/shared/subgraph/import/seed';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was imported last, so that the same is not imported again at each start. */
export class RememberImports1790000600000 implements MigrationInterface {
  readonly name = 'RememberImports1790000600000';

  async up(runner: QueryRunner): Promise<void> {
    await createImportedTable(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table imported');
  }
}
