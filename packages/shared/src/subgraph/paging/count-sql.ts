import { type HandlingNumber, parseHandlingNumber } from '../../brands.js';
import { COUNTS } from '../tables/row-counts.js';
import { EXACT_MAX } from './exact-max.js';
import { fewOf, type RowQuestion, rowsAsked, testsOf, whereOf } from './page-sql.js';
import type { SqlText } from './sql-text.js';

/** How many rows there are, and their distinct handlings. */
export interface Count {
  readonly rows: number;
  /** False when there are more than that. */
  readonly isExact: boolean;
  readonly handlings: readonly HandlingNumber[];
}

/** A statement that counts. */
interface Counting {
  readonly text: string;
  /** Whether it stops at a bound. */
  readonly isBounded: boolean;
}

/** Counts rows, with the handlings that were counted. What is asked for without a test the database keeps count of. Null for no row. */
export function countSql(question: RowQuestion, sql: SqlText): Counting | null {
  const { spec } = question;
  const asked = rowsAsked(question, sql);
  if (asked.rows.isEmpty) return null;
  const tests = testsOf(question, asked);
  const few = fewOf(question, asked);
  const among = few === null ? asked.among() : [`t.handling_id = any(${asked.value(few, 'int4[]')})`];
  const isBounded = tests.length > 0;
  const source = isBounded
    ? `select c.handling_id, count(*) as rows from (select t.handling_id from ${spec.table} t
           ${whereOf([...among, ...tests])} limit ${EXACT_MAX + 1}) c group by 1`
    : `select t.handling_id, sum(t.rows) as rows from ${COUNTS} t
           ${whereOf([`t.table_name = '${spec.table}'`, ...among])} group by 1 having sum(t.rows) > 0`;
  const text = `select coalesce(sum(n.rows), 0)::int as count, array_agg(n.handling_id) as handlings from (${source}) n`;
  return { text, isBounded };
}

/** What such a statement answers with. */
export function toCount(
  { count, handlings }: { readonly count?: unknown; readonly handlings?: unknown },
  isBounded: boolean,
): Count {
  const rows = Number(count ?? 0);
  return {
    rows,
    isExact: !isBounded || rows <= EXACT_MAX,
    handlings: Array.isArray(handlings) ? handlings.map((id) => parseHandlingNumber(Number(id))) : [],
  };
}
