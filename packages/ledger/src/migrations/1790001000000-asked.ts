import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What operations were asked by: a list of coordinates for each kind of operation, which its entries name by digest. */
export class NameAsked1790001000000 implements MigrationInterface {
  readonly name = 'NameAsked1790001000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table audit_asked (digest text primary key, text text not null)');
    await runner.query(`do $$ begin
      execute 'grant insert on audit_asked to ' || quote_ident(current_database() || '_service');
      execute 'grant select on audit_asked to ' || quote_ident(current_database() || '_loader');
    end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_asked');
  }
}
