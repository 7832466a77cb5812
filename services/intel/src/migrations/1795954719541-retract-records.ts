import { allowChanges, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Retract records. */
export class RetractRecords1795954719541 implements MigrationInterface {
  readonly name = 'RetractRecords1795954719541';

  async up(runner: QueryRunner): Promise<void> {
    await allowChanges(runner, 'intel_report', ['handling_id', 'withdrawn_at']);
    await allowChanges(runner, 'threat_assessment', ['handling_id', 'withdrawn_at']);
    await allowChanges(runner, 'risk_assessment', ['withdrawn_at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'risk_assessment');
    await endChanges(runner, 'threat_assessment');
    await endChanges(runner, 'intel_report');
  }
}
