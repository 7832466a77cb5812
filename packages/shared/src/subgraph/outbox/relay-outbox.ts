import { withConnection } from '../../postgres/connect.js';
import { allotHandlings } from '../import/allot-handlings.js';
import { type ImportClient, inTransaction } from '../import/import-transaction.js';
import { forgetImports } from '../import/seed.js';
import { nameOf } from '../tables/sql-name.js';

/** From which owner to which referencing service. */
export interface RelayOptions {
  readonly sourceOwnerUrl: string;
  readonly targetOwnerUrl: string;
  /** Type of the rows, `Mission`. */
  readonly type: string;
  /** Reference table of the target, `mission_ref`. */
  readonly table: string;
  readonly report: (line: string) => void;
}

/** What an owner says of a row, and what a reference table holds of it. */
interface Reference {
  readonly id: string;
  readonly key: string;
  readonly existence_handling: string;
  readonly version: number;
  readonly withdrawn: boolean;
}

/**
 * Makes a reference table say what its owner says now. What is there already is left alone, and what the owner has withdrawn is
 * withdrawn here. What it does not know at all, because its database was put back to another state, is not known here either:
 * links to both are hidden, and those to the latter count as dangling.
 */
export async function relayOutbox(options: RelayOptions): Promise<void> {
  const { targetOwnerUrl, table, report } = options;
  const told = await inTransaction(targetOwnerUrl, async (client) => {
    // Read under the target's lock: of two relays at once the later one also has the later news.
    const published = await readOutbox(options);
    const kept = await readReferences(client, table);
    const changed = published.filter((row) => !isSame(row, kept.get(row.id)));
    await store(client, table, changed);
    const known = new Set(published.map(({ id }) => id));
    const lost = [...kept.keys()].filter((id) => !known.has(id));
    await client.query(`delete from ${nameOf(table)} where id = any($1)`, [lost]);
    // Imports look these rows up by their keys.
    if (changed.length + lost.length > 0) await forgetImports(client);
    const withdrawn = changed.filter((row) => row.withdrawn).length;
    return { published: published.length, fresh: changed.length - withdrawn, withdrawn, lost: lost.length };
  });
  const { published, fresh, withdrawn, lost } = told;
  const unknown = lost === 0 ? '' : `, ${lost} that their owner does not know any more`;
  report(`${table}: ${published} published, ${fresh} new, ${withdrawn} withdrawn${unknown}`);
}

/** The ids of an owner's rows by their keys, for imports whose rows link to them. */
export async function publishedIds(sourceOwnerUrl: string, type: string): Promise<ReadonlyMap<string, string>> {
  const published = await readOutbox({ sourceOwnerUrl, type });
  return new Map(published.filter(({ withdrawn }) => !withdrawn).map(({ key, id }) => [key, id]));
}

function readOutbox({ sourceOwnerUrl, type }: Pick<RelayOptions, 'sourceOwnerUrl' | 'type'>): Promise<Reference[]> {
  return withConnection(sourceOwnerUrl, async (client) => {
    const { rows } = await client.query<Reference>(
      `select distinct on (id) id, key, existence_handling, version, withdrawn from outbox
        where type = $1 order by id, version desc`,
      [type],
    );
    return rows;
  });
}

async function readReferences(client: ImportClient, table: string): Promise<ReadonlyMap<string, Reference>> {
  const { rows } = await client.query<Reference>(
    `select r.id, r.key, h.text as existence_handling, r.version, r.withdrawn_at is not null as withdrawn
       from ${nameOf(table)} r join handling h on h.id = r.existence_handling_id`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

const ASPECTS = ['key', 'existence_handling', 'version', 'withdrawn'] as const;

const isSame = (row: Reference, kept: Reference | undefined): boolean =>
  ASPECTS.every((aspect) => row[aspect] === kept?.[aspect]);

async function store(client: ImportClient, table: string, rows: readonly Reference[]): Promise<void> {
  if (rows.length === 0) return;
  const handlings = await allotHandlings(
    client,
    rows.map((row) => row.existence_handling),
  );
  await client.query(
    `insert into ${nameOf(table)} as r (id, key, existence_handling_id, version, withdrawn_at)
     select id, key, handling_id, version, case when withdrawn then now() end
       from unnest($1::text[], $2::text[], $3::int[], $4::int[], $5::bool[]) n(id, key, handling_id, version, withdrawn)
     on conflict (id) do update set key = excluded.key, version = excluded.version,
       existence_handling_id = excluded.existence_handling_id,
       withdrawn_at = case when excluded.withdrawn_at is not null then coalesce(r.withdrawn_at, excluded.withdrawn_at) end`,
    [
      rows.map(({ id }) => id),
      rows.map(({ key }) => key),
      rows.map((row) => handlings.get(row.existence_handling)),
      rows.map(({ version }) => version),
      rows.map(({ withdrawn }) => withdrawn),
    ],
  );
}
