import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who may append to a log, and until when: a lease with an epoch in the head, by the database's clock. */
export class LeaseLog1790000100000 implements MigrationInterface {
  readonly name = 'LeaseLog1790000100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_head
      add column epoch bigint not null default 0,
      add column holder integer,
      add column renewed timestamptz`);
    await runner.query(`comment on column audit_head.epoch is
      'counts the writers that held this log: a statement of an earlier one moves nothing'`);
    await runner.query(`do $$ begin
      execute 'grant update (epoch, holder, renewed) on audit_head to ' || quote_ident(current_database() || '_service');
    end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_head drop column epoch, drop column holder, drop column renewed');
  }
}
