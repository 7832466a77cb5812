import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import { ClientError } from '../../errors.js';
import { PAGE_DEFAULT, PAGE_MAX } from '../../schema/connection-args.js';
import type { Edge, Page } from '../../schema/connection-types.js';
import type { PageInfo } from '../../schema/page-info.js';
import type { CallContext } from '../reading/call-context.js';
import { parseSearch, type SearchWord } from '../search/search-words.js';
import { oneOfEachKind } from '../visibility/handling-kinds.js';
import { type SearchedKind, searchedSql, wordSql } from './search-sql.js';
import { SqlText } from './sql-text.js';

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

interface Hit {
  readonly type: string;
  readonly id: string;
  readonly handling: HandlingNumber;
  /** How many of the words stand there only as the beginning of longer ones. */
  readonly rank: number;
}

/** The records of some kinds that hold all words of a text in fields that the viewer may read: whole words before beginnings, then by id. */
export function searchAll(context: CallContext, types: readonly SearchedType[], args: SearchArgs): Page<object> {
  const words = parseSearch(args.text, 'text');
  const size = sizeOf(args.first);
  const bound = JSON.stringify([context.viewer.digest, 'search', types.map(({ name }) => name), words]);
  const after = positionOf(context, args.after, bound);
  const search = new Search(context, types, words);
  let found: Promise<readonly Hit[]> | null = null;
  let counted: Promise<readonly [number, readonly HandlingNumber[]]> | null = null;
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
    isExact: true,
    get edges() {
      return loadEdges();
    },
    get totalCount() {
      return count().then(([rows]) => rows);
    },
    get handlings() {
      return count().then(([, handlings]) => oneOfEachKind(handlings, context.handlings));
    },
  };
}

function sizeOf(first: number | null | undefined): number {
  const size = first ?? PAGE_DEFAULT;
  if (size >= 0 && size <= PAGE_MAX) return size;
  throw new ClientError('INPUT_INVALID', `\`${size}\` is not from 0 to ${PAGE_MAX}`, 'first');
}

type Position = readonly [rank: number, id: string];

function positionOf(context: CallContext, cursor: string | null | undefined, bound: string): Position | null {
  if (cursor === null || cursor === undefined) return null;
  const content = context.cursors.open(cursor, bound);
  // Sealed by ourselves and bound to this search.
  if (Array.isArray(content)) return content as unknown as Position;
  throw new ClientError('INPUT_INVALID', 'not a cursor of this caller and search', 'after');
}

/** The statements of one search. Row level security has already removed the words of what the viewer must not see. */
class Search {
  constructor(
    readonly context: CallContext,
    readonly types: readonly SearchedType[],
    readonly words: readonly SearchWord[],
  ) {}

  async hits(after: Position | null, size: number): Promise<readonly Hit[]> {
    const sql = new SqlText(this.context.masks);
    const found = this.#foundSql(sql);
    if (found === null) return [];
    const beyond =
      after === null ? '' : `where (rank, id) > (${sql.value(after[0], 'int4')}, ${sql.value(after[1], 'text')})`;
    const text = `select * from (${found}) x ${beyond} order by rank, id limit ${size + 1}`;
    const rows = await this.context.read((manager) => manager.query<Hit[]>(text, sql.values));
    return rows.map((row) => ({ ...row, handling: parseHandlingNumber(row.handling) }));
  }

  async count(): Promise<readonly [number, readonly HandlingNumber[]]> {
    const sql = new SqlText(this.context.masks);
    const found = this.#foundSql(sql);
    if (found === null) return [0, []];
    const text = `select count(*)::int as rows, coalesce(array_agg(distinct handling), '{}') as handlings from (${found}) x`;
    const [row] = await this.context.read((manager) =>
      manager.query<{ rows: number; handlings: HandlingNumber[] }[]>(text, sql.values),
    );
    return [row?.rows ?? 0, row?.handlings ?? []];
  }

  /** Each record in which every word stands; null where there is none to look for, or no field to find it in. */
  #foundSql(sql: SqlText): string | null {
    const readable = searchedSql(this.types, sql);
    if (readable === null || this.words.length === 0) return null;
    const each = this.words.map((word) => {
      const rank = word.isPrefix ? `min(case when t.token = ${sql.value(word.text, 'text')} then 0 else 1 end)` : '0';
      return `select t.type, t.record_id, t.handling_id, ${rank} as rank from search_token t
        where ${wordSql('t', word, sql)} and ${readable} group by t.type, t.record_id, t.handling_id`;
    });
    return `select w.type, w.record_id as id, w.handling_id as handling, sum(w.rank)::int as rank
      from (${each.join(' union all ')}) w group by w.type, w.record_id, w.handling_id having count(*) = ${each.length}`;
  }
}
