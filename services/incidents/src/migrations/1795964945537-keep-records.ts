import { allowChanges, allowInserts, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keep records. */
export class KeepRecords1795964945537 implements MigrationInterface {
  readonly name = 'KeepRecords1795964945537';

  async up(runner: QueryRunner): Promise<void> {
    await allowInserts(runner, 'action_card_instance');
    await allowChanges(runner, 'action_card_instance', ['status', 'steps_done']);
    await allowInserts(runner, 'authority_grant');
    await allowChanges(runner, 'authority_grant', [
      'from_at',
      'grantor_role',
      'holder_role',
      'legal_basis',
      'power',
      'until_at',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'delegation');
    await allowChanges(runner, 'delegation', ['until_at']);
    await allowInserts(runner, 'succession_line');
    await allowChanges(runner, 'succession_line', ['holder_role', 'notified_on', 'office', 'position', 'withdrawn_at']);
    await allowInserts(runner, 'resource_allocation');
    await allowChanges(runner, 'resource_allocation', [
      'decided_by_role',
      'priority',
      'quantity',
      'rationale',
      'resource',
      'threat_ref',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'force_report');
    await allowChanges(runner, 'force_report', [
      'authority',
      'force',
      'injuries',
      'place',
      'reviewed',
      'rule_ref',
      'used_at',
      'used_by',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'cyber_incident');
    await allowChanges(runner, 'cyber_incident', [
      'archives_reached',
      'data_affected',
      'detected_at',
      'records_affected',
      'stage',
      'systems',
      'techniques',
      'vector',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'attack_phase');
    await allowChanges(runner, 'attack_phase', ['means', 'position', 'started_at', 'text', 'withdrawn_at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'attack_phase');
    await runner.query(`drop policy written on attack_phase`);
    await endChanges(runner, 'cyber_incident');
    await runner.query(`drop policy written on cyber_incident`);
    await endChanges(runner, 'force_report');
    await runner.query(`drop policy written on force_report`);
    await endChanges(runner, 'resource_allocation');
    await runner.query(`drop policy written on resource_allocation`);
    await endChanges(runner, 'succession_line');
    await runner.query(`drop policy written on succession_line`);
    await endChanges(runner, 'delegation');
    await runner.query(`drop policy written on delegation`);
    await endChanges(runner, 'authority_grant');
    await runner.query(`drop policy written on authority_grant`);
    await endChanges(runner, 'action_card_instance');
    await runner.query(`drop policy written on action_card_instance`);
  }
}
