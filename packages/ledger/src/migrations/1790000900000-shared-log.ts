import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A log has as many writers as there are replicas: no lease, and so no holder and no epoch. */
export class ShareLog1790000900000 implements MigrationInterface {
  readonly name = 'ShareLog1790000900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_head drop column epoch, drop column holder');
    await runner.query(`comment on column audit_head.renewed is 'when a writer last found that it could be written'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table audit_head add column epoch bigint not null default 0, add column holder integer');
    await runner.query(`do $$ begin
      execute 'grant update (epoch, holder) on audit_head to ' || quote_ident(current_database() || '_service');
    end $$`);
  }
}
