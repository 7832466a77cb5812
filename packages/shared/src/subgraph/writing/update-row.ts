import type { ClassType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import type { HandlingNumber } from '../../brands.js';
import { indexRows } from '../search/index-rows.js';
import { nameOf } from '../tables/sql-name.js';
import type { Viewer } from '../visibility/viewer.js';
import { refuseContradiction } from './contradiction.js';

/** A row that nobody else can change until the transaction ends. */
export interface LockedRow {
  readonly handling: number;
  /** How many versions of it there are. */
  readonly version: number;
  /** By column. */
  readonly content: Readonly<Record<string, unknown>>;
}

/** Locks a row that the viewer of the transaction sees; null for any other. Waits for whoever is changing it. */
export async function lockRow(transaction: EntityManager, table: string, id: string): Promise<LockedRow | null> {
  const rows = await transaction.query<LockedRow[]>(
    `select handling_id as handling, record_version as version, to_jsonb(t) as content
       from ${nameOf(table)} t where id = $1 for update`,
    [id],
  );
  return rows[0] ?? null;
}

/** A change of a locked row. */
export interface RowUpdate {
  /** The class of it. */
  readonly record: ClassType<object>;
  readonly type: string;
  readonly table: string;
  readonly id: string;
  readonly row: LockedRow;
  /** By column. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Null where its label stays; else the new one, and what others are told of it, now and before. */
  readonly handling: { readonly number: HandlingNumber; readonly existence: string; readonly was: string } | null;
  readonly derivedFrom: readonly string[];
  /** What its changer said of the change, kept with the version alone. */
  readonly said?: Readonly<Record<string, unknown>>;
}

/** Whose version it is that no command made. */
const IMPORT = 'import';

/**
 * Writes a change of a row with its version, and tells other services of its label where that has changed; its event the
 * database writes itself. A row that was imported has no version yet: what it was is kept first.
 */
export async function updateRow(
  transaction: EntityManager,
  { record, type, table, id, row, values, handling, derivedFrom, said = {} }: RowUpdate,
  { call, now }: Pick<Viewer, 'call' | 'now'>,
): Promise<void> {
  const version = row.version + 1;
  const changed = {
    ...values,
    record_version: version,
    ...(handling === null ? {} : { handling_id: handling.number }),
  };
  const columns = Object.keys(changed).map((column, at) => `${nameOf(column)} = $${at + 2}`);
  const [updated] = await transaction
    .query<[{ content: object }[], number]>(
      `update ${nameOf(table)} t set ${columns.join(', ')} where id = $1 returning to_jsonb(t) as content`,
      [id, ...Object.values(changed)],
    )
    .catch((error: unknown) => refuseContradiction(error, '`input` contradicts what the record holds'));
  await indexRows((text, given) => transaction.query(text, given), record, [id]);
  // Without a target, which would want a right to read versions: the first is there already when a command made the row.
  const keep = `insert into record_version (record_id, version, call, at, content) values ($1, $2, $3, $4, $5)
    on conflict do nothing`;
  await transaction.query(keep, [id, row.version, IMPORT, new Date(now), JSON.stringify(row.content)]);
  const content = { ...updated[0]?.content, derivedFrom, ...said };
  await transaction.query(
    'insert into record_version (record_id, version, call, at, content) values ($1, $2, $3, $4, $5)',
    [id, version, call, new Date(now), JSON.stringify(content)],
  );
  if (handling === null || handling.existence === handling.was) return;
  await transaction.query(
    'insert into outbox (type, id, key, existence_handling, version) values ($1, $2, $2, $3, $4)',
    [type, id, handling.existence, version],
  );
}
