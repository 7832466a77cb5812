import { endIndexes, indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetProjected } from '../audit/audit-tables.js';

/** Tell marking policies. */
export class TellMarkingPolicies1795953015214 implements MigrationInterface {
  readonly name = 'TellMarkingPolicies1795953015214';

  async up(runner: QueryRunner): Promise<void> {
    // What was projected is projected again, with what is told of it now.
    await forgetProjected(runner);
    await runner.query(`alter table audited_access add column marking_policy text`);
    await runner.query(`alter table audited_access add column marking_policies text[]`);
    await runner.query(`alter table audited_access alter column marking_policies set not null`);
    await runner.query(`alter table audited_access add column is_non_member boolean`);
    await runner.query(`alter table audited_access alter column is_non_member set not null`);
    await indexRows(
      runner,
      'audited_access',
      'recorded_at kind side decision rank clearance is_originator_controlled is_foreign_government is_non_member count act_kind is_transfer is_first replay',
      'receipt coordinate category marking_policy owner person agency represents role subject purpose case_reference rule act',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await endIndexes(
      runner,
      'audited_access',
      'recorded_at kind side decision rank clearance is_originator_controlled is_foreign_government is_non_member count act_kind is_transfer is_first replay',
      'receipt coordinate category marking_policy owner person agency represents role subject purpose case_reference rule act',
    );
    await runner.query(`alter table audited_access drop column is_non_member`);
    await runner.query(`alter table audited_access drop column marking_policies`);
    await runner.query(`alter table audited_access drop column marking_policy`);
  }
}
