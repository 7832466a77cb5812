import type { HandlingNumber } from '../../brands.js';
import type { ConnectionArgs } from '../../schema/connection-args.js';
import type { Edge, GroupedPage } from '../../schema/connection-types.js';
import type { Group } from '../../schema/group.js';
import type { PageInfo } from '../../schema/page-info.js';
import type { CallContext } from '../reading/call-context.js';
import { oneOfEachKind } from '../visibility/handling-kinds.js';
import type { ConnectionScope, ConnectionSpec, FixedTests } from './connection-spec.js';
import type { Count } from './count-sql.js';
import { loadGroups, parseGrouping } from './groups.js';
import { pageSql } from './page-sql.js';
import { PageStatements, type Slice } from './page-statements.js';
import { cursorOf, type PageWindow, parseWindow } from './page-window.js';
import { SqlText } from './sql-text.js';

/** Ids of rows that meet fixed tests, in the order of ids and at most so many. */
export async function idsOf(
  context: CallContext,
  spec: ConnectionSpec<object>,
  { filter: fixed }: FixedTests,
  most: number,
): Promise<readonly string[]> {
  const question = { spec, filter: null, words: [], rare: null, link: null, fixed };
  const sql = new SqlText(context.masks);
  const text = pageSql(question, { order: [], backward: false, bounds: [], limit: most }, sql);
  if (text === null) return [];
  const rows = await context.read((manager) => manager.query<{ id: string }[]>(text, sql.values));
  return rows.map(({ id }) => id);
}

/** The page of a connection that the arguments ask for; the same page of many parents takes one statement. */
export function connect<T extends object>(
  context: CallContext,
  spec: ConnectionSpec<T>,
  args: ConnectionArgs,
  scope: ConnectionScope | null = null,
  fixed: FixedTests | null = null,
): GroupedPage<T> {
  const window = parseWindow(context, spec, args, scope, fixed?.of ?? null);
  const question = {
    spec,
    filter: args.filter ?? null,
    words: window.words,
    rare: null,
    window,
    link: scope?.field ?? null,
    fixed: fixed?.filter ?? null,
  };
  const statements = new PageStatements(context, question);
  const parent = scope?.id ?? '';
  // A cursor belongs to one parent, so a page that begins at one is shared with nobody else's.
  const isShared = window.after === null && window.before === null;
  const shared = isShared ? window.shared : JSON.stringify([window.shared, parent, args.after, args.before]);
  const loadSlice = context.loader<string, Slice>(`slice ${shared}`, (ids) => statements.slices(ids));
  const loadCount = context.loader<string, Count>(`count ${shared}`, (ids) => statements.counts(ids));

  const slice = () => loadSlice.load(parent);
  const handlingBeside = async (side: 'after' | 'before'): Promise<HandlingNumber | null> => {
    const position = window[side];
    return position === null ? null : statements.handlingBeside(parent, position, side);
  };
  const besides = async (side: 'after' | 'before'): Promise<boolean> => (await handlingBeside(side)) !== null;
  const cursorAt = async (index: 0 | -1): Promise<string | null> => {
    const position = (await slice()).positions.at(index);
    return position === undefined ? null : cursorOf(context, window, position);
  };
  const pageInfo: PageInfo = {
    get hasNextPage() {
      return slice().then(({ more }) => (!window.backward && more) || besides('before'));
    },
    get hasPreviousPage() {
      return slice().then(({ more }) => (window.backward && more) || besides('after'));
    },
    get startCursor() {
      return cursorAt(0);
    },
    get endCursor() {
      return cursorAt(-1);
    },
    get handlings() {
      return toldOf();
    },
  };
  /** Of the page and the row after it. What lies beside is told by the caller's own cursor, but where there is no page. */
  const toldOf = async (): Promise<readonly number[]> => {
    const { handlings } = await slice();
    const beside = handlings.length > 0 ? [] : [await handlingBeside('after'), await handlingBeside('before')];
    return oneOfEachKind([...handlings, ...beside.filter((handling) => handling !== null)], context.handlings);
  };
  return {
    pageInfo,
    groups(by, first) {
      const grouping = parseGrouping(by, first);
      const key = `groups ${shared} ${JSON.stringify(grouping)}`;
      return context.loader<string, Group[]>(key, (ids) => loadGroups(context, statements, grouping, ids)).load(parent);
    },
    // Each is read when it is asked for.
    get edges() {
      return slice().then(({ positions }) => edgesOf(context, spec, window, positions));
    },
    get totalCount() {
      return loadCount.load(parent).then(({ rows }) => rows);
    },
    get isExact() {
      return loadCount.load(parent).then(({ isExact }) => isExact);
    },
    get handlings() {
      return loadCount.load(parent).then(({ handlings }) => oneOfEachKind(handlings, context.handlings));
    },
  };
}

/** The rows at these positions, each with its cursor; one that is gone since is left out. */
async function edgesOf<T extends object>(
  context: CallContext,
  spec: ConnectionSpec<T>,
  window: PageWindow,
  positions: Slice['positions'],
): Promise<Edge<T>[]> {
  const nodes = await Promise.all(positions.map(({ id }) => spec.load(context, id)));
  return positions.flatMap((position, index) => {
    const node = nodes[index] ?? null;
    return node === null ? [] : [{ node, cursor: cursorOf(context, window, position) }];
  });
}
