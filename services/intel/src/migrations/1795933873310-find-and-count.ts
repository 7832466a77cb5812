import { bindAnew } from '@chancery/shared/subgraph/tables/labelled-table';
import { countRows, createRowCounts, dropRowCounts, endCount } from '@chancery/shared/subgraph/tables/row-counts';
import { endIndexes, indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Find and count. */
export class FindAndCount1795933873310 implements MigrationInterface {
  readonly name = 'FindAndCount1795933873310';

  async up(runner: QueryRunner): Promise<void> {
    await createRowCounts(runner);
    await bindAnew(runner, 'warning');
    await countRows(runner, 'warning');
    await indexRows(runner, 'warning', 'msg_type scope category severity sent_at expires_at', 'reference');
    await runner.query('drop index warning_by_instant');
    await bindAnew(runner, 'collection_requirement');
    await countRows(runner, 'collection_requirement');
    await indexRows(runner, 'collection_requirement', 'reference mission_id kind opened_at ltiov status');
    await bindAnew(runner, 'source');
    await countRows(runner, 'source');
    await indexRows(runner, 'source', 'reference mission_id kind reliability status reports_since reviewed_on');
    await bindAnew(runner, 'intel_report');
    await countRows(runner, 'intel_report');
    await indexRows(
      runner,
      'intel_report',
      'reference mission_id requirement_id source_id discipline reliability credibility acquired_at reported_at',
    );
    await bindAnew(runner, 'threat_actor');
    await countRows(runner, 'threat_actor');
    await indexRows(
      runner,
      'threat_actor',
      'reference alias type motivation sophistication first_seen_on last_seen_on',
    );
    await bindAnew(runner, 'threat');
    await countRows(runner, 'threat');
    await indexRows(runner, 'threat', 'reference mission_id actor_id type vector status window_from window_until');
    await bindAnew(runner, 'indicator');
    await countRows(runner, 'indicator');
    await indexRows(runner, 'indicator', 'reference topic threshold');
    await bindAnew(runner, 'indicator_watch');
    await countRows(runner, 'indicator_watch');
    await indexRows(runner, 'indicator_watch', 'reference mission_id indicator_id observed_at value trend state');
    await bindAnew(runner, 'threat_assessment');
    await countRows(runner, 'threat_assessment');
    await indexRows(
      runner,
      'threat_assessment',
      'reference mission_id threat_id assessed_at reliability credibility impact likelihood severity reviewed_at',
    );
    await bindAnew(runner, 'threat_level');
    await countRows(runner, 'threat_level');
    await indexRows(runner, 'threat_level', 'reference mission_id priority told_to told_on');
    await bindAnew(runner, 'risk_assessment');
    await countRows(runner, 'risk_assessment');
    await indexRows(
      runner,
      'risk_assessment',
      'reference mission_id threat_id assessed_at likelihood impact treatment residual_impact review_due_on',
    );
    await bindAnew(runner, 'analytic_product');
    await countRows(runner, 'analytic_product');
    await indexRows(runner, 'analytic_product', 'reference mission_id method likelihood confidence published_at');
    await bindAnew(runner, 'dissemination');
    await countRows(runner, 'dissemination');
    await indexRows(
      runner,
      'dissemination',
      'reference mission_id report_id warning_id recipient_state basis channel disseminated_at',
    );
    await bindAnew(runner, 'cyber_finding');
    await countRows(runner, 'cyber_finding');
    await indexRows(runner, 'cyber_finding', 'reference mission_id severity status found_at resolved_at');
  }

  async down(runner: QueryRunner): Promise<void> {
    await endIndexes(runner, 'cyber_finding', 'reference mission_id severity status found_at resolved_at');
    await endCount(runner, 'cyber_finding');
    await endIndexes(
      runner,
      'dissemination',
      'reference mission_id report_id warning_id recipient_state basis channel disseminated_at',
    );
    await endCount(runner, 'dissemination');
    await endIndexes(runner, 'analytic_product', 'reference mission_id method likelihood confidence published_at');
    await endCount(runner, 'analytic_product');
    await endIndexes(
      runner,
      'risk_assessment',
      'reference mission_id threat_id assessed_at likelihood impact treatment residual_impact review_due_on',
    );
    await endCount(runner, 'risk_assessment');
    await endIndexes(runner, 'threat_level', 'reference mission_id priority told_to told_on');
    await endCount(runner, 'threat_level');
    await endIndexes(
      runner,
      'threat_assessment',
      'reference mission_id threat_id assessed_at reliability credibility impact likelihood severity reviewed_at',
    );
    await endCount(runner, 'threat_assessment');
    await endIndexes(runner, 'indicator_watch', 'reference mission_id indicator_id observed_at value trend state');
    await endCount(runner, 'indicator_watch');
    await endIndexes(runner, 'indicator', 'reference topic threshold');
    await endCount(runner, 'indicator');
    await endIndexes(runner, 'threat', 'reference mission_id actor_id type vector status window_from window_until');
    await endCount(runner, 'threat');
    await endIndexes(
      runner,
      'threat_actor',
      'reference alias type motivation sophistication first_seen_on last_seen_on',
    );
    await endCount(runner, 'threat_actor');
    await endIndexes(
      runner,
      'intel_report',
      'reference mission_id requirement_id source_id discipline reliability credibility acquired_at reported_at',
    );
    await endCount(runner, 'intel_report');
    await endIndexes(runner, 'source', 'reference mission_id kind reliability status reports_since reviewed_on');
    await endCount(runner, 'source');
    await endIndexes(runner, 'collection_requirement', 'reference mission_id kind opened_at ltiov status');
    await endCount(runner, 'collection_requirement');
    await endIndexes(runner, 'warning', 'msg_type scope category severity sent_at expires_at', 'reference');
    await endCount(runner, 'warning');
    await dropRowCounts(runner);
  }
}
