import { type HandlingNumber, hasIdForm, parseHandlingNumber } from '../../brands.js';
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

/** A field of an input that holds the id of a row. */
export interface LinkedField {
  readonly field: string;
  readonly rows: ReferredRows;
  /** Whether the row must be one of a post that the record is about. */
  readonly isOfPost: boolean;
}

/** A row that the writer sees, and how it is handled. */
export interface FoundRow {
  readonly number: HandlingNumber;
  readonly handling: Handling;
}

/** A row that an input refers to. */
export interface LinkedRow extends FoundRow {
  readonly link: LinkedField;
  readonly id: string;
}

/**
 * The handlings of rows that an input refers to, in its order. One that the writer does not see is NOT_FOUND, like one that
 * there is not and one that is no id: nothing else is looked at before.
 */
export async function findHandlings(
  context: CallContext,
  kinds: readonly ReferredRows[],
  ids: readonly string[],
  argument: string,
): Promise<readonly FoundRow[]> {
  const found = new Map<string, number>();
  for (const { prefix, table, handlingColumn } of kinds) {
    const asked = ids.filter((id) => hasIdForm(prefix, id));
    if (asked.length === 0) continue;
    const text = `select id, ${nameOf(handlingColumn)} as handling from ${nameOf(table)} where id = any($1::text[])`;
    const rows = await context.read((manager) => manager.query<{ id: string; handling: number }[]>(text, [asked]));
    for (const { id, handling } of rows) found.set(id, handling);
  }
  return ids.map((id) => {
    const stored = found.get(id);
    if (stored === undefined) throw new ClientError('NOT_FOUND', 'not found', argument);
    const number = parseHandlingNumber(stored);
    const handling = context.handlings.byId(number);
    if (handling === undefined) throw new InternalError('INTERNAL', 'a visible row has an unknown handling');
    return { number, handling };
  });
}

/** All rows that the links of an input lead to, in the order of the links; one that is left out leads nowhere. */
export async function findLinked(
  context: CallContext,
  links: readonly LinkedField[],
  given: Readonly<Record<string, unknown>>,
): Promise<LinkedRow[]> {
  const found: LinkedRow[] = [];
  for (const link of links) {
    const ids = idsIn(given[link.field]);
    const rows = await findHandlings(context, [link.rows], ids, `input.${link.field}`);
    found.push(...rows.map((row, at) => ({ ...row, link, id: ids[at] ?? '' })));
  }
  return found;
}

/** The ids that a field of an input names: one, several or none. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}

/** Asked after the law: whoever may run the command at these posts may know what is of them. Throws INPUT_INVALID. */
export function checkOfPost(linked: readonly LinkedRow[], posts: Handling['record']['missions']): void {
  const other = linked.find(
    ({ link, handling }) => link.isOfPost && !posts.some((post) => handling.record.missions.includes(post)),
  );
  if (other === undefined) return;
  const { field } = other.link;
  throw new ClientError('INPUT_INVALID', `\`${field}\` is of another post`, `input.${field}`);
}
