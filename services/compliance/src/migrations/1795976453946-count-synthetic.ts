import { endOrders, indexOrders } from '@chancery/shared/subgraph/tables/order-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Count synthetic. */
export class CountSynthetic1795976453946 implements MigrationInterface {
  readonly name = 'CountSynthetic1795976453946';

  async up(runner: QueryRunner): Promise<void> {
    await indexOrders(runner, 'legal_instrument', '', '', 'synthetic');
    await indexOrders(runner, 'legal_rule', '', '', 'synthetic');
    await indexOrders(runner, 'data_kind', '', '', 'synthetic');
    await indexOrders(runner, 'state', '', '', 'synthetic');
    await indexOrders(runner, 'agency', '', '', 'synthetic');
    await indexOrders(runner, 'party_status', '', '', 'synthetic');
    await indexOrders(runner, 'policy_change', '', '', 'synthetic');
    await indexOrders(runner, 'rule_change', '', '', 'synthetic');
    await indexOrders(runner, 'use_of_force_policy', '', '', 'synthetic');
    await indexOrders(runner, 'legal_act', '', '', 'synthetic');
    await indexOrders(runner, 'information_request', '', '', 'synthetic');
    await indexOrders(runner, 'assignment', '', '', 'synthetic');
    await indexOrders(runner, 'waiver', '', '', 'synthetic');
    await indexOrders(runner, 'mandate', '', '', 'synthetic');
    await indexOrders(runner, 'release_decision', '', '', 'synthetic');
    await indexOrders(runner, 'jurisdiction_determination', '', '', 'synthetic');
    await indexOrders(runner, 'sharing_agreement', '', '', 'synthetic');
    await indexOrders(runner, 'partner_arrangement', '', '', 'synthetic');
    await indexOrders(runner, 'interagency_protocol', '', '', 'synthetic');
    await indexOrders(runner, 'trust_agreement', '', '', 'synthetic');
    await indexOrders(runner, 'host_legal_constraint', '', '', 'synthetic');
    await indexOrders(runner, 'persona_non_grata', '', '', 'synthetic');
    await indexOrders(runner, 'obligation', '', '', 'synthetic');
    await indexOrders(runner, 'legal_hold', '', '', 'synthetic');
  }

  async down(runner: QueryRunner): Promise<void> {
    await endOrders(runner, 'legal_hold', '', 'synthetic');
    await endOrders(runner, 'obligation', '', 'synthetic');
    await endOrders(runner, 'persona_non_grata', '', 'synthetic');
    await endOrders(runner, 'host_legal_constraint', '', 'synthetic');
    await endOrders(runner, 'trust_agreement', '', 'synthetic');
    await endOrders(runner, 'interagency_protocol', '', 'synthetic');
    await endOrders(runner, 'partner_arrangement', '', 'synthetic');
    await endOrders(runner, 'sharing_agreement', '', 'synthetic');
    await endOrders(runner, 'jurisdiction_determination', '', 'synthetic');
    await endOrders(runner, 'release_decision', '', 'synthetic');
    await endOrders(runner, 'mandate', '', 'synthetic');
    await endOrders(runner, 'waiver', '', 'synthetic');
    await endOrders(runner, 'assignment', '', 'synthetic');
    await endOrders(runner, 'information_request', '', 'synthetic');
    await endOrders(runner, 'legal_act', '', 'synthetic');
    await endOrders(runner, 'use_of_force_policy', '', 'synthetic');
    await endOrders(runner, 'rule_change', '', 'synthetic');
    await endOrders(runner, 'policy_change', '', 'synthetic');
    await endOrders(runner, 'party_status', '', 'synthetic');
    await endOrders(runner, 'agency', '', 'synthetic');
    await endOrders(runner, 'state', '', 'synthetic');
    await endOrders(runner, 'data_kind', '', 'synthetic');
    await endOrders(runner, 'legal_rule', '', 'synthetic');
    await endOrders(runner, 'legal_instrument', '', 'synthetic');
  }
}
