import type { ClassType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import type { HandlingNumber } from '../../brands.js';
import { handlingAt } from '../../labels/handling-at.js';
import type { Handling } from '../../labels/label.js';
import { indexRows } from '../search/index-rows.js';
import { nameOf } from '../tables/sql-name.js';
import type { Viewer } from '../visibility/viewer.js';
import { refuseContradiction } from './contradiction.js';

/** A record before it is written. */
export interface NewRecord {
  /** The class of it. */
  readonly record: ClassType<object>;
  readonly type: string;
  readonly table: string;
  readonly id: string;
  /** By column. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Its links to many, in tables of pairs. */
  readonly pairs?: readonly PairRows[];
  /** Ids of the records that its label comes from. */
  readonly derivedFrom: readonly string[];
}

/** Rows of a table of pairs that one record holds. */
export interface PairRows {
  readonly table: string;
  readonly holder: string;
  readonly target: string;
  readonly ids: readonly string[];
}

/** Writes a record with its words, its first version and what other services are told of it; its event the database writes itself. */
export async function insertRecord(
  transaction: EntityManager,
  { record, type, table, id, values, pairs = [], derivedFrom }: NewRecord,
  { handling, number }: { readonly handling: Handling; readonly number: HandlingNumber },
  { call, now }: Pick<Viewer, 'call' | 'now'>,
): Promise<void> {
  const row = { id, handling_id: number, ...values };
  const columns = Object.keys(row).map(nameOf);
  await transaction
    .query(
      `insert into ${nameOf(table)} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')})`,
      Object.values(row),
    )
    .catch((error: unknown) => refuseContradiction(error, '`input` contradicts itself'));
  for (const { table: through, holder, target, ids } of pairs) {
    await transaction.query(
      `insert into ${nameOf(through)} (${nameOf(holder)}, ${nameOf(target)}) select $1, unnest($2::text[])`,
      [id, ids],
    );
  }
  await indexRows((text, given) => transaction.query(text, given), record, [id]);
  await transaction.query(
    'insert into record_version (record_id, version, call, at, content) values ($1, 1, $2, $3, $4)',
    [id, call, new Date(now), JSON.stringify({ ...row, ...linksIn(pairs), derivedFrom })],
  );
  await transaction.query(
    'insert into outbox (type, id, key, existence_handling, version) values ($1, $2, $2, $3, 1)',
    [type, id, handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0).text],
  );
}

const linksIn = (pairs: readonly PairRows[]): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(pairs.map(({ table, ids }) => [table, ids]));
