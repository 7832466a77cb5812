import { createOutbox, letOutboxWithdraw } from '@chancery/shared/subgraph/outbox/outbox';
import {
  allowChanges,
  allowInserts,
  createCommandTables,
  endChanges,
} from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Run intel commands. */
export class RunIntelCommands1795924689430 implements MigrationInterface {
  readonly name = 'RunIntelCommands1795924689430';

  async up(runner: QueryRunner): Promise<void> {
    await createOutbox(runner);
    await letOutboxWithdraw(runner);
    await createCommandTables(runner);
    // What was sent before there were updates is a first alert. By a default, for that is no change that anybody follows.
    await runner.query(
      `alter table warning add column msg_type text not null default 'ALERT' check (msg_type in ('ALERT', 'UPDATE', 'CANCEL'))`,
    );
    await runner.query(`alter table warning alter column msg_type drop default`);
    await allowChanges(runner, 'warning', [
      'area',
      'body',
      'certainty',
      'expires_at',
      'msg_type',
      'severity',
      'tearline',
      'urgency',
    ]);
    await allowInserts(runner, 'intel_report');
    await allowInserts(runner, 'threat_assessment');
    await allowInserts(runner, 'dissemination');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop policy written on dissemination`);
    await runner.query(`drop policy written on threat_assessment`);
    await runner.query(`drop policy written on intel_report`);
    await endChanges(runner, 'warning');
    await runner.query(`alter table warning drop column msg_type`);
    await runner.query(`drop table record_version`);
    await runner.query(`drop table command`);
    await runner.query(`drop table outbox`);
  }
}
