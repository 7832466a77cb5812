import { allowChanges, allowInserts, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Run response commands. */
export class RunResponseCommands1795924133411 implements MigrationInterface {
  readonly name = 'RunResponseCommands1795924133411';

  async up(runner: QueryRunner): Promise<void> {
    await allowChanges(runner, 'incident', ['closed_at', 'injured', 'ipp_offence', 'severity', 'status']);
    await allowInserts(runner, 'incident_log_entry');
    await allowInserts(runner, 'initial_assessment');
    await allowInserts(runner, 'plan_activation');
    await allowInserts(runner, 'communications_activation');
    await allowInserts(runner, 'mobilization');
    await runner.query(
      `alter table protection_request add column receiving_state varchar(3) check (receiving_state ~ '^[A-Z]{3}$')`,
    );
    await allowInserts(runner, 'protection_request');
    await allowChanges(runner, 'protection_request', ['answer', 'answer_text', 'answered_at']);
    await allowInserts(runner, 'evacuation_operation');
    await allowChanges(runner, 'evac_manifest_entry', ['assembly_point', 'checked_in_at', 'status']);
    await allowInserts(runner, 'lesson_learned');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop policy written on lesson_learned`);
    await endChanges(runner, 'evac_manifest_entry');
    await runner.query(`drop policy written on evacuation_operation`);
    await endChanges(runner, 'protection_request');
    await runner.query(`drop policy written on protection_request`);
    await runner.query(`alter table protection_request drop column receiving_state`);
    await runner.query(`drop policy written on mobilization`);
    await runner.query(`drop policy written on communications_activation`);
    await runner.query(`drop policy written on plan_activation`);
    await runner.query(`drop policy written on initial_assessment`);
    await runner.query(`drop policy written on incident_log_entry`);
    await endChanges(runner, 'incident');
  }
}
