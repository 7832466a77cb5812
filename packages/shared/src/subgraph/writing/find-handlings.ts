import { type HandlingNumber, hasIdForm, parseHandlingNumber } from '../../brands.js';
import { ClientError, InternalError } from '../../errors.js';
import type { Handling } from '../../labels/label.js';
import { parseHandling } from '../../labels/parse-handling.js';
import type { Coordinate } from '../../vocabulary.js';
import type { CallContext } from '../reading/call-context.js';
import { nameOf } from '../tables/sql-name.js';

/** Rows that an input may refer to. */
export interface ReferredRows {
  /** By what their ids begin. */
  readonly prefix: string;
  readonly table: string;
  readonly handlingColumn: string;
  /** The fields that tell of which posts a row is; none where all the world knows. */
  readonly postsBy?: readonly Coordinate[];
}

/** Rows of another service that an input may refer to: only the gateway knows whether its caller sees one. */
export interface RowsElsewhere {
  readonly prefix: string;
  readonly table: null;
}

/** A field of an input that holds the id of a row. */
export interface LinkedField {
  readonly field: string;
  readonly rows: ReferredRows | RowsElsewhere;
  /** Whether the row must be one of a post that the record is about. */
  readonly isOfPost: boolean;
}

/** A row that the writer sees, and how it is handled. */
export interface FoundRow {
  /** Null for one of another service, whose handling has no integer here before something is written. */
  readonly number: HandlingNumber | null;
  readonly handling: Handling;
}

/** A row that an input refers to. */
export interface LinkedRow extends FoundRow {
  readonly link: LinkedField;
  readonly id: string;
  /** Whether its writer reads of it which posts it is of. */
  readonly tellsPosts: boolean;
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
    const argument = `input.${link.field}`;
    const { rows: kind } = link;
    const rows =
      kind.table === null
        ? seenElsewhere(context, kind, ids, argument)
        : withPosts(context, kind, await findHandlings(context, [kind], ids, argument));
    found.push(...rows.map((row, at) => ({ ...row, link, id: ids[at] ?? '' })));
  }
  return found;
}

/**
 * Rows of other services as the gateway saw them for the caller of this command: one that it did not see is NOT_FOUND, whether or not
 * there is one. Of each is known who may know that it exists.
 */
function seenElsewhere(
  { seen }: CallContext,
  { prefix }: RowsElsewhere,
  ids: readonly string[],
  argument: string,
): readonly FoundPost[] {
  return ids.map((id) => {
    const record = hasIdForm(prefix, id) ? seen.find((each) => each.id === id) : undefined;
    if (record === undefined) throw new ClientError('NOT_FOUND', 'not found', argument);
    return { number: null, handling: parseHandling(record.existence), tellsPosts: record.tellsPosts };
  });
}

type FoundPost = FoundRow & Pick<LinkedRow, 'tellsPosts'>;

const withPosts = ({ sink }: CallContext, { postsBy = [] }: ReferredRows, rows: readonly FoundRow[]): FoundPost[] =>
  rows.map((row) => ({
    ...row,
    tellsPosts: postsBy.every((coordinate) => sink.verdictOn(coordinate, row.handling).allowed),
  }));

/** The ids that a field of an input names: one, several or none. */
function idsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : [];
}

/**
 * Asked after the law: whoever may run the command at these posts may know what is of them. Of a row whose posts its writer may not read it is told neither
 * that it is of another nor, by being taken, that it is of this one: it is as if it were not there. Throws NOT_FOUND, INPUT_INVALID.
 */
export function checkOfPost(linked: readonly LinkedRow[], posts: Handling['record']['missions']): void {
  for (const { link, handling, tellsPosts } of linked) {
    const { field, isOfPost } = link;
    if (!isOfPost) continue;
    if (!tellsPosts) throw new ClientError('NOT_FOUND', 'not found', `input.${field}`);
    if (posts.some((post) => handling.record.missions.includes(post))) continue;
    throw new ClientError('INPUT_INVALID', `\`${field}\` is of another post`, `input.${field}`);
  }
}
