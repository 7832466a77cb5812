import { replay } from '../replay.js';
import type { ChangedCases, LawDiff } from './compare.js';
import { alternativesText, type Row } from './cubes.js';

/** The columns of a case, in the order in which a lawyer asks: of what, under which treaty, by whom, for what, whose. */
const COLUMNS: Readonly<Record<string, string>> = {
  category: 'kind of data',
  regime: 'treaty',
  possibleRegime: 'treaty possibly',
  legalStatus: 'status of the post',
  possibleLegalStatus: 'status possibly',
  role: 'role',
  possibleRole: 'role possibly',
  kind: 'agency',
  purpose: 'purpose',
  ownState: 'made by its own State',
  originator: 'made by itself',
  registerRecord: 'kept by the register',
  person: 'person',
  possiblePerson: 'person possibly',
  immunity: 'immunity',
  possibleImmunity: 'immunity possibly',
  inForce: 'acts',
  notExcluded: 'acts possibly',
  tags: 'marks',
  grounds: 'grounds',
  offences: 'offence',
};

function rowText(row: Row): string {
  const order = Object.keys(COLUMNS);
  const rank = (column: string): number => (order.includes(column) ? order.indexOf(column) : order.length);
  const columns = [...row].toSorted(([one], [other]) => rank(one) - rank(other));
  return columns.map(([column, said]) => `${COLUMNS[column] ?? column}: ${alternativesText(said)}`).join('; ');
}

function casesText({ direction, rule, rows, example }: ChangedCases): string {
  const { request } = replay(example);
  return [
    `${direction} by ${rule}, ${rows.length === 1 ? 'one case' : `${rows.length} cases`}`,
    ...rows.map((row) => `  ${rowText(row)}`),
    `  for example ${JSON.stringify(request)}`,
  ].join('\n');
}

const listed = (what: string, ids: readonly string[]): readonly string[] =>
  ids.length === 0 ? [] : [`${what}: ${ids.join(', ')}`];

/** A change of the law as a lawyer reads it. A case holds wherever nothing else bars, and nothing else opens, the value. */
export function printDiff({ added, removed, changed, reworded, cases, idle }: LawDiff): string {
  const lines = [
    ...listed('added', added),
    ...listed('removed', removed),
    ...listed('changed', changed),
    ...listed('changed in words alone', reworded),
    ...cases.map(casesText),
    ...listed('no outcome turns on', idle),
    cases.length === 0
      ? 'nothing opens, closes or is owed otherwise: proved of every question'
      : 'nothing else opens, closes or is owed otherwise: proved of every question',
  ];
  return `${lines.join('\n')}\n`;
}
