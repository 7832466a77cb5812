import { createWithdrawals, endWithdraw, letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Warnings that are no longer made are withdrawn, and so are posts that their owner has withdrawn. */
export class WithdrawRows1790000500000 implements MigrationInterface {
  readonly name = 'WithdrawRows1790000500000';

  async up(runner: QueryRunner): Promise<void> {
    await createWithdrawals(runner);
    await letWithdraw(runner, 'mission_ref', 'existence_handling_id');
    await letWithdraw(runner, 'warning');
    await runner.query('alter table warning add column imported_by text');
    // Until now imports alone have written rows.
    await runner.query(`update warning set imported_by = 'exercise'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table warning drop column imported_by');
    await endWithdraw(runner, 'warning');
    await endWithdraw(runner, 'mission_ref', 'existence_handling_id');
    await runner.query('drop table withdrawal');
  }
}
