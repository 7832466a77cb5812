import { endIndexes, indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Link incidents. */
export class LinkIncidents1795955475766 implements MigrationInterface {
  readonly name = 'LinkIncidents1795955475766';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table warning add column incident_id text`);
    await indexRows(runner, 'warning', 'msg_type scope category severity sent_at expires_at incident_id', 'reference');
    await runner.query(`alter table threat add column incident_id text`);
    await indexRows(
      runner,
      'threat',
      'reference mission_id incident_id actor_id type vector status window_from window_until',
    );
    await runner.query(`alter table threat_assessment add column incident_id text`);
    await indexRows(
      runner,
      'threat_assessment',
      'reference mission_id threat_id incident_id assessed_at reliability credibility impact likelihood severity reviewed_at',
    );
    await runner.query(`alter table cyber_finding add column incident_id text`);
    await indexRows(runner, 'cyber_finding', 'reference mission_id incident_id severity status found_at resolved_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    await endIndexes(runner, 'cyber_finding', 'reference mission_id incident_id severity status found_at resolved_at');
    await runner.query(`alter table cyber_finding drop column incident_id`);
    await endIndexes(
      runner,
      'threat_assessment',
      'reference mission_id threat_id incident_id assessed_at reliability credibility impact likelihood severity reviewed_at',
    );
    await runner.query(`alter table threat_assessment drop column incident_id`);
    await endIndexes(
      runner,
      'threat',
      'reference mission_id incident_id actor_id type vector status window_from window_until',
    );
    await runner.query(`alter table threat drop column incident_id`);
    await endIndexes(runner, 'warning', 'msg_type scope category severity sent_at expires_at incident_id', 'reference');
    await runner.query(`alter table warning drop column incident_id`);
  }
}
