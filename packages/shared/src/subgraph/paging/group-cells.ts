import { ClientError } from '../../errors.js';
import { CELL_DEGREES, type MapCell } from '../../schema/map-cell.js';
import type { CellSize } from '../../schema/place-conditions.js';
import { CELL_COLUMNS, CELLS_PER_DEGREE } from '../tables/map-cells.js';

/** The northernmost row of cells that are more than a line: the pole itself is counted in it. */
const LAST_ROW = 180 * CELLS_PER_DEGREE - 1;

/** Throws INPUT_INVALID for cells of a size that rows are not counted in. */
export function checkCells({ degrees }: CellSize, argument: string): void {
  if (CELL_DEGREES.includes(degrees)) return;
  const sizes = CELL_DEGREES.join(', ');
  throw new ClientError('INPUT_INVALID', `\`${degrees}\` is none of ${sizes}`, `${argument}.degrees`);
}

/** SQL of the number of the cell of that size which the cell in a column is a part of; they are numbered as those are. */
export function cellOfSizeSql(column: string, { degrees }: CellSize): string {
  const side = degrees * CELLS_PER_DEGREE;
  const row = `least(${column} / ${CELL_COLUMNS}, ${LAST_ROW})`;
  return `(${row} / ${side} * ${CELL_COLUMNS} + ${column} % ${CELL_COLUMNS} / ${side})`;
}

/** The edges of the cell with that number. */
export function cellOf(number: number, { degrees }: CellSize): MapCell {
  const south = Math.floor(number / CELL_COLUMNS) * degrees - 90;
  const west = (number % CELL_COLUMNS) * degrees - 180;
  return { south, west, north: south + degrees, east: west + degrees };
}
