import { endOrders, indexOrders } from '@chancery/shared/subgraph/tables/order-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Count synthetic. */
export class CountSynthetic1795976380761 implements MigrationInterface {
  readonly name = 'CountSynthetic1795976380761';

  async up(runner: QueryRunner): Promise<void> {
    // The cells of a map are counted, too: databases of before have no index for it.
    await indexOrders(runner, 'mission', '', '', 'synthetic location_cell');
    await indexOrders(runner, 'premises', '', '', 'synthetic');
    await indexOrders(runner, 'legal_status_period', '', '', 'synthetic');
    await indexOrders(runner, 'area', '', '', 'synthetic');
    await indexOrders(runner, 'residence', '', '', 'synthetic');
    await indexOrders(runner, 'asset', '', '', 'synthetic');
    await indexOrders(runner, 'vehicle', '', '', 'synthetic');
    await indexOrders(runner, 'post_holder', '', '', 'synthetic');
    await indexOrders(runner, 'immunity_status', '', '', 'synthetic');
    await indexOrders(runner, 'family_member', '', '', 'synthetic');
    await indexOrders(runner, 'access_control_point', '', '', 'synthetic');
    await indexOrders(runner, 'credential', '', '', 'synthetic');
    await indexOrders(runner, 'access_event', '', '', 'synthetic');
    await indexOrders(runner, 'visitor', '', '', 'synthetic');
    await indexOrders(runner, 'visit_request', '', '', 'synthetic');
    await indexOrders(runner, 'visitor_vetting', '', '', 'synthetic');
    await indexOrders(runner, 'biometric_enrollment', '', '', 'synthetic');
    await indexOrders(runner, 'security_team', '', '', 'synthetic');
    await indexOrders(runner, 'guard_post', '', '', 'synthetic');
    await indexOrders(runner, 'sensor', '', '', 'synthetic');
    await indexOrders(runner, 'alarm_event', '', '', 'synthetic');
    await indexOrders(runner, 'footage', '', '', 'synthetic');
    await indexOrders(runner, 'suspicious_activity_report', '', '', 'synthetic');
    await indexOrders(runner, 'comms_plan', '', '', 'synthetic');
    await indexOrders(runner, 'comms_channel', '', '', 'synthetic');
    await indexOrders(runner, 'notification_tree', '', '', 'synthetic');
    await indexOrders(runner, 'emergency_action_plan', '', '', 'synthetic');
    await indexOrders(runner, 'plan_annex', '', '', 'synthetic');
    await indexOrders(runner, 'action_card', '', '', 'synthetic');
    await indexOrders(runner, 'checklist', '', '', 'synthetic');
    await indexOrders(runner, 'evacuation_plan', '', '', 'synthetic');
    await indexOrders(runner, 'continuity_plan', '', '', 'synthetic');
    await indexOrders(runner, 'liaison_contact', '', '', 'synthetic');
    await indexOrders(runner, 'resource_stock', '', '', 'synthetic');
    await indexOrders(runner, 'resource', '', '', 'synthetic');
    await indexOrders(runner, 'training_course', '', '', 'synthetic');
    await indexOrders(runner, 'training_record', '', '', 'synthetic');
    await indexOrders(runner, 'scenario', '', '', 'synthetic');
    await indexOrders(runner, 'exercise', '', '', 'synthetic');
    await indexOrders(runner, 'inject', '', '', 'synthetic');
    await indexOrders(runner, 'finding', '', '', 'synthetic');
    await indexOrders(runner, 'readiness_score', '', '', 'synthetic');
    await indexOrders(runner, 'security_posture', '', '', 'synthetic');
    await indexOrders(runner, 'assessment', '', '', 'synthetic');
    await indexOrders(runner, 'cyber_control', '', '', 'synthetic');
  }

  async down(runner: QueryRunner): Promise<void> {
    await endOrders(runner, 'cyber_control', '', 'synthetic');
    await endOrders(runner, 'assessment', '', 'synthetic');
    await endOrders(runner, 'security_posture', '', 'synthetic');
    await endOrders(runner, 'readiness_score', '', 'synthetic');
    await endOrders(runner, 'finding', '', 'synthetic');
    await endOrders(runner, 'inject', '', 'synthetic');
    await endOrders(runner, 'exercise', '', 'synthetic');
    await endOrders(runner, 'scenario', '', 'synthetic');
    await endOrders(runner, 'training_record', '', 'synthetic');
    await endOrders(runner, 'training_course', '', 'synthetic');
    await endOrders(runner, 'resource', '', 'synthetic');
    await endOrders(runner, 'resource_stock', '', 'synthetic');
    await endOrders(runner, 'liaison_contact', '', 'synthetic');
    await endOrders(runner, 'continuity_plan', '', 'synthetic');
    await endOrders(runner, 'evacuation_plan', '', 'synthetic');
    await endOrders(runner, 'checklist', '', 'synthetic');
    await endOrders(runner, 'action_card', '', 'synthetic');
    await endOrders(runner, 'plan_annex', '', 'synthetic');
    await endOrders(runner, 'emergency_action_plan', '', 'synthetic');
    await endOrders(runner, 'notification_tree', '', 'synthetic');
    await endOrders(runner, 'comms_channel', '', 'synthetic');
    await endOrders(runner, 'comms_plan', '', 'synthetic');
    await endOrders(runner, 'suspicious_activity_report', '', 'synthetic');
    await endOrders(runner, 'footage', '', 'synthetic');
    await endOrders(runner, 'alarm_event', '', 'synthetic');
    await endOrders(runner, 'sensor', '', 'synthetic');
    await endOrders(runner, 'guard_post', '', 'synthetic');
    await endOrders(runner, 'security_team', '', 'synthetic');
    await endOrders(runner, 'biometric_enrollment', '', 'synthetic');
    await endOrders(runner, 'visitor_vetting', '', 'synthetic');
    await endOrders(runner, 'visit_request', '', 'synthetic');
    await endOrders(runner, 'visitor', '', 'synthetic');
    await endOrders(runner, 'access_event', '', 'synthetic');
    await endOrders(runner, 'credential', '', 'synthetic');
    await endOrders(runner, 'access_control_point', '', 'synthetic');
    await endOrders(runner, 'family_member', '', 'synthetic');
    await endOrders(runner, 'immunity_status', '', 'synthetic');
    await endOrders(runner, 'post_holder', '', 'synthetic');
    await endOrders(runner, 'vehicle', '', 'synthetic');
    await endOrders(runner, 'asset', '', 'synthetic');
    await endOrders(runner, 'residence', '', 'synthetic');
    await endOrders(runner, 'area', '', 'synthetic');
    await endOrders(runner, 'legal_status_period', '', 'synthetic');
    await endOrders(runner, 'premises', '', 'synthetic');
    await endOrders(runner, 'mission', '', 'synthetic location_cell');
  }
}
