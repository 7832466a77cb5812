import { allowChanges, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Retract records. */
export class RetractRecords1795954676898 implements MigrationInterface {
  readonly name = 'RetractRecords1795954676898';

  async up(runner: QueryRunner): Promise<void> {
    await allowChanges(runner, 'situation_report', ['withdrawn_at']);
    await allowChanges(runner, 'damage_assessment', ['reopened_on', 'reopening_decision', 'withdrawn_at']);
    await allowChanges(runner, 'lesson_learned', ['withdrawn_at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'lesson_learned');
    await endChanges(runner, 'damage_assessment');
    await endChanges(runner, 'situation_report');
  }
}
