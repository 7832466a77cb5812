import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the office of a State has ordered of holds. Whoever reads the ledger may file an order and change nothing that is there: it is carried out with the
 * owner's login, and then says no more of what it was.
 */
export class OrderHolds1790001370000 implements MigrationInterface {
  readonly name = 'OrderHolds1790001370000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table audit_hold add column matching jsonb`);
    await runner.query(`comment on column audit_hold.matching is
      'of the entries in its range those alone that contain this; null for all of them'`);
    await runner.query(`create table audit_hold_order (
      hold text not null check (hold ~ '^[A-Za-z0-9_.-]{1,64}$'),
      step text not null check (step in ('PLACED', 'LIFTED')),
      particulars jsonb,
      filed_at timestamptz not null default clock_timestamp(),
      carried_out_at timestamptz,
      entries integer,
      primary key (hold, step),
      check ((particulars is null) = (carried_out_at is not null))
    )`);
    await runner.query(`comment on table audit_hold_order is
      'orders of holds by the offices that may give them; what they say goes once they are carried out'`);
    await runner.query(`do $$
      declare loader text := quote_ident(current_database() || '_loader');
      begin
        execute 'grant insert (hold, step, particulars) on audit_hold_order to ' || loader;
        execute 'grant select (hold, step, carried_out_at, entries) on audit_hold_order to ' || loader;
      end $$`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table audit_hold_order');
    await runner.query('alter table audit_hold drop column matching');
  }
}
