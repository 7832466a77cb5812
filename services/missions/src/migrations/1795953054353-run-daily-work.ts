import { allowChanges, allowInserts, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Run daily work. */
export class RunDailyWork1795953054353 implements MigrationInterface {
  readonly name = 'RunDailyWork1795953054353';

  async up(runner: QueryRunner): Promise<void> {
    await allowInserts(runner, 'alarm_event');
    await allowInserts(runner, 'suspicious_activity_report');
    await allowInserts(runner, 'emergency_action_plan');
    await allowChanges(runner, 'emergency_action_plan', ['approved_by', 'approved_on', 'review_due', 'status']);
    await allowChanges(runner, 'resource_stock', ['checked_on', 'expires_on', 'quantity', 'readiness']);
    await allowInserts(runner, 'resource');
    await allowChanges(runner, 'resource', ['expires_on', 'inspected_on', 'quantity', 'readiness']);
    await allowChanges(runner, 'exercise', ['participants', 'status']);
    await allowInserts(runner, 'finding');
    await allowChanges(runner, 'finding', ['closed_on']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'finding');
    await runner.query(`drop policy written on finding`);
    await endChanges(runner, 'exercise');
    await endChanges(runner, 'resource');
    await runner.query(`drop policy written on resource`);
    await endChanges(runner, 'resource_stock');
    await endChanges(runner, 'emergency_action_plan');
    await runner.query(`drop policy written on emergency_action_plan`);
    await runner.query(`drop policy written on suspicious_activity_report`);
    await runner.query(`drop policy written on alarm_event`);
  }
}
