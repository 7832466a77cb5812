import { createLabelSources } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keep label sources. */
export class KeepLabelSources1795929450000 implements MigrationInterface {
  readonly name = 'KeepLabelSources1795929450000';

  async up(runner: QueryRunner): Promise<void> {
    await createLabelSources(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table if exists label_source`);
  }
}
