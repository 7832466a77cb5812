import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where orders of erasure stand on the logs, so that whoever tells of the ledger can say that something may be lacking; what was erased it does not say. */
export class NoteErasures1790001350000 implements MigrationInterface {
  readonly name = 'NoteErasures1790001350000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table audit_erasure (receipt text primary key)`);
    await runner.query(
      `insert into audit_erasure select leaf::jsonb ->> 'receipt' from audit_entry where leaf like '%"ERASURE"%' and leaf::jsonb ->> 'kind' = 'ERASURE'`,
    );
    await runner.query(`do $$
      begin
        execute 'grant select on audit_erasure to ' || quote_ident(current_database() || '_loader');
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_erasure');
  }
}
