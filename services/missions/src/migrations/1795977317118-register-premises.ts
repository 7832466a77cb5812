import { allowChanges, allowInserts, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const PLAN_BEFORE = ['approved_by', 'approved_on', 'review_due', 'status'];

/** Register premises, and amend plans. */
export class RegisterPremises1795977317118 implements MigrationInterface {
  readonly name = 'RegisterPremises1795977317118';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table premises add column notified_to text[]`);
    await runner.query(`alter table premises add column exclusive_use boolean`);
    await runner.query(`alter table premises add column taken_into_use_on date`);
    // One that was taken back stays, and another takes its place: a rule over all rows would tell of those that a writer does not see.
    await runner.query('alter table premises drop constraint premises_mission_id_key');
    await runner.query('create index premises_of_mission on premises (mission_id, id)');
    await allowInserts(runner, 'premises');
    await allowChanges(runner, 'premises', [
      'address',
      'archive_register',
      'emergency_contact',
      'floor_plan',
      'hazards',
      'interior_plan',
      'occupancy',
      'safe_havens',
      'taken_into_use_on',
      'withdrawn_at',
    ]);
    await allowChanges(runner, 'emergency_action_plan', [...PLAN_BEFORE, 'tripwires', 'version']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await allowChanges(runner, 'emergency_action_plan', PLAN_BEFORE);
    await endChanges(runner, 'premises');
    await runner.query(`drop policy written on premises`);
    await runner.query('drop index premises_of_mission');
    await runner.query('alter table premises add constraint premises_mission_id_key unique (mission_id)');
    await runner.query(`alter table premises drop column taken_into_use_on`);
    await runner.query(`alter table premises drop column exclusive_use`);
    await runner.query(`alter table premises drop column notified_to`);
  }
}
