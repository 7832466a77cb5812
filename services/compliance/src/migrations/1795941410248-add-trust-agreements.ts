import { bindRows, bindRowsTo } from '@chancery/shared/subgraph/tables/labelled-table';
import { countRows } from '@chancery/shared/subgraph/tables/row-counts';
import { indexRows } from '@chancery/shared/subgraph/tables/row-indexes';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import { allowChanges, allowInserts, allowPairInserts } from '@chancery/shared/subgraph/writing/command-tables';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add trust agreements. */
export class AddTrustAgreements1795941410248 implements MigrationInterface {
  readonly name = 'AddTrustAgreements1795941410248';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table agency (
      id text primary key check (id ~ '^agy_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(100) collate "und-x-icu" not null,
      name varchar(200) collate "und-x-icu" not null,
      party varchar(32) not null,
      state_id text,
      kind text not null check (kind in ('FOREIGN_MINISTRY', 'DIPLOMATIC_SECURITY', 'CONSULAR', 'INTELLIGENCE', 'POLICE', 'EMERGENCY_SERVICE', 'COURT', 'TAX', 'CUSTOMS', 'BORDER', 'OVERSIGHT', 'ORGANISATION')),
      imported_by text
    )`);
    await bindRows(runner, 'agency');
    await letWithdraw(runner, 'agency');
    await indexRows(runner, 'agency', 'reference name party state_id kind');
    await countRows(runner, 'agency');
    await runner.query(`create table trust_agreement (
      id text primary key check (id ~ '^tra_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(80) collate "und-x-icu" not null,
      status text not null check (status in ('PROPOSED', 'DECLINED', 'APPROVED', 'SUPERSEDED', 'SWITCHED_OFF')),
      version integer not null check (version >= 1),
      issuer varchar(200) not null,
      represents varchar(32) not null,
      agencies text[] not null,
      purposes text[] not null,
      ceiling text[] not null,
      compartments text[] not null,
      document text not null,
      valid_from date not null,
      valid_to date not null,
      ends_on date,
      proposed_at timestamptz not null,
      decided_at timestamptz,
      switched_off_at timestamptz,
      proposer text not null,
      imported_by text
    )`);
    await bindRows(runner, 'trust_agreement');
    await letWithdraw(runner, 'trust_agreement');
    await indexRows(runner, 'trust_agreement', 'reference status issuer represents valid_from valid_to proposed_at');
    await countRows(runner, 'trust_agreement');
    await allowInserts(runner, 'trust_agreement');
    await allowChanges(runner, 'trust_agreement', [
      'agencies',
      'ceiling',
      'compartments',
      'decided_at',
      'document',
      'ends_on',
      'handling_id',
      'purposes',
      'status',
      'switched_off_at',
      'valid_from',
      'valid_to',
      'version',
    ]);
    await runner.query(`create table trust_agreement_agency (
      trust_agreement_id text not null references trust_agreement (id),
      agency_id text not null,
      primary key (trust_agreement_id, agency_id)
    )`);
    await runner.query(
      `create index trust_agreement_agency_by_target on trust_agreement_agency (agency_id, trust_agreement_id)`,
    );
    await bindRowsTo(runner, 'trust_agreement_agency', 'trust_agreement', 'trust_agreement_id');
    await allowPairInserts(runner, 'trust_agreement_agency', 'trust_agreement', 'trust_agreement_id');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table trust_agreement_agency`);
    await runner.query(`drop table trust_agreement`);
    await runner.query(`drop table agency`);
  }
}
