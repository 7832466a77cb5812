import { letOutboxWithdraw } from '@chancery/shared/subgraph/outbox/outbox';
import { createWithdrawals, endWithdraw, letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Posts and premises that an import no longer holds are withdrawn, and others are told. */
export class WithdrawRows1790000500000 implements MigrationInterface {
  readonly name = 'WithdrawRows1790000500000';

  async up(runner: QueryRunner): Promise<void> {
    await createWithdrawals(runner);
    await letOutboxWithdraw(runner);
    for (const table of ['mission', 'premises']) {
      await letWithdraw(runner, table);
      await runner.query(`alter table ${table} add column imported_by text`);
    }
    // Until now imports alone have written rows.
    await runner.query(`update mission set imported_by = 'register'`);
    await runner.query(`update premises set imported_by = 'exercise'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['mission', 'premises']) {
      await endWithdraw(runner, table);
      await runner.query(`alter table ${table} drop column imported_by`);
    }
    await runner.query('alter table outbox drop column withdrawn');
    await runner.query('drop table withdrawal');
  }
}
