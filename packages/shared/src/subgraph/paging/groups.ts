import { ClientError, InternalError } from '../../errors.js';
import { PAGE_DEFAULT, PAGE_MAX } from '../../schema/connection-args.js';
import type { GroupedBy } from '../../schema/connection-types.js';
import { GROUP_LEAST, type Group } from '../../schema/group.js';
import type { CellSize } from '../../schema/place-conditions.js';
import type { CallContext } from '../reading/call-context.js';
import { oneOfEachKind } from '../visibility/handling-kinds.js';
import type { ConnectionSpec } from './connection-spec.js';
import type { Column } from './declared-columns.js';
import { cellOf, cellOfSizeSql, checkCells } from './group-cells.js';
import type { PageStatements } from './page-statements.js';
import { SqlText } from './sql-text.js';

/** What the rows of a connection are counted by, and how many groups are told. */
export interface Grouping extends GroupedBy {
  readonly size: number;
}

/** Checks what rows are to be counted by; throws INPUT_INVALID for a size that is none, of a page or of cells. */
export function parseGrouping({ field, cells }: GroupedBy, first: number | null | undefined): Grouping {
  if (cells !== null) checkCells(cells, `by.${field}`);
  const size = first ?? PAGE_DEFAULT;
  if (size >= 0 && size <= PAGE_MAX) return { field, cells, size };
  throw new ClientError('INPUT_INVALID', `\`${size}\` is not from 0 to ${PAGE_MAX}`, 'first');
}

/** How many rows of each parent have each value of a field. */
export async function loadGroups(
  context: CallContext,
  statements: PageStatements,
  { field, cells, size }: Grouping,
  parents: readonly string[],
): Promise<Group[][]> {
  const { spec } = statements.question;
  const sql = new SqlText(context.masks);
  const grouped = groupsSql(
    { table: spec.table, value: groupedValueOf(spec, field, cells), where: await statements.whereSql(sql), size },
    sql,
  );
  const rows = await statements.ofParents(parents, 'value, rows, handlings', grouped, sql);
  return rows.map((of) =>
    of.map(({ value, rows: count, handlings }) => ({
      ...toldValue(value, cells),
      count: count === null ? null : Number(count),
      isSuppressed: count === null,
      handlings: oneOfEachKind(handlings ?? [], context.handlings),
    })),
  );
}

/** The value of the row `t` that it is counted by, and what guards it. */
function groupedValueOf(
  spec: ConnectionSpec<object>,
  field: string,
  cells: CellSize | null,
): Pick<Column, 'sql' | 'guard'> {
  if (cells === null) return spec.columnOf(field);
  const place = spec.placeOf(field);
  if (place === undefined) throw new InternalError('INTERNAL', `\`${field}\` of ${spec.name} is no place`);
  return { sql: cellOfSizeSql(place.cell, cells), guard: place.guard };
}

/** A group by what its rows have in common; of a cell it is its southern and western edge. */
function toldValue(
  value: string | number | readonly number[] | null | undefined,
  cells: CellSize | null,
): Pick<Group, 'value' | 'cell'> {
  if (value === null || value === undefined) return { value: null, cell: null };
  if (cells === null) return { value: String(value), cell: null };
  const cell = cellOf(Number(value), cells);
  return { value: `${cell.south},${cell.west}`, cell };
}

interface Counted {
  readonly table: string;
  readonly value: Pick<Column, 'sql' | 'guard'>;
  /** Which rows `t` are counted. */
  readonly where: string;
  readonly size: number;
}

/**
 * SQL of the largest groups, and then of those whose count is not told: the small ones and, where there are any, the next smallest
 * until there are two of them with rows enough, so that no total gives one away. A value that the viewer may not read is none.
 */
function groupsSql({ table, value: counted, where, size }: Counted, sql: SqlText): string {
  const mask = sql.mask(counted.guard);
  const value = mask === null ? counted.sql : `case when ${mask} then ${counted.sql} end`;
  // By value and handling first, as an index of the field has them: all rows put in order for their distinct handlings would cost more than to count them.
  const counts = `select ${value} as value, t.handling_id, count(*) as rows from ${table} t ${where} group by 1, 2`;
  const grouped = `select c.value, sum(c.rows)::int as rows, array_agg(c.handling_id) as handlings from (${counts}) c group by 1`;
  const ranked = `select g.*, min(rows) over () as smallest, row_number() over w as place,
      coalesce(sum(rows) over (w rows between unbounded preceding and 1 preceding), 0) as ahead
    from (${grouped}) g window w as (order by rows, value)`;
  const isKept = `rows < ${GROUP_LEAST} or (smallest < ${GROUP_LEAST} and (place <= 2 or ahead < ${GROUP_LEAST}))`;
  const told = `select value, handlings, case when ${isKept} then null else rows end as rows from (${ranked}) r`;
  return `select value::text, handlings, rows from (${told}) s order by rows desc nulls last, s.value nulls last limit ${size}`;
}
