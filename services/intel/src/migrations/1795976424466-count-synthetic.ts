import { endOrders, indexOrders } from '@chancery/shared/subgraph/tables/order-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Count synthetic. */
export class CountSynthetic1795976424466 implements MigrationInterface {
  readonly name = 'CountSynthetic1795976424466';

  async up(runner: QueryRunner): Promise<void> {
    await indexOrders(runner, 'warning', '', '', 'synthetic');
    await indexOrders(runner, 'collection_requirement', '', '', 'synthetic');
    await indexOrders(runner, 'standing_requirement', '', '', 'synthetic');
    await indexOrders(runner, 'source', '', '', 'synthetic');
    await indexOrders(runner, 'intel_report', '', '', 'synthetic');
    await indexOrders(runner, 'threat_actor', '', '', 'synthetic');
    await indexOrders(runner, 'threat', '', '', 'synthetic');
    await indexOrders(runner, 'indicator', '', '', 'synthetic');
    await indexOrders(runner, 'indicator_watch', '', '', 'synthetic');
    await indexOrders(runner, 'threat_assessment', '', '', 'synthetic');
    await indexOrders(runner, 'threat_level', '', '', 'synthetic');
    await indexOrders(runner, 'risk_assessment', '', '', 'synthetic');
    await indexOrders(runner, 'analytic_product', '', '', 'synthetic');
    await indexOrders(runner, 'dissemination', '', '', 'synthetic');
    await indexOrders(runner, 'cyber_finding', '', '', 'synthetic');
  }

  async down(runner: QueryRunner): Promise<void> {
    await endOrders(runner, 'cyber_finding', '', 'synthetic');
    await endOrders(runner, 'dissemination', '', 'synthetic');
    await endOrders(runner, 'analytic_product', '', 'synthetic');
    await endOrders(runner, 'risk_assessment', '', 'synthetic');
    await endOrders(runner, 'threat_level', '', 'synthetic');
    await endOrders(runner, 'threat_assessment', '', 'synthetic');
    await endOrders(runner, 'indicator_watch', '', 'synthetic');
    await endOrders(runner, 'indicator', '', 'synthetic');
    await endOrders(runner, 'threat', '', 'synthetic');
    await endOrders(runner, 'threat_actor', '', 'synthetic');
    await endOrders(runner, 'intel_report', '', 'synthetic');
    await endOrders(runner, 'source', '', 'synthetic');
    await endOrders(runner, 'standing_requirement', '', 'synthetic');
    await endOrders(runner, 'collection_requirement', '', 'synthetic');
    await endOrders(runner, 'warning', '', 'synthetic');
  }
}
