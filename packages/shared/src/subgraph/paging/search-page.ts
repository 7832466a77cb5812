import { ClientError } from '../../errors.js';
import { PAGE_DEFAULT, PAGE_MAX } from '../../schema/connection-args.js';
import type { Edge, Page } from '../../schema/connection-types.js';
import type { PageInfo } from '../../schema/page-info.js';
import type { CallContext } from '../reading/call-context.js';
import { parseSearch } from '../search/search-words.js';
import { oneOfEachKind } from '../visibility/handling-kinds.js';
import type { Counted, Hit, Position } from './search-hit.js';
import { Search } from './search-hits.js';
import type { SearchedKind } from './search-sql.js';

/** A kind of record that is searched among others. */
export interface SearchedType extends SearchedKind {
  readonly load: (context: CallContext, id: string) => Promise<object | null>;
}

/** What is asked of all kinds of record at once. */
export interface SearchArgs {
  readonly text: string;
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
}

/** The records of some kinds that hold all words of a text in fields that the viewer may read: whole words before beginnings, then by id. */
export function searchAll(context: CallContext, types: readonly SearchedType[], args: SearchArgs): Page<object> {
  const words = parseSearch(args.text, 'text');
  const size = sizeOf(args.first);
  const bound = JSON.stringify([context.viewer.digest, 'search', types.map(({ name }) => name), words]);
  const after = positionOf(context, args.after, bound);
  const search = new Search(context, types, words);
  let found: Promise<readonly Hit[]> | null = null;
  let counted: Promise<Counted> | null = null;
  const hits = () => (found ??= search.hits(after, size));
  const count = () => (counted ??= search.count());
  const cursorOf = ({ rank, id }: Hit): string => context.cursors.seal([rank, id], bound);
  const cursorAt = async (index: 0 | -1): Promise<string | null> => {
    const hit = (await hits()).slice(0, size).at(index);
    return hit === undefined ? null : cursorOf(hit);
  };
  const pageInfo: PageInfo = {
    get hasNextPage() {
      return hits().then((all) => all.length > size);
    },
    // Whoever has a cursor of it has seen what it is of.
    hasPreviousPage: after !== null,
    get startCursor() {
      return cursorAt(0);
    },
    get endCursor() {
      return cursorAt(-1);
    },
    get handlings() {
      return hits().then((all) =>
        oneOfEachKind(
          all.map(({ handling }) => handling),
          context.handlings,
        ),
      );
    },
  };
  const loadEdges = async (): Promise<Edge<object>[]> => {
    const page = (await hits()).slice(0, size);
    const loads = new Map(types.map(({ name, load }) => [name, load]));
    const nodes = await Promise.all(page.map(({ type, id }) => loads.get(type)?.(context, id) ?? null));
    return page.flatMap((hit, index) => {
      const node = nodes[index] ?? null;
      return node === null ? [] : [{ node, cursor: cursorOf(hit) }];
    });
  };
  return {
    pageInfo,
    get isExact() {
      return count().then(({ isExact }) => isExact);
    },
    get edges() {
      return loadEdges();
    },
    get totalCount() {
      return count().then(({ rows }) => rows);
    },
    get handlings() {
      return count().then(({ handlings }) => oneOfEachKind(handlings, context.handlings));
    },
  };
}

function sizeOf(first: number | null | undefined): number {
  const size = first ?? PAGE_DEFAULT;
  if (size >= 0 && size <= PAGE_MAX) return size;
  throw new ClientError('INPUT_INVALID', `\`${size}\` is not from 0 to ${PAGE_MAX}`, 'first');
}

function positionOf(context: CallContext, cursor: string | null | undefined, bound: string): Position | null {
  if (cursor === null || cursor === undefined) return null;
  const content = context.cursors.open(cursor, bound);
  // Sealed by ourselves and bound to this search.
  if (Array.isArray(content)) return content as unknown as Position;
  throw new ClientError('INPUT_INVALID', 'not a cursor of this caller and search', 'after');
}
