import { csvCell } from '../../packages/shared/dist/printed-cells.js';
import { ocsfEvent } from './ocsf-event.mjs';
import { printRows } from './print-rows.mjs';

/** The forms that an answer may have. */
export const FORMATS = ['table', 'csv', 'json', 'jsonl', 'ocsf'];

/**
 * Lines of an answer, each form under the mark of what is in it: for people with how many rows of each have which value; for files as CSV, as one
 * JSON document, as a line for each row, or as events of the Open Cybersecurity Schema Framework.
 */
export function printAnswer(format, { question, banner, receipts, lists }) {
  switch (format) {
    case 'table':
      return [banner, ...lists.flatMap((list, at) => tableOf(list, at, lists.length)), banner];
    case 'csv':
      return [csvCell(`# ${banner}`), ...csvOf(lists)];
    case 'json':
      return [
        JSON.stringify({
          question,
          banner,
          receipts,
          lists: Object.fromEntries(lists.map((list) => [list.name, rowsOf(list)])),
        }),
      ];
    case 'jsonl':
      return [
        JSON.stringify({ question, banner, receipts }),
        ...lists.flatMap((list) => rowsOf(list).map((row) => JSON.stringify({ list: list.name, ...row }))),
      ];
    case 'ocsf':
      return lists.flatMap(({ rows }) => rows.map((row, place) => JSON.stringify(ocsfEvent(row, { banner, place }))));
    default:
      throw new Error(`--format: \`${format}\` is none of ${FORMATS.join(', ')}`);
  }
}

/** One table, whatever lists there are: a file of several with titles of their own is read by no tool (RFC 4180). */
function csvOf(lists) {
  const rows = lists.flatMap((list) =>
    rowsOf(list).map((row) => (lists.length > 1 ? { list: list.name, ...row } : row)),
  );
  const titles = [...new Set(rows.flatMap(Object.keys))];
  const whole = rows.map((row) => Object.fromEntries(titles.map((title) => [title, row[title] ?? null])));
  return whole.length === 0 ? [] : printRows('csv', whole);
}

function tableOf({ name, rows, groups }, at, count) {
  const title = count > 1 ? [`${at > 0 ? '\n' : ''}${name}`] : [];
  return [
    ...title,
    ...(rows.length === 0 && groups.length > 0 ? [] : printRows('table', rows)),
    ...groups.map(groupLine),
  ];
}

/** Where only groups were asked for, a row for each. */
const rowsOf = ({ name, rows, groups }) => (rows.length === 0 && groups.length > 0 ? groupRows(name, groups) : rows);

const groupRows = (list, groups) =>
  groups.flatMap(({ by, values }) => values.map(({ value, count }) => ({ list, by, value, count })));

/** Of a group that is too small its count is not told. */
const groupLine = ({ by, values }) =>
  `${by}: ${values.map(({ value, count }) => `${value ?? 'none'} ${count ?? 'few'}`).join(', ') || 'nothing'}`;
