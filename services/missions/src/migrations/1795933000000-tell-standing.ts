import { allowInserts } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createNotices, dropNotices } from '../facts/notice-table.js';

/** What is recorded of the standing of a post is told to compliance. */
export class TellStanding1795933000000 implements MigrationInterface {
  readonly name = 'TellStanding1795933000000';

  async up(runner: QueryRunner): Promise<void> {
    await createNotices(runner);
    await allowInserts(runner, 'legal_status_period');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy written on legal_status_period');
    await dropNotices(runner);
  }
}
