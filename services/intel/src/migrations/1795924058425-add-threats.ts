import { bindRows } from '@chancery/shared/subgraph/tables/labelled-table';
import { letWithdraw } from '@chancery/shared/subgraph/tables/withdrawable-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Add threats. */
export class AddThreats1795924058425 implements MigrationInterface {
  readonly name = 'AddThreats1795924058425';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table threat_actor (
      id text primary key check (id ~ '^tac_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      alias varchar(80) not null,
      type text not null check (type in ('ACTIVIST', 'COMPETITOR', 'CRIME_SYNDICATE', 'CRIMINAL', 'HACKER', 'INSIDER_ACCIDENTAL', 'INSIDER_DISGRUNTLED', 'NATION_STATE', 'SENSATIONALIST', 'SPY', 'TERRORIST', 'UNKNOWN')),
      motivation text not null check (motivation in ('ACCIDENTAL', 'COERCION', 'DOMINANCE', 'IDEOLOGY', 'NOTORIETY', 'ORGANIZATIONAL_GAIN', 'PERSONAL_GAIN', 'PERSONAL_SATISFACTION', 'REVENGE', 'UNPREDICTABLE')),
      sophistication text not null check (sophistication in ('NONE', 'MINIMAL', 'INTERMEDIATE', 'ADVANCED', 'EXPERT', 'INNOVATOR', 'STRATEGIC')),
      capability text not null,
      intent text not null,
      origin_country varchar(3) check (origin_country ~ '^[A-Z]{3}$'),
      first_seen_on date not null,
      last_seen_on date,
      imported_by text
    )`);
    await runner.query(`create index threat_actor_by_handling on threat_actor (handling_id, id)`);
    await runner.query(`create index threat_actor_by_reference on threat_actor (reference, id)`);
    await runner.query(`create index threat_actor_by_alias on threat_actor (alias, id)`);
    await runner.query(`create index threat_actor_by_first_seen_on on threat_actor (first_seen_on, id)`);
    await runner.query(`create index threat_actor_by_last_seen_on on threat_actor (last_seen_on, id)`);
    await bindRows(runner, 'threat_actor');
    await letWithdraw(runner, 'threat_actor');
    await runner.query(`create table threat (
      id text primary key check (id ~ '^thr_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      mission_id text,
      actor_id text,
      type text not null check (type in ('ATTACK_ON_PREMISES', 'ATTACK_ON_PERSON', 'KIDNAPPING', 'HOSTILE_SURVEILLANCE', 'CIVIL_UNREST', 'CYBER_INTRUSION', 'ESPIONAGE', 'SABOTAGE', 'HOAX')),
      vector text not null check (vector in ('VEHICLE', 'ON_FOOT', 'CROWD', 'FIREARM', 'IMPROVISED_EXPLOSIVE', 'PARCEL', 'UAS', 'NETWORK', 'INSIDER', 'TELEPHONE')),
      status text not null check (status in ('SUSPECTED', 'CONFIRMED', 'MITIGATED', 'DISPROVED', 'EXPIRED')),
      releasable_summary text,
      body text not null,
      window_from timestamptz not null,
      window_until timestamptz,
      uas_class text check (uas_class in ('CLASS_I_MICRO', 'CLASS_I_MINI', 'CLASS_I_SMALL', 'CLASS_II', 'CLASS_III')),
      airspace_notice text,
      origin_country varchar(3) check (origin_country ~ '^[A-Z]{3}$'),
      imported_by text,
      check (window_until > window_from)
    )`);
    await runner.query(`create index threat_by_handling on threat (handling_id, id)`);
    await runner.query(`create index threat_by_reference on threat (reference, id)`);
    await runner.query(`create index threat_by_mission_id on threat (mission_id, id)`);
    await runner.query(`create index threat_by_actor_id on threat (actor_id, id)`);
    await runner.query(`create index threat_by_window_from on threat (window_from, id)`);
    await runner.query(`create index threat_by_window_until on threat (window_until, id)`);
    await bindRows(runner, 'threat');
    await letWithdraw(runner, 'threat');
    await runner.query(`create table indicator (
      id text primary key check (id ~ '^ind_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      topic text not null check (topic in ('SOCIAL', 'POLITICAL', 'SECURITY', 'CYBER', 'CRIMINAL')),
      metric text not null,
      threshold integer not null check (threshold >= 0),
      period_days integer not null check (period_days >= 1),
      meaning text not null,
      imported_by text
    )`);
    await runner.query(`create index indicator_by_handling on indicator (handling_id, id)`);
    await runner.query(`create index indicator_by_reference on indicator (reference, id)`);
    await runner.query(`create index indicator_by_threshold on indicator (threshold, id)`);
    await bindRows(runner, 'indicator');
    await letWithdraw(runner, 'indicator');
    await runner.query(`create table indicator_watch (
      id text primary key check (id ~ '^iwt_[0-9a-hjkmnp-tv-z]{26}$'),
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference varchar(40) not null,
      mission_id text,
      indicator_id text,
      observed_at timestamptz not null,
      value integer not null check (value >= 0),
      trend text not null check (trend in ('FALLING', 'STEADY', 'RISING')),
      state text not null check (state in ('NORMAL', 'ELEVATED', 'BREACHED')),
      note text,
      imported_by text
    )`);
    await runner.query(`create index indicator_watch_by_handling on indicator_watch (handling_id, id)`);
    await runner.query(`create index indicator_watch_by_reference on indicator_watch (reference, id)`);
    await runner.query(`create index indicator_watch_by_mission_id on indicator_watch (mission_id, id)`);
    await runner.query(`create index indicator_watch_by_indicator_id on indicator_watch (indicator_id, id)`);
    await runner.query(`create index indicator_watch_by_observed_at on indicator_watch (observed_at, id)`);
    await runner.query(`create index indicator_watch_by_value on indicator_watch (value, id)`);
    await bindRows(runner, 'indicator_watch');
    await letWithdraw(runner, 'indicator_watch');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table indicator_watch`);
    await runner.query(`drop table indicator`);
    await runner.query(`drop table threat`);
    await runner.query(`drop table threat_actor`);
  }
}
