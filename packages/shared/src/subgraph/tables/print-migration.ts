import type { Catalogue } from './catalogue.js';
import { columnRuleSql, columnSql, columnTypeSql, quoted } from './column-sql.js';
import type { DeclaredColumn, DeclaredPairs, DeclaredTable } from './declared-table.js';
import { type Difference, foundTypeSql, wordCheckOf } from './differences.js';
import { nameOf } from './sql-name.js';

/** Statements of a migration, as lines of its code. */
interface Steps {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/** What a migration is called, and when it was printed. */
export interface MigrationHead {
  /** `add-visitor-vetting` */
  readonly name: string;
  /** Milliseconds: migrations run in the order of their times. */
  readonly at: number;
}

const SHARED = '@chancery/shared/subgraph';
/** By function, where it comes from. */
const HELPERS = new Map([
  ['bindRows', `${SHARED}/tables/labelled-table`],
  ['bindRowsTo', `${SHARED}/tables/labelled-table`],
  ['letWithdraw', `${SHARED}/tables/withdrawable-table`],
  ['createEventTable', `${SHARED}/events/event-table`],
  ['dropEventTable', `${SHARED}/events/event-table`],
  ['tellRows', `${SHARED}/events/event-table`],
  ['tellLinks', `${SHARED}/events/event-table`],
]);

const ID_RULE = '[0-9a-hjkmnp-tv-z]{26}';

/** The name of the class of a migration. */
export function migrationClassOf({ name, at }: MigrationHead): string {
  const words = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `${words.join('')}${at}`;
}

/** The text of a migration that makes a database what records declare. It is kept as it is printed: a later declaration prints another. */
export function printMigration(head: MigrationHead, differences: readonly Difference[], catalogue: Catalogue): string {
  const steps = [...eventSteps(differences, catalogue), ...differences.map((difference) => stepsOf(difference))];
  const up = steps.flatMap((step) => step.up);
  const down = steps.toReversed().flatMap((step) => step.down);
  const name = migrationClassOf(head);
  const body = [...up, ...down].join('\n');
  return `${importsOf(body)}import type { MigrationInterface, QueryRunner } from 'typeorm';

/** ${sentenceOf(head.name)} */
export class ${name} implements MigrationInterface {
  readonly name = '${name}';

  async up(runner: QueryRunner): Promise<void> {
${indented(up)}
  }

  async down(runner: QueryRunner): Promise<void> {
${indented(down)}
  }
}
`;
}

function importsOf(body: string): string {
  const used = [...HELPERS].filter(([helper]) => body.includes(`${helper}(`));
  const files = [...new Set(used.map(([, file]) => file))].sort();
  return files
    .map((file) => {
      const names = used.filter(([, from]) => from === file).map(([helper]) => helper);
      return `import { ${names.sort().join(', ')} } from '${file}';\n`;
    })
    .join('');
}

const sentenceOf = (name: string): string => `${name.charAt(0).toUpperCase()}${name.slice(1).replaceAll('-', ' ')}.`;
const indented = (lines: readonly string[]): string =>
  lines
    .flatMap((line) => line.split('\n'))
    .map((line) => `    ${line}`)
    .join('\n');
const query = (sql: string): string => `await runner.query(\`${sql.replace(/[\\`]|\$(?=\{)/g, '\\$&')}\`);`;

/** A service has its table of events from the first record on whose changes are told. */
function eventSteps(differences: readonly Difference[], catalogue: Catalogue): Steps[] {
  const isNeeded = differences.some(({ what, table }) => what === 'no table' && table.isTold);
  if (!isNeeded || catalogue.has('event')) return [];
  return [{ up: ['await createEventTable(runner);'], down: ['await dropEventTable(runner);'] }];
}

function stepsOf(difference: Difference): Steps {
  const { table } = difference;
  switch (difference.what) {
    case 'no table':
      return tableSteps(table);
    case 'no pairs':
      return pairsSteps(table, difference.pairs);
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
  const { columns, rules, indexed, prefix, pairs } = table;
  const name = nameOf(table.name);
  const [id, ...others] = columns.map((column) => columnSql(column));
  const lines = [
    `${id?.replace(' not null', ' primary key')} check (id ~ ${quoted(`^${prefix}_${ID_RULE}$`)})`,
    ...others,
    'imported_by text',
    ...rules.map((rule) => `check (${rule})`),
  ];
  const pairSteps = pairs.map((each) => pairsSteps(table, each));
  return {
    up: [
      query(`create table ${name} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n)`),
      query(`create index ${name}_by_handling on ${name} (handling_id, id)`),
      ...indexed.map((column) => query(`create index ${name}_by_${column} on ${name} (${nameOf(column)}, id)`)),
      `await bindRows(runner, '${name}');`,
      `await letWithdraw(runner, '${name}');`,
      ...(table.isTold ? [`await tellRows(runner, '${name}', '${table.type}');`] : []),
      ...pairSteps.flatMap(({ up }) => up),
    ],
    down: [...pairSteps.flatMap(({ down }) => down), query(`drop table ${name}`)],
  };
}

function pairsSteps({ name: parent, type, isTold }: DeclaredTable, pairs: DeclaredPairs): Steps {
  const [name, holder, target] = [pairs.name, pairs.holder, pairs.target].map(nameOf);
  const told = `{ through: '${name}', holder: '${holder}', table: '${parent}', type: '${type}' }`;
  return {
    up: [
      // The other row may be another service's: a link can be older than the news of it, and is hidden until then.
      query(
        `create table ${name} (\n  ${holder} text not null references ${nameOf(parent)} (id),\n  ${target} text not null,\n  primary key (${holder}, ${target})\n)`,
      ),
      query(`create index ${name}_by_target on ${name} (${target}, ${holder})`),
      `await bindRowsTo(runner, '${name}', '${parent}', '${holder}');`,
      ...(isTold ? [`await tellLinks(runner, ${told});`] : []),
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
