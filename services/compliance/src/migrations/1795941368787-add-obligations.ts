import { tellRows } from '@chancery/shared/subgraph/events/event-table';
import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { countRows } from '@chancery/shared/subgraph/tables/row-counts';
import { indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import { allowChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { endDuties, letLoaderKeepDuties } from '../duties/duty-tables.js';

/** Add obligations. */
export class AddObligations1795941368787 implements MigrationInterface {
  readonly name = 'AddObligations1795941368787';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table obligation (
      id text primary key check (id ~ '^obl_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      kind text not null check (kind in ('NOTIFY_ORIGINATOR', 'ROUTE_VIA_MFA', 'NOTIFY_POST', 'NOTIFY_SENDING_STATE', 'NOTIFY_UNSG', 'INFORM_PERSON', 'REQUEST_ORIGINATOR', 'ADVISE_ORIGINATOR', 'MINIMISE', 'PURGE')),
      rule text not null,
      standing text not null check (standing in ('OPEN', 'DONE', 'WAIVED')),
      term text not null check (term in ('WITHOUT_DELAY', 'WITHIN_72_HOURS', 'AS_SET_HERE')),
      arisen_at timestamptz not null,
      due_at timestamptz not null,
      latest_at timestamptz,
      due_soon_at timestamptz,
      overdue_at timestamptz,
      debtor text not null,
      owed_to text check (owed_to in ('ORIGINATOR', 'RECEIVING_STATE_MFA', 'POST', 'SENDING_STATE', 'UN_SECRETARY_GENERAL', 'PERSON_CONCERNED')),
      creditor text,
      mission_id text,
      done_at timestamptz,
      waiver text,
      agency text not null,
      subject text not null,
      purpose text,
      receipt text not null,
      coordinates text[] not null,
      act text,
      count integer not null check (count >= 1),
      last_at timestamptz not null,
      evidence text,
      done_by text,
      soon_at timestamptz,
      occasion text not null,
      imported_by text,
      check ((done_at is null) = (standing = 'OPEN')),
      check ((waiver is null) = (standing <> 'WAIVED'))
    )`);
    await bindRows(runner, 'obligation');
    await letWithdraw(runner, 'obligation');
    await indexRows(
      runner,
      'obligation',
      'kind standing term arisen_at due_at mission_id done_at',
      'rule debtor creditor agency subject receipt act',
    );
    await countRows(runner, 'obligation');
    await tellRows(runner, 'obligation', 'Obligation');
    await allowChanges(runner, 'obligation', ['done_at', 'done_by', 'evidence', 'standing', 'waiver']);
    await letLoaderKeepDuties(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endDuties(runner);
    await runner.query(`drop table obligation`);
  }
}
