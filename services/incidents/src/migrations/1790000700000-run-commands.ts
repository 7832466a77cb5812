import { createOutbox, letOutboxWithdraw } from '@chancery/shared/subgraph/outbox/outbox';
import { allowInserts, createCommandTables } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Incidents are reported: the login role of requests adds rows that the reporter sees. */
export class RunCommands1790000700000 implements MigrationInterface {
  readonly name = 'RunCommands1790000700000';

  async up(runner: QueryRunner): Promise<void> {
    await createOutbox(runner);
    await letOutboxWithdraw(runner);
    await createCommandTables(runner);
    await allowInserts(runner, 'incident');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop policy written on incident');
    for (const table of ['record_version', 'command', 'outbox']) await runner.query(`drop table ${table}`);
  }
}
