import { allowChanges, allowInserts, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Run daily work. */
export class RunDailyWork1795953064859 implements MigrationInterface {
  readonly name = 'RunDailyWork1795953064859';

  async up(runner: QueryRunner): Promise<void> {
    await allowInserts(runner, 'collection_requirement');
    await allowChanges(runner, 'collection_requirement', ['status']);
    await allowInserts(runner, 'threat');
    await allowChanges(runner, 'threat', ['status']);
    await allowInserts(runner, 'risk_assessment');
    await allowInserts(runner, 'cyber_finding');
    await allowChanges(runner, 'cyber_finding', ['resolved_at', 'status']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'cyber_finding');
    await runner.query(`drop policy written on cyber_finding`);
    await runner.query(`drop policy written on risk_assessment`);
    await endChanges(runner, 'threat');
    await runner.query(`drop policy written on threat`);
    await endChanges(runner, 'collection_requirement');
    await runner.query(`drop policy written on collection_requirement`);
  }
}
