import { parseEntityId, parseRegisterKey } from '@chancery/shared/brands';
import { importRecords } from '@chancery/shared/subgraph/import/import-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import type { Imported } from '@chancery/shared/subgraph/import/keep-only';
import { publishRows, publishWithdrawn } from '@chancery/shared/subgraph/outbox/outbox';
import { Incident } from '../incident.js';
import type { IncidentRecord } from './incident-records.js';

/** What was made up is withdrawn apart from what was published: without exercises there is none of it. */
const IMPORTS = [
  { importedBy: 'case studies', isSynthetic: false },
  { importedBy: 'exercise', isSynthetic: true },
] as const;

/** Incidents that were loaded, and the id of each by its reference. */
export interface ImportedIncidents extends Imported {
  readonly ids: ReadonlyMap<string, string>;
}

/** Loads incidents, and tells whoever refers to them; one that is no longer there is withdrawn. */
export async function importIncidents(
  client: ImportClient,
  records: readonly IncidentRecord[],
  missions: ReadonlyMap<string, string>,
): Promise<ImportedIncidents> {
  const all = new Map<string, string>();
  const total = { changed: 0, withdrawn: 0, returned: 0 };
  for (const { importedBy, isSynthetic } of IMPORTS) {
    const rows = records
      .filter(({ synthetic }) => synthetic === isSynthetic)
      .map(({ missionKey, ...record }) => ({
        ...record,
        mission: missionKey === null ? null : (missions.get(missionKey) ?? null),
      }));
    const { changed, withdrawn, returned, ids } = await importRecords(client, {
      record: Incident,
      importedBy,
      by: 'reference',
      rows,
    });
    await publishRows(
      client,
      rows.map(({ reference, handling }) => publishedAs(ids.get(reference) ?? '', handling)),
    );
    await publishWithdrawn(client, 'Incident', withdrawn);
    for (const [reference, id] of ids) all.set(reference, id);
    total.changed += changed;
    total.withdrawn += withdrawn.length;
    total.returned += returned.length;
  }
  return { ...total, ids: all };
}

/** The posts that are known here, by register key. */
export async function postsOf(client: ImportClient): Promise<ReadonlyMap<string, string>> {
  const posts = await client.query<{ key: string; id: string }>(
    'select key, id from mission_ref where withdrawn_at is null',
  );
  return new Map(posts.rows.map(({ key, id }) => [key, id]));
}

/** Acts name an incident by its id: it has no key of a register. */
function publishedAs(text: string, handling: string) {
  const id = parseEntityId('Incident', text);
  return { type: 'Incident', id, key: parseRegisterKey(id), handling };
}
