import type { EntityManager, QueryRunner } from 'typeorm';
import type { HandlingNumber } from '../../brands.js';
import type { Instant } from '../../clock.js';
import { serviceRoleOf } from '../tables/labelled-table.js';

/** What happened to a record, for whoever listens: never what it says. */
export interface RecordedEvent {
  /** Name of the subscription field that tells of it, `incidentUpdated`. */
  readonly kind: string;
  readonly recordId: string;
  /** Of the record as it was written. */
  readonly handling: HandlingNumber;
  readonly at: Instant;
}

/** Makes the table of events; the login role of requests may add to it and, by this, read nothing. */
export async function createEventTable(runner: QueryRunner): Promise<void> {
  await runner.query(`create table event (
    seq bigint generated always as identity primary key,
    kind text not null,
    record_id text not null,
    handling_id integer not null references handling (id),
    at timestamptz not null
  )`);
  await runner.query(`grant insert on event to ${await serviceRoleOf(runner)}`);
}

/** Records an event in the transaction that writes its record: of what was not written, nobody hears. */
export async function recordEvent(transaction: EntityManager, event: RecordedEvent): Promise<void> {
  await transaction.query('insert into event (kind, record_id, handling_id, at) values ($1, $2, $3, $4)', [
    event.kind,
    event.recordId,
    event.handling,
    new Date(event.at),
  ]);
}
