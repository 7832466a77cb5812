import { withConnection } from '../../postgres/connect.js';

/** Every row of a database with the transaction that wrote it and its place: equal twice, nothing was written in between. */
export async function rowVersions(ownerUrl: string): Promise<Readonly<Record<string, readonly string[]>>> {
  return withConnection(ownerUrl, async (client) => {
    const tables = await client.query<{ name: string; row: string }>(
      `select relname as name, case relkind when 'r' then 'concat_ws('' '', t.ctid, t.xmin, t.*)'
         else 'concat_ws('' '', t.last_value, t.is_called)' end as row
         from pg_class where relkind in ('r', 'S') and relnamespace = 'public'::regnamespace order by 1`,
    );
    const versions: [string, string[]][] = [];
    for (const { name, row: version } of tables.rows) {
      const { rows } = await client.query<{ row: string }>(
        `select ${version} as row from ${client.escapeIdentifier(name)} t order by 1`,
      );
      versions.push([name, rows.map(({ row }) => row)]);
    }
    return Object.fromEntries(versions);
  });
}
