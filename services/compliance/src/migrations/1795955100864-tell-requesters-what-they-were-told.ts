import type { MigrationInterface, QueryRunner } from 'typeorm';
import { forgetProjected } from '../audit/audit-tables.js';

/** Tell requesters what they were told. */
export class TellRequestersWhatTheyWereTold1795955100864 implements MigrationInterface {
  readonly name = 'TellRequestersWhatTheyWereTold1795955100864';

  async up(runner: QueryRunner): Promise<void> {
    // What was told of labels to those who were not told of them is told anew, without.
    await forgetProjected(runner);
    // No question is in the order of the log any more.
    await runner.query('drop index audit_entry_at_position');
    await runner.query(`alter table audited_access alter column rank drop not null`);
    await runner.query(`alter table audited_access alter column is_originator_controlled drop not null`);
    await runner.query(`alter table audited_access alter column is_foreign_government drop not null`);
    await runner.query(`alter table audited_access alter column is_non_member drop not null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await forgetProjected(runner);
    await runner.query(
      'create index audit_entry_at_position on audit_entry (position, id) include (handling_id, withdrawn_at)',
    );
    await runner.query(`alter table audited_access alter column is_non_member set not null`);
    await runner.query(`alter table audited_access alter column is_foreign_government set not null`);
    await runner.query(`alter table audited_access alter column is_originator_controlled set not null`);
    await runner.query(`alter table audited_access alter column rank set not null`);
  }
}
