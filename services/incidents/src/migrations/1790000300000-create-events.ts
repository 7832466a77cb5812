import { createEventTable } from '@chancery/shared/subgraph/events/record-event';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What happened to incidents, for whoever listens. */
export class CreateEvents1790000300000 implements MigrationInterface {
  readonly name = 'CreateEvents1790000300000';

  async up(runner: QueryRunner): Promise<void> {
    await createEventTable(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table event');
  }
}
