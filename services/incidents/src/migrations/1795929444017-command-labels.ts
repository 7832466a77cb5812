import { allowChanges, createLabelSources } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Command labels. */
export class CommandLabels1795929444017 implements MigrationInterface {
  readonly name = 'CommandLabels1795929444017';

  async up(runner: QueryRunner): Promise<void> {
    await createLabelSources(runner);
    await allowChanges(runner, 'incident', [
      'closed_at',
      'handling_id',
      'injured',
      'ipp_offence',
      'severity',
      'status',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await allowChanges(runner, 'incident', ['closed_at', 'injured', 'ipp_offence', 'severity', 'status']);
    await runner.query(`drop table if exists label_source`);
  }
}
