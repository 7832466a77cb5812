import { ClientError } from '../../errors.js';
import { PAGE_DEFAULT, PAGE_MAX } from '../../schema/connection-args.js';
import { GROUP_LEAST, type Group } from '../../schema/group.js';
import type { CallContext } from '../reading/call-context.js';
import { oneOfEachKind } from '../visibility/handling-kinds.js';
import type { Column } from './declared-columns.js';
import type { PageStatements } from './page-statements.js';
import { SqlText } from './sql-text.js';

/** What the rows of a connection are counted by. */
export interface Grouping {
  readonly field: string;
  readonly size: number;
}

/** Checks what rows are to be counted by; throws INPUT_INVALID for a size that is none. */
export function parseGrouping(field: string, first: number | null | undefined): Grouping {
  const size = first ?? PAGE_DEFAULT;
  if (size >= 0 && size <= PAGE_MAX) return { field, size };
  throw new ClientError('INPUT_INVALID', `\`${size}\` is not from 0 to ${PAGE_MAX}`, 'first');
}

/** How many rows of each parent have each value of a field. */
export async function loadGroups(
  context: CallContext,
  statements: PageStatements,
  { field, size }: Grouping,
  parents: readonly string[],
): Promise<Group[][]> {
  const { spec } = statements.question;
  const sql = new SqlText(context.masks);
  const grouped = groupsSql(
    { table: spec.table, column: spec.columnOf(field), where: await statements.whereSql(sql), size },
    sql,
  );
  const rows = await statements.ofParents(parents, 'value, rows, handlings', grouped, sql);
  return rows.map((of) =>
    of.map(({ value, rows: count, handlings }) => ({
      value: value === null || value === undefined ? null : String(value),
      count: count === null ? null : Number(count),
      isSuppressed: count === null,
      handlings: oneOfEachKind(handlings ?? [], context.handlings),
    })),
  );
}

interface Counted {
  readonly table: string;
  readonly column: Column;
  /** Which rows `t` are counted. */
  readonly where: string;
  readonly size: number;
}

/**
 * SQL of the largest groups, and then of those whose count is not told: the small ones and, where there are any, the next smallest
 * until there are two of them with rows enough, so that no total gives one away. A value that the viewer may not read is none.
 */
function groupsSql({ table, column, where, size }: Counted, sql: SqlText): string {
  const mask = sql.mask(column.guard);
  const value = mask === null ? column.sql : `case when ${mask} then ${column.sql} end`;
  const grouped = `select ${value} as value, count(*)::int as rows, array_agg(distinct t.handling_id) as handlings
    from ${table} t ${where} group by 1`;
  const ranked = `select g.*, min(rows) over () as smallest, row_number() over w as place,
      coalesce(sum(rows) over (w rows between unbounded preceding and 1 preceding), 0) as ahead
    from (${grouped}) g window w as (order by rows, value)`;
  const isKept = `rows < ${GROUP_LEAST} or (smallest < ${GROUP_LEAST} and (place <= 2 or ahead < ${GROUP_LEAST}))`;
  const told = `select value, handlings, case when ${isKept} then null else rows end as rows from (${ranked}) r`;
  return `select value::text, handlings, rows from (${told}) s order by rows desc nulls last, s.value nulls last limit ${size}`;
}
