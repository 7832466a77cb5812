import { expect, it } from '@jest/globals';
import { DataSource, type MigrationInterface, type QueryRunner } from 'typeorm';
import { withConnection } from '../../postgres/connect.js';
import { migrate } from '../../postgres/migrate.js';
import { createTestDatabase } from '../../postgres/test-database.js';
import { readCatalogue } from './catalogue.js';
import type { DeclaredColumn, DeclaredTable } from './declared-table.js';
import { differencesOf, differenceText } from './differences.js';
import { bindRows, bindRowsTo } from './labelled-table.js';
import { printMigrationList } from './migration-list.js';
import { printMigration } from './print-migration.js';

const PLAIN = {
  type: 'text',
  isList: false,
  isNullable: false,
  isUnique: false,
  collation: null,
  length: null,
  words: null,
  rule: null,
  refersTo: null,
} as const;

const column = (name: string, more: Partial<DeclaredColumn> = {}): DeclaredColumn => ({ ...PLAIN, name, ...more });

const SHEET: DeclaredTable = {
  name: 'sheet',
  type: 'Sheet',
  isTold: false,
  isSearched: false,
  isWritten: false,
  changed: [],
  prefix: 'she',
  rules: [],
  isCounted: false,
  found: null,
  cells: [],
  pairs: [{ name: 'sheet_mission', holder: 'sheet_id', target: 'mission_id', isWritten: false }],
  columns: [
    column('id'),
    column('title', { type: 'varchar', length: 400, collation: 'und-x-icu' }),
    column('colour', { words: ['RED', "SAILOR'S BLUE"] }),
    column('back', { words: ['RED'] }),
    column('heavy', { type: 'boolean', isNullable: true }),
    column('weight', { type: 'integer', rule: { least: 0 } }),
    column('marks', { isList: true, words: ['RED', 'BLUE'], isNullable: true }),
    column('code', { rule: { matches: '^[A-Z]\\d$' } }),
  ],
};

class CreateOtherSheets1790000000000 implements MigrationInterface {
  readonly name = 'CreateOtherSheets1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table sheet (id text primary key, title varchar(40) not null,
      colour text not null check (colour in ('RED', 'GREEN')), back text not null, heavy boolean not null,
      handling_id integer)`);
    await bindRows(runner, 'sheet');
  }

  async down(): Promise<void> {}
}

const HELPERS: Readonly<Record<string, (runner: QueryRunner, ...names: string[]) => Promise<void>>> = {
  bindRowsTo: (runner, table = '', parent = '', column = '') => bindRowsTo(runner, table, parent, column),
};

/** Runs one direction of a printed migration, as its code would. */
async function run(runner: QueryRunner, text: string, direction: 'up' | 'down'): Promise<void> {
  const [, up = '', down = ''] = text.split(/ {2}async (?:up|down)\(.*\n/);
  const steps = /await (?:runner\.query\(`((?:\\.|[^`])*)`\)|(\w+)\(runner, (.*)\));/gs;
  for (const [, sql, helper = '', names = ''] of (direction === 'up' ? up : down).matchAll(steps)) {
    if (sql !== undefined) await runner.query(sql.replace(/\\(.)/g, '$1'));
    else await HELPERS[helper]?.(runner, ...[...names.matchAll(/'(\w+)'/g)].map(([, name = '']) => name));
  }
}

it('a printed migration makes a table what its record declares, and its way back makes it what it was', async () => {
  const database = await createTestDatabase('print');
  await migrate(database.ownerUrl, [CreateOtherSheets1790000000000]);
  const found = async () => differencesOf([SHEET], await readCatalogue(database.ownerUrl)).map(differenceText);
  const source = await new DataSource({ type: 'postgres', url: database.ownerUrl }).initialize();
  const runner = source.createQueryRunner();
  const before = await found();
  const catalogue = await readCatalogue(database.ownerUrl);
  const text = printMigration({ name: 'mend-sheets', at: 1790000100000 }, differencesOf([SHEET], catalogue), catalogue);

  await run(runner, text, 'up');
  expect(await found()).toEqual([]);
  await withConnection(database.ownerUrl, async (owner) => {
    const insert = (weight: number, colour: string, code: string) =>
      owner.query(
        `insert into sheet (id, title, colour, back, weight, marks, code) values ($1, 't', $2, 'RED', $3, '{RED}', $4)`,
        [`${weight}`, colour, weight, code],
      );
    await insert(1, "SAILOR'S BLUE", 'A1');
    await expect(insert(2, 'GREEN', 'A1')).rejects.toThrow('check');
    await expect(insert(-1, 'RED', 'A1')).rejects.toThrow('check');
    await expect(insert(3, 'RED', 'AB')).rejects.toThrow('check');
    await owner.query('delete from sheet');
  });
  await run(runner, text, 'down');
  expect(await found()).toEqual(before);
  await runner.release();
  await source.destroy();
  await database.drop();

  expect(before).toEqual([
    'sheet.title is varchar(40), declared is varchar(400) collate "und-x-icu"',
    'sheet.colour is not held to its words',
    'sheet.back is not held to its words',
    'sheet.heavy may not be null, declared is the contrary',
    'no migration makes sheet.weight',
    'no migration makes sheet.marks',
    'no migration makes sheet.code',
    'no migration makes sheet_mission of sheet_id and mission_id',
  ]);
  expect(text).toContain("await bindRowsTo(runner, 'sheet_mission', 'sheet', 'sheet_id');");
  expect(text).toContain('export class MendSheets1790000100000 implements MigrationInterface {');
});

it('the list of migrations is every file of the folder, oldest first, and no other file', () => {
  expect(printMigrationList(['1790000100000-mend-it.ts', 'notes.md', '1790000000000-make-it.ts'])).toBe(
    `import { MakeIt1790000000000 } from './migrations/1790000000000-make-it.js';
import { MendIt1790000100000 } from './migrations/1790000100000-mend-it.js';

/** Every migration of the service, oldest first. */
export const MIGRATIONS = [MakeIt1790000000000, MendIt1790000100000];
`,
  );
});
