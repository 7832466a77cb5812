import { bindRows, bindRowsTo } from '@chancery/shared/subgraph/tables/labelled-table';
import { countRows } from '@chancery/shared/subgraph/tables/row-counts';
import { endIndexes, indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add versions of rules. */
export class AddVersionsOfRules1795943693711 implements MigrationInterface {
  readonly name = 'AddVersionsOfRules1795943693711';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table legal_rule_data_kind (
      legal_rule_id text not null references legal_rule (id),
      data_kind_id text not null,
      primary key (legal_rule_id, data_kind_id)
    )`);
    await runner.query(
      `create index legal_rule_data_kind_by_target on legal_rule_data_kind (data_kind_id, legal_rule_id)`,
    );
    await bindRowsTo(runner, 'legal_rule_data_kind', 'legal_rule', 'legal_rule_id');
    await runner.query(`alter table data_kind add column coordinates text[]`);
    // The next import says what they are.
    await runner.query(`update data_kind set coordinates = '{}'`);
    await runner.query(`alter table data_kind alter column coordinates set not null`);
    await runner.query(`alter table policy_change add column number integer check (number >= 1)`);
    // The one version that was told of until now was the first.
    await runner.query(`update policy_change set number = 1`);
    await runner.query(`alter table policy_change alter column number set not null`);
    await indexRows(runner, 'policy_change', 'number effective_from', 'reference version');
    await runner.query(`create table rule_change (
      id text primary key check (id ~ '^rch_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(60) collate "und-x-icu" not null,
      policy_change_id text,
      legal_rule_id text,
      rule varchar(40) collate "und-x-icu" not null,
      change text not null check (change in ('ADDED', 'CHANGED', 'REMOVED')),
      summary text not null,
      imported_by text
    )`);
    await bindRows(runner, 'rule_change');
    await letWithdraw(runner, 'rule_change');
    await indexRows(runner, 'rule_change', 'reference policy_change_id legal_rule_id rule change');
    await countRows(runner, 'rule_change');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table rule_change`);
    await endIndexes(runner, 'policy_change', 'number effective_from', 'reference version');
    await runner.query(`alter table policy_change drop column number`);
    await runner.query(`alter table data_kind drop column coordinates`);
    await runner.query(`drop table legal_rule_data_kind`);
  }
}
