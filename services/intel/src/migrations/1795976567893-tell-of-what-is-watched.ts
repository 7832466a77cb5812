import { tellLinks, tellRows } from '@chancery/shared/subgraph/events/event-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tell of what is watched. */
export class TellOfWhatIsWatched1795976567893 implements MigrationInterface {
  readonly name = 'TellOfWhatIsWatched1795976567893';

  async up(runner: QueryRunner): Promise<void> {
    await tellRows(runner, 'threat_actor', 'ThreatActor');
    await tellRows(runner, 'indicator', 'Indicator');
    await tellRows(runner, 'indicator_watch', 'IndicatorWatch');
    await tellRows(runner, 'threat_assessment', 'ThreatAssessment');
    await tellRows(runner, 'threat_level', 'ThreatLevel');
    await tellRows(runner, 'risk_assessment', 'RiskAssessment');
    await tellRows(runner, 'analytic_product', 'AnalyticProduct');
    await tellLinks(runner, {
      through: 'analytic_product_intel_report',
      holder: 'analytic_product_id',
      table: 'analytic_product',
      type: 'AnalyticProduct',
    });
    await tellRows(runner, 'cyber_finding', 'CyberFinding');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop trigger tell on cyber_finding`);
    await runner.query(`drop trigger tell on analytic_product_intel_report`);
    await runner.query(`drop trigger tell on analytic_product`);
    await runner.query(`drop trigger tell on risk_assessment`);
    await runner.query(`drop trigger tell on threat_level`);
    await runner.query(`drop trigger tell on threat_assessment`);
    await runner.query(`drop trigger tell on indicator_watch`);
    await runner.query(`drop trigger tell on indicator`);
    await runner.query(`drop trigger tell on threat_actor`);
  }
}
