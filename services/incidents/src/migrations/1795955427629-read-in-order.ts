import { endOrders, indexOrders } from '@chancery/shared/subgraph/tables/order-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read in order. */
export class ReadInOrder1795955427629 implements MigrationInterface {
  readonly name = 'ReadInOrder1795955427629';

  async up(runner: QueryRunner): Promise<void> {
    await indexOrders(
      runner,
      'incident',
      'type occurred_on sending_state receiving_state fatalities status severity ipp_offence started_at ended_at injured recovery_from closed_at mission_id',
      'occurred_on fatalities started_at ended_at injured recovery_from closed_at',
      'type sending_state receiving_state status severity ipp_offence',
    );
    await indexOrders(
      runner,
      'incident_log_entry',
      'incident_id position written_at kind',
      'position written_at',
      'kind',
    );
    await indexOrders(
      runner,
      'evidence_item',
      'incident_id kind status secured_at is_inviolable',
      'secured_at',
      'kind status is_inviolable',
    );
    await indexOrders(runner, 'custody_transfer', 'evidence_id position at seal_intact', 'position at', 'seal_intact');
    await indexOrders(
      runner,
      'initial_assessment',
      'incident_id assessed_at life_threat scale trend severity people_at_risk',
      'assessed_at people_at_risk',
      'life_threat scale trend severity',
    );
    await indexOrders(
      runner,
      'plan_activation',
      'incident_id plan activated_at stood_down_at status',
      'activated_at stood_down_at',
      'plan status',
    );
    await indexOrders(
      runner,
      'action_card_instance',
      'activation_id steps_done due_at status',
      'steps_done due_at',
      'status',
    );
    await indexOrders(
      runner,
      'communications_activation',
      'incident_id tier medium opened_at is_working',
      'opened_at',
      'tier medium is_working',
    );
    await indexOrders(runner, 'command_assignment', 'incident_id role since_at', 'since_at', 'role');
    await indexOrders(runner, 'authority_grant', 'mission_id power from_at', 'from_at', 'power');
    await indexOrders(runner, 'delegation', 'grant_id from_at is_written', 'from_at', 'is_written');
    await indexOrders(
      runner,
      'succession_line',
      'mission_id office position notified_on',
      'position notified_on',
      'office',
    );
    await indexOrders(
      runner,
      'mobilization',
      'incident_id resource quantity status requested_at expected_at arrived_at released_at',
      'quantity requested_at expected_at arrived_at released_at',
      'resource status',
    );
    await indexOrders(
      runner,
      'responder_request',
      'incident_id agency channel entry_ground requested_at answered_at arrived_at',
      'requested_at answered_at arrived_at',
      'agency channel entry_ground',
    );
    await indexOrders(
      runner,
      'protection_request',
      'mission_id incident_id receiving_state measure channel notified_at due_at answer answered_at',
      'notified_at due_at answered_at',
      'receiving_state measure channel answer',
    );
    await indexOrders(
      runner,
      'resource_allocation',
      'incident_id resource quantity priority decided_at',
      'quantity decided_at',
      'resource priority',
    );
    await indexOrders(
      runner,
      'force_report',
      'incident_id force used_by place used_at injuries reviewed',
      'used_at injuries',
      'force used_by place reviewed',
    );
    await indexOrders(
      runner,
      'detention',
      'incident_id mission_id detained_at wish notified_at',
      'detained_at',
      'wish',
    );
    await indexOrders(
      runner,
      'evacuation_operation',
      'mission_id incident_id mode status ordered_at window_starts_at window_ends_at capacity expected',
      'ordered_at window_starts_at window_ends_at capacity expected',
      'mode status',
    );
    await indexOrders(
      runner,
      'evac_manifest_entry',
      'operation_id kind nationality status checked_in_at',
      'checked_in_at',
      'kind nationality status',
    );
    await indexOrders(
      runner,
      'casualty_summary',
      'incident_id counted_at injured missing accounted_for is_confirmed',
      'counted_at injured missing accounted_for',
      'is_confirmed',
    );
    await indexOrders(
      runner,
      'situation_report',
      'incident_id number kind country period_starts_at period_ends_at confidence',
      'number period_starts_at period_ends_at',
      'kind country confidence',
    );
    await indexOrders(runner, 'situation_update', 'incident_id at', 'at', '');
    await indexOrders(runner, 'decision', 'incident_id decided_at review_at', 'decided_at review_at', '');
    await indexOrders(runner, 'meeting', 'incident_id body held_at attendance', 'held_at attendance', 'body');
    await indexOrders(
      runner,
      'diplomatic_note',
      'mission_id incident_id kind from_state to_state sent_at',
      'sent_at',
      'kind from_state to_state',
    );
    await indexOrders(
      runner,
      'damage_assessment',
      'incident_id assessed_at level cost_estimate reopened_on',
      'assessed_at cost_estimate reopened_on',
      'level',
    );
    await indexOrders(
      runner,
      'claim',
      'incident_id claimant_state against_state basis amount status notified_on',
      'amount notified_on',
      'claimant_state against_state basis status',
    );
    await indexOrders(
      runner,
      'after_action_report',
      'incident_id kind status completed_on',
      'completed_on',
      'kind status',
    );
    await indexOrders(runner, 'lesson_learned', 'incident_id topic recorded_on', 'recorded_on', 'topic');
    await indexOrders(
      runner,
      'recommendation',
      'report_id priority status due_on closed_on',
      'due_on closed_on',
      'priority status',
    );
    await indexOrders(
      runner,
      'case_study',
      'incident_id occurred_on confidence is_verified',
      'occurred_on',
      'confidence is_verified',
    );
    await indexOrders(runner, 'checked_claim', 'status', '', 'status');
    await indexOrders(
      runner,
      'cyber_incident',
      'incident_id vector stage archives_reached',
      '',
      'vector stage archives_reached',
    );
    await indexOrders(runner, 'attack_phase', 'incident_id position started_at means', 'position started_at', 'means');
  }

  async down(runner: QueryRunner): Promise<void> {
    await endOrders(runner, 'attack_phase', 'position started_at', 'means');
    await endOrders(runner, 'cyber_incident', '', 'vector stage archives_reached');
    await endOrders(runner, 'checked_claim', '', 'status');
    await endOrders(runner, 'case_study', 'occurred_on', 'confidence is_verified');
    await endOrders(runner, 'recommendation', 'due_on closed_on', 'priority status');
    await endOrders(runner, 'lesson_learned', 'recorded_on', 'topic');
    await endOrders(runner, 'after_action_report', 'completed_on', 'kind status');
    await endOrders(runner, 'claim', 'amount notified_on', 'claimant_state against_state basis status');
    await endOrders(runner, 'damage_assessment', 'assessed_at cost_estimate reopened_on', 'level');
    await endOrders(runner, 'diplomatic_note', 'sent_at', 'kind from_state to_state');
    await endOrders(runner, 'meeting', 'held_at attendance', 'body');
    await endOrders(runner, 'decision', 'decided_at review_at', '');
    await endOrders(runner, 'situation_update', 'at', '');
    await endOrders(runner, 'situation_report', 'number period_starts_at period_ends_at', 'kind country confidence');
    await endOrders(runner, 'casualty_summary', 'counted_at injured missing accounted_for', 'is_confirmed');
    await endOrders(runner, 'evac_manifest_entry', 'checked_in_at', 'kind nationality status');
    await endOrders(
      runner,
      'evacuation_operation',
      'ordered_at window_starts_at window_ends_at capacity expected',
      'mode status',
    );
    await endOrders(runner, 'detention', 'detained_at', 'wish');
    await endOrders(runner, 'force_report', 'used_at injuries', 'force used_by place reviewed');
    await endOrders(runner, 'resource_allocation', 'quantity decided_at', 'resource priority');
    await endOrders(
      runner,
      'protection_request',
      'notified_at due_at answered_at',
      'receiving_state measure channel answer',
    );
    await endOrders(runner, 'responder_request', 'requested_at answered_at arrived_at', 'agency channel entry_ground');
    await endOrders(
      runner,
      'mobilization',
      'quantity requested_at expected_at arrived_at released_at',
      'resource status',
    );
    await endOrders(runner, 'succession_line', 'position notified_on', 'office');
    await endOrders(runner, 'delegation', 'from_at', 'is_written');
    await endOrders(runner, 'authority_grant', 'from_at', 'power');
    await endOrders(runner, 'command_assignment', 'since_at', 'role');
    await endOrders(runner, 'communications_activation', 'opened_at', 'tier medium is_working');
    await endOrders(runner, 'action_card_instance', 'steps_done due_at', 'status');
    await endOrders(runner, 'plan_activation', 'activated_at stood_down_at', 'plan status');
    await endOrders(runner, 'initial_assessment', 'assessed_at people_at_risk', 'life_threat scale trend severity');
    await endOrders(runner, 'custody_transfer', 'position at', 'seal_intact');
    await endOrders(runner, 'evidence_item', 'secured_at', 'kind status is_inviolable');
    await endOrders(runner, 'incident_log_entry', 'position written_at', 'kind');
    await endOrders(
      runner,
      'incident',
      'occurred_on fatalities started_at ended_at injured recovery_from closed_at',
      'type sending_state receiving_state status severity ipp_offence',
    );
  }
}
