import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A hold of all that read one record, and the two persons whom it takes to lift any. */
export class HoldRecords1790001330000 implements MigrationInterface {
  readonly name = 'HoldRecords1790001330000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_hold add column record_key text, add column placed_by text,
      add column lift_asked_by text, add column lifted_by text, add column lift_order text,
      add constraint audit_hold_two_persons check (lifted_by <> lift_asked_by)`);
    await runner.query(`comment on column audit_hold.record_key is
      'of the entries from first_idx on those alone that read this record; null for all of them'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_hold drop constraint audit_hold_two_persons, drop column record_key,
      drop column placed_by, drop column lift_asked_by, drop column lifted_by, drop column lift_order`);
  }
}
