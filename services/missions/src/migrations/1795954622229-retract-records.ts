import { allowChanges, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Retract records. */
export class RetractRecords1795954622229 implements MigrationInterface {
  readonly name = 'RetractRecords1795954622229';

  async up(runner: QueryRunner): Promise<void> {
    await allowChanges(runner, 'visitor', ['withdrawn_at']);
    await allowChanges(runner, 'suspicious_activity_report', ['withdrawn_at']);
    await allowChanges(runner, 'resource', ['expires_on', 'inspected_on', 'quantity', 'readiness', 'withdrawn_at']);
    await allowChanges(runner, 'training_record', ['withdrawn_at']);
    await allowChanges(runner, 'finding', ['closed_on', 'withdrawn_at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'finding');
    await endChanges(runner, 'training_record');
    await endChanges(runner, 'resource');
    await endChanges(runner, 'suspicious_activity_report');
    await endChanges(runner, 'visitor');
  }
}
