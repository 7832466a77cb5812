import { csvCell, tableLines } from '@chancery/shared/printed-cells';
import type { FoundAccess } from './find-accesses.js';
import type { Form } from './question.js';

type Column = readonly [title: string, of: (found: FoundAccess) => string];

const COLUMNS: readonly Column[] = [
  ['time', ({ time }) => time],
  ['decision', ({ decision }) => decision],
  ['coordinate', ({ coordinate }) => coordinate],
  ['count', ({ count }) => String(count)],
  ['missions', ({ missions }) => missions.join(' ')],
  ['agency', ({ agency }) => agency],
  ['subject', ({ subject }) => subject],
  ['clearances', ({ clearances }) => clearanceText(clearances)],
  ['purpose', ({ purpose }) => purpose],
  ['case', (found) => found.case ?? ''],
  ['rules', ({ rules }) => rules.join(' ')],
  ['acts', ({ acts }) => acts.join(' ')],
  ['asked by', ({ asked }) => asked.join(' ')],
  ['stated basis', ({ stated }) => stated ?? ''],
  ['receipt', ({ receipt }) => receipt],
];

/** Lines before the first access. */
export function headOf(form: Form): string[] {
  return form === 'csv' ? [COLUMNS.map(([title]) => title).join(',')] : [];
}

/** Lines of a page of accesses: of a table by column, of CSV by RFC 4180, of JSON one object each. */
export function printFound(form: Form, found: readonly FoundAccess[]): string[] {
  switch (form) {
    case 'json':
      return found.map((each) => JSON.stringify(each));
    case 'csv':
      return found.map((each) => COLUMNS.map(([, of]) => csvCell(of(each))).join(','));
    case 'table':
      return tableOf(found);
  }
}

function tableOf(found: readonly FoundAccess[]): string[] {
  if (found.length === 0) return [];
  return tableLines([COLUMNS.map(([title]) => title), ...found.map((each) => COLUMNS.map(([, of]) => of(each)))]);
}

const clearanceText = (clearances: Readonly<Record<string, number>>): string =>
  Object.entries(clearances)
    .map(([policy, rank]) => `${policy}:${rank}`)
    .join(' ');
