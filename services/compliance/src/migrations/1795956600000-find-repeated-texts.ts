import { endIndexes, indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of each table of the audit what was found by hashes alone, of that what is found in the order of its values since, and what was before. */
const TABLES = [
  {
    table: 'audit_entry',
    at: 'recorded_at kind',
    repeated: 'failure agency subject purpose case_reference command document policy',
    hashed: 'receipt operation trace',
    before: 'receipt failure agency subject purpose case_reference operation command trace document policy',
  },
  {
    table: 'audited_access',
    at: 'recorded_at kind side decision rank clearance is_originator_controlled is_foreign_government is_non_member count act_kind is_transfer is_first replay',
    repeated:
      'coordinate category marking_policy owner person agency represents role subject purpose case_reference rule act',
    hashed: 'receipt',
    before:
      'receipt coordinate category marking_policy owner person agency represents role subject purpose case_reference rule act',
  },
] as const;

/** Find repeated texts: to add a row to an index of hashes costs a walk through all rows that have the same. */
export class FindRepeatedTexts1795956600000 implements MigrationInterface {
  readonly name = 'FindRepeatedTexts1795956600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { table, at, repeated, hashed, before } of TABLES) {
      await endIndexes(runner, table, at, before);
      await indexRows(runner, table, `${at} ${repeated}`, hashed, repeated);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { table, at, repeated, hashed, before } of TABLES) {
      await endIndexes(runner, table, `${at} ${repeated}`, hashed);
      await indexRows(runner, table, at, before);
    }
  }
}
