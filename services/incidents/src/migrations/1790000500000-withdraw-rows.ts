import { createWithdrawals, endWithdraw, letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Incidents that an import no longer holds are withdrawn, and so are posts that their owner has withdrawn. */
export class WithdrawRows1790000500000 implements MigrationInterface {
  readonly name = 'WithdrawRows1790000500000';

  async up(runner: QueryRunner): Promise<void> {
    await createWithdrawals(runner);
    await letWithdraw(runner, 'mission_ref', 'existence_handling_id');
    await letWithdraw(runner, 'incident');
    await runner.query('alter table incident add column imported_by text');
    // Until now imports alone have written rows.
    await runner.query(`update incident set imported_by = case when synthetic then 'exercise' else 'case studies' end`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table incident drop column imported_by');
    await endWithdraw(runner, 'incident');
    await endWithdraw(runner, 'mission_ref', 'existence_handling_id');
    await runner.query('drop table withdrawal');
  }
}
