import type { ConnectionSpec } from '../paging/connection-spec.js';
import { SqlText } from '../paging/sql-text.js';
import { isStorable } from '../paging/storable.js';
import type { CallContext } from '../reading/call-context.js';

/** The row with a natural key, of which there is one at most; looking it up reads its field, so it must be readable. */
export async function loadByKey<T extends object>(
  context: CallContext,
  spec: ConnectionSpec<T>,
  field: string,
  key: string,
): Promise<T | null> {
  const id = await context
    .loader<string, string | null>(`key ${spec.name} ${field}`, async (keys) => {
      const found = await idsByKey(context, spec, field, keys);
      return keys.map((each) => found.get(each) ?? null);
    })
    .load(key);
  return id === null ? null : spec.load(context, id);
}

/** Ids of rows by a natural key, of which this viewer may read the field on each. */
export async function idsByKey<T extends object>(
  context: CallContext,
  spec: ConnectionSpec<T>,
  field: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const column = spec.columnOf(field);
  const sql = new SqlText(context.masks);
  const mask = sql.mask(column.guard) ?? 'true';
  const wanted = sql.value(keys.filter(isStorable), 'text[]');
  const text = `select t.id, ${column.sql} as key from ${spec.table} t where ${mask} and ${column.sql} = any(${wanted})`;
  const rows = await context.read((manager) => manager.query<{ id: string; key: string }[]>(text, sql.values));
  return new Map(rows.map(({ id, key }) => [key, id]));
}
