import type { QueryRunner } from 'typeorm';
import type { EntityId, EntityType, RegisterKey } from '../../brands.js';
import { handlingAt } from '../../labels/handling-at.js';
import { parseHandling } from '../../labels/parse-handling.js';
import type { ImportClient } from '../import/import-transaction.js';
import { bindRows } from '../tables/labelled-table.js';

/** What an owner tells the services that refer to its rows. */
export interface PublishedRow {
  readonly type: string;
  readonly id: EntityId<EntityType>;
  /** The public key of the row, for imports that refer to it. */
  readonly key: RegisterKey;
  /** Full handling; only its EXISTENCE part is published. */
  readonly handling: string;
}

/** Makes the owner's table of published rows; it is read by the owner role alone. */
export async function createOutbox(runner: QueryRunner): Promise<void> {
  await runner.query(`create table outbox (
    sequence bigint generated always as identity primary key,
    type text not null,
    id text not null,
    key text not null,
    existence_handling text not null,
    version integer not null check (version > 0),
    unique (type, id, version)
  )`);
}

/** Makes the table of a referencing service in which it keeps another service's rows; a row is as visible as its target. */
export async function createReferenceTable(runner: QueryRunner, table: string): Promise<void> {
  await runner.query(`create table ${table} (
    id text primary key,
    key text not null,
    existence_handling_id integer not null references handling (id),
    version integer not null check (version > 0)
  )`);
  await bindRows(runner, table, 'existence_handling_id');
}

/** Lets an owner tell that a row is withdrawn. */
export async function letOutboxWithdraw(runner: QueryRunner): Promise<void> {
  await runner.query('alter table outbox add column withdrawn boolean not null default false');
}

/** Publishes rows in the transaction that writes them; one that says nothing new gets no new version. */
export async function publishRows(client: ImportClient, rows: readonly PublishedRow[]): Promise<void> {
  const existence = rows.map(({ handling }) => handlingAt(parseHandling(handling), 'EXISTENCE', 'EXISTENCE', 0).text);
  await client.query(
    `with latest as (select distinct on (type, id) * from outbox order by type, id, version desc)
     insert into outbox (type, id, key, existence_handling, version)
     select n.type, n.id, n.key, n.existence_handling, coalesce(l.version, 0) + 1
       from unnest($1::text[], $2::text[], $3::text[], $4::text[]) n(type, id, key, existence_handling)
       left join latest l on l.type = n.type and l.id = n.id
      where (l.key, l.existence_handling, l.withdrawn) is distinct from (n.key, n.existence_handling, false)`,
    [rows.map(({ type }) => type), rows.map(({ id }) => id), rows.map(({ key }) => key), existence],
  );
}

/** Tells that rows are withdrawn, in the transaction that withdraws them; what was published of them stays in the outbox. */
export async function publishWithdrawn(client: ImportClient, type: string, ids: readonly string[]): Promise<void> {
  await client.query(
    `with latest as (select distinct on (id) * from outbox where type = $1 and id = any($2) order by id, version desc)
     insert into outbox (type, id, key, existence_handling, version, withdrawn)
     select type, id, key, existence_handling, version + 1, true from latest where not withdrawn`,
    [type, ids],
  );
}
