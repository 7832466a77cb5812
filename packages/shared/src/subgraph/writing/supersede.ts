import type { ClassType } from 'type-graphql';
import type { EntityManager } from 'typeorm';
import { parseHandlingNumber } from '../../brands.js';
import { ClientError, InternalError } from '../../errors.js';
import type { CallContext } from '../reading/call-context.js';
import { checkSettable } from './check-settable.js';
import type { LinkedField, ReferredRows } from './find-handlings.js';
import { lockRow, updateRow } from './update-row.js';

/** A line of a record, by its field and its column. */
interface Column {
  readonly field: string;
  readonly column: string;
}

/** That a new record takes the place of an earlier one: what was believed stays beside what was learnt. */
export interface Superseding {
  readonly record: ClassType<object>;
  readonly type: string;
  /** The argument that names the earlier one. */
  readonly link: LinkedField & { readonly rows: ReferredRows };
  readonly ends: Column;
  /** What both are about. */
  readonly of: Column;
  /** The column of the new record that says when it was learnt. */
  readonly at: string;
}

/**
 * Ends the record that a new one takes the place of, in the transaction that adds the new one. It is looked at only by who may read what it is refused by.
 * Throws NOT_FOUND, WRITE_DENIED, INPUT_INVALID, TRANSITION_INVALID.
 */
export async function supersede(
  context: CallContext,
  transaction: EntityManager,
  { record, type, link, ends, of, at }: Superseding,
  given: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): Promise<void> {
  const id = given[link.field];
  if (typeof id !== 'string') return;
  const argument = `input.${link.field}`;
  const { table } = link.rows;
  const row = await lockRow(transaction, table, id);
  if (row === null) throw new ClientError('NOT_FOUND', 'not found', argument);
  const handling = context.handlings.byId(parseHandlingNumber(row.handling));
  if (handling === undefined) throw new InternalError('INTERNAL', 'a visible row has an unknown handling');
  checkSettable(context.sink, handling, type, { [of.field]: true, [ends.field]: true });
  if (row.content[of.column] !== values[of.column]) {
    throw new ClientError('INPUT_INVALID', `\`${link.field}\` has another \`${of.field}\``, argument);
  }
  if (row.content[ends.column] !== null) {
    throw new ClientError('TRANSITION_INVALID', 'the record is not in a state that allows this', argument);
  }
  const update = {
    record,
    type,
    table,
    id,
    row,
    values: { [ends.column]: values[at] },
    handling: null,
    derivedFrom: [],
  };
  await updateRow(transaction, update, context.viewer);
}
