import { withConnection } from '@chancery/shared/postgres/connect';
import type { Mesh } from '../testkit/mesh.js';
import type { Oracle } from './oracle.js';
import { readRows } from './rows.js';
import { coordinateOf, type LabelledTable } from './tables.js';

/** Values to ask with, by scalar: those of rows that the viewer sees, of rows that it does not, and of none. */
export type Vocabulary = Readonly<Record<string, readonly unknown[]>>;

const NOWHERE: Vocabulary = {
  ID: ['inc_00000000000000000000000000', 'wrn_zzzzzzzzzzzzzzzzzzzzzzzzzz', 'nonsense'],
  String: ['', 'HIDDEN-1', 'Zagreb', "'; select", '%'],
  Int: [0, 1, 999],
  Boolean: [true, false],
  LocalDate: ['1900-01-11', '1979-11-04', '2026-01-11', '9999-12-31'],
  DateTime: ['1990-01-03T00:00:00Z', '2026-11-29T12:00:00Z', '2049-12-31T23:59:59Z'],
  StateCode: ['USA', 'DEU', 'GBR', 'ZZZ'],
};

/** Rows of a table that are asked for, and changed, more often than others: those that are hidden from the viewer first. */
export const FOCUS = 6;

/** Reads the words of the first world that one viewer asks with, of some tables: half of the records are hidden from it. */
export async function readVocabulary(
  mesh: Mesh,
  oracle: Oracle,
  tables: readonly LabelledTable[],
): Promise<Vocabulary> {
  const read: Record<string, unknown[]> = {};
  for (const [scalar, values] of Object.entries(NOWHERE)) read[scalar] = [...values];
  for (const table of tables) {
    await withConnection(mesh.ownerUrlOf(table.database), async (owner) => {
      const { seen, hidden } = await readRows(owner, table, oracle);
      const ids = [...hidden.slice(0, FOCUS), ...seen.slice(0, FOCUS)].map(({ id }) => id);
      const { rows } = await owner.query<{ row: Record<string, unknown> }>(
        `select to_jsonb(t) as row from ${table.table} t where id = any($1) order by id`,
        [ids],
      );
      read[`ID of ${table.type}`] = ids;
      for (const { row } of rows)
        for (const [column, value] of Object.entries(row)) keep(read, table.type, column, value);
    });
  }
  const posts = await withConnection(mesh.ownerUrlOf('missions'), (owner) =>
    owner.query<{ id: string }>('select mission_id as id from premises order by md5(id) limit 8'),
  );
  read['ID of mission'] = posts.rows.map(({ id }) => id);
  return read;
}

function keep(read: Record<string, unknown[]>, type: string, column: string, value: unknown): void {
  if (typeof value !== 'string') return;
  if (column === 'id' || column.endsWith('_id')) read.ID?.push(value);
  else if (column.endsWith('_state')) read.StateCode?.push(value);
  else if (column.endsWith('_on')) read.LocalDate?.push(value);
  else if (column.endsWith('_at')) read.DateTime?.push(new Date(value).toISOString());
  else {
    read.String?.push(value);
    // Asked for by its own column, a value meets its row; among all texts it hardly would.
    const field = coordinateOf({ type }, column);
    const own = `String of ${field}`;
    read[own] = [...(read[own] ?? []), value];
  }
}
