import { endOrders, indexOrders } from '@chancery/shared/subgraph/tables/order-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read in order. */
export class ReadInOrder1795956111561 implements MigrationInterface {
  readonly name = 'ReadInOrder1795956111561';

  async up(runner: QueryRunner): Promise<void> {
    await indexOrders(runner, 'legal_instrument', 'reference', 'reference', '');
    await indexOrders(
      runner,
      'legal_rule',
      'instrument_id reference effect in_force_on is_checked',
      'reference in_force_on',
      'effect is_checked',
    );
    await indexOrders(runner, 'data_kind', 'reference is_gap', 'reference', 'is_gap');
    await indexOrders(runner, 'state', 'reference name', 'reference name', '');
    await indexOrders(runner, 'agency', 'reference name party state_id kind', 'reference name', 'kind');
    await indexOrders(runner, 'party_status', 'bound_from', 'bound_from', '');
    await indexOrders(runner, 'policy_change', 'number effective_from', 'number effective_from', '');
    await indexOrders(
      runner,
      'rule_change',
      'reference policy_change_id legal_rule_id rule change',
      'reference rule',
      'change',
    );
    await indexOrders(runner, 'use_of_force_policy', 'place', '', 'place');
    await indexOrders(runner, 'legal_act', 'kind status post_id from_at until_at', 'from_at until_at', 'kind status');
    await indexOrders(
      runner,
      'information_request',
      'status mission_id way filed_at due_at closed_at answer_act_id',
      'filed_at due_at closed_at',
      'status way',
    );
    await indexOrders(
      runner,
      'assignment',
      'mission_id from_at ends_at last_used_at stale_at',
      'from_at ends_at last_used_at stale_at',
      '',
    );
    await indexOrders(runner, 'waiver', 'mission_id issuer scope made_at', 'made_at', 'issuer scope');
    await indexOrders(runner, 'mandate', 'mission_id grantor protector valid_from', 'valid_from', 'grantor protector');
    await indexOrders(
      runner,
      'release_decision',
      'mission_id originator recipient outcome decided_at',
      'decided_at',
      'originator recipient outcome',
    );
    await indexOrders(runner, 'jurisdiction_determination', 'mission_id forum determined_on', 'determined_on', 'forum');
    await indexOrders(
      runner,
      'sharing_agreement',
      'kind third_party_rule valid_from',
      'valid_from',
      'kind third_party_rule',
    );
    await indexOrders(runner, 'partner_arrangement', 'mission_id partner valid_from', 'valid_from', 'partner');
    await indexOrders(
      runner,
      'trust_agreement',
      'reference status issuer represents valid_from valid_to proposed_at',
      'reference valid_from valid_to proposed_at',
      'status',
    );
    await indexOrders(runner, 'host_legal_constraint', 'country topic rule', '', 'country topic rule');
    await indexOrders(runner, 'persona_non_grata', 'mission_id notified_at', 'notified_at', '');
    await indexOrders(
      runner,
      'obligation',
      'kind standing term arisen_at due_at mission_id done_at',
      'arisen_at due_at done_at',
      'kind standing term',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await endOrders(runner, 'obligation', 'arisen_at due_at done_at', 'kind standing term');
    await endOrders(runner, 'persona_non_grata', 'notified_at', '');
    await endOrders(runner, 'host_legal_constraint', '', 'country topic rule');
    await endOrders(runner, 'trust_agreement', 'reference valid_from valid_to proposed_at', 'status');
    await endOrders(runner, 'partner_arrangement', 'valid_from', 'partner');
    await endOrders(runner, 'sharing_agreement', 'valid_from', 'kind third_party_rule');
    await endOrders(runner, 'jurisdiction_determination', 'determined_on', 'forum');
    await endOrders(runner, 'release_decision', 'decided_at', 'originator recipient outcome');
    await endOrders(runner, 'mandate', 'valid_from', 'grantor protector');
    await endOrders(runner, 'waiver', 'made_at', 'issuer scope');
    await endOrders(runner, 'assignment', 'from_at ends_at last_used_at stale_at', '');
    await endOrders(runner, 'information_request', 'filed_at due_at closed_at', 'status way');
    await endOrders(runner, 'legal_act', 'from_at until_at', 'kind status');
    await endOrders(runner, 'use_of_force_policy', '', 'place');
    await endOrders(runner, 'rule_change', 'reference rule', 'change');
    await endOrders(runner, 'policy_change', 'number effective_from', '');
    await endOrders(runner, 'party_status', 'bound_from', '');
    await endOrders(runner, 'agency', 'reference name', 'kind');
    await endOrders(runner, 'state', 'reference name', '');
    await endOrders(runner, 'data_kind', 'reference', 'is_gap');
    await endOrders(runner, 'legal_rule', 'reference in_force_on', 'effect is_checked');
    await endOrders(runner, 'legal_instrument', 'reference', '');
  }
}
