import { parseEntityId, parseRegisterKey } from '@chancery/shared/brands';
import { allotHandlings } from '@chancery/shared/subgraph/import/allot-handlings';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { type Imported, keepOnly } from '@chancery/shared/subgraph/import/keep-only';
import { publishRows, publishWithdrawn } from '@chancery/shared/subgraph/outbox/outbox';
import { randomId } from '@chancery/shared/subgraph/tables/random-id';
import type { RegisterRow } from './parse-register.js';

/** Date of the public register that the posts were taken from. */
const AS_OF = '2022-11-16';
const BATCH = 2000;
const IMPORTED_BY = 'register';

/**
 * Loads the posts of the register: a new one gets an id, a known one keeps it, one that is no longer in it is withdrawn, and
 * whoever refers to it is told.
 */
export async function importRegister(
  client: ImportClient,
  rows: readonly RegisterRow[],
  report: (line: string) => void,
): Promise<Imported> {
  const handlings = await allotHandlings(client, rows.map(handlingOf));
  let changed = 0;
  for (let start = 0; start < rows.length; start += BATCH) {
    const batch = rows.slice(start, start + BATCH);
    changed += await upsert(
      client,
      batch,
      batch.map((row) => handlings.get(handlingOf(row)) ?? -1),
    );
    report(`posts: ${start + batch.length} of ${rows.length}`);
  }
  const keys = rows.map((row) => row.wikidata_id);
  const kept = { table: 'mission', importedBy: IMPORTED_BY, key: 'wikidata_id', keys };
  const { withdrawn, returned } = await keepOnly(client, kept);
  await publish(client, rows);
  await publishWithdrawn(client, 'Mission', withdrawn);
  return { changed, withdrawn: withdrawn.length, returned: returned.length };
}

// A public fact about a post: no limit on who reads it, and the post itself as the mission concerned.
function handlingOf(row: RegisterRow): string {
  return `l=-;rel=*;nat=*;pur=*;tlp=CLEAR;own=CHANCERY.register;m=${row.wikidata_id}`;
}

async function upsert(client: ImportClient, rows: readonly RegisterRow[], handlings: number[]): Promise<number> {
  const records = rows.map((row, index) => ({ ...row, id: randomId('Mission'), handling_id: handlings[index] }));
  const { rowCount } = await client.query(
    `insert into mission as m (id, handling_id, synthetic, wikidata_id, kind, sending_state, receiving_state,
        also_accredited_to, city, district, latitude, longitude, opened_year, as_of, imported_by)
     select id, handling_id, false, wikidata_id, kind, sending_state, receiving_state,
        also_accredited_to, city, district, latitude, longitude, opened_year, $2::date, $3
       from jsonb_to_recordset($1::jsonb) r(id text, handling_id int, wikidata_id text, kind text, sending_state text,
        receiving_state text, also_accredited_to text[], city text, district text, latitude float8, longitude float8,
        opened_year int)
     on conflict (wikidata_id) do update set
        handling_id = excluded.handling_id, kind = excluded.kind, sending_state = excluded.sending_state,
        receiving_state = excluded.receiving_state, also_accredited_to = excluded.also_accredited_to,
        city = excluded.city, district = excluded.district, latitude = excluded.latitude,
        longitude = excluded.longitude, opened_year = excluded.opened_year, as_of = excluded.as_of
      where (m.handling_id, m.kind, m.sending_state, m.receiving_state, m.also_accredited_to, m.city, m.district,
             m.latitude, m.longitude, m.opened_year, m.as_of)
        is distinct from (excluded.handling_id, excluded.kind, excluded.sending_state, excluded.receiving_state,
             excluded.also_accredited_to, excluded.city, excluded.district, excluded.latitude, excluded.longitude,
             excluded.opened_year, excluded.as_of)`,
    [JSON.stringify(records), AS_OF, IMPORTED_BY],
  );
  return rowCount ?? 0;
}

async function publish(client: ImportClient, rows: readonly RegisterRow[]): Promise<void> {
  const stored = await client.query<{ id: string; wikidata_id: string }>(
    'select id, wikidata_id from mission where wikidata_id = any($1)',
    [rows.map((row) => row.wikidata_id)],
  );
  const ids = new Map(stored.rows.map((row) => [row.wikidata_id, row.id]));
  const published = rows.flatMap((row) => {
    const id = ids.get(row.wikidata_id);
    if (id === undefined) return [];
    const key = parseRegisterKey(row.wikidata_id);
    return [{ type: 'Mission', id: parseEntityId('Mission', id), key, handling: handlingOf(row) }];
  });
  await publishRows(client, published);
}
