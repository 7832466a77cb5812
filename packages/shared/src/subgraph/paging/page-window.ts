import { ClientError } from '../../errors.js';
import { type ConnectionArgs, PAGE_DEFAULT, PAGE_MAX } from '../../schema/connection-args.js';
import type { ReaderLanguage } from '../../schema/reader-language.js';
import type { CallContext } from '../reading/call-context.js';
import { parseSearch, type SearchWord } from '../search/search-words.js';
import type { ConnectionScope, ConnectionSpec } from './connection-spec.js';
import { type OrderItem, type Position, parseOrder } from './order-sql.js';

/** The part of a connection that a caller asked for, checked. */
export interface PageWindow {
  readonly size: number;
  readonly backward: boolean;
  readonly after: Position | null;
  readonly before: Position | null;
  readonly order: readonly OrderItem[];
  /** Words of a search; none where nothing is searched for. */
  readonly words: readonly SearchWord[];
  /** What a cursor of this page is bound to. */
  readonly bound: string;
  /** The same for every parent that the same page is asked of. */
  readonly shared: string;
}

/** Checks the paging arguments; whatever does not fit is INPUT_INVALID. */
export function parseWindow(
  context: CallContext,
  spec: ConnectionSpec<object>,
  args: ConnectionArgs,
  scope: ConnectionScope | null,
  fixed: string | null,
): PageWindow {
  const language = languageOf(spec, args.language ?? null);
  const order = parseOrder(args.orderBy, language);
  const filter = sorted(args.filter ?? null);
  const words = parseSearch(args.search ?? '');
  const bound = JSON.stringify([context.viewer.digest, spec.name, scope, fixed, filter, order, words]);
  const positionOf = (cursor: string | null | undefined, argument: string): Position | null => {
    if (cursor === null || cursor === undefined) return null;
    const position = toPosition(context.cursors.open(cursor, bound), order.length);
    if (position !== null) return position;
    throw new ClientError('INPUT_INVALID', 'not a cursor of this caller, filter and order', argument);
  };
  const first = sizeOf(args.first, 'first');
  const last = sizeOf(args.last, 'last');
  if (first !== null && last !== null) throw new ClientError('INPUT_INVALID', '`first` together with `last`', 'last');
  const size = first ?? last ?? PAGE_DEFAULT;
  const backward = last !== null;
  return {
    size,
    backward,
    after: positionOf(args.after, 'after'),
    before: positionOf(args.before, 'before'),
    order,
    words,
    bound,
    shared: JSON.stringify([spec.name, scope?.field, fixed, filter, order, words, size, backward]),
  };
}

/** The cursor of a row. */
export function cursorOf(context: CallContext, window: PageWindow, { id, keys }: Position): string {
  return context.cursors.seal([id, ...keys], window.bound);
}

/** Throws INPUT_INVALID for a language that the rows of this connection are not put in order for. */
function languageOf(spec: ConnectionSpec<object>, language: ReaderLanguage | null): ReaderLanguage | null {
  if (language === null || spec.isReadIn(language)) return language;
  throw new ClientError('INPUT_INVALID', `not in the order of ${language}`, 'language');
}

function sizeOf(size: number | null | undefined, argument: string): number | null {
  if (size === null || size === undefined) return null;
  if (size >= 0 && size <= PAGE_MAX) return size;
  throw new ClientError('INPUT_INVALID', `\`${size}\` is not from 0 to ${PAGE_MAX}`, argument);
}

function toPosition(content: unknown, keyCount: number): Position | null {
  // Sealed by ourselves and bound to this order, so only its length can differ.
  if (!Array.isArray(content) || content.length !== keyCount + 1) return null;
  const [id, ...keys] = content as [string, ...(string | null)[]];
  return { id, keys };
}

/** The same filter has the same text, whatever the order of its fields. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  // A null is a test that was left out.
  const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, each]) => [key, sorted(each)]));
}
