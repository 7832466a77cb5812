import { createOutbox, letOutboxWithdraw } from '@chancery/shared/subgraph/outbox/outbox';
import {
  allowChanges,
  allowInserts,
  allowPairInserts,
  createCommandTables,
  endChanges,
} from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { createLaw, dropLaw } from '../law/law-tables.js';

/** Let acts be made. */
export class LetActsBeMade1795929438863 implements MigrationInterface {
  readonly name = 'LetActsBeMade1795929438863';

  async up(runner: QueryRunner): Promise<void> {
    await createOutbox(runner);
    await letOutboxWithdraw(runner);
    await createCommandTables(runner);
    await runner.query(
      `alter table legal_act add column status text check (status in ('PROPOSED', 'GRANTED', 'DECLINED', 'REVOKED'))`,
    );
    await runner.query(`update legal_act set status = case when revoked_at is null then 'GRANTED' else 'REVOKED' end`);
    await runner.query(`alter table legal_act alter column status set not null`);
    await runner.query(`alter table legal_act add column post_id text`);
    await runner.query(`alter table legal_act add column persons text[]`);
    await runner.query(`update legal_act set persons = '{}'`);
    await runner.query(`alter table legal_act alter column persons set not null`);
    await runner.query(`alter table legal_act add column person_category varchar(60)`);
    await runner.query(`alter table legal_act add column waiving_words text`);
    await runner.query(`alter table legal_act add column disclosed_information text`);
    await runner.query(`alter table legal_act add column disclosed_to text`);
    await runner.query(`alter table legal_act add column transmission text`);
    await runner.query(`alter table legal_act add column reason text`);
    await runner.query(`alter table legal_act add column safeguarding text`);
    await runner.query(`alter table legal_act add column briefings text`);
    await runner.query(`alter table legal_act add column proposer text`);
    await allowInserts(runner, 'legal_act');
    await allowPairInserts(runner, 'legal_act_mission', 'legal_act', 'legal_act_id');
    await createLaw(runner);
    await allowChanges(runner, 'legal_act', [
      'categories',
      'from_at',
      'handling_id',
      'persons',
      'recipient_agencies',
      'revoked_at',
      'scope_keys',
      'status',
      'until_at',
      'version',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'legal_act');
    await dropLaw(runner);
    await runner.query(`drop policy written on legal_act_mission`);
    await runner.query(`drop policy written on legal_act`);
    await runner.query(`alter table legal_act drop column proposer`);
    await runner.query(`alter table legal_act drop column briefings`);
    await runner.query(`alter table legal_act drop column safeguarding`);
    await runner.query(`alter table legal_act drop column reason`);
    await runner.query(`alter table legal_act drop column transmission`);
    await runner.query(`alter table legal_act drop column disclosed_to`);
    await runner.query(`alter table legal_act drop column disclosed_information`);
    await runner.query(`alter table legal_act drop column waiving_words`);
    await runner.query(`alter table legal_act drop column person_category`);
    await runner.query(`alter table legal_act drop column persons`);
    await runner.query(`alter table legal_act drop column post_id`);
    await runner.query(`alter table legal_act drop column status`);
    await runner.query(`drop table record_version`);
    await runner.query(`drop table command`);
    await runner.query(`drop table outbox`);
  }
}
