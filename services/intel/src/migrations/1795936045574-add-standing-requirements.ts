import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { countRows } from '@chancery/shared/subgraph/tables/row-counts';
import { indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import { allowChanges, allowInserts } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add standing requirements. */
export class AddStandingRequirements1795936045574 implements MigrationInterface {
  readonly name = 'AddStandingRequirements1795936045574';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table standing_requirement (
      id text primary key check (id ~ '^srq_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) collate "und-x-icu" not null,
      mission_id text,
      question text not null,
      posts text[],
      actors text[],
      regions text[],
      types text[],
      term_count integer not null check (term_count >= 1),
      filed_at timestamptz not null,
      ltiov timestamptz,
      status text not null check (status in ('IN_FORCE', 'WITHDRAWN')),
      imported_by text,
      check (term_count <= 300)
    )`);
    await bindRows(runner, 'standing_requirement');
    await letWithdraw(runner, 'standing_requirement');
    await indexRows(runner, 'standing_requirement', 'reference mission_id term_count filed_at ltiov status');
    await countRows(runner, 'standing_requirement');
    await allowInserts(runner, 'standing_requirement');
    await allowChanges(runner, 'standing_requirement', [
      'actors',
      'ltiov',
      'posts',
      'question',
      'regions',
      'status',
      'term_count',
      'types',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table standing_requirement`);
  }
}
