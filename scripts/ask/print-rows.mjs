/** Lines of rows: a table, CSV by RFC 4180, or JSON one object each. */
export function printRows(format, rows) {
  if (format === 'json') return rows.map((row) => JSON.stringify(row));
  const [first] = rows;
  if (first === undefined) return ['nothing'];
  const titles = Object.keys(first);
  const cells = [titles, ...rows.map((row) => titles.map((title) => textOf(row[title])))];
  if (format === 'csv') return cells.map((line) => line.map(csvCell).join(','));
  if (format !== 'table') throw new Error(`--format: \`${format}\` is not table, csv or json`);
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

/** A cell that a spreadsheet would run as a formula begins with an apostrophe. */
function csvCell(text) {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
