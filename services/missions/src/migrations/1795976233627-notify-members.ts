import { endOrders, indexOrders } from '@chancery/shared/subgraph/tables/order-indexes';
import { indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import { allowChanges, allowInserts, endChanges } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const ORDERED = 'reference arrived_on';
const COUNTED = 'office immunity_category nationality acceptability';
const FOUND_BEFORE = 'reference office immunity_category nationality acceptability arrived_on mission_id';
const FOUND =
  'reference office immunity_category nationality acceptability acceptability_by arrived_on departed_on functions_ended_on mission_id';

/** What is learnt better at once was believed for no time. */
const SUPERSEDED = 'immunity_status_superseded_check';

/** What ends does not end before it began. */
const DAYS = [
  ['post_holder_stay_check', 'departed_on >= arrived_on'],
  ['post_holder_functions_check', 'functions_ended_on >= appointed_on'],
  ['post_holder_privileges_check', 'privileges_until >= privileges_from'],
] as const;

/** Notify members. */
export class NotifyMembers1795976233627 implements MigrationInterface {
  readonly name = 'NotifyMembers1795976233627';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table post_holder drop constraint post_holder_office_check`);
    await runner.query(
      `alter table post_holder add constraint post_holder_office_check check (office in ('HEAD_OF_MISSION', 'HEAD_OF_POST', 'DEPUTY_HEAD', 'REGIONAL_SECURITY_OFFICER', 'CONSUL', 'COMMUNICATIONS_OFFICER', 'MANAGEMENT_OFFICER', 'ATTACHE', 'DEFENCE_ATTACHE', 'ADMINISTRATIVE_OFFICER', 'PRIVATE_SERVANT', 'DRIVER', 'LOCAL_GUARD'))`,
    );
    await runner.query(
      `alter table post_holder add column acceptability_by varchar(3) check (acceptability_by ~ '^[A-Z]{3}$')`,
    );
    await runner.query(`alter table post_holder add column acceptability_on date`);
    await runner.query(`alter table post_holder add column appointed_on date`);
    await runner.query(`alter table post_holder alter column arrived_on drop not null`);
    await runner.query(`alter table post_holder add column functions_ended_on date`);
    for (const [name, rule] of DAYS)
      await runner.query(`alter table post_holder add constraint ${name} check (${rule})`);
    await allowInserts(runner, 'post_holder');
    await allowChanges(runner, 'post_holder', [
      'acceptability',
      'acceptability_by',
      'acceptability_on',
      'arrived_on',
      'contact',
      'departed_on',
      'fiscal_status',
      'functions_ended_on',
      'handling_id',
      'office',
      'privileges_from',
      'privileges_until',
      'withdrawn_at',
    ]);
    await endOrders(runner, 'post_holder', ORDERED, COUNTED);
    await indexRows(runner, 'post_holder', FOUND);
    await indexOrders(runner, 'post_holder', FOUND, ORDERED, `${COUNTED} acceptability_by`);
    await runner.query('alter table immunity_status drop constraint immunity_status_check1');
    await runner.query(`alter table immunity_status add constraint ${SUPERSEDED} check (superseded_at >= recorded_at)`);
    await allowInserts(runner, 'immunity_status');
    await allowChanges(runner, 'immunity_status', ['superseded_at', 'withdrawn_at']);
    await allowInserts(runner, 'family_member');
    await allowChanges(runner, 'family_member', ['handling_id', 'left_at', 'withdrawn_at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await endChanges(runner, 'family_member');
    await runner.query(`drop policy written on family_member`);
    await endChanges(runner, 'immunity_status');
    await runner.query(`drop policy written on immunity_status`);
    await runner.query(`alter table immunity_status drop constraint ${SUPERSEDED}`);
    await runner.query(
      'alter table immunity_status add constraint immunity_status_check1 check (superseded_at > recorded_at)',
    );
    await endOrders(runner, 'post_holder', ORDERED, `${COUNTED} acceptability_by`);
    await indexRows(runner, 'post_holder', FOUND_BEFORE);
    await indexOrders(runner, 'post_holder', FOUND_BEFORE, ORDERED, COUNTED);
    await endChanges(runner, 'post_holder');
    await runner.query(`drop policy written on post_holder`);
    for (const [name] of DAYS) await runner.query(`alter table post_holder drop constraint ${name}`);
    await runner.query(`alter table post_holder drop column functions_ended_on`);
    await runner.query(`alter table post_holder alter column arrived_on set not null`);
    await runner.query(`alter table post_holder drop column appointed_on`);
    await runner.query(`alter table post_holder drop column acceptability_on`);
    await runner.query(`alter table post_holder drop column acceptability_by`);
    await runner.query(`alter table post_holder drop constraint post_holder_office_check`);
    await runner.query(
      `alter table post_holder add constraint post_holder_office_check CHECK ((office = ANY (ARRAY['HEAD_OF_MISSION'::text, 'HEAD_OF_POST'::text, 'DEPUTY_HEAD'::text, 'REGIONAL_SECURITY_OFFICER'::text, 'CONSUL'::text, 'COMMUNICATIONS_OFFICER'::text, 'MANAGEMENT_OFFICER'::text, 'DRIVER'::text, 'LOCAL_GUARD'::text])))`,
    );
  }
}
