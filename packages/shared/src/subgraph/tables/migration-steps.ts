import type { Catalogue } from './catalogue.js';
import { columnRuleSql, columnSql, columnTypeSql, quoted } from './column-sql.js';
import type { DeclaredCell, DeclaredColumn, DeclaredPairs, DeclaredTable } from './declared-table.js';
import { type Difference, foundTypeSql, wordCheckOf } from './differences.js';
import { languageColumns } from './language-indexes.js';
import type { OrderedColumns } from './order-indexes.js';
import { COUNTS } from './row-counts.js';
import { nameOf } from './sql-name.js';

/** Statements of a migration, as lines of its code. */
export interface Steps {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/** Characters of a line of code in the body of a migration. */
const LINE_MAX = 116;

const ID_RULE = '[0-9a-hjkmnp-tv-z]{26}';
const query = (sql: string): string => `await runner.query(\`${sql.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\`);`;

/** What a service has from the first record on whose changes are told, and from the first that commands make. */
export function sharedSteps(differences: readonly Difference[], catalogue: Catalogue): Steps[] {
  const isNew = (difference: Difference, what: Difference['what']) =>
    difference.what === what || difference.what === 'no table';
  const told = differences.some((each) => each.table.isTold && isNew(each, 'not told'));
  const written = differences.some(
    (each) =>
      (isNew(each, 'not written') && (each.table.isWritten || each.what === 'not written')) ||
      (each.table.changed.length > 0 && isNew(each, 'not changed')),
  );
  const outbox = {
    up: ['await createOutbox(runner);', 'await letOutboxWithdraw(runner);'],
    down: [query('drop table outbox')],
  };
  const commands = {
    up: ['await createCommandTables(runner);'],
    down: [query('drop table record_version'), query('drop table label_source'), query('drop table command')],
  };
  const sources = { up: ['await createLabelSources(runner);'], down: [query('drop table label_source')] };
  const events = { up: ['await createEventTable(runner);'], down: ['await dropEventTable(runner);'] };
  const searched = differences.some((each) => each.table.isSearched && isNew(each, 'not searched'));
  const search = {
    up: ['await createSearchTable(runner);', 'await coverWordsByHandling(runner);'],
    down: ['await dropSearchTable(runner);'],
  };
  const lists = { up: ['await listWords(runner);'], down: ['await endLists(runner);'] };
  const counted = differences.some((each) => each.table.isCounted && isNew(each, 'not counted'));
  const counts = { up: ['await createRowCounts(runner);'], down: ['await dropRowCounts(runner);'] };
  return [
    ...(counted && !catalogue.has(COUNTS) ? [counts] : []),
    ...(searched && !catalogue.has('search_token') ? [search] : []),
    ...(searched && !catalogue.has('search_list') ? [lists] : []),
    ...(told && !catalogue.has('event') ? [events] : []),
    ...(written && !catalogue.has('outbox') ? [outbox] : []),
    ...(written && !catalogue.has('command') ? [commands] : []),
    ...(written && catalogue.has('command') && !catalogue.has('label_source') ? [sources] : []),
  ];
}

/** What makes one difference good, and what takes that back. */
export function stepsOf(difference: Difference): Steps {
  const { table } = difference;
  switch (difference.what) {
    case 'no table':
      return tableSteps(table);
    case 'no pairs':
      return pairsSteps(table, difference.pairs);
    case 'not bound':
      return { up: [bindStep(table, difference.pairs)], down: [] };
    case 'not told':
      return toldSteps(table, difference.pairs);
    case 'not written':
      return writtenSteps(table, difference.pairs);
    case 'not changed':
      return changedSteps(table);
    case 'not searched':
      // One table holds the words of all records.
      return { up: [], down: [] };
    case 'no cells':
      return cellSteps(table, difference.cell);
    case 'not counted':
      return countedSteps(table);
    case 'not indexed':
      return indexSteps(table);
    case 'not in order':
      return orderSteps(table, difference.missing);
    case 'not in languages':
      return languageSteps(table);
    case 'no column':
      return columnSteps(table, difference.column);
    case 'type': {
      const { column, found } = difference;
      return alterSteps(table, column, `type ${columnTypeSql(column)}`, `type ${foundTypeSql(found)}`);
    }
    case 'null': {
      const { column, found } = difference;
      const [set, drop] = ['set not null', 'drop not null'];
      return alterSteps(table, column, found.isNullable ? set : drop, found.isNullable ? drop : set);
    }
    case 'words':
      return wordsSteps(difference);
  }
}

function tableSteps(table: DeclaredTable): Steps {
  const { columns, rules, prefix, pairs, cells } = table;
  const name = nameOf(table.name);
  const [id, ...others] = columns.map((column) => columnSql(column));
  const lines = [
    `${id?.replace(' not null', ' primary key')} check (id ~ ${quoted(`^${prefix}_${ID_RULE}$`)})`,
    ...others,
    'imported_by text',
    ...rules.map((rule) => `check (${rule})`),
  ];
  const cellsOfTable = cells.map((each) => cellSteps(table, each));
  const pairSteps = pairs.map((each) => pairsSteps(table, each));
  return {
    up: [
      query(`create table ${name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`),
      bindStep(table, null),
      `await letWithdraw(runner, '${name}');`,
      ...indexSteps(table).up,
      ...orderSteps(table).up,
      ...languageSteps(table).up,
      ...(table.isCounted ? [`await countRows(runner, '${name}');`] : []),
      ...(table.isTold ? toldSteps(table, null).up : []),
      ...(table.isWritten ? writtenSteps(table, null).up : []),
      ...(table.changed.length > 0 ? changedSteps(table).up : []),
      ...cellsOfTable.flatMap(({ up }) => up),
      ...pairSteps.flatMap(({ up }) => up),
    ],
    down: [...pairSteps.flatMap(({ down }) => down), query(`drop table ${name}`)],
  };
}

function cellSteps({ name }: DeclaredTable, { name: column, latitude, longitude }: DeclaredCell): Steps {
  const cell = `{ name: '${column}', latitude: '${latitude}', longitude: '${longitude}' }`;
  return {
    up: [`await addCells(runner, '${name}', ${cell});`],
    down: [`await dropCells(runner, '${name}', '${column}');`],
  };
}

function bindStep({ name }: DeclaredTable, pairs: DeclaredPairs | null): string {
  return pairs === null
    ? `await bindRows(runner, '${name}');`
    : `await bindRowsTo(runner, '${pairs.name}', '${name}', '${pairs.holder}');`;
}

function toldSteps({ name, type }: DeclaredTable, pairs: DeclaredPairs | null): Steps {
  const link = pairs && `{ through: '${pairs.name}', holder: '${pairs.holder}', table: '${name}', type: '${type}' }`;
  return {
    up: [link === null ? `await tellRows(runner, '${name}', '${type}');` : `await tellLinks(runner, ${link});`],
    down: [query(`drop trigger tell on ${pairs?.name ?? name}`)],
  };
}

/** The policy is bound anew with it: it takes the index for what it is only as it is written today. */
function countedSteps({ name }: DeclaredTable): Steps {
  return {
    up: [`await bindAnew(runner, '${name}');`, `await countRows(runner, '${name}');`],
    down: [`await endCount(runner, '${name}');`],
  };
}

function indexSteps({ name, found }: DeclaredTable): Steps {
  if (found === null) return { up: [], down: [] };
  const lists = [found.at, found.hashed, found.apart].map((columns) => columns.map(nameOf).join(' '));
  const given = lists.slice(0, lists.findLastIndex((list) => list !== '') + 1);
  return {
    up: [`await indexRows(${argumentsOf(name, given)});`],
    down: [`await endIndexes(${argumentsOf(name, given.slice(0, 2))});`],
  };
}

function orderSteps({ name, found }: DeclaredTable, of: OrderedColumns | null = found): Steps {
  if (of === null || of.ordered.length + of.counted.length === 0) return { up: [], down: [] };
  const beside = of.ordered.length === 0 ? [] : found?.at.filter((column) => !found.apart.includes(column));
  const [others = '', ordered = '', counted = ''] = [beside ?? [], of.ordered, of.counted].map((columns) =>
    columns.map(nameOf).join(' '),
  );
  return {
    up: [callOf('indexOrders', name, [others, ordered, counted])],
    down: [callOf('endOrders', name, [ordered, counted])],
  };
}

function languageSteps(table: DeclaredTable): Steps {
  const { name, languages = [] } = table;
  const columns = languageColumns(table);
  if (columns.length === 0 || languages.length === 0) return { up: [], down: [] };
  const lists = [columns.map(nameOf).join(' '), languages.join(' ')];
  return { up: [callOf('indexLanguages', name, lists)], down: [callOf('endLanguages', name, lists)] };
}

/** A call for a table, with lists of its columns, as a formatter has it. */
function callOf(helper: string, table: string, lists: readonly string[]): string {
  const line = `await ${helper}(${argumentsOf(table, lists)});`;
  const parts = ['runner', ...[table, ...lists].map((text) => `'${text}'`)];
  return line.length > LINE_MAX ? `await ${helper}(\n${parts.map((part) => `  ${part},\n`).join('')});` : line;
}

/** Of a call for a table, with lists of its columns. */
const argumentsOf = (table: string, lists: readonly string[]): string =>
  ['runner', ...[table, ...(lists.length === 0 ? [''] : lists)].map((text) => `'${text}'`)].join(', ');

function writtenSteps({ name }: DeclaredTable, pairs: DeclaredPairs | null): Steps {
  if (pairs !== null) {
    return {
      up: [`await allowPairInserts(runner, '${pairs.name}', '${name}', '${pairs.holder}');`],
      down: [query(`drop policy written on ${nameOf(pairs.name)}`)],
    };
  }
  return {
    up: [`await allowInserts(runner, '${name}');`],
    down: [query(`drop policy written on ${nameOf(name)}`)],
  };
}

function changedSteps({ name, changed }: DeclaredTable): Steps {
  const columns = changed.map((column) => `'${nameOf(column)}'`);
  const line = `await allowChanges(runner, '${name}', [${columns.join(', ')}]);`;
  const lines = `await allowChanges(runner, '${name}', [\n${columns.map((column) => `  ${column},\n`).join('')}]);`;
  return {
    up: [line.length > LINE_MAX ? lines : line],
    down: [`await endChanges(runner, '${name}');`],
  };
}

function pairsSteps(table: DeclaredTable, pairs: DeclaredPairs): Steps {
  const [name, holder, target] = [pairs.name, pairs.holder, pairs.target].map(nameOf);
  const parent = table.name;
  return {
    up: [
      // The other row may be another service's: a link can be older than the news of it, and is hidden until then.
      query(
        `create table ${name} (\n  ${holder} text not null references ${nameOf(parent)} (id),\n  ${target} text not null,\n  primary key (${holder}, ${target})\n)`,
      ),
      query(`create index ${name}_by_target on ${name} (${target}, ${holder})`),
      bindStep(table, pairs),
      ...(table.isTold ? toldSteps(table, pairs).up : []),
      ...(pairs.isWritten ? writtenSteps(table, pairs).up : []),
    ],
    down: [query(`drop table ${name}`)],
  };
}

function columnSteps({ name }: DeclaredTable, column: DeclaredColumn): Steps {
  const table = nameOf(name);
  // A table that has rows takes no column that is not null without a value for them.
  const later = column.isNullable
    ? []
    : [
        '// Rows that are there need a value before this.',
        query(`alter table ${table} alter column ${nameOf(column.name)} set not null`),
      ];
  return {
    up: [query(`alter table ${table} add column ${columnSql({ ...column, isNullable: true })}`), ...later],
    down: [query(`alter table ${table} drop column ${nameOf(column.name)}`)],
  };
}

function alterSteps({ name }: DeclaredTable, column: DeclaredColumn, to: string, back: string): Steps {
  const alter = (change: string): string =>
    query(`alter table ${nameOf(name)} alter column ${nameOf(column.name)} ${change}`);
  return { up: [alter(to)], down: [alter(back)] };
}

function wordsSteps({ table, column, found }: Extract<Difference, { what: 'type' | 'null' | 'words' }>): Steps {
  const name = nameOf(table.name);
  const rule = columnRuleSql(column) ?? 'true';
  const check = wordCheckOf(found);
  const checkName = nameOf(check?.name ?? `${name}_${column.name}_check`);
  const drop = query(`alter table ${name} drop constraint ${checkName}`);
  const add = (text: string): string => query(`alter table ${name} add constraint ${checkName} ${text}`);
  return {
    up: [...(check === null ? [] : [drop]), add(`check (${rule})`)],
    down: [drop, ...(check === null ? [] : [add(check.text)])],
  };
}
