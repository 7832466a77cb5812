import { endIndexes, indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Link plans. */
export class LinkPlans1795953451102 implements MigrationInterface {
  readonly name = 'LinkPlans1795953451102';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table plan_activation add column emergency_action_plan_id text`);
    await indexRows(
      runner,
      'plan_activation',
      'incident_id plan emergency_action_plan_id activated_at stood_down_at status',
      'reference',
    );
    await runner.query(`alter table action_card_instance add column card_id text`);
    await indexRows(runner, 'action_card_instance', 'activation_id card_id steps_done due_at status', 'reference');
    await runner.query(`alter table communications_activation add column channel_id text`);
    await indexRows(
      runner,
      'communications_activation',
      'incident_id tier medium channel_id opened_at is_working',
      'reference',
    );
    await runner.query(`alter table evacuation_operation add column evacuation_plan_id text`);
    await indexRows(
      runner,
      'evacuation_operation',
      'mission_id incident_id evacuation_plan_id mode status ordered_at window_starts_at window_ends_at capacity expected',
      'reference',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await endIndexes(
      runner,
      'evacuation_operation',
      'mission_id incident_id evacuation_plan_id mode status ordered_at window_starts_at window_ends_at capacity expected',
      'reference',
    );
    await runner.query(`alter table evacuation_operation drop column evacuation_plan_id`);
    await endIndexes(
      runner,
      'communications_activation',
      'incident_id tier medium channel_id opened_at is_working',
      'reference',
    );
    await runner.query(`alter table communications_activation drop column channel_id`);
    await endIndexes(runner, 'action_card_instance', 'activation_id card_id steps_done due_at status', 'reference');
    await runner.query(`alter table action_card_instance drop column card_id`);
    await endIndexes(
      runner,
      'plan_activation',
      'incident_id plan emergency_action_plan_id activated_at stood_down_at status',
      'reference',
    );
    await runner.query(`alter table plan_activation drop column emergency_action_plan_id`);
  }
}
