import { bindAnew } from '@chancery/shared/subgraph/tables/labelled-table';
import { countRows, createRowCounts, dropRowCounts, endCount } from '@chancery/shared/subgraph/tables/row-counts';
import { endIndexes, indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Find and count. */
export class FindAndCount1795933772344 implements MigrationInterface {
  readonly name = 'FindAndCount1795933772344';

  async up(runner: QueryRunner): Promise<void> {
    await createRowCounts(runner);
    await bindAnew(runner, 'mission');
    await countRows(runner, 'mission');
    await indexRows(runner, 'mission', 'kind sending_state receiving_state city district', 'wikidata_id');
    await bindAnew(runner, 'premises');
    await countRows(runner, 'premises');
    await indexRows(runner, 'premises', '');
    await bindAnew(runner, 'legal_status_period');
    await countRows(runner, 'legal_status_period');
    await indexRows(runner, 'legal_status_period', 'reference receiving_state status held_from recorded_at mission_id');
    await bindAnew(runner, 'area');
    await countRows(runner, 'area');
    await indexRows(runner, 'area', 'reference kind exclusive_use inviolability_basis mission_id');
    await bindAnew(runner, 'residence');
    await countRows(runner, 'residence');
    await indexRows(runner, 'residence', 'reference mission_id');
    await bindAnew(runner, 'asset');
    await countRows(runner, 'asset');
    await indexRows(runner, 'asset', 'reference kind immunity mission_id');
    await bindAnew(runner, 'vehicle');
    await countRows(runner, 'vehicle');
    await indexRows(runner, 'vehicle', 'reference kind armour immunity mission_id');
    await bindAnew(runner, 'post_holder');
    await countRows(runner, 'post_holder');
    await indexRows(
      runner,
      'post_holder',
      'reference office immunity_category nationality acceptability arrived_on mission_id',
    );
    await bindAnew(runner, 'immunity_status');
    await countRows(runner, 'immunity_status');
    await indexRows(runner, 'immunity_status', 'reference category valid_from recorded_at post_holder_id mission_id');
    await bindAnew(runner, 'family_member');
    await countRows(runner, 'family_member');
    await indexRows(runner, 'family_member', 'reference relation joined_at post_holder_id mission_id');
    await bindAnew(runner, 'access_control_point');
    await countRows(runner, 'access_control_point');
    await indexRows(runner, 'access_control_point', 'reference kind zone mission_id');
    await bindAnew(runner, 'credential');
    await countRows(runner, 'credential');
    await indexRows(runner, 'credential', 'reference kind status valid_until holder_id mission_id');
    await bindAnew(runner, 'access_event');
    await countRows(runner, 'access_event');
    await indexRows(runner, 'access_event', 'reference direction result occurred_at point_id credential_id mission_id');
    await bindAnew(runner, 'visitor');
    await countRows(runner, 'visitor');
    await indexRows(runner, 'visitor', 'reference visitor_ref id_document_kind nationality mission_id');
    await bindAnew(runner, 'visit_request');
    await countRows(runner, 'visit_request');
    await indexRows(runner, 'visit_request', 'reference purpose opens_at closes_at status visitor_id mission_id');
    await bindAnew(runner, 'visitor_vetting');
    await countRows(runner, 'visitor_vetting');
    await indexRows(runner, 'visitor_vetting', 'reference status decided_at visit_id visitor_id mission_id');
    await bindAnew(runner, 'biometric_enrollment');
    await countRows(runner, 'biometric_enrollment');
    await indexRows(runner, 'biometric_enrollment', 'reference modality legal_basis retention_until mission_id');
    await bindAnew(runner, 'security_team');
    await countRows(runner, 'security_team');
    await indexRows(runner, 'security_team', 'reference kind strength training_status mission_id');
    await bindAnew(runner, 'guard_post');
    await countRows(runner, 'guard_post');
    await indexRows(runner, 'guard_post', 'reference team_id mission_id');
    await bindAnew(runner, 'sensor');
    await countRows(runner, 'sensor');
    await indexRows(runner, 'sensor', 'reference kind area status mission_id');
    await bindAnew(runner, 'alarm_event');
    await countRows(runner, 'alarm_event');
    await indexRows(runner, 'alarm_event', 'reference kind severity raised_at status sensor_id mission_id');
    await bindAnew(runner, 'footage');
    await countRows(runner, 'footage');
    await indexRows(runner, 'footage', 'reference recorded_from basis sensor_id mission_id');
    await bindAnew(runner, 'suspicious_activity_report');
    await countRows(runner, 'suspicious_activity_report');
    await indexRows(runner, 'suspicious_activity_report', 'reference observed_at guard_post_id mission_id');
    await bindAnew(runner, 'comms_plan');
    await countRows(runner, 'comms_plan');
    await indexRows(runner, 'comms_plan', 'reference review_due mission_id');
    await bindAnew(runner, 'comms_channel');
    await countRows(runner, 'comms_channel');
    await indexRows(runner, 'comms_channel', 'reference tier medium tested_at status plan_id mission_id');
    await bindAnew(runner, 'notification_tree');
    await countRows(runner, 'notification_tree');
    await indexRows(runner, 'notification_tree', 'reference minutes tested_on channel_id mission_id');
    await bindAnew(runner, 'emergency_action_plan');
    await countRows(runner, 'emergency_action_plan');
    await indexRows(runner, 'emergency_action_plan', 'reference scenario status review_due mission_id');
    await bindAnew(runner, 'plan_annex');
    await countRows(runner, 'plan_annex');
    await indexRows(runner, 'plan_annex', 'reference kind plan_id mission_id');
    await bindAnew(runner, 'action_card');
    await countRows(runner, 'action_card');
    await indexRows(runner, 'action_card', 'reference owner_office minutes plan_id mission_id');
    await bindAnew(runner, 'checklist');
    await countRows(runner, 'checklist');
    await indexRows(runner, 'checklist', 'reference owner_office every_days mission_id');
    await bindAnew(runner, 'evacuation_plan');
    await countRows(runner, 'evacuation_plan');
    await indexRows(runner, 'evacuation_plan', 'reference mode capacity destination review_due mission_id');
    await bindAnew(runner, 'continuity_plan');
    await countRows(runner, 'continuity_plan');
    await indexRows(runner, 'continuity_plan', 'reference recovery_hours review_due mission_id');
    await bindAnew(runner, 'liaison_contact');
    await countRows(runner, 'liaison_contact');
    await indexRows(runner, 'liaison_contact', 'reference authority mission_id');
    await bindAnew(runner, 'resource_stock');
    await countRows(runner, 'resource_stock');
    await indexRows(runner, 'resource_stock', 'reference kind quantity readiness checked_on mission_id');
    await bindAnew(runner, 'resource');
    await countRows(runner, 'resource');
    await indexRows(runner, 'resource', 'reference kind readiness inspected_on mission_id');
    await bindAnew(runner, 'training_course');
    await countRows(runner, 'training_course');
    await indexRows(runner, 'training_course', 'reference module scheme validity_months mission_id');
    await bindAnew(runner, 'training_record');
    await countRows(runner, 'training_record');
    await indexRows(runner, 'training_record', 'reference completed_on result course_id post_holder_id mission_id');
    await bindAnew(runner, 'scenario');
    await countRows(runner, 'scenario');
    await indexRows(runner, 'scenario', 'reference vector mission_id');
    await bindAnew(runner, 'exercise');
    await countRows(runner, 'exercise');
    await indexRows(runner, 'exercise', 'reference type status scheduled_on scenario_id mission_id');
    await bindAnew(runner, 'inject');
    await countRows(runner, 'inject');
    await indexRows(runner, 'inject', 'reference minute status exercise_id mission_id');
    await bindAnew(runner, 'finding');
    await countRows(runner, 'finding');
    await indexRows(runner, 'finding', 'reference source severity due_on exercise_id mission_id');
    await bindAnew(runner, 'readiness_score');
    await countRows(runner, 'readiness_score');
    await indexRows(runner, 'readiness_score', 'reference scored_on score mission_id');
    await bindAnew(runner, 'security_posture');
    await countRows(runner, 'security_posture');
    await indexRows(runner, 'security_posture', 'reference coverage_percent inspected_on mission_id');
    await bindAnew(runner, 'assessment');
    await countRows(runner, 'assessment');
    await indexRows(runner, 'assessment', 'reference topic assessed_on score mission_id');
    await bindAnew(runner, 'cyber_control');
    await countRows(runner, 'cyber_control');
    await indexRows(runner, 'cyber_control', 'reference function status checked_on mission_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await endIndexes(runner, 'cyber_control', 'reference function status checked_on mission_id');
    await endCount(runner, 'cyber_control');
    await endIndexes(runner, 'assessment', 'reference topic assessed_on score mission_id');
    await endCount(runner, 'assessment');
    await endIndexes(runner, 'security_posture', 'reference coverage_percent inspected_on mission_id');
    await endCount(runner, 'security_posture');
    await endIndexes(runner, 'readiness_score', 'reference scored_on score mission_id');
    await endCount(runner, 'readiness_score');
    await endIndexes(runner, 'finding', 'reference source severity due_on exercise_id mission_id');
    await endCount(runner, 'finding');
    await endIndexes(runner, 'inject', 'reference minute status exercise_id mission_id');
    await endCount(runner, 'inject');
    await endIndexes(runner, 'exercise', 'reference type status scheduled_on scenario_id mission_id');
    await endCount(runner, 'exercise');
    await endIndexes(runner, 'scenario', 'reference vector mission_id');
    await endCount(runner, 'scenario');
    await endIndexes(runner, 'training_record', 'reference completed_on result course_id post_holder_id mission_id');
    await endCount(runner, 'training_record');
    await endIndexes(runner, 'training_course', 'reference module scheme validity_months mission_id');
    await endCount(runner, 'training_course');
    await endIndexes(runner, 'resource', 'reference kind readiness inspected_on mission_id');
    await endCount(runner, 'resource');
    await endIndexes(runner, 'resource_stock', 'reference kind quantity readiness checked_on mission_id');
    await endCount(runner, 'resource_stock');
    await endIndexes(runner, 'liaison_contact', 'reference authority mission_id');
    await endCount(runner, 'liaison_contact');
    await endIndexes(runner, 'continuity_plan', 'reference recovery_hours review_due mission_id');
    await endCount(runner, 'continuity_plan');
    await endIndexes(runner, 'evacuation_plan', 'reference mode capacity destination review_due mission_id');
    await endCount(runner, 'evacuation_plan');
    await endIndexes(runner, 'checklist', 'reference owner_office every_days mission_id');
    await endCount(runner, 'checklist');
    await endIndexes(runner, 'action_card', 'reference owner_office minutes plan_id mission_id');
    await endCount(runner, 'action_card');
    await endIndexes(runner, 'plan_annex', 'reference kind plan_id mission_id');
    await endCount(runner, 'plan_annex');
    await endIndexes(runner, 'emergency_action_plan', 'reference scenario status review_due mission_id');
    await endCount(runner, 'emergency_action_plan');
    await endIndexes(runner, 'notification_tree', 'reference minutes tested_on channel_id mission_id');
    await endCount(runner, 'notification_tree');
    await endIndexes(runner, 'comms_channel', 'reference tier medium tested_at status plan_id mission_id');
    await endCount(runner, 'comms_channel');
    await endIndexes(runner, 'comms_plan', 'reference review_due mission_id');
    await endCount(runner, 'comms_plan');
    await endIndexes(runner, 'suspicious_activity_report', 'reference observed_at guard_post_id mission_id');
    await endCount(runner, 'suspicious_activity_report');
    await endIndexes(runner, 'footage', 'reference recorded_from basis sensor_id mission_id');
    await endCount(runner, 'footage');
    await endIndexes(runner, 'alarm_event', 'reference kind severity raised_at status sensor_id mission_id');
    await endCount(runner, 'alarm_event');
    await endIndexes(runner, 'sensor', 'reference kind area status mission_id');
    await endCount(runner, 'sensor');
    await endIndexes(runner, 'guard_post', 'reference team_id mission_id');
    await endCount(runner, 'guard_post');
    await endIndexes(runner, 'security_team', 'reference kind strength training_status mission_id');
    await endCount(runner, 'security_team');
    await endIndexes(runner, 'biometric_enrollment', 'reference modality legal_basis retention_until mission_id');
    await endCount(runner, 'biometric_enrollment');
    await endIndexes(runner, 'visitor_vetting', 'reference status decided_at visit_id visitor_id mission_id');
    await endCount(runner, 'visitor_vetting');
    await endIndexes(runner, 'visit_request', 'reference purpose opens_at closes_at status visitor_id mission_id');
    await endCount(runner, 'visit_request');
    await endIndexes(runner, 'visitor', 'reference visitor_ref id_document_kind nationality mission_id');
    await endCount(runner, 'visitor');
    await endIndexes(
      runner,
      'access_event',
      'reference direction result occurred_at point_id credential_id mission_id',
    );
    await endCount(runner, 'access_event');
    await endIndexes(runner, 'credential', 'reference kind status valid_until holder_id mission_id');
    await endCount(runner, 'credential');
    await endIndexes(runner, 'access_control_point', 'reference kind zone mission_id');
    await endCount(runner, 'access_control_point');
    await endIndexes(runner, 'family_member', 'reference relation joined_at post_holder_id mission_id');
    await endCount(runner, 'family_member');
    await endIndexes(runner, 'immunity_status', 'reference category valid_from recorded_at post_holder_id mission_id');
    await endCount(runner, 'immunity_status');
    await endIndexes(
      runner,
      'post_holder',
      'reference office immunity_category nationality acceptability arrived_on mission_id',
    );
    await endCount(runner, 'post_holder');
    await endIndexes(runner, 'vehicle', 'reference kind armour immunity mission_id');
    await endCount(runner, 'vehicle');
    await endIndexes(runner, 'asset', 'reference kind immunity mission_id');
    await endCount(runner, 'asset');
    await endIndexes(runner, 'residence', 'reference mission_id');
    await endCount(runner, 'residence');
    await endIndexes(runner, 'area', 'reference kind exclusive_use inviolability_basis mission_id');
    await endCount(runner, 'area');
    await endIndexes(
      runner,
      'legal_status_period',
      'reference receiving_state status held_from recorded_at mission_id',
    );
    await endCount(runner, 'legal_status_period');
    await endIndexes(runner, 'premises', '');
    await endCount(runner, 'premises');
    await endIndexes(runner, 'mission', 'kind sending_state receiving_state city district', 'wikidata_id');
    await endCount(runner, 'mission');
    await dropRowCounts(runner);
  }
}
