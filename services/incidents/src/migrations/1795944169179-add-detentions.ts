import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { countRows } from '@chancery/shared/subgraph/tables/row-counts';
import { indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add detentions. */
export class AddDetentions1795944169179 implements MigrationInterface {
  readonly name = 'AddDetentions1795944169179';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table detention (
      id text primary key check (id ~ '^det_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference text not null,
      incident_id text,
      mission_id text,
      authority text not null,
      place text,
      detained_at timestamptz not null,
      rights_informed_at timestamptz,
      wish text not null check (wish in ('NOT_DECIDED', 'REQUESTED', 'OPPOSED')),
      requested_at timestamptz,
      notified_at timestamptz,
      released_at timestamptz,
      imported_by text,
      check ((requested_at is null) = (wish <> 'REQUESTED')),
      check (released_at >= detained_at),
      check (notified_at >= detained_at)
    )`);
    await bindRows(runner, 'detention');
    await letWithdraw(runner, 'detention');
    await indexRows(runner, 'detention', 'incident_id mission_id detained_at wish notified_at', 'reference');
    await countRows(runner, 'detention');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table detention`);
  }
}
