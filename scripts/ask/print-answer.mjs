import { printRows } from './print-rows.mjs';

/** Lines of an answer: its lists one after the other, and for people how many rows of each have which value. */
export function printAnswer(format, lists) {
  if (format === 'json' && lists.length > 1)
    return lists.flatMap(({ name, rows }) =>
      printRows(
        format,
        rows.map((row) => ({ list: name, ...row })),
      ),
    );
  return lists.flatMap(({ name, rows, groups }, at) => {
    const title = lists.length > 1 && format === 'table' ? [`${at > 0 ? '\n' : ''}${name}`] : [];
    const counted = rows.length === 0 && groups.length > 0;
    if (format !== 'table') return printRows(format, counted ? groupRows(name, groups) : rows);
    return [...title, ...(counted ? [] : printRows(format, rows)), ...groups.map(groupLine)];
  });
}

const groupRows = (list, groups) =>
  groups.flatMap(({ by, values }) => values.map(({ value, count }) => ({ list, by, value, count })));

/** Of a group that is too small its count is not told. */
const groupLine = ({ by, values }) =>
  `${by}: ${values.map(({ value, count }) => `${value ?? 'none'} ${count ?? 'few'}`).join(', ') || 'nothing'}`;
