import { allowInserts } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Let commands insert. */
export class LetCommandsInsert1795923117235 implements MigrationInterface {
  readonly name = 'LetCommandsInsert1795923117235';

  async up(runner: QueryRunner): Promise<void> {
    await allowInserts(runner, 'visitor');
    await allowInserts(runner, 'visit_request');
    await allowInserts(runner, 'training_record');
    await allowInserts(runner, 'exercise');
    await allowInserts(runner, 'inject');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop policy written on inject`);
    await runner.query(`drop policy written on exercise`);
    await runner.query(`drop policy written on training_record`);
    await runner.query(`drop policy written on visit_request`);
    await runner.query(`drop policy written on visitor`);
  }
}
