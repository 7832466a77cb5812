import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Record exports. */
export class RecordExports1795940891006 implements MigrationInterface {
  readonly name = 'RecordExports1795940891006';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_entry drop constraint audit_entry_kind_check`);
    await runner.query(
      `alter table audit_entry add constraint audit_entry_kind_check check (kind in ('READ', 'ATTEMPT', 'OUTCOME', 'EVENT', 'EXPORT', 'REFUSED', 'AUDIT_READ', 'ACT', 'POLICY', 'ERASURE', 'HEARTBEAT', 'HEADS'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_entry drop constraint audit_entry_kind_check`);
    await runner.query(
      `alter table audit_entry add constraint audit_entry_kind_check CHECK ((kind = ANY (ARRAY['READ'::text, 'ATTEMPT'::text, 'OUTCOME'::text, 'EVENT'::text, 'REFUSED'::text, 'AUDIT_READ'::text, 'ACT'::text, 'POLICY'::text, 'ERASURE'::text, 'HEARTBEAT'::text, 'HEADS'::text])))`,
    );
  }
}
