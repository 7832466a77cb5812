import { bindRows, bindRowsTo } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add assessments. */
export class AddAssessments1795924085806 implements MigrationInterface {
  readonly name = 'AddAssessments1795924085806';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table threat_assessment (
      id text primary key check (id ~ '^tas_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      mission_id text,
      threat_id text,
      assessed_at timestamptz not null,
      reliability text not null check (reliability in ('A', 'B', 'C', 'D', 'E', 'F')),
      credibility integer not null check (credibility >= 1),
      impact integer not null check (impact >= 1),
      likelihood text not null check (likelihood in ('ALMOST_NO_CHANCE', 'VERY_UNLIKELY', 'UNLIKELY', 'ROUGHLY_EVEN_CHANCE', 'LIKELY', 'VERY_LIKELY', 'ALMOST_CERTAIN')),
      severity text not null check (severity in ('MINOR', 'MODERATE', 'SEVERE', 'EXTREME')),
      attribution_confidence text not null check (attribution_confidence in ('HIGH', 'MODERATE', 'LOW')),
      origin_country varchar(3) check (origin_country ~ '^[A-Z]{3}$'),
      rationale text not null,
      analyst_role text,
      reviewed_at timestamptz,
      imported_by text,
      check (credibility <= 6),
      check (impact <= 5)
    )`);
    await runner.query(`create index threat_assessment_by_handling on threat_assessment (handling_id, id)`);
    await runner.query(`create index threat_assessment_by_reference on threat_assessment (reference, id)`);
    await runner.query(`create index threat_assessment_by_mission_id on threat_assessment (mission_id, id)`);
    await runner.query(`create index threat_assessment_by_threat_id on threat_assessment (threat_id, id)`);
    await runner.query(`create index threat_assessment_by_assessed_at on threat_assessment (assessed_at, id)`);
    await runner.query(`create index threat_assessment_by_credibility on threat_assessment (credibility, id)`);
    await runner.query(`create index threat_assessment_by_impact on threat_assessment (impact, id)`);
    await runner.query(`create index threat_assessment_by_reviewed_at on threat_assessment (reviewed_at, id)`);
    await bindRows(runner, 'threat_assessment');
    await letWithdraw(runner, 'threat_assessment');
    await runner.query(`create table risk_assessment (
      id text primary key check (id ~ '^rsk_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      mission_id text,
      threat_id text,
      assessed_at timestamptz not null,
      vulnerability text not null,
      likelihood text not null check (likelihood in ('ALMOST_NO_CHANCE', 'VERY_UNLIKELY', 'UNLIKELY', 'ROUGHLY_EVEN_CHANCE', 'LIKELY', 'VERY_LIKELY', 'ALMOST_CERTAIN')),
      impact integer not null check (impact >= 1),
      treatment text not null check (treatment in ('AVOID', 'REMOVE_SOURCE', 'CHANGE_LIKELIHOOD', 'CHANGE_CONSEQUENCES', 'SHARE', 'RETAIN')),
      measures text[] not null,
      residual_likelihood text not null check (residual_likelihood in ('ALMOST_NO_CHANCE', 'VERY_UNLIKELY', 'UNLIKELY', 'ROUGHLY_EVEN_CHANCE', 'LIKELY', 'VERY_LIKELY', 'ALMOST_CERTAIN')),
      residual_impact integer not null check (residual_impact >= 1),
      accepted_by text,
      review_due_on date,
      imported_by text,
      check (impact <= 5),
      check (residual_impact <= impact)
    )`);
    await runner.query(`create index risk_assessment_by_handling on risk_assessment (handling_id, id)`);
    await runner.query(`create index risk_assessment_by_reference on risk_assessment (reference, id)`);
    await runner.query(`create index risk_assessment_by_mission_id on risk_assessment (mission_id, id)`);
    await runner.query(`create index risk_assessment_by_threat_id on risk_assessment (threat_id, id)`);
    await runner.query(`create index risk_assessment_by_assessed_at on risk_assessment (assessed_at, id)`);
    await runner.query(`create index risk_assessment_by_impact on risk_assessment (impact, id)`);
    await runner.query(`create index risk_assessment_by_residual_impact on risk_assessment (residual_impact, id)`);
    await runner.query(`create index risk_assessment_by_review_due_on on risk_assessment (review_due_on, id)`);
    await bindRows(runner, 'risk_assessment');
    await letWithdraw(runner, 'risk_assessment');
    await runner.query(`create table analytic_product (
      id text primary key check (id ~ '^anp_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      mission_id text,
      title text not null,
      method text not null check (method in ('KEY_ASSUMPTIONS_CHECK', 'COMPETING_HYPOTHESES', 'INDICATORS_AND_WARNING', 'RED_TEAM', 'SCENARIOS', 'LINK_ANALYSIS')),
      key_judgement text not null,
      likelihood text not null check (likelihood in ('ALMOST_NO_CHANCE', 'VERY_UNLIKELY', 'UNLIKELY', 'ROUGHLY_EVEN_CHANCE', 'LIKELY', 'VERY_LIKELY', 'ALMOST_CERTAIN')),
      confidence text not null check (confidence in ('HIGH', 'MODERATE', 'LOW')),
      dissent text,
      published_at timestamptz not null,
      imported_by text
    )`);
    await runner.query(`create index analytic_product_by_handling on analytic_product (handling_id, id)`);
    await runner.query(`create index analytic_product_by_reference on analytic_product (reference, id)`);
    await runner.query(`create index analytic_product_by_mission_id on analytic_product (mission_id, id)`);
    await runner.query(`create index analytic_product_by_published_at on analytic_product (published_at, id)`);
    await bindRows(runner, 'analytic_product');
    await letWithdraw(runner, 'analytic_product');
    await runner.query(`create table analytic_product_intel_report (
      analytic_product_id text not null references analytic_product (id),
      intel_report_id text not null,
      primary key (analytic_product_id, intel_report_id)
    )`);
    await runner.query(
      `create index analytic_product_intel_report_by_target on analytic_product_intel_report (intel_report_id, analytic_product_id)`,
    );
    await bindRowsTo(runner, 'analytic_product_intel_report', 'analytic_product', 'analytic_product_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table analytic_product_intel_report`);
    await runner.query(`drop table analytic_product`);
    await runner.query(`drop table risk_assessment`);
    await runner.query(`drop table threat_assessment`);
  }
}
