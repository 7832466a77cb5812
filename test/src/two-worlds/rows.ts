import type pg from 'pg';
import type { Oracle } from './oracle.js';
import type { LabelledTable } from './tables.js';

/** A row, with its handling in words. */
export interface Row {
  readonly id: string;
  readonly handling: string;
}

/** Rows of one table that are looked at; the register has ten thousand posts. */
const ROWS_MAX = 200;

/** The rows of a table, parted into what a viewer sees and what it does not, in an order that no id gives away. */
export async function readRows(
  owner: pg.Client,
  { table }: LabelledTable,
  oracle: Oracle,
): Promise<{ readonly seen: readonly Row[]; readonly hidden: readonly Row[] }> {
  const { rows } = await owner.query<Row>(
    `select t.id, h.text as handling from ${table} t join handling h on h.id = t.handling_id order by md5(t.id) limit ${ROWS_MAX}`,
  );
  return {
    seen: rows.filter(({ handling }) => oracle.seesRow(handling)),
    hidden: rows.filter(({ handling }) => !oracle.seesRow(handling)),
  };
}
