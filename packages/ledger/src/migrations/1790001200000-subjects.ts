import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which record a surrogate of a sidecar stands for: whoever is taken out of here is erased of every entry. */
export class NameSubjects1790001200000 implements MigrationInterface {
  readonly name = 'NameSubjects1790001200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table audit_subject (surrogate text primary key, record_key text not null)');
    await runner.query('create index audit_subject_of_record on audit_subject (record_key)');
    await runner.query(`comment on table audit_subject is
      'records by the surrogates of sidecars: several for one record; its rows can be deleted, and no proof changes'`);
    await runner.query(`do $$ begin
      execute 'grant insert on audit_subject to ' || quote_ident(current_database() || '_service');
      execute 'grant select on audit_subject to ' || quote_ident(current_database() || '_loader');
    end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_subject');
  }
}
