import { allowChanges, allowInserts, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Response steps. */
export class ResponseSteps1795930801066 implements MigrationInterface {
  readonly name = 'ResponseSteps1795930801066';

  async up(runner: QueryRunner): Promise<void> {
    await allowInserts(runner, 'evidence_item');
    await allowChanges(runner, 'evidence_item', ['status']);
    await allowInserts(runner, 'custody_transfer');
    await allowInserts(runner, 'command_assignment');
    await allowChanges(runner, 'command_assignment', ['until_at']);
    await allowChanges(runner, 'mobilization', ['arrived_at', 'assigned_to', 'expected_at', 'released_at', 'status']);
    await allowInserts(runner, 'responder_request');
    await allowChanges(runner, 'responder_request', ['answer', 'answered_at', 'arrived_at']);
    await runner.query(`alter table evacuation_operation add column partner_states text[]`);
    await allowChanges(runner, 'evacuation_operation', ['status']);
    await allowInserts(runner, 'evac_manifest_entry');
    await allowInserts(runner, 'casualty_summary');
    await allowInserts(runner, 'situation_report');
    await allowInserts(runner, 'situation_update');
    await allowInserts(runner, 'decision');
    await allowInserts(runner, 'meeting');
    await allowInserts(runner, 'diplomatic_note');
    await allowInserts(runner, 'damage_assessment');
    await allowChanges(runner, 'damage_assessment', ['reopened_on', 'reopening_decision']);
    await allowInserts(runner, 'claim');
    await allowChanges(runner, 'claim', ['status']);
    await allowInserts(runner, 'after_action_report');
    await allowChanges(runner, 'after_action_report', ['completed_on', 'root_cause', 'status', 'summary']);
    await allowInserts(runner, 'recommendation');
    await allowChanges(runner, 'recommendation', ['closed_on', 'evidence', 'status']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'recommendation');
    await runner.query(`drop policy written on recommendation`);
    await endChanges(runner, 'after_action_report');
    await runner.query(`drop policy written on after_action_report`);
    await endChanges(runner, 'claim');
    await runner.query(`drop policy written on claim`);
    await endChanges(runner, 'damage_assessment');
    await runner.query(`drop policy written on damage_assessment`);
    await runner.query(`drop policy written on diplomatic_note`);
    await runner.query(`drop policy written on meeting`);
    await runner.query(`drop policy written on decision`);
    await runner.query(`drop policy written on situation_update`);
    await runner.query(`drop policy written on situation_report`);
    await runner.query(`drop policy written on casualty_summary`);
    await runner.query(`drop policy written on evac_manifest_entry`);
    await endChanges(runner, 'evacuation_operation');
    await runner.query(`alter table evacuation_operation drop column partner_states`);
    await endChanges(runner, 'responder_request');
    await runner.query(`drop policy written on responder_request`);
    await endChanges(runner, 'mobilization');
    await endChanges(runner, 'command_assignment');
    await runner.query(`drop policy written on command_assignment`);
    await runner.query(`drop policy written on custody_transfer`);
    await endChanges(runner, 'evidence_item');
    await runner.query(`drop policy written on evidence_item`);
  }
}
