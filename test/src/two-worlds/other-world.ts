import { withConnection } from '@chancery/shared/postgres/connect';
import type pg from 'pg';
import type { Mesh } from '../testkit/mesh.js';
import type { Oracle } from './oracle.js';
import { Randomness } from './randomness.js';
import { type Row, readRows } from './rows.js';
import { coordinateOf, type DeclaredColumn, type LabelledTable } from './tables.js';
import { FOCUS } from './vocabulary.js';
import { keepWords } from './words.js';

/** How two worlds came to differ. */
export interface Difference {
  /** Statements that changed something. */
  readonly changes: number;
  readonly rowsAll: number;
  readonly rowsSeen: number;
}

const MORE_TRIES = 4;

/**
 * Another world that a viewer must not tell from the first one: hidden rows come, go and change, and so does each value that the
 * viewer may not read of a row it sees. `seeds` choose the changes, one each, in one of the tables.
 */
export async function changeWhatIsHidden(
  mesh: Mesh,
  oracle: Oracle,
  tables: readonly LabelledTable[],
  seeds: readonly number[],
): Promise<Difference> {
  const total = { changes: 0, rowsAll: 0, rowsSeen: 0 };
  for (const [index, table] of tables.entries()) {
    const own = seeds.filter((seed) => seed % tables.length === index);
    await withConnection(mesh.ownerUrlOf(table.database), async (owner) => {
      const world = await TableWorld.read(owner, table, oracle);
      total.rowsAll += world.rowsAll;
      total.rowsSeen += world.rowsSeen;
      for (const seed of own) if (await world.change(new Randomness(seed))) total.changes += 1;
      await keepWords(owner, table, [...world.touched]);
    });
  }
  return total;
}

/** The rows of one table, parted into what the viewer sees and what it does not. */
class TableWorld {
  /** The values that the viewer may not read, of the rows that it sees. */
  readonly #closed: readonly (readonly [Row, DeclaredColumn])[];
  /** Rows that were changed, made or taken away. */
  readonly touched = new Set<string>();

  private constructor(
    readonly owner: pg.Client,
    readonly table: LabelledTable,
    readonly oracle: Oracle,
    readonly seen: readonly Row[],
    readonly hidden: readonly Row[],
    readonly columns: readonly DeclaredColumn[],
  ) {
    this.#closed = seen.flatMap((row) =>
      columns
        .filter(({ name }) => !oracle.seesValue(row.handling, coordinateOf(table, name)))
        .map((column) => [row, column] as const),
    );
  }

  static async read(owner: pg.Client, table: LabelledTable, oracle: Oracle): Promise<TableWorld> {
    const { seen, hidden } = await readRows(owner, table, oracle);
    const fields = table.columns.filter(({ name }) => oracle.isField(coordinateOf(table, name)));
    return new TableWorld(owner, table, oracle, seen, hidden, fields);
  }

  get rowsAll(): number {
    return this.seen.length + this.hidden.length;
  }

  get rowsSeen(): number {
    return this.seen.length;
  }

  /** Makes one change that the viewer must not notice; false when the table refuses whatever was tried. */
  async change(random: Randomness): Promise<boolean> {
    for (let tries = 0; tries < MORE_TRIES; tries++) {
      const [text, values] = this.#statement(random);
      // What breaks a rule of the table is no world.
      const { rowCount } = await this.owner.query(text, [...values]).catch(() => ({ rowCount: 0 }));
      if ((rowCount ?? 0) === 0) continue;
      for (const value of values.slice(0, 2))
        if (String(value).startsWith(`${this.table.prefix}_`)) this.touched.add(String(value));
      return true;
    }
    return false;
  }

  #statement(random: Randomness): readonly [string, readonly unknown[]] {
    const { table } = this.table;
    const kind = this.hidden.length === 0 ? 0 : random.below(8);
    if (kind === 1) return this.#withoutRow(this.#hiddenRow(random));
    if (kind === 2) return this.#withAnotherRow(random, this.#hiddenRow(random));
    if (kind === 3 && this.table.pairs.length > 0) return this.#withAnotherLink(random, this.#hiddenRow(random));
    // Of a row that is seen, a value that is not; of a hidden row any.
    const isSeen = kind === 0 || kind > 5;
    if (isSeen && this.#closed.length === 0) return NOTHING;
    const [row, column] = isSeen ? random.pick(this.#closed) : [this.#hiddenRow(random), random.pick(this.columns)];
    const [expression, values] = this.#value(random, column);
    return [`update ${table} set ${column.name} = ${expression} where id = $1`, [row.id, ...values]];
  }

  /** More often one that is asked for as well. */
  #hiddenRow(random: Randomness): Row {
    return random.pick(random.once(3) ? this.hidden : this.hidden.slice(0, FOCUS));
  }

  #withoutRow({ id }: Row): readonly [string, readonly unknown[]] {
    const { table, pairs } = this.table;
    const gone = pairs.map(({ name, holder }, n) => `l${n} as (delete from ${name} where ${holder} = $1)`);
    return [`${gone.length > 0 ? `with ${gone.join(', ')} ` : ''}delete from ${table} where id = $1`, [id]];
  }

  /** A copy of a hidden row, so that there are more of them, before and behind each row that is seen. */
  #withAnotherRow(random: Randomness, { id }: Row): readonly [string, readonly unknown[]] {
    const { table, prefix } = this.table;
    const fresh = `${prefix}_${Array.from({ length: 26 }, () => random.pick([...'0123456789abcdefghjkmnpqrstvwxyz'])).join('')}`;
    const changed = random.pick(this.columns);
    const [expression, values] = this.#value(random, changed);
    return [
      `insert into ${table} select (jsonb_populate_record(t, jsonb_build_object('id', $2::text, '${changed.name}', to_jsonb(${expression.replaceAll('$2', '$3')})))).*
         from ${table} t where t.id = $1`,
      [id, fresh, ...values],
    ];
  }

  #withAnotherLink(random: Randomness, { id }: Row): readonly [string, readonly unknown[]] {
    const { name, holder, target } = random.pick(this.table.pairs);
    return random.once(2)
      ? [`delete from ${name} where ${holder} = $1`, [id]]
      : [
          `insert into ${name} (${holder}, ${target}) select $1, o.id from (select distinct ${target} as id from ${name}) o
             order by md5(o.id || $2) limit 3 on conflict do nothing`,
          [id, String(random.below(1_000))],
        ];
  }

  /** Another value: one that stands in some row, seen or hidden, or one that stands in none. */
  #value(random: Randomness, column: DeclaredColumn): readonly [string, readonly unknown[]] {
    const { name, type, isList, isNullable, words } = column;
    const kind = isList ? `${type}[]` : type;
    if (isNullable && random.once(4)) return [`null::${kind}`, []];
    if (random.once(2)) {
      const other = `(select o.${name} from ${this.table.table} o order by md5(o.id || $2) limit 1)`;
      return [other, [String(random.below(1_000))]];
    }
    if (words !== null) return [`$2::${kind}`, [isList ? random.some(words, 3) : random.pick(words)]];
    if (isList)
      return [`$2::${kind}`, [Array.from({ length: random.below(5) }, () => `HIDDEN-${random.below(1_000)}`)]];
    switch (type) {
      case 'boolean':
        return [`$2::boolean`, [random.once(2)]];
      case 'integer':
        return [`$2::integer`, [random.below(100_000)]];
      case 'date':
        return [`$2::date`, [`${1900 + random.below(130)}-0${1 + random.below(9)}-11`]];
      case 'double precision':
        return [`$2::double precision`, [random.below(90_000) / 1_000]];
      case 'timestamptz':
        return [`$2::timestamptz`, [new Date(Date.UTC(1990 + random.below(60), random.below(12), 3)).toISOString()]];
      default:
        return [
          `$2::text`,
          [`HIDDEN-${random.below(1_000)}${' long'.repeat(random.below(200))}`.slice(0, column.length ?? undefined)],
        ];
    }
  }
}

const NOTHING: readonly [string, readonly unknown[]] = ['select 1 where false', []];
