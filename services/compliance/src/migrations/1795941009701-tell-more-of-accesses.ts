import { endIndexes, indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetProjected, letLoaderKnowFirst } from '../audit/audit-tables.js';

/** Tell more of accesses. */
export class TellMoreOfAccesses1795941009701 implements MigrationInterface {
  readonly name = 'TellMoreOfAccesses1795941009701';

  async up(runner: QueryRunner): Promise<void> {
    // What was projected is projected again, with what is told of it now.
    await forgetProjected(runner);
    await letLoaderKnowFirst(runner);
    await runner.query(`alter table audit_entry add column command text`);
    await runner.query(`alter table audit_entry add column trace text`);
    await runner.query(`alter table audit_entry alter column trace set not null`);
    await indexRows(
      runner,
      'audit_entry',
      'position recorded_at kind',
      'receipt failure agency subject purpose case_reference operation command trace document policy',
    );
    await runner.query(
      `alter table audited_access add column kind text check (kind in ('READ', 'ATTEMPT', 'OUTCOME', 'EVENT', 'EXPORT', 'REFUSED', 'AUDIT_READ', 'ACT', 'POLICY', 'ERASURE', 'HEARTBEAT', 'HEADS'))`,
    );
    await runner.query(`alter table audited_access alter column kind set not null`);
    await runner.query(`alter table audited_access add column category text`);
    await runner.query(`alter table audited_access add column clearance integer check (clearance >= 0)`);
    await runner.query(`alter table audited_access alter column clearance set not null`);
    await runner.query(`alter table audited_access add column is_originator_controlled boolean`);
    await runner.query(`alter table audited_access alter column is_originator_controlled set not null`);
    await runner.query(`alter table audited_access add column is_foreign_government boolean`);
    await runner.query(`alter table audited_access alter column is_foreign_government set not null`);
    await runner.query(`alter table audited_access add column person text`);
    await runner.query(`alter table audited_access add column role text`);
    await runner.query(
      `alter table audited_access add column act_kind text check (act_kind in ('CONSENT', 'CONSENT_REFUSAL', 'RELEASE', 'ORIGINATOR_CONSENT', 'WAIVER', 'MANDATE', 'AGREEMENT', 'DISASTER', 'JUDICIAL_DECISION', 'EMERGENCY_DISCLOSURE', 'PARTY_STATUS', 'ASSIGNMENT'))`,
    );
    await runner.query(`alter table audited_access add column is_transfer boolean`);
    await runner.query(`alter table audited_access alter column is_transfer set not null`);
    await runner.query(`alter table audited_access add column is_first boolean`);
    await runner.query(`alter table audited_access alter column is_first set not null`);
    await runner.query(
      `alter table audited_access add column replay text check (replay in ('SAME', 'OTHERWISE', 'OTHER_RULES', 'NOT_POSSIBLE'))`,
    );
    await runner.query(`alter table audited_access alter column replay set not null`);
    await indexRows(
      runner,
      'audited_access',
      'recorded_at kind side decision rank clearance is_originator_controlled is_foreign_government count act_kind is_transfer is_first replay',
      'receipt coordinate category owner person agency represents role subject purpose case_reference rule act',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_seen');
    await endIndexes(
      runner,
      'audited_access',
      'recorded_at kind side decision rank clearance is_originator_controlled is_foreign_government count act_kind is_transfer is_first replay',
      'receipt coordinate category owner person agency represents role subject purpose case_reference rule act',
    );
    await runner.query(`alter table audited_access drop column replay`);
    await runner.query(`alter table audited_access drop column is_first`);
    await runner.query(`alter table audited_access drop column is_transfer`);
    await runner.query(`alter table audited_access drop column act_kind`);
    await runner.query(`alter table audited_access drop column role`);
    await runner.query(`alter table audited_access drop column person`);
    await runner.query(`alter table audited_access drop column is_foreign_government`);
    await runner.query(`alter table audited_access drop column is_originator_controlled`);
    await runner.query(`alter table audited_access drop column clearance`);
    await runner.query(`alter table audited_access drop column category`);
    await runner.query(`alter table audited_access drop column kind`);
    await endIndexes(
      runner,
      'audit_entry',
      'position recorded_at kind',
      'receipt failure agency subject purpose case_reference operation command trace document policy',
    );
    await runner.query(`alter table audit_entry drop column trace`);
    await runner.query(`alter table audit_entry drop column command`);
  }
}
