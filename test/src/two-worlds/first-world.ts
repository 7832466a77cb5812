import { withConnection } from '@chancery/shared/postgres/connect';
import type pg from 'pg';
import type { Mesh } from '../testkit/mesh.js';
import { SUBGRAPHS } from '../testkit/world.js';
import { TABLES } from './tables.js';
import { keepWords } from './words.js';

/** The first world, kept beside what becomes of it. */
export interface FirstWorld {
  /** Puts back whatever is otherwise: in another place than before, for what rows lie beside one another is nobody's to see either. */
  putBack(): Promise<void>;
}

/** Keeps the first world, so that it can be put back. */
export async function keepFirstWorld(mesh: Mesh): Promise<FirstWorld> {
  const statements = new Map<string, string>();
  for (const name of SUBGRAPHS)
    await withConnection(mesh.ownerUrlOf(name), async (owner) => {
      const own = TABLES.filter(({ database }) => database === name);
      const kept: Kept[] = [];
      for (const { table, pairs } of own) {
        kept.push({ table, columns: await keep(owner, table) });
        for (const pair of pairs) await keep(owner, pair.name);
      }
      for (const { table } of LEFT_BY_COMMANDS) await keep(owner, table);
      const links = own.flatMap(({ pairs }) => pairs.map((pair) => pair.name));
      statements.set(name, statementsFor(kept, links).join(';\n'));
    });
  return {
    async putBack() {
      for (const name of SUBGRAPHS)
        await withConnection(mesh.ownerUrlOf(name), async (owner) => {
          await owner.query(statements.get(name) ?? '');
          const { rows } = await owner.query<{ table: string; ids: string[] }>(
            'select tbl as table, array_agg(distinct id) as ids from touched group by tbl',
          );
          for (const { table, ids } of rows) await keepWords(owner, { database: name, table }, ids);
        });
    },
  };
}

/** What commands leave beside a record; they do so by these keys. */
const LEFT_BY_COMMANDS = [
  { table: 'record_version', key: ['record_id', 'version'] },
  { table: 'label_source', key: ['record_id', 'handling_id'] },
] as const;

interface Kept {
  readonly table: string;
  readonly columns: readonly string[];
}

async function keep(owner: pg.Client, table: string): Promise<readonly string[]> {
  await owner.query(`create table kept_${table} as table ${table}`);
  const { rows } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  return rows.map(({ name }) => name);
}

/** A statement, and which rows it touched. */
const noted = (table: string, statement: string): string =>
  `with done as (${statement} returning t.id) insert into touched select '${table}', id from done`;

/** What belongs to a row goes before it and comes after it. */
const statementsFor = (kept: readonly Kept[], links: readonly string[]): readonly string[] => [
  'create temp table touched (tbl text, id text)',
  'begin',
  ...LEFT_BY_COMMANDS.map(
    ({ table, key }) => `delete from ${table} t where not exists
      (select from kept_${table} k where ${key.map((column) => `k.${column} = t.${column}`).join(' and ')})`,
  ),
  ...links.map((link) => `delete from ${link}`),
  ...kept
    .toReversed()
    .map(({ table }) =>
      noted(table, `delete from ${table} t where not exists (select from kept_${table} k where k.id = t.id)`),
    ),
  ...kept.map(({ table, columns }) =>
    noted(
      table,
      `insert into ${table} as t (${columns.join()}) select ${columns.join()} from kept_${table} k
          where not exists (select from ${table} t where t.id = k.id) order by random()`,
    ),
  ),
  ...kept.map(({ table, columns }) =>
    noted(
      table,
      `update ${table} t set ${columns.map((column) => `${column} = k.${column}`).join()}
          from kept_${table} k where k.id = t.id and row(${columns.map((column) => `t.${column}`).join()})
          is distinct from row(${columns.map((column) => `k.${column}`).join()})`,
    ),
  ),
  ...links.map((link) => `insert into ${link} select * from kept_${link} order by random()`),
  'commit',
];
