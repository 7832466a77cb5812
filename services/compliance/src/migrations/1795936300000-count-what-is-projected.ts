import type { MigrationInterface, QueryRunner } from 'typeorm';
import { endCounting, letLoaderCount } from '../audit/audit-tables.js';

/** Count what is projected. */
export class CountWhatIsProjected1795936300000 implements MigrationInterface {
  readonly name = 'CountWhatIsProjected1795936300000';

  async up(runner: QueryRunner): Promise<void> {
    await letLoaderCount(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endCounting(runner);
  }
}
