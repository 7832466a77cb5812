import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { countRows } from '@chancery/shared/subgraph/tables/row-counts';
import { indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add states and kinds of data. */
export class AddStatesAndKindsOfData1795935959057 implements MigrationInterface {
  readonly name = 'AddStatesAndKindsOfData1795935959057';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table legal_rule add column governs text[]`);
    // The import that follows every migration says what each governs.
    await runner.query(`update legal_rule set governs = '{}'`);
    await runner.query(`alter table legal_rule alter column governs set not null`);
    await runner.query(`create table data_kind (
      id text primary key check (id ~ '^dkd_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) collate "und-x-icu" not null,
      permitted_by text[] not null,
      barred_by text[] not null,
      owed_by text[] not null,
      is_gap boolean not null,
      imported_by text
    )`);
    await bindRows(runner, 'data_kind');
    await letWithdraw(runner, 'data_kind');
    await indexRows(runner, 'data_kind', 'reference is_gap');
    await countRows(runner, 'data_kind');
    await runner.query(`create table state (
      id text primary key check (id ~ '^stt_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(3) collate "und-x-icu" not null,
      name varchar(100) collate "und-x-icu" not null,
      imported_by text
    )`);
    await bindRows(runner, 'state');
    await letWithdraw(runner, 'state');
    await indexRows(runner, 'state', 'reference name');
    await countRows(runner, 'state');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table state`);
    await runner.query(`drop table data_kind`);
    await runner.query(`alter table legal_rule drop column governs`);
  }
}
