import { createFirstStartTable } from '@chancery/shared/subgraph/import/first-start';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When the service was first set up, from which exercises are dated. */
export class KeepFirstStart1790000100000 implements MigrationInterface {
  readonly name = 'KeepFirstStart1790000100000';

  async up(runner: QueryRunner): Promise<void> {
    await createFirstStartTable(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table first_start');
  }
}
