import { createFirstStartTable } from '@chancery/shared/subgraph/import/first-start';
import { createCommandTables } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Exercises are dated from the first start, and commands are run. */
export class RunCommands1795921700000 implements MigrationInterface {
  readonly name = 'RunCommands1795921700000';

  async up(runner: QueryRunner): Promise<void> {
    await createFirstStartTable(runner);
    await createCommandTables(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['record_version', 'command', 'first_start']) await runner.query(`drop table ${table}`);
  }
}
