import { indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { dropIndexes, INDEXED, indexWhatIsTold } from '../audit/audit-indexes.js';

/** By what the tables of the audit were found before: each field by an index of its own. */
const BEFORE: Readonly<Record<string, readonly [at: string, hashed: string, apart: string]>> = {
  audit_entry: [
    'recorded_at kind failure agency subject purpose case_reference command document policy',
    'receipt operation trace',
    'failure agency subject purpose case_reference command document policy',
  ],
  audited_access: [
    'recorded_at kind side decision rank clearance is_originator_controlled is_foreign_government is_non_member count act_kind is_transfer is_first replay coordinate category marking_policy owner person agency represents role subject purpose case_reference rule act',
    'receipt',
    'coordinate category marking_policy owner person agency represents role subject purpose case_reference rule act',
  ],
};

/** Find what is told. */
export class FindWhatIsTold1795966500000 implements MigrationInterface {
  readonly name = 'FindWhatIsTold1795966500000';

  async up(runner: QueryRunner): Promise<void> {
    await indexWhatIsTold(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of INDEXED) {
      await dropIndexes(runner, table);
      const [at, hashed, apart] = BEFORE[table] ?? ['', '', ''];
      await indexRows(runner, table, at, hashed, apart);
    }
  }
}
