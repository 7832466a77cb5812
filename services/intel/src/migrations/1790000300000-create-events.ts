import { createEventTable, dropEventTable, tellLinks, tellRows } from '@chancery/shared/subgraph/events/event-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened to warnings, for whoever listens. */
export class CreateEvents1790000300000 implements MigrationInterface {
  readonly name = 'CreateEvents1790000300000';

  async up(runner: QueryRunner): Promise<void> {
    await createEventTable(runner);
    await tellRows(runner, 'warning', 'Warning');
    await tellLinks(runner, { through: 'warning_mission', holder: 'warning_id', table: 'warning', type: 'Warning' });
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropEventTable(runner);
  }
}
