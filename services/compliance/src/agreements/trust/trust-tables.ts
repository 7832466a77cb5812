import { loaderRoleOf, serviceRoleOf } from '@chancery/shared/subgraph/tables/labelled-table';
import type { QueryRunner } from 'typeorm';

/** Where whoever tells gateways hears that an agreement has changed. */
export const TRUST_CHANNEL = 'trust';

/**
 * Makes the table of what gateways are told. A command adds versions and reads none; whoever tells them reads them, and sees no record.
 */
export async function createToldAgreements(runner: QueryRunner): Promise<void> {
  const [service, loader] = [await serviceRoleOf(runner), await loaderRoleOf(runner)];
  await runner.query(`create table told_agreement (
    id text not null,
    v integer not null check (v > 0),
    issuer text not null,
    is_on boolean not null,
    ends_on date,
    document text not null,
    sequence bigint generated always as identity,
    primary key (id, v)
  )`);
  await runner.query(`create function tell_trust() returns trigger language plpgsql as $$
    begin perform pg_notify('${TRUST_CHANNEL}', ''); return null; end $$`);
  await runner.query(`create trigger told after insert on told_agreement
    for each statement execute function tell_trust()`);
  await runner.query(`grant insert (id, v, issuer, is_on, ends_on, document) on told_agreement to ${service}`);
  await runner.query(`grant select on told_agreement to ${loader}`);
}

/** The way back. */
export async function dropToldAgreements(runner: QueryRunner): Promise<void> {
  await runner.query('drop table told_agreement');
  await runner.query('drop function tell_trust()');
}
