import { endOrders, indexOrders } from '@chancery/shared/subgraph/tables/order-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Read in order. */
export class ReadInOrder1795956061930 implements MigrationInterface {
  readonly name = 'ReadInOrder1795956061930';

  async up(runner: QueryRunner): Promise<void> {
    await indexOrders(
      runner,
      'warning',
      'msg_type scope category severity sent_at expires_at',
      'sent_at expires_at',
      'msg_type scope category severity',
    );
    await indexOrders(
      runner,
      'collection_requirement',
      'reference mission_id kind opened_at ltiov status',
      'reference opened_at ltiov',
      'kind status',
    );
    await indexOrders(
      runner,
      'standing_requirement',
      'reference mission_id term_count filed_at ltiov status',
      'reference term_count filed_at ltiov',
      'status',
    );
    await indexOrders(
      runner,
      'source',
      'reference mission_id kind reliability status reports_since reviewed_on',
      'reference reports_since reviewed_on',
      'kind reliability status',
    );
    await indexOrders(
      runner,
      'intel_report',
      'reference mission_id requirement_id source_id discipline reliability credibility acquired_at reported_at',
      'reference credibility acquired_at reported_at',
      'discipline reliability',
    );
    await indexOrders(
      runner,
      'threat_actor',
      'reference alias type motivation sophistication first_seen_on last_seen_on',
      'reference alias first_seen_on last_seen_on',
      'type motivation sophistication',
    );
    await indexOrders(
      runner,
      'threat',
      'reference mission_id actor_id type vector status window_from window_until',
      'reference window_from window_until',
      'type vector status',
    );
    await indexOrders(runner, 'indicator', 'reference topic threshold', 'reference threshold', 'topic');
    await indexOrders(
      runner,
      'indicator_watch',
      'reference mission_id indicator_id observed_at value trend state',
      'reference observed_at value',
      'trend state',
    );
    await indexOrders(
      runner,
      'threat_assessment',
      'reference mission_id threat_id assessed_at reliability credibility impact likelihood severity reviewed_at',
      'reference assessed_at credibility impact reviewed_at',
      'reliability likelihood severity',
    );
    await indexOrders(
      runner,
      'threat_level',
      'reference mission_id priority told_to told_on',
      'reference told_on',
      'priority told_to',
    );
    await indexOrders(
      runner,
      'risk_assessment',
      'reference mission_id threat_id assessed_at likelihood impact treatment residual_impact review_due_on',
      'reference assessed_at impact residual_impact review_due_on',
      'likelihood treatment',
    );
    await indexOrders(
      runner,
      'analytic_product',
      'reference mission_id method likelihood confidence published_at',
      'reference published_at',
      'method likelihood confidence',
    );
    await indexOrders(
      runner,
      'dissemination',
      'reference mission_id report_id warning_id recipient_state basis channel disseminated_at',
      'reference disseminated_at',
      'recipient_state basis channel',
    );
    await indexOrders(
      runner,
      'cyber_finding',
      'reference mission_id severity status found_at resolved_at',
      'reference found_at resolved_at',
      'severity status',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await endOrders(runner, 'cyber_finding', 'reference found_at resolved_at', 'severity status');
    await endOrders(runner, 'dissemination', 'reference disseminated_at', 'recipient_state basis channel');
    await endOrders(runner, 'analytic_product', 'reference published_at', 'method likelihood confidence');
    await endOrders(
      runner,
      'risk_assessment',
      'reference assessed_at impact residual_impact review_due_on',
      'likelihood treatment',
    );
    await endOrders(runner, 'threat_level', 'reference told_on', 'priority told_to');
    await endOrders(
      runner,
      'threat_assessment',
      'reference assessed_at credibility impact reviewed_at',
      'reliability likelihood severity',
    );
    await endOrders(runner, 'indicator_watch', 'reference observed_at value', 'trend state');
    await endOrders(runner, 'indicator', 'reference threshold', 'topic');
    await endOrders(runner, 'threat', 'reference window_from window_until', 'type vector status');
    await endOrders(
      runner,
      'threat_actor',
      'reference alias first_seen_on last_seen_on',
      'type motivation sophistication',
    );
    await endOrders(runner, 'intel_report', 'reference credibility acquired_at reported_at', 'discipline reliability');
    await endOrders(runner, 'source', 'reference reports_since reviewed_on', 'kind reliability status');
    await endOrders(runner, 'standing_requirement', 'reference term_count filed_at ltiov', 'status');
    await endOrders(runner, 'collection_requirement', 'reference opened_at ltiov', 'kind status');
    await endOrders(runner, 'warning', 'sent_at expires_at', 'msg_type scope category severity');
  }
}
