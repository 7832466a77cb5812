import { endOrders, indexOrders } from '@chancery/shared/subgraph/tables/order-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Count synthetic. */
export class CountSynthetic1795976320695 implements MigrationInterface {
  readonly name = 'CountSynthetic1795976320695';

  async up(runner: QueryRunner): Promise<void> {
    await indexOrders(runner, 'incident', '', '', 'synthetic');
    await indexOrders(runner, 'incident_log_entry', '', '', 'synthetic');
    await indexOrders(runner, 'evidence_item', '', '', 'synthetic');
    await indexOrders(runner, 'custody_transfer', '', '', 'synthetic');
    await indexOrders(runner, 'initial_assessment', '', '', 'synthetic');
    await indexOrders(runner, 'plan_activation', '', '', 'synthetic');
    await indexOrders(runner, 'action_card_instance', '', '', 'synthetic');
    await indexOrders(runner, 'communications_activation', '', '', 'synthetic');
    await indexOrders(runner, 'command_assignment', '', '', 'synthetic');
    await indexOrders(runner, 'authority_grant', '', '', 'synthetic');
    await indexOrders(runner, 'delegation', '', '', 'synthetic');
    await indexOrders(runner, 'succession_line', '', '', 'synthetic');
    await indexOrders(runner, 'mobilization', '', '', 'synthetic');
    await indexOrders(runner, 'responder_request', '', '', 'synthetic');
    await indexOrders(runner, 'protection_request', '', '', 'synthetic');
    await indexOrders(runner, 'resource_allocation', '', '', 'synthetic');
    await indexOrders(runner, 'force_report', '', '', 'synthetic');
    await indexOrders(runner, 'detention', '', '', 'synthetic');
    await indexOrders(runner, 'evacuation_operation', '', '', 'synthetic');
    await indexOrders(runner, 'evac_manifest_entry', '', '', 'synthetic');
    await indexOrders(runner, 'casualty_summary', '', '', 'synthetic');
    await indexOrders(runner, 'situation_report', '', '', 'synthetic');
    await indexOrders(runner, 'situation_update', '', '', 'synthetic');
    await indexOrders(runner, 'decision', '', '', 'synthetic');
    await indexOrders(runner, 'meeting', '', '', 'synthetic');
    await indexOrders(runner, 'diplomatic_note', '', '', 'synthetic');
    await indexOrders(runner, 'damage_assessment', '', '', 'synthetic');
    await indexOrders(runner, 'claim', '', '', 'synthetic');
    await indexOrders(runner, 'after_action_report', '', '', 'synthetic');
    await indexOrders(runner, 'lesson_learned', '', '', 'synthetic');
    await indexOrders(runner, 'recommendation', '', '', 'synthetic');
    await indexOrders(runner, 'case_study', '', '', 'synthetic');
    await indexOrders(runner, 'checked_claim', '', '', 'synthetic');
    await indexOrders(runner, 'cyber_incident', '', '', 'synthetic');
    await indexOrders(runner, 'attack_phase', '', '', 'synthetic');
  }

  async down(runner: QueryRunner): Promise<void> {
    await endOrders(runner, 'attack_phase', '', 'synthetic');
    await endOrders(runner, 'cyber_incident', '', 'synthetic');
    await endOrders(runner, 'checked_claim', '', 'synthetic');
    await endOrders(runner, 'case_study', '', 'synthetic');
    await endOrders(runner, 'recommendation', '', 'synthetic');
    await endOrders(runner, 'lesson_learned', '', 'synthetic');
    await endOrders(runner, 'after_action_report', '', 'synthetic');
    await endOrders(runner, 'claim', '', 'synthetic');
    await endOrders(runner, 'damage_assessment', '', 'synthetic');
    await endOrders(runner, 'diplomatic_note', '', 'synthetic');
    await endOrders(runner, 'meeting', '', 'synthetic');
    await endOrders(runner, 'decision', '', 'synthetic');
    await endOrders(runner, 'situation_update', '', 'synthetic');
    await endOrders(runner, 'situation_report', '', 'synthetic');
    await endOrders(runner, 'casualty_summary', '', 'synthetic');
    await endOrders(runner, 'evac_manifest_entry', '', 'synthetic');
    await endOrders(runner, 'evacuation_operation', '', 'synthetic');
    await endOrders(runner, 'detention', '', 'synthetic');
    await endOrders(runner, 'force_report', '', 'synthetic');
    await endOrders(runner, 'resource_allocation', '', 'synthetic');
    await endOrders(runner, 'protection_request', '', 'synthetic');
    await endOrders(runner, 'responder_request', '', 'synthetic');
    await endOrders(runner, 'mobilization', '', 'synthetic');
    await endOrders(runner, 'succession_line', '', 'synthetic');
    await endOrders(runner, 'delegation', '', 'synthetic');
    await endOrders(runner, 'authority_grant', '', 'synthetic');
    await endOrders(runner, 'command_assignment', '', 'synthetic');
    await endOrders(runner, 'communications_activation', '', 'synthetic');
    await endOrders(runner, 'action_card_instance', '', 'synthetic');
    await endOrders(runner, 'plan_activation', '', 'synthetic');
    await endOrders(runner, 'initial_assessment', '', 'synthetic');
    await endOrders(runner, 'custody_transfer', '', 'synthetic');
    await endOrders(runner, 'evidence_item', '', 'synthetic');
    await endOrders(runner, 'incident_log_entry', '', 'synthetic');
    await endOrders(runner, 'incident', '', 'synthetic');
  }
}
