/** Lines of rows: a table, or CSV by RFC 4180. */
export function printRows(format, rows) {
  const [first] = rows;
  if (first === undefined) return ['nothing'];
  const titles = Object.keys(first);
  const cells = [titles, ...rows.map((row) => titles.map((title) => textOf(row[title])))];
  if (format === 'csv') return cells.map((line) => line.map(csvCell).join(','));
  const widths = titles.map((_, column) => Math.max(...cells.map((line) => line[column].length)));
  return cells.map((line) =>
    line
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
}

function textOf(value) {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(textOf).join(' ');
  return typeof value === 'object' ? Object.values(value).map(textOf).join(' ') : String(value);
}

/** Beginnings that a spreadsheet takes for a formula, those of full width among them (OWASP, CSV injection). */
const FORMULA = /^[\s\p{Cc}]*[=+\-@|%＝＋－＠]|^[\t\r\n]/u;

/** A cell that a spreadsheet would run as a formula begins with an apostrophe. */
export function csvCell(text) {
  const inert = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
