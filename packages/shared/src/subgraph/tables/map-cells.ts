import type { QueryRunner } from 'typeorm';
import type { DeclaredCell } from './declared-table.js';
import { amongSql } from './order-indexes.js';
import { ASKED } from './row-indexes.js';
import { nameOf } from './sql-name.js';

/** The map is ruled into cells of so many to a degree, which are numbered by rows from the south and by columns from the west. */
export const CELLS_PER_DEGREE = 4;
export const CELL_COLUMNS = 360 * CELLS_PER_DEGREE;

/** The name of the column that holds the cell of a place. */
export const cellColumnOf = (column: string): string => `${column}_cell`;

/**
 * Gives a table the column of the cell that each of its places is in, and an index by it: whole numbers are compared LEAKPROOF, as no
 * operator on shapes is. The database computes it of what the row holds, whoever writes the row. East of the last column comes the first.
 */
export async function addCells(runner: QueryRunner, table: string, cell: DeclaredCell): Promise<void> {
  const [name, column, latitude, longitude] = [table, cell.name, cell.latitude, cell.longitude].map(nameOf);
  const [row, place] = [
    `floor((${latitude} + 90) * ${CELLS_PER_DEGREE})`,
    `floor((${longitude} + 180) * ${CELLS_PER_DEGREE})`,
  ];
  await runner.query(`alter table ${name} add column ${column} integer
    generated always as (${row}::integer * ${CELL_COLUMNS} + ${place}::integer % ${CELL_COLUMNS}) stored`);
  await coverCells(runner, table, cell);
  // Rows are counted in cells of the map as by a value of which there are few.
  await runner.query(amongSql(table, cell.name));
}

/**
 * Makes the index by cells, in the place of one that had no degrees: which places are near, and how far, is told by its entries, also where all
 * rows must be put in order because less than a page is near.
 */
export async function coverCells(runner: QueryRunner, table: string, cell: DeclaredCell): Promise<void> {
  const [name, column, latitude, longitude] = [table, cell.name, cell.latitude, cell.longitude].map(nameOf);
  await runner.query(`drop index if exists ${name}_by_${column}`);
  await runner.query(
    `create index ${name}_by_${column} on ${name} (${column}, id) include (${ASKED}, ${latitude}, ${longitude})`,
  );
}

/** The way back: an index by cells alone. */
export async function uncoverCells(runner: QueryRunner, table: string, column: string): Promise<void> {
  const [name, cell] = [table, column].map(nameOf);
  await runner.query(`drop index ${name}_by_${cell}; create index ${name}_by_${cell} on ${name} (${cell}, id)`);
}

/** The way back; the places stay. */
export async function dropCells(runner: QueryRunner, table: string, column: string): Promise<void> {
  await runner.query(`alter table ${nameOf(table)} drop column ${nameOf(column)}`);
}
