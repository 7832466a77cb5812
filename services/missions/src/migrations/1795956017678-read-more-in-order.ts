import { endOrders, indexOrders } from '@chancery/shared/subgraph/tables/order-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read more in order. */
export class ReadMoreInOrder1795956017678 implements MigrationInterface {
  readonly name = 'ReadMoreInOrder1795956017678';

  async up(runner: QueryRunner): Promise<void> {
    await indexOrders(runner, 'comms_plan', 'reference review_due mission_id', 'reference review_due', '');
    await indexOrders(
      runner,
      'comms_channel',
      'reference tier medium tested_at status plan_id mission_id',
      'reference tested_at',
      'tier medium status',
    );
    await indexOrders(
      runner,
      'notification_tree',
      'reference minutes tested_on channel_id mission_id',
      'reference minutes',
      '',
    );
    await indexOrders(
      runner,
      'emergency_action_plan',
      'reference scenario status review_due mission_id',
      'reference review_due',
      'scenario status',
    );
    await indexOrders(runner, 'plan_annex', 'reference kind plan_id mission_id', 'reference', 'kind');
    await indexOrders(
      runner,
      'action_card',
      'reference owner_office minutes plan_id mission_id',
      'reference minutes',
      '',
    );
    await indexOrders(runner, 'checklist', 'reference owner_office every_days mission_id', 'reference every_days', '');
    await indexOrders(
      runner,
      'evacuation_plan',
      'reference mode capacity destination review_due mission_id',
      'reference capacity review_due',
      'mode destination',
    );
    await indexOrders(
      runner,
      'continuity_plan',
      'reference recovery_hours review_due mission_id',
      'reference recovery_hours review_due',
      '',
    );
    await indexOrders(runner, 'liaison_contact', 'reference authority mission_id', 'reference', 'authority');
    await indexOrders(
      runner,
      'resource_stock',
      'reference kind quantity readiness checked_on mission_id',
      'reference quantity checked_on',
      'kind readiness',
    );
    await indexOrders(
      runner,
      'resource',
      'reference kind readiness inspected_on mission_id',
      'reference inspected_on',
      'kind readiness',
    );
    await indexOrders(
      runner,
      'training_course',
      'reference module scheme validity_months mission_id',
      'reference validity_months',
      'module scheme',
    );
    await indexOrders(
      runner,
      'training_record',
      'reference completed_on result course_id post_holder_id mission_id',
      'reference completed_on',
      'result',
    );
    await indexOrders(runner, 'scenario', 'reference vector mission_id', 'reference', 'vector');
    await indexOrders(
      runner,
      'exercise',
      'reference type status scheduled_on scenario_id mission_id',
      'reference scheduled_on',
      'type status',
    );
    await indexOrders(runner, 'inject', 'reference minute status exercise_id mission_id', 'reference minute', 'status');
    await indexOrders(
      runner,
      'finding',
      'reference source severity due_on exercise_id mission_id',
      'reference due_on',
      'source severity',
    );
    await indexOrders(
      runner,
      'readiness_score',
      'reference scored_on score mission_id',
      'reference scored_on score',
      '',
    );
    await indexOrders(
      runner,
      'security_posture',
      'reference coverage_percent inspected_on mission_id',
      'reference coverage_percent inspected_on',
      '',
    );
    await indexOrders(
      runner,
      'assessment',
      'reference topic assessed_on score mission_id',
      'reference assessed_on score',
      'topic',
    );
    await indexOrders(
      runner,
      'cyber_control',
      'reference function status checked_on mission_id',
      'reference checked_on',
      'function status',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await endOrders(runner, 'cyber_control', 'reference checked_on', 'function status');
    await endOrders(runner, 'assessment', 'reference assessed_on score', 'topic');
    await endOrders(runner, 'security_posture', 'reference coverage_percent inspected_on', '');
    await endOrders(runner, 'readiness_score', 'reference scored_on score', '');
    await endOrders(runner, 'finding', 'reference due_on', 'source severity');
    await endOrders(runner, 'inject', 'reference minute', 'status');
    await endOrders(runner, 'exercise', 'reference scheduled_on', 'type status');
    await endOrders(runner, 'scenario', 'reference', 'vector');
    await endOrders(runner, 'training_record', 'reference completed_on', 'result');
    await endOrders(runner, 'training_course', 'reference validity_months', 'module scheme');
    await endOrders(runner, 'resource', 'reference inspected_on', 'kind readiness');
    await endOrders(runner, 'resource_stock', 'reference quantity checked_on', 'kind readiness');
    await endOrders(runner, 'liaison_contact', 'reference', 'authority');
    await endOrders(runner, 'continuity_plan', 'reference recovery_hours review_due', '');
    await endOrders(runner, 'evacuation_plan', 'reference capacity review_due', 'mode destination');
    await endOrders(runner, 'checklist', 'reference every_days', '');
    await endOrders(runner, 'action_card', 'reference minutes', '');
    await endOrders(runner, 'plan_annex', 'reference', 'kind');
    await endOrders(runner, 'emergency_action_plan', 'reference review_due', 'scenario status');
    await endOrders(runner, 'notification_tree', 'reference minutes', '');
    await endOrders(runner, 'comms_channel', 'reference tested_at', 'tier medium status');
    await endOrders(runner, 'comms_plan', 'reference review_due', '');
  }
}
