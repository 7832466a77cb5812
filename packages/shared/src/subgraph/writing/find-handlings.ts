import { hasIdForm, parseHandlingNumber } from '../../brands.js';
import { ClientError, InternalError } from '../../errors.js';
import type { Handling } from '../../labels/label.js';
import type { CallContext } from '../reading/call-context.js';
import { nameOf } from '../tables/sql-name.js';

/** Rows that an input may refer to. */
export interface ReferredRows {
  /** By what their ids begin. */
  readonly prefix: string;
  readonly table: string;
  readonly handlingColumn: string;
}

/**
 * The handlings of rows that an input refers to, in its order. One that the writer does not see is NOT_FOUND, like one that
 * there is not and one that is no id: nothing else is looked at before.
 */
export async function findHandlings(
  context: CallContext,
  { prefix, table, handlingColumn }: ReferredRows,
  ids: readonly string[],
  argument: string,
): Promise<readonly Handling[]> {
  const text = `select id, ${nameOf(handlingColumn)} as handling from ${nameOf(table)} where id = any($1::text[])`;
  const asked = ids.filter((id) => hasIdForm(prefix, id));
  const rows = await context.read((manager) => manager.query<{ id: string; handling: number }[]>(text, [asked]));
  const found = new Map(rows.map(({ id, handling }) => [id, handling]));
  return ids.map((id) => {
    const number = found.get(id);
    if (number === undefined) throw new ClientError('NOT_FOUND', 'not found', argument);
    const handling = context.handlings.byId(parseHandlingNumber(number));
    if (handling === undefined) throw new InternalError('INTERNAL', 'a visible row has an unknown handling');
    return handling;
  });
}
