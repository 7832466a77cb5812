import { withConnection } from '@chancery/shared/postgres/connect';
import type pg from 'pg';

/** Handlings of rows that are made so. */
export const HANDLINGS = 100;
/** So many that going through all of them costs the planner more than any index. */
const ROWS = 600;

/** A value that each row has, by the type of its column; of a vocabulary it is the last word. */
const VALUES = new Map([
  ['text', `'v'`],
  ['character varying', `'v'`],
  ['integer', '1'],
  ['bigint', '1'],
  ['smallint', '1'],
  ['double precision', '1'],
  ['boolean', 'false'],
  ['date', `date '2020-01-01'`],
  ['timestamp with time zone', `timestamptz '2020-01-01'`],
  ['jsonb', `'{}'`],
  ['bytea', `''`],
]);

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isList: boolean;
  readonly isUnique: boolean;
  /** The check of a column that holds a word of a vocabulary. */
  readonly check: string | null;
}

/** Fills tables whatever they are of: rows that are alike in all but their ids, under no rule that a table has of its values. */
export async function fillTables(ownerUrl: string, tables: readonly string[]): Promise<void> {
  await withConnection(ownerUrl, async (owner) => {
    await owner.query(
      `insert into handling select n, 'l=-;rel=*;nat=*;pur=*;own=X.' || n from generate_series(0, ${HANDLINGS - 1}) n on conflict do nothing`,
    );
    for (const table of tables) await fillTable(owner, table);
    for (const table of tables) await fillPairs(owner, table);
  });
}

async function fillTable(owner: pg.Client, table: string): Promise<void> {
  const { rows: rules } = await owner.query<{ name: string }>(
    `select conname as name from pg_constraint where conrelid = $1::regclass and contype in ('c', 'f')`,
    [table],
  );
  const { rows: columns } = await owner.query<Column>(
    `select a.attname as name, format_type(coalesce(nullif(t.typelem, 0), t.oid), null) as type, a.attndims > 0 as "isList",
       exists (select from pg_index i where i.indrelid = a.attrelid and i.indisunique and i.indkey[0] = a.attnum) as "isUnique",
       (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = a.attrelid and k.contype = 'c' and k.conkey = array[a.attnum]
         and pg_get_constraintdef(k.oid) ~ 'ANY .*ARRAY' limit 1) as check
     from pg_attribute a join pg_type t on t.oid = a.atttypid
     where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
       and a.attname not in ('withdrawn_at', 'handling_id')`,
    [table],
  );
  const names = ['handling_id', ...columns.map(({ name }) => name)];
  const values = [`n % ${HANDLINGS}`, ...columns.map(valueFor)];
  const statements = [
    `alter table ${table} disable trigger user`,
    ...rules.map(({ name }) => `alter table ${table} drop constraint "${name}"`),
    `insert into ${table} (${names.map((name) => `"${name}"`).join(', ')}) select ${values.join(', ')} from generate_series(1, ${ROWS}) n`,
  ];
  await owner.query(statements.join('; '));
  await owner.query(`vacuum (analyze) ${table}`);
}

/** Each row is linked to one of its own, so that the planner knows that a row is linked to by few. */
async function fillPairs(owner: pg.Client, table: string): Promise<void> {
  const { rows } = await owner.query<{ pairs: string; holder: string; target: string }>(
    `select k.conrelid::regclass::text as pairs, h.attname as holder, t.attname as target from pg_constraint k
       join pg_attribute h on h.attrelid = k.conrelid and h.attnum = k.conkey[1]
       join pg_attribute t on t.attrelid = k.conrelid and t.attnum > 0 and t.attnum <> h.attnum
     where k.confrelid = $1::regclass and k.contype = 'f' and (select relnatts from pg_class where oid = k.conrelid) = 2`,
    [table],
  );
  for (const { pairs, holder, target } of rows) {
    await owner.query(
      `alter table ${pairs} disable trigger user; insert into ${pairs} (${holder}, ${target}) select id, 'of ' || id from ${table}`,
    );
    await owner.query(`vacuum (analyze) ${pairs}`);
  }
}

function valueFor({ name, type, isList, isUnique, check }: Column): string {
  if (isList) return `'{}'`;
  if (name === 'id') return `'row_' || substr(md5(n::text), 1, 26)`;
  const word = check?.match(/'\w+'/g)?.at(-1);
  if (word !== undefined) return word;
  const value = VALUES.get(type);
  if (value === undefined) throw new RangeError(`no value for a column of ${type}`);
  return isUnique ? `${value} || n` : value;
}
