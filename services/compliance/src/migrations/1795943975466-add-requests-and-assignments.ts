import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { countRows } from '@chancery/shared/subgraph/tables/row-counts';
import { indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import { allowChanges, allowInserts } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { endAssigning, letLoaderAssign } from '../assignments/assignment-tables.js';
import { endLapsing, letLoaderLapse } from '../requests/request-tables.js';

/** Add requests and assignments. */
export class AddRequestsAndAssignments1795943975466 implements MigrationInterface {
  readonly name = 'AddRequestsAndAssignments1795943975466';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table information_request (
      id text primary key check (id ~ '^irq_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference text not null,
      status text not null check (status in ('FILED', 'ROUTED', 'UNDER_REVIEW', 'ANSWERED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
      record text not null,
      coordinates text[] not null,
      categories text[] not null,
      codes text[] not null,
      mission_id text,
      requester text not null,
      addressee text not null,
      addressee_agencies text[] not null,
      way text not null check (way in ('DIRECT', 'MINISTRY', 'AGREED', 'EMERGENCY')),
      through text,
      routed_by text not null,
      purpose text not null,
      case_reference text,
      reason text not null,
      evaluation text,
      filed_at timestamptz not null,
      due_at timestamptz not null,
      forwarded_at timestamptz,
      taken_up_at timestamptz,
      taken_up_by text,
      closed_at timestamptz,
      answer_act_id text,
      answer_until timestamptz,
      tearline text,
      refusal_rule text,
      answer_text text,
      about text not null,
      imported_by text,
      check (due_at > filed_at)
    )`);
    await bindRows(runner, 'information_request');
    await letWithdraw(runner, 'information_request');
    await indexRows(
      runner,
      'information_request',
      'status mission_id way filed_at due_at closed_at answer_act_id',
      'reference record requester addressee purpose evaluation',
    );
    await countRows(runner, 'information_request');
    await allowInserts(runner, 'information_request');
    await allowChanges(runner, 'information_request', [
      'answer_act_id',
      'answer_text',
      'answer_until',
      'closed_at',
      'forwarded_at',
      'refusal_rule',
      'status',
      'taken_up_at',
      'taken_up_by',
      'tearline',
    ]);
    await runner.query(`create table assignment (
      id text primary key check (id ~ '^asg_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      act text not null,
      version integer not null check (version >= 1),
      issuer text not null,
      office text not null,
      represents text not null,
      agency text not null,
      case_reference text not null,
      mission_id text,
      categories text[] not null,
      from_at timestamptz not null,
      ends_at timestamptz,
      revoked_at timestamptz,
      uses integer not null check (uses >= 0),
      last_used_at timestamptz,
      stale_at timestamptz not null,
      imported_by text
    )`);
    await bindRows(runner, 'assignment');
    await letWithdraw(runner, 'assignment');
    await indexRows(
      runner,
      'assignment',
      'mission_id from_at ends_at last_used_at stale_at',
      'act issuer represents agency case_reference',
    );
    await countRows(runner, 'assignment');
    await letLoaderLapse(runner);
    await letLoaderAssign(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endAssigning(runner);
    await endLapsing(runner);
    await runner.query(`drop table assignment`);
    await runner.query(`drop table information_request`);
  }
}
