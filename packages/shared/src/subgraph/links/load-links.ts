import type { ConnectionSpec } from '../paging/connection-spec.js';
import { SqlText } from '../paging/sql-text.js';
import type { CallContext } from '../reading/call-context.js';

/**
 * Ids of what a row links to by a field, as far as the viewer sees the other rows. None when it may not read the link: the
 * gateway would withhold it, but first ask for what it leads to, and that request would tell that there is something.
 */
export function loadLinks<T extends object>(
  context: CallContext,
  spec: ConnectionSpec<T>,
  field: string,
  id: string,
): Promise<readonly string[]> {
  const owner = `links ${spec.name} ${field}`;
  return context.loader<string, readonly string[]>(owner, (ids) => linksOf(context, spec, field, ids)).load(id);
}

async function linksOf<T extends object>(
  context: CallContext,
  spec: ConnectionSpec<T>,
  field: string,
  ids: readonly string[],
): Promise<string[][]> {
  const { sql: value, elements, guard } = spec.columnOf(field);
  const sql = new SqlText(context.masks);
  const from = elements === null ? '' : ` from ${elements}`;
  const text = `select t.id, l.link from ${spec.table} t cross join lateral (select ${value} as link${from}) l
    where t.id = any(${sql.value(ids, 'text[]')}) and ${sql.mask(guard) ?? 'true'} and l.link is not null
    order by l.link`;
  const rows = await context.read((manager) => manager.query<{ id: string; link: string }[]>(text, sql.values));
  const links = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const row of rows) links.get(row.id)?.push(row.link);
  return [...links.values()];
}
