import { csvCell, tableLines } from '../../packages/shared/dist/printed-cells.js';

/** Lines of rows: a table, or CSV by RFC 4180. */
export function printRows(format, rows) {
  const [first] = rows;
  if (first === undefined) return ['nothing'];
  const titles = Object.keys(first);
  const cells = [titles, ...rows.map((row) => titles.map((title) => textOf(row[title])))];
  if (format === 'csv') return cells.map((line) => line.map(csvCell).join(','));
  return tableLines(cells);
}

function textOf(value) {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  return typeof value === 'object' ? Object.values(value).map(textOf).join(' ') : String(value);
}
