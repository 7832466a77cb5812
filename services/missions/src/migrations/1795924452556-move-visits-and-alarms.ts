import { allowChanges, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Move visits and alarms. */
export class MoveVisitsAndAlarms1795924452556 implements MigrationInterface {
  readonly name = 'MoveVisitsAndAlarms1795924452556';

  async up(runner: QueryRunner): Promise<void> {
    await allowChanges(runner, 'visit_request', ['badge', 'decided_at', 'status']);
    await allowChanges(runner, 'alarm_event', ['acknowledged_at', 'acknowledged_by', 'cause', 'status']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'alarm_event');
    await endChanges(runner, 'visit_request');
  }
}
