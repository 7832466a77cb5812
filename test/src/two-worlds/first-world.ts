import { withConnection } from '@chancery/shared/postgres/connect';
import type pg from 'pg';
import type { Mesh } from '../testkit/mesh.js';
import { SUBGRAPHS, type SubgraphName } from '../testkit/world.js';
import { TABLES } from './tables.js';
import { keepWords } from './words.js';

/** The first world, kept beside what becomes of it. */
export interface FirstWorld {
  /** Puts back whatever is otherwise: in another place than before, for what rows lie beside one another is nobody's to see either. */
  putBack(): Promise<void>;
  /** Keeps the world as it is now beside the first, and gives what puts it back, as long as the first has not been put back. */
  keepAnother(): Promise<() => Promise<void>>;
}

/** Keeps the first world, so that it can be put back. */
export async function keepFirstWorld(mesh: Mesh): Promise<FirstWorld> {
  const keptIn = new Map<string, readonly Kept[]>();
  for (const name of SUBGRAPHS)
    await withConnection(mesh.ownerUrlOf(name), async (owner) => {
      await owner.query(TELL_WRITTEN);
      const kept: Kept[] = [];
      for (const { table, pairs } of TABLES.filter(({ database }) => database === name)) {
        kept.push({ table, columns: await keep(owner, table), links: pairs.map((pair) => pair.name) });
        for (const pair of pairs) await keep(owner, pair.name);
      }
      for (const { table } of LEFT_BY_COMMANDS) await keep(owner, table);
      keptIn.set(name, kept);
    });
  const inEach = async (work: (owner: pg.Client, database: SubgraphName, kept: readonly Kept[]) => Promise<void>) => {
    for (const name of SUBGRAPHS)
      await withConnection(mesh.ownerUrlOf(name), (owner) => work(owner, name, keptIn.get(name) ?? []));
  };
  return {
    putBack: () => inEach((owner, name, kept) => putBackIn(owner, name, kept, 'first')),
    async keepAnother() {
      await inEach(keepAnotherIn);
      return () => inEach((owner, name, kept) => putBackIn(owner, name, kept, 'another'));
    },
  };
}

/** What commands leave beside a record; they do so by these keys. */
const LEFT_BY_COMMANDS = [
  { table: 'record_version', key: ['record_id', 'version'] },
  { table: 'label_source', key: ['record_id', 'handling_id'] },
  { table: 'outbox', key: ['type', 'id', 'version'] },
] as const;

interface Kept {
  readonly table: string;
  readonly columns: readonly string[];
  readonly links: readonly string[];
}

type WorldName = 'first' | 'another';

/** Whoever writes into a table, a service or a test: it is unlike each world that is kept. What nobody wrote is not read again. */
const TELL_WRITTEN = `create table written (world text, name text, primary key (world, name));
  create function tell_written() returns trigger language plpgsql security definer as $$
    begin
      insert into public.written values ('first', tg_table_name), ('another', tg_table_name) on conflict do nothing;
      return null;
    end $$`;

async function keep(owner: pg.Client, table: string): Promise<readonly string[]> {
  await owner.query(`create table first_${table} as table ${table}`);
  await owner.query(
    `create trigger tell_written after insert or update or delete on ${table} for each statement execute function tell_written()`,
  );
  const { rows } = await owner.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
    [table],
  );
  return rows.map(({ name }) => name);
}

async function writtenSince(owner: pg.Client, world: WorldName): Promise<ReadonlySet<string>> {
  const { rows } = await owner.query<{ name: string }>('select name from written where world = $1', [world]);
  return new Set(rows.map(({ name }) => name));
}

/** Of a table that is as it was in the first world nothing need be kept. */
async function keepAnotherIn(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_name like 'another\\_%'`,
  );
  const unlike = [...(await writtenSince(owner, 'first'))];
  await owner.query(
    [
      ...rows.map(({ name }) => `drop table ${name}`),
      ...unlike.map((table) => `create table another_${table} as table ${table}`),
      `delete from written where world = 'another'`,
    ].join(';\n'),
  );
}

async function putBackIn(
  owner: pg.Client,
  database: SubgraphName,
  all: readonly Kept[],
  world: WorldName,
): Promise<void> {
  const written = await writtenSince(owner, world);
  if (written.size === 0) return;
  const { rows: kept } = await owner.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_name like 'another\\_%'`,
  );
  const others = new Set(world === 'another' ? kept.map(({ name }) => name) : []);
  const keptOf = (table: string) => (others.has(`another_${table}`) ? `another_${table}` : `first_${table}`);
  await owner.query(
    [...statementsFor(all, written, keptOf), `delete from written where world = '${world}'`, 'commit'].join(';\n'),
  );
  const { rows } = await owner.query<{ table: string; ids: string[] }>(
    'select tbl as table, array_agg(distinct id) as ids from touched group by tbl',
  );
  for (const { table, ids } of rows) await keepWords(owner, { database, table }, ids);
}

/** A statement, and which rows it touched. */
const noted = (table: string, statement: string): string =>
  `with done as (${statement} returning t.id) insert into touched select '${table}', id from done`;

/** What belongs to a row goes before it and comes after it. */
function statementsFor(
  all: readonly Kept[],
  changed: ReadonlySet<string>,
  keptOf: (table: string) => string,
): readonly string[] {
  const kept = all.filter(({ table }) => changed.has(table));
  const links = all.flatMap((each) => each.links.filter((link) => changed.has(link) || changed.has(each.table)));
  return [
    'create temp table touched (tbl text, id text)',
    'begin',
    ...LEFT_BY_COMMANDS.filter(({ table }) => changed.has(table)).map(
      ({ table, key }) => `delete from ${table} t where not exists
        (select from ${keptOf(table)} k where ${key.map((column) => `k.${column} = t.${column}`).join(' and ')})`,
    ),
    ...links.map((link) => `delete from ${link}`),
    ...kept
      .toReversed()
      .map(({ table }) =>
        noted(table, `delete from ${table} t where not exists (select from ${keptOf(table)} k where k.id = t.id)`),
      ),
    ...kept.map(({ table, columns }) =>
      noted(
        table,
        `insert into ${table} as t (${columns.join()}) select ${columns.join()} from ${keptOf(table)} k
            where not exists (select from ${table} t where t.id = k.id) order by random()`,
      ),
    ),
    ...kept.map(({ table, columns }) =>
      noted(
        table,
        `update ${table} t set ${columns.map((column) => `${column} = k.${column}`).join()}
            from ${keptOf(table)} k where k.id = t.id and row(${columns.map((column) => `t.${column}`).join()})
            is distinct from row(${columns.map((column) => `k.${column}`).join()})`,
      ),
    ),
    ...links.map((link) => `insert into ${link} select * from ${keptOf(link)} order by random()`),
  ];
}
