import type { ClassType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { parseHandlingNumber } from '../../brands.js';
import type { CallContext } from '../reading/call-context.js';
import { nameOf } from '../tables/sql-name.js';
import { lockRow, updateRow } from './update-row.js';

/** A line of a record, by its field and its column. */
interface NamedLine {
  readonly field: string;
  readonly column: string;
}

/** That a new period takes its place among those of the same thing. */
export interface Following {
  readonly record: ClassType<object>;
  readonly type: string;
  readonly table: string;
  readonly of: readonly NamedLine[];
  readonly from: NamedLine;
  readonly until: NamedLine;
  readonly at: NamedLine;
  readonly ends: NamedLine;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Ends, in the transaction that adds a period, what its writer sees of the same thing: what had begun before ends on its first day, and what was to begin later
 * is known no longer. Of a row by fields that its writer may not read nothing is done, for it would show in them.
 */
export async function follow(
  context: CallContext,
  transaction: EntityManager,
  following: Following,
  values: Row,
): Promise<void> {
  const { record, type, table, of, from, until, at, ends } = following;
  const [begins, learnt] = [values[from.column], values[at.column]];
  const same = of.map(({ column }, place) => `${nameOf(column)} = $${place + 2}`).join(' and ');
  const text = `select id, ${nameOf(from.column)} < $1::date as earlier from ${nameOf(table)}
    where ${same} and ${nameOf(ends.column)} is null
      and (${nameOf(until.column)} is null or ${nameOf(until.column)} > $1::date) order by id`;
  // Of two at once the second waits, and sees the first.
  const key = [table, ...of.map(({ column }) => values[column])].join(' ');
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [key]);
  const found = await transaction.query<{ id: string; earlier: boolean }[]>(text, [
    begins,
    ...of.map(({ column }) => values[column]),
  ]);
  for (const { id, earlier } of found) {
    const row = await lockRow(transaction, table, id);
    if (row === null || !mayRead(context, following, row.handling)) continue;
    const ended = earlier ? { [until.column]: begins } : { [ends.column]: learnt };
    await updateRow(
      transaction,
      { record, type, table, id, row, values: ended, handling: null, derivedFrom: [] },
      context.viewer,
    );
  }
}

function mayRead(
  { handlings, sink }: CallContext,
  { type, of, from, until, ends }: Following,
  stored: number,
): boolean {
  const handling = handlings.byId(parseHandlingNumber(stored));
  return (
    handling !== undefined &&
    [...of, from, until, ends].every(({ field }) => sink.verdictOn(`${type}.${field}`, handling).allowed)
  );
}
