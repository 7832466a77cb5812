import { createReferenceTable } from '@chancery/shared/subgraph/outbox/outbox';
import { bindRows, createHandlingTable } from '@chancery/shared/subgraph/tables/labelled-table';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Incidents, and the posts that they refer to. */
export class CreateIncidents1790000000000 implements MigrationInterface {
  readonly name = 'CreateIncidents1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await createHandlingTable(runner);
    await createReferenceTable(runner, 'mission_ref');
    // `mission_id` refers to no table: a link may be older than the news of its post, and is hidden until then.
    await runner.query(`create table incident (
      id text primary key,
      handling_id integer not null references handling (id),
      synthetic boolean not null,
      reference text not null,
      type text not null check (type in ('ABUSE_OF_DIPLOMATIC_BAG', 'AIR_STRIKE', 'ANOMALOUS_HEALTH_INCIDENT',
        'ARMED_ASSAULT', 'ARSON', 'ASSASSINATION', 'ASSASSINATION_ATTEMPT', 'BOMBING', 'CIVIL_UNREST', 'CYBER_INTRUSION',
        'DRONE_ATTACK', 'ENTRY_WITH_CONSENT', 'EVACUATION', 'FIRE', 'FORCED_CLOSURE', 'HOSTAGE_TAKING', 'IMMUNITY_CLAIM',
        'KIDNAPPING', 'SHOOTING_FROM_PREMISES', 'UNLAWFUL_ENTRY', 'UNLAWFUL_KILLING_IN_PREMISES')),
      occurred_on date not null,
      city text not null,
      sending_state text check (sending_state ~ '^[A-Z]{3}$'),
      receiving_state text not null check (receiving_state ~ '^[A-Z]{3}$'),
      site_kind text not null check (site_kind in ('EMBASSY', 'HIGH_COMMISSION', 'DIPLOMATIC_MISSION', 'SPECIAL_MISSION',
        'ANNEX', 'CONSULATE_GENERAL', 'CONSULATE', 'RESIDENCE', 'IO_PREMISES', 'FOREIGN_MINISTRY')),
      fatalities integer check (fatalities >= 0),
      summary text not null,
      legal_rules text[] not null,
      source text,
      confidence text check (confidence in ('HIGH', 'MEDIUM', 'LOW')),
      mission_id text
    )`);
    await runner.query('create index incident_by_day on incident (occurred_on desc, id)');
    await runner.query('create index incident_by_handling on incident (handling_id, id)');
    await runner.query('create index incident_by_mission on incident (mission_id)');
    await bindRows(runner, 'incident');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['incident', 'mission_ref', 'handling']) await runner.query(`drop table ${table}`);
  }
}
