import { bindAnew } from '@chancery/shared/subgraph/tables/labelled-table';
import { countRows, createRowCounts, dropRowCounts, endCount } from '@chancery/shared/subgraph/tables/row-counts';
import { endIndexes, indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Find and count. */
export class FindAndCount1795933819286 implements MigrationInterface {
  readonly name = 'FindAndCount1795933819286';

  async up(runner: QueryRunner): Promise<void> {
    await createRowCounts(runner);
    await bindAnew(runner, 'incident');
    await countRows(runner, 'incident');
    await indexRows(
      runner,
      'incident',
      'type occurred_on sending_state receiving_state fatalities status severity ipp_offence started_at ended_at injured recovery_from closed_at mission_id',
      'reference',
    );
    await runner.query('drop index incident_by_day, incident_by_mission');
    await bindAnew(runner, 'incident_log_entry');
    await countRows(runner, 'incident_log_entry');
    await indexRows(runner, 'incident_log_entry', 'incident_id position written_at kind', 'reference');
    await bindAnew(runner, 'evidence_item');
    await countRows(runner, 'evidence_item');
    await indexRows(runner, 'evidence_item', 'incident_id kind status secured_at is_inviolable', 'reference');
    await bindAnew(runner, 'custody_transfer');
    await countRows(runner, 'custody_transfer');
    await indexRows(runner, 'custody_transfer', 'evidence_id position at seal_intact', 'reference');
    await bindAnew(runner, 'initial_assessment');
    await countRows(runner, 'initial_assessment');
    await indexRows(
      runner,
      'initial_assessment',
      'incident_id assessed_at life_threat scale trend severity people_at_risk',
      'reference',
    );
    await bindAnew(runner, 'plan_activation');
    await countRows(runner, 'plan_activation');
    await indexRows(runner, 'plan_activation', 'incident_id plan activated_at stood_down_at status', 'reference');
    await bindAnew(runner, 'action_card_instance');
    await countRows(runner, 'action_card_instance');
    await indexRows(runner, 'action_card_instance', 'activation_id steps_done due_at status', 'reference');
    await bindAnew(runner, 'communications_activation');
    await countRows(runner, 'communications_activation');
    await indexRows(runner, 'communications_activation', 'incident_id tier medium opened_at is_working', 'reference');
    await bindAnew(runner, 'command_assignment');
    await countRows(runner, 'command_assignment');
    await indexRows(runner, 'command_assignment', 'incident_id role since_at', 'reference holder_role');
    await bindAnew(runner, 'authority_grant');
    await countRows(runner, 'authority_grant');
    await indexRows(runner, 'authority_grant', 'mission_id power from_at', 'reference holder_role');
    await bindAnew(runner, 'delegation');
    await countRows(runner, 'delegation');
    await indexRows(runner, 'delegation', 'grant_id from_at is_written', 'reference to_role');
    await bindAnew(runner, 'succession_line');
    await countRows(runner, 'succession_line');
    await indexRows(runner, 'succession_line', 'mission_id office position notified_on', 'reference');
    await bindAnew(runner, 'mobilization');
    await countRows(runner, 'mobilization');
    await indexRows(
      runner,
      'mobilization',
      'incident_id resource quantity status requested_at expected_at arrived_at released_at',
      'reference',
    );
    await bindAnew(runner, 'responder_request');
    await countRows(runner, 'responder_request');
    await indexRows(
      runner,
      'responder_request',
      'incident_id agency channel entry_ground requested_at answered_at arrived_at',
      'reference',
    );
    await bindAnew(runner, 'protection_request');
    await countRows(runner, 'protection_request');
    await indexRows(
      runner,
      'protection_request',
      'mission_id incident_id receiving_state measure channel notified_at due_at answer answered_at',
      'reference',
    );
    await bindAnew(runner, 'resource_allocation');
    await countRows(runner, 'resource_allocation');
    await indexRows(runner, 'resource_allocation', 'incident_id resource quantity priority decided_at', 'reference');
    await bindAnew(runner, 'force_report');
    await countRows(runner, 'force_report');
    await indexRows(runner, 'force_report', 'incident_id force used_by place used_at injuries reviewed', 'reference');
    await bindAnew(runner, 'evacuation_operation');
    await countRows(runner, 'evacuation_operation');
    await indexRows(
      runner,
      'evacuation_operation',
      'mission_id incident_id mode status ordered_at window_starts_at window_ends_at capacity expected',
      'reference',
    );
    await bindAnew(runner, 'evac_manifest_entry');
    await countRows(runner, 'evac_manifest_entry');
    await indexRows(
      runner,
      'evac_manifest_entry',
      'operation_id kind nationality status checked_in_at',
      'reference person_ref',
    );
    await bindAnew(runner, 'casualty_summary');
    await countRows(runner, 'casualty_summary');
    await indexRows(
      runner,
      'casualty_summary',
      'incident_id counted_at injured missing accounted_for is_confirmed',
      'reference',
    );
    await bindAnew(runner, 'situation_report');
    await countRows(runner, 'situation_report');
    await indexRows(
      runner,
      'situation_report',
      'incident_id number kind country period_starts_at period_ends_at confidence',
      'reference',
    );
    await bindAnew(runner, 'situation_update');
    await countRows(runner, 'situation_update');
    await indexRows(runner, 'situation_update', 'incident_id at', 'reference');
    await bindAnew(runner, 'decision');
    await countRows(runner, 'decision');
    await indexRows(runner, 'decision', 'incident_id decided_at review_at', 'reference');
    await bindAnew(runner, 'meeting');
    await countRows(runner, 'meeting');
    await indexRows(runner, 'meeting', 'incident_id body held_at attendance', 'reference');
    await bindAnew(runner, 'diplomatic_note');
    await countRows(runner, 'diplomatic_note');
    await indexRows(runner, 'diplomatic_note', 'mission_id incident_id kind from_state to_state sent_at', 'reference');
    await bindAnew(runner, 'damage_assessment');
    await countRows(runner, 'damage_assessment');
    await indexRows(
      runner,
      'damage_assessment',
      'incident_id assessed_at level cost_estimate reopened_on',
      'reference',
    );
    await bindAnew(runner, 'claim');
    await countRows(runner, 'claim');
    await indexRows(
      runner,
      'claim',
      'incident_id claimant_state against_state basis amount status notified_on',
      'reference',
    );
    await bindAnew(runner, 'after_action_report');
    await countRows(runner, 'after_action_report');
    await indexRows(runner, 'after_action_report', 'incident_id kind status completed_on', 'reference');
    await bindAnew(runner, 'lesson_learned');
    await countRows(runner, 'lesson_learned');
    await indexRows(runner, 'lesson_learned', 'incident_id topic recorded_on', 'reference');
    await bindAnew(runner, 'recommendation');
    await countRows(runner, 'recommendation');
    await indexRows(runner, 'recommendation', 'report_id priority status due_on closed_on', 'reference owner_role');
    await bindAnew(runner, 'case_study');
    await countRows(runner, 'case_study');
    await indexRows(runner, 'case_study', 'incident_id occurred_on confidence is_verified', 'reference');
    await bindAnew(runner, 'checked_claim');
    await countRows(runner, 'checked_claim');
    await indexRows(runner, 'checked_claim', 'status', 'reference');
    await bindAnew(runner, 'cyber_incident');
    await countRows(runner, 'cyber_incident');
    await indexRows(runner, 'cyber_incident', 'incident_id vector stage archives_reached', 'reference');
    await bindAnew(runner, 'attack_phase');
    await countRows(runner, 'attack_phase');
    await indexRows(runner, 'attack_phase', 'incident_id position started_at means', 'reference');
  }

  async down(runner: QueryRunner): Promise<void> {
    await endIndexes(runner, 'attack_phase', 'incident_id position started_at means', 'reference');
    await endCount(runner, 'attack_phase');
    await endIndexes(runner, 'cyber_incident', 'incident_id vector stage archives_reached', 'reference');
    await endCount(runner, 'cyber_incident');
    await endIndexes(runner, 'checked_claim', 'status', 'reference');
    await endCount(runner, 'checked_claim');
    await endIndexes(runner, 'case_study', 'incident_id occurred_on confidence is_verified', 'reference');
    await endCount(runner, 'case_study');
    await endIndexes(runner, 'recommendation', 'report_id priority status due_on closed_on', 'reference owner_role');
    await endCount(runner, 'recommendation');
    await endIndexes(runner, 'lesson_learned', 'incident_id topic recorded_on', 'reference');
    await endCount(runner, 'lesson_learned');
    await endIndexes(runner, 'after_action_report', 'incident_id kind status completed_on', 'reference');
    await endCount(runner, 'after_action_report');
    await endIndexes(
      runner,
      'claim',
      'incident_id claimant_state against_state basis amount status notified_on',
      'reference',
    );
    await endCount(runner, 'claim');
    await endIndexes(
      runner,
      'damage_assessment',
      'incident_id assessed_at level cost_estimate reopened_on',
      'reference',
    );
    await endCount(runner, 'damage_assessment');
    await endIndexes(runner, 'diplomatic_note', 'mission_id incident_id kind from_state to_state sent_at', 'reference');
    await endCount(runner, 'diplomatic_note');
    await endIndexes(runner, 'meeting', 'incident_id body held_at attendance', 'reference');
    await endCount(runner, 'meeting');
    await endIndexes(runner, 'decision', 'incident_id decided_at review_at', 'reference');
    await endCount(runner, 'decision');
    await endIndexes(runner, 'situation_update', 'incident_id at', 'reference');
    await endCount(runner, 'situation_update');
    await endIndexes(
      runner,
      'situation_report',
      'incident_id number kind country period_starts_at period_ends_at confidence',
      'reference',
    );
    await endCount(runner, 'situation_report');
    await endIndexes(
      runner,
      'casualty_summary',
      'incident_id counted_at injured missing accounted_for is_confirmed',
      'reference',
    );
    await endCount(runner, 'casualty_summary');
    await endIndexes(
      runner,
      'evac_manifest_entry',
      'operation_id kind nationality status checked_in_at',
      'reference person_ref',
    );
    await endCount(runner, 'evac_manifest_entry');
    await endIndexes(
      runner,
      'evacuation_operation',
      'mission_id incident_id mode status ordered_at window_starts_at window_ends_at capacity expected',
      'reference',
    );
    await endCount(runner, 'evacuation_operation');
    await endIndexes(runner, 'force_report', 'incident_id force used_by place used_at injuries reviewed', 'reference');
    await endCount(runner, 'force_report');
    await endIndexes(runner, 'resource_allocation', 'incident_id resource quantity priority decided_at', 'reference');
    await endCount(runner, 'resource_allocation');
    await endIndexes(
      runner,
      'protection_request',
      'mission_id incident_id receiving_state measure channel notified_at due_at answer answered_at',
      'reference',
    );
    await endCount(runner, 'protection_request');
    await endIndexes(
      runner,
      'responder_request',
      'incident_id agency channel entry_ground requested_at answered_at arrived_at',
      'reference',
    );
    await endCount(runner, 'responder_request');
    await endIndexes(
      runner,
      'mobilization',
      'incident_id resource quantity status requested_at expected_at arrived_at released_at',
      'reference',
    );
    await endCount(runner, 'mobilization');
    await endIndexes(runner, 'succession_line', 'mission_id office position notified_on', 'reference');
    await endCount(runner, 'succession_line');
    await endIndexes(runner, 'delegation', 'grant_id from_at is_written', 'reference to_role');
    await endCount(runner, 'delegation');
    await endIndexes(runner, 'authority_grant', 'mission_id power from_at', 'reference holder_role');
    await endCount(runner, 'authority_grant');
    await endIndexes(runner, 'command_assignment', 'incident_id role since_at', 'reference holder_role');
    await endCount(runner, 'command_assignment');
    await endIndexes(runner, 'communications_activation', 'incident_id tier medium opened_at is_working', 'reference');
    await endCount(runner, 'communications_activation');
    await endIndexes(runner, 'action_card_instance', 'activation_id steps_done due_at status', 'reference');
    await endCount(runner, 'action_card_instance');
    await endIndexes(runner, 'plan_activation', 'incident_id plan activated_at stood_down_at status', 'reference');
    await endCount(runner, 'plan_activation');
    await endIndexes(
      runner,
      'initial_assessment',
      'incident_id assessed_at life_threat scale trend severity people_at_risk',
      'reference',
    );
    await endCount(runner, 'initial_assessment');
    await endIndexes(runner, 'custody_transfer', 'evidence_id position at seal_intact', 'reference');
    await endCount(runner, 'custody_transfer');
    await endIndexes(runner, 'evidence_item', 'incident_id kind status secured_at is_inviolable', 'reference');
    await endCount(runner, 'evidence_item');
    await endIndexes(runner, 'incident_log_entry', 'incident_id position written_at kind', 'reference');
    await endCount(runner, 'incident_log_entry');
    await endIndexes(
      runner,
      'incident',
      'type occurred_on sending_state receiving_state fatalities status severity ipp_offence started_at ended_at injured recovery_from closed_at mission_id',
      'reference',
    );
    await endCount(runner, 'incident');
    await dropRowCounts(runner);
  }
}
