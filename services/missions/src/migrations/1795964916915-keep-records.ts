import { allowChanges, allowInserts, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keep records. */
export class KeepRecords1795964916915 implements MigrationInterface {
  readonly name = 'KeepRecords1795964916915';

  async up(runner: QueryRunner): Promise<void> {
    await allowInserts(runner, 'area');
    await allowChanges(runner, 'area', [
      'archives',
      'contents',
      'exclusive_use',
      'inviolability_basis',
      'kind',
      'name',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'residence');
    await allowChanges(runner, 'residence', ['address', 'alarm', 'interior_plan', 'occupant_office', 'withdrawn_at']);
    await allowInserts(runner, 'asset');
    await allowChanges(runner, 'asset', ['immunity', 'inventory', 'kind', 'location', 'quantity', 'withdrawn_at']);
    await allowInserts(runner, 'vehicle');
    await allowChanges(runner, 'vehicle', ['armour', 'immunity', 'kind', 'plate', 'seats', 'tracking', 'withdrawn_at']);
    await allowInserts(runner, 'access_control_point');
    await allowChanges(runner, 'access_control_point', [
      'kind',
      'name',
      'screening',
      'staffed',
      'withdrawn_at',
      'zone',
    ]);
    await allowInserts(runner, 'credential');
    await allowChanges(runner, 'credential', ['kind', 'status', 'valid_from', 'valid_until', 'withdrawn_at', 'zones']);
    await allowInserts(runner, 'access_event');
    await allowInserts(runner, 'visitor_vetting');
    await allowChanges(runner, 'visitor_vetting', ['decided_at', 'remarks', 'status', 'watchlist_ref', 'withdrawn_at']);
    await allowInserts(runner, 'biometric_enrollment');
    await allowChanges(runner, 'biometric_enrollment', ['legal_basis', 'modality', 'retention_until', 'withdrawn_at']);
    await allowInserts(runner, 'security_team');
    await allowChanges(runner, 'security_team', [
      'armed',
      'kind',
      'shifts',
      'strength',
      'training_status',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'guard_post');
    await allowChanges(runner, 'guard_post', ['hours', 'orders', 'place', 'strength', 'withdrawn_at']);
    await allowInserts(runner, 'sensor');
    await allowChanges(runner, 'sensor', ['area', 'basis', 'kind', 'retention_days', 'status', 'withdrawn_at', 'zone']);
    await allowInserts(runner, 'footage');
    await allowChanges(runner, 'footage', [
      'basis',
      'digest',
      'kept_until',
      'recorded_from',
      'recorded_until',
      'ref',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'comms_plan');
    await allowChanges(runner, 'comms_plan', [
      'approved_by',
      'instruction',
      'review_due',
      'title',
      'version',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'comms_channel');
    await allowChanges(runner, 'comms_channel', [
      'call_sign',
      'consent_ref',
      'key_ref',
      'medium',
      'net_id',
      'status',
      'tested_at',
      'tier',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'notification_tree');
    await allowChanges(runner, 'notification_tree', [
      'minutes',
      'name',
      'roles',
      'tested_on',
      'trigger',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'plan_annex');
    await allowChanges(runner, 'plan_annex', ['kind', 'text', 'title', 'withdrawn_at']);
    await allowInserts(runner, 'action_card');
    await allowChanges(runner, 'action_card', ['minutes', 'owner_office', 'steps', 'trigger', 'withdrawn_at']);
    await allowInserts(runner, 'checklist');
    await allowChanges(runner, 'checklist', [
      'done_on',
      'every_days',
      'items',
      'owner_office',
      'title',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'evacuation_plan');
    await allowChanges(runner, 'evacuation_plan', [
      'assembly_points',
      'capacity',
      'destination',
      'mode',
      'review_due',
      'routes',
      'transit_states',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'continuity_plan');
    await allowChanges(runner, 'continuity_plan', [
      'alternate_site',
      'essential_functions',
      'recovery_hours',
      'review_due',
      'succession_order',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'liaison_contact');
    await allowChanges(runner, 'liaison_contact', ['agreed_scope', 'authority', 'channel', 'office', 'withdrawn_at']);
    await allowInserts(runner, 'resource_stock');
    await allowChanges(runner, 'resource_stock', [
      'checked_on',
      'expires_on',
      'kind',
      'location',
      'quantity',
      'readiness',
      'unit',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'training_course');
    await allowChanges(runner, 'training_course', [
      'module',
      'required_of',
      'scheme',
      'title',
      'validity_months',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'scenario');
    await allowChanges(runner, 'scenario', ['narrative', 'title', 'vector', 'withdrawn_at']);
    await allowInserts(runner, 'readiness_score');
    await allowChanges(runner, 'readiness_score', [
      'exercise_age_days',
      'open_findings',
      'plan_current',
      'score',
      'training_percent',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'security_posture');
    await allowChanges(runner, 'security_posture', ['components', 'coverage_percent', 'deficiencies', 'withdrawn_at']);
    await allowInserts(runner, 'assessment');
    await allowChanges(runner, 'assessment', ['answers', 'assessed_on', 'score', 'summary', 'topic', 'withdrawn_at']);
    await allowInserts(runner, 'cyber_control');
    await allowChanges(runner, 'cyber_control', [
      'checked_on',
      'function',
      'measure',
      'status',
      'system',
      'withdrawn_at',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'cyber_control');
    await runner.query(`drop policy written on cyber_control`);
    await endChanges(runner, 'assessment');
    await runner.query(`drop policy written on assessment`);
    await endChanges(runner, 'security_posture');
    await runner.query(`drop policy written on security_posture`);
    await endChanges(runner, 'readiness_score');
    await runner.query(`drop policy written on readiness_score`);
    await endChanges(runner, 'scenario');
    await runner.query(`drop policy written on scenario`);
    await endChanges(runner, 'training_course');
    await runner.query(`drop policy written on training_course`);
    await endChanges(runner, 'resource_stock');
    await runner.query(`drop policy written on resource_stock`);
    await endChanges(runner, 'liaison_contact');
    await runner.query(`drop policy written on liaison_contact`);
    await endChanges(runner, 'continuity_plan');
    await runner.query(`drop policy written on continuity_plan`);
    await endChanges(runner, 'evacuation_plan');
    await runner.query(`drop policy written on evacuation_plan`);
    await endChanges(runner, 'checklist');
    await runner.query(`drop policy written on checklist`);
    await endChanges(runner, 'action_card');
    await runner.query(`drop policy written on action_card`);
    await endChanges(runner, 'plan_annex');
    await runner.query(`drop policy written on plan_annex`);
    await endChanges(runner, 'notification_tree');
    await runner.query(`drop policy written on notification_tree`);
    await endChanges(runner, 'comms_channel');
    await runner.query(`drop policy written on comms_channel`);
    await endChanges(runner, 'comms_plan');
    await runner.query(`drop policy written on comms_plan`);
    await endChanges(runner, 'footage');
    await runner.query(`drop policy written on footage`);
    await endChanges(runner, 'sensor');
    await runner.query(`drop policy written on sensor`);
    await endChanges(runner, 'guard_post');
    await runner.query(`drop policy written on guard_post`);
    await endChanges(runner, 'security_team');
    await runner.query(`drop policy written on security_team`);
    await endChanges(runner, 'biometric_enrollment');
    await runner.query(`drop policy written on biometric_enrollment`);
    await endChanges(runner, 'visitor_vetting');
    await runner.query(`drop policy written on visitor_vetting`);
    await runner.query(`drop policy written on access_event`);
    await endChanges(runner, 'credential');
    await runner.query(`drop policy written on credential`);
    await endChanges(runner, 'access_control_point');
    await runner.query(`drop policy written on access_control_point`);
    await endChanges(runner, 'vehicle');
    await runner.query(`drop policy written on vehicle`);
    await endChanges(runner, 'asset');
    await runner.query(`drop policy written on asset`);
    await endChanges(runner, 'residence');
    await runner.query(`drop policy written on residence`);
    await endChanges(runner, 'area');
    await runner.query(`drop policy written on area`);
  }
}
