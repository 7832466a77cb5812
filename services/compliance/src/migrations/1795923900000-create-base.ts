import { createEventTable, dropEventTable } from '@chancery/shared/subgraph/events/event-table';
import { createFirstStartTable } from '@chancery/shared/subgraph/import/first-start';
import { createImportedTable } from '@chancery/shared/subgraph/import/seed';
import { createReferenceTable } from '@chancery/shared/subgraph/outbox/outbox';
import { createHandlingTable } from '@chancery/shared/subgraph/tables/labelled-table';
import { createWithdrawals, endWithdraw, letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What every table of the service rests on: handlings, the posts of missions, withdrawals, events, and what was imported last. */
export class CreateBase1795923900000 implements MigrationInterface {
  readonly name = 'CreateBase1795923900000';

  async up(runner: QueryRunner): Promise<void> {
    await createHandlingTable(runner);
    await createReferenceTable(runner, 'mission_ref');
    await createFirstStartTable(runner);
    await createEventTable(runner);
    await createWithdrawals(runner);
    await letWithdraw(runner, 'mission_ref', 'existence_handling_id');
    await createImportedTable(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table imported');
    await endWithdraw(runner, 'mission_ref', 'existence_handling_id');
    await runner.query('drop table withdrawal');
    await dropEventTable(runner);
    for (const table of ['first_start', 'mission_ref', 'handling']) await runner.query(`drop table ${table}`);
  }
}
