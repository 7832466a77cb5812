import { allotHandlings } from '@chancery/shared/subgraph/import/allot-handlings';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { randomId } from '@chancery/shared/subgraph/tables/random-id';
import type { IncidentRecord } from './incident-records.js';

/** Loads incidents: a new one gets an id, a known one keeps it. Returns how many rows differ from before. */
export async function importIncidents(client: ImportClient, records: readonly IncidentRecord[]): Promise<number> {
  const handlings = await allotHandlings(client, new Set(records.map(({ handling }) => handling)));
  const ids = await readIds(client, 'select reference as key, id from incident');
  const missions = await readIds(client, 'select key, id from mission_ref');
  const rows = records.map(({ handling, missionKey, ...record }) => ({
    ...record,
    id: ids.get(record.reference) ?? randomId('Incident'),
    handling_id: handlings.get(handling),
    mission_id: missionKey === null ? null : (missions.get(missionKey) ?? null),
  }));
  return upsert(client, rows);
}

async function readIds(client: ImportClient, text: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ key: string; id: string }>(text);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

async function upsert(client: ImportClient, rows: readonly object[]): Promise<number> {
  const { rowCount } = await client.query(
    `insert into incident as i (id, handling_id, synthetic, reference, type, occurred_on, city, sending_state,
        receiving_state, site_kind, fatalities, summary, legal_rules, source, confidence, mission_id)
     select id, handling_id, synthetic, reference, type, occurred_on, city, sending_state,
        receiving_state, site_kind, fatalities, summary, legal_rules, source, confidence, mission_id
       from jsonb_to_recordset($1::jsonb) r(id text, handling_id int, synthetic bool, reference text, type text,
        occurred_on date, city text, sending_state text, receiving_state text, site_kind text, fatalities int,
        summary text, legal_rules text[], source text, confidence text, mission_id text)
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
