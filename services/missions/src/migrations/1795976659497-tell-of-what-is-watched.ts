import { tellRows } from '@chancery/shared/subgraph/events/event-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tell of what is watched. */
export class TellOfWhatIsWatched1795976659497 implements MigrationInterface {
  readonly name = 'TellOfWhatIsWatched1795976659497';

  async up(runner: QueryRunner): Promise<void> {
    await tellRows(runner, 'legal_status_period', 'LegalStatusPeriod');
    await tellRows(runner, 'suspicious_activity_report', 'SuspiciousActivityReport');
    await tellRows(runner, 'readiness_score', 'ReadinessScore');
    await tellRows(runner, 'security_posture', 'SecurityPosture');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger tell on security_posture`);
    await runner.query(`drop trigger tell on readiness_score`);
    await runner.query(`drop trigger tell on suspicious_activity_report`);
    await runner.query(`drop trigger tell on legal_status_period`);
  }
}
