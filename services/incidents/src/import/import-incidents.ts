import { parseEntityId, parseRegisterKey } from '@chancery/shared/brands';
import { allotHandlings } from '@chancery/shared/subgraph/import/allot-handlings';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { type Imported, type Kept, keepOnly } from '@chancery/shared/subgraph/import/keep-only';
import { publishRows, publishWithdrawn } from '@chancery/shared/subgraph/outbox/outbox';
import { randomId } from '@chancery/shared/subgraph/tables/random-id';
import type { IncidentRecord } from './incident-records.js';

/** Loads incidents: a new one gets an id, a known one keeps it, one that is no longer there is withdrawn. */
export async function importIncidents(client: ImportClient, records: readonly IncidentRecord[]): Promise<Imported> {
  const handlings = await allotHandlings(client, new Set(records.map(({ handling }) => handling)));
  const ids = await readIds(client, 'select reference as key, id from incident where imported_by is not null');
  const missions = await readIds(client, 'select key, id from mission_ref where withdrawn_at is null');
  const published = records.map(({ handling, reference }) => {
    const id = parseEntityId('Incident', ids.get(reference) ?? randomId('Incident'));
    // Acts name an incident by its id: it has no key of a register.
    return { type: 'Incident', id, key: parseRegisterKey(id), handling };
  });
  const rows = records.map(({ handling, missionKey, ...record }, index) => ({
    ...record,
    imported_by: importOf(record),
    id: published[index]?.id,
    handling_id: handlings.get(handling),
    mission_id: missionKey === null ? null : (missions.get(missionKey) ?? null),
  }));
  const changed = await upsert(client, rows);
  await publishRows(client, published);
  const imported = { changed, withdrawn: 0, returned: 0 };
  for (const importedBy of IMPORTS) {
    const { withdrawn, returned } = await keepOnly(client, keptBy(importedBy, records));
    await publishWithdrawn(client, 'Incident', withdrawn);
    imported.returned += returned.length;
    imported.withdrawn += withdrawn.length;
  }
  return imported;
}

/** What was made up is withdrawn apart from what was published: without exercises there is none of it. */
const IMPORTS = ['case studies', 'exercise'] as const;
const importOf = ({ synthetic }: Pick<IncidentRecord, 'synthetic'>) => IMPORTS[synthetic ? 1 : 0];

function keptBy(importedBy: string, records: readonly IncidentRecord[]): Kept {
  const keys = records.flatMap((record) => (importOf(record) === importedBy ? [record.reference] : []));
  return { table: 'incident', importedBy, key: 'reference', keys };
}

async function readIds(client: ImportClient, text: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ key: string; id: string }>(text);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

async function upsert(client: ImportClient, rows: readonly object[]): Promise<number> {
  const { rowCount } = await client.query(
    `insert into incident as i (id, handling_id, synthetic, reference, type, occurred_on, city, sending_state,
        receiving_state, site_kind, fatalities, summary, legal_rules, source, confidence, mission_id, imported_by)
     select id, handling_id, synthetic, reference, type, occurred_on, city, sending_state,
        receiving_state, site_kind, fatalities, summary, legal_rules, source, confidence, mission_id, imported_by
       from jsonb_to_recordset($1::jsonb) r(id text, handling_id int, synthetic bool, reference text, type text,
        occurred_on date, city text, sending_state text, receiving_state text, site_kind text, fatalities int,
        summary text, legal_rules text[], source text, confidence text, mission_id text, imported_by text)
     on conflict (id) do update set
        handling_id = excluded.handling_id, type = excluded.type, occurred_on = excluded.occurred_on,
        city = excluded.city, sending_state = excluded.sending_state, receiving_state = excluded.receiving_state,
        site_kind = excluded.site_kind, fatalities = excluded.fatalities, summary = excluded.summary,
        legal_rules = excluded.legal_rules, source = excluded.source, confidence = excluded.confidence,
        mission_id = excluded.mission_id
      where (i.handling_id, i.type, i.occurred_on, i.city, i.sending_state, i.receiving_state, i.site_kind,
             i.fatalities, i.summary, i.legal_rules, i.source, i.confidence, i.mission_id)
        is distinct from (excluded.handling_id, excluded.type, excluded.occurred_on, excluded.city,
             excluded.sending_state, excluded.receiving_state, excluded.site_kind, excluded.fatalities,
             excluded.summary, excluded.legal_rules, excluded.source, excluded.confidence, excluded.mission_id)`,
    [JSON.stringify(rows)],
  );
  return rowCount ?? 0;
}
