import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { indexOrders } from '@chancery/shared/subgraph/tables/order-indexes';
import { countRows } from '@chancery/shared/subgraph/tables/row-counts';
import { indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import { allowChanges, allowInserts } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createFilings, dropFilings } from '../holds/hold-tables.js';

/** Order legal holds. */
export class OrderLegalHolds1795976259074 implements MigrationInterface {
  readonly name = 'OrderLegalHolds1795976259074';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table legal_hold (
      id text primary key check (id ~ '^lho_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      status text not null check (status in ('ORDERED', 'LIFT_ASKED', 'LIFTED')),
      agency varchar(100) not null,
      reason text not null,
      legal_basis varchar(200) not null,
      subject text,
      case_reference text,
      from_at timestamptz,
      until_at timestamptz,
      is_of_record boolean not null,
      ordered_at timestamptz not null,
      ordered_by text not null,
      in_effect_since timestamptz,
      entries integer check (entries >= 0),
      lift_asked_at timestamptz,
      lift_asked_by text,
      lift_reason text,
      lift_legal_basis varchar(200),
      lifted_at timestamptz,
      lifted_by text,
      in_effect_until timestamptz,
      imported_by text
    )`);
    await bindRows(runner, 'legal_hold');
    await letWithdraw(runner, 'legal_hold');
    await indexRows(runner, 'legal_hold', 'status agency ordered_at', 'case_reference');
    await indexOrders(runner, 'legal_hold', 'status agency ordered_at', 'ordered_at', 'status');
    await countRows(runner, 'legal_hold');
    await allowInserts(runner, 'legal_hold');
    await allowChanges(runner, 'legal_hold', [
      'lift_asked_at',
      'lift_asked_by',
      'lift_legal_basis',
      'lift_reason',
      'lifted_at',
      'lifted_by',
      'status',
    ]);
    await createFilings(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropFilings(runner);
    await runner.query(`drop table legal_hold`);
  }
}
