import {
  allowChanges,
  allowInserts,
  allowPairInserts,
  endChanges,
} from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keep records. */
export class KeepRecords1795964977255 implements MigrationInterface {
  readonly name = 'KeepRecords1795964977255';

  async up(runner: QueryRunner): Promise<void> {
    await allowInserts(runner, 'source');
    await allowChanges(runner, 'source', [
      'access',
      'handling_id',
      'kind',
      'pseudonym',
      'reliability',
      'reports_since',
      'reviewed_on',
      'status',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'threat_actor');
    await allowChanges(runner, 'threat_actor', [
      'alias',
      'capability',
      'first_seen_on',
      'handling_id',
      'intent',
      'last_seen_on',
      'motivation',
      'origin_country',
      'sophistication',
      'type',
      'withdrawn_at',
    ]);
    await allowInserts(runner, 'indicator');
    await allowChanges(runner, 'indicator', ['meaning', 'metric', 'period_days', 'threshold', 'topic', 'withdrawn_at']);
    await allowInserts(runner, 'indicator_watch');
    await allowChanges(runner, 'indicator_watch', ['note', 'observed_at', 'state', 'trend', 'value', 'withdrawn_at']);
    await allowInserts(runner, 'analytic_product');
    await allowChanges(runner, 'analytic_product', [
      'confidence',
      'dissent',
      'handling_id',
      'key_judgement',
      'likelihood',
      'method',
      'title',
      'withdrawn_at',
    ]);
    await allowPairInserts(runner, 'analytic_product_intel_report', 'analytic_product', 'analytic_product_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop policy written on analytic_product_intel_report`);
    await endChanges(runner, 'analytic_product');
    await runner.query(`drop policy written on analytic_product`);
    await endChanges(runner, 'indicator_watch');
    await runner.query(`drop policy written on indicator_watch`);
    await endChanges(runner, 'indicator');
    await runner.query(`drop policy written on indicator`);
    await endChanges(runner, 'threat_actor');
    await runner.query(`drop policy written on threat_actor`);
    await endChanges(runner, 'source');
    await runner.query(`drop policy written on source`);
  }
}
