import { type EntityId, parseEntityId } from '@chancery/shared/brands';
import { ClientError } from '@chancery/shared/errors';
import { allotHandlings } from '@chancery/shared/subgraph/import/allot-handlings';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import { type Imported, keepOnly } from '@chancery/shared/subgraph/import/keep-only';
import { randomId } from '@chancery/shared/subgraph/tables/random-id';
import type { ExerciseWarning } from './exercise-warnings.js';

const IMPORTED_BY = 'exercise';

/** A warning and a post that it concerns. Ids, and no keys: a link to what is no id of a post would show nothing. */
interface WarningLink {
  readonly warning_id: EntityId<'Warning'>;
  readonly mission_id: EntityId<'Mission'>;
}

/** Loads exercise warnings: a new one gets an id, a known one keeps it, one that is no longer made is withdrawn. */
export async function importWarnings(client: ImportClient, warnings: readonly ExerciseWarning[]): Promise<Imported> {
  const handlings = await allotHandlings(client, new Set(warnings.map(({ handling }) => handling)));
  const ids = await readIds(client, 'select reference as key, id from warning where imported_by is not null');
  const made = warnings.map((warning) => ({ warning, id: idOf(ids, warning.reference) }));
  const rows = made.map(({ warning, id }) => ({
    id,
    handling_id: handlings.get(warning.handling),
    reference: warning.reference,
    urgency: warning.urgency,
    severity: warning.severity,
    certainty: warning.certainty,
    area: warning.area,
    sent_at: warning.sentAt,
    expires_at: warning.expiresAt,
    tearline: warning.tearline,
    body: warning.body,
    source_ref: warning.sourceRef,
  }));
  const changed = await upsert(client, rows);
  const missions = await readIds(client, 'select key, id from mission_ref where withdrawn_at is null');
  const links = made.flatMap(({ warning: { reference, missions: keys }, id }) =>
    keys.map((key): WarningLink => {
      const post = missions.get(key) ?? unknownPost(key, reference);
      return { warning_id: id, mission_id: parseEntityId('Mission', post) };
    }),
  );
  const keys = warnings.map(({ reference }) => reference);
  const kept = { table: 'warning', importedBy: IMPORTED_BY, key: 'reference', keys };
  const { withdrawn, returned } = await keepOnly(client, kept);
  const linked = await replaceLinks(client, links);
  return { changed: changed + linked, withdrawn: withdrawn.length, returned: returned.length };
}

function idOf(ids: ReadonlyMap<string, string>, reference: string): EntityId<'Warning'> {
  const known = ids.get(reference);
  return known === undefined ? randomId('Warning') : parseEntityId('Warning', known);
}

async function readIds(client: ImportClient, text: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await client.query<{ key: string; id: string }>(text);
  return new Map(rows.map(({ key, id }) => [key, id]));
}

// A warning that has lost a post would be read as one that does not concern it.
function unknownPost(key: string, reference: string): never {
  throw new ClientError('INPUT_INVALID', `warning \`${reference}\` concerns \`${key}\`, which is not published`);
}

async function upsert(client: ImportClient, rows: readonly object[]): Promise<number> {
  const { rowCount } = await client.query(
    `insert into warning as w (id, handling_id, synthetic, reference, status, urgency, severity, certainty, area,
        sent_at, expires_at, tearline, body, source_ref, imported_by)
     select id, handling_id, true, reference, 'EXERCISE', urgency, severity, certainty, area,
        sent_at, expires_at, tearline, body, source_ref, $2
       from jsonb_to_recordset($1::jsonb) r(id text, handling_id int, reference text, urgency text, severity text,
        certainty text, area text, sent_at timestamptz, expires_at timestamptz, tearline text, body text, source_ref text)
     on conflict (id) do update set
        handling_id = excluded.handling_id, urgency = excluded.urgency, severity = excluded.severity,
        certainty = excluded.certainty, area = excluded.area, sent_at = excluded.sent_at,
        expires_at = excluded.expires_at, tearline = excluded.tearline, body = excluded.body,
        source_ref = excluded.source_ref
      where (w.handling_id, w.urgency, w.severity, w.certainty, w.area, w.sent_at, w.expires_at, w.tearline, w.body,
             w.source_ref)
        is distinct from (excluded.handling_id, excluded.urgency, excluded.severity, excluded.certainty, excluded.area,
             excluded.sent_at, excluded.expires_at, excluded.tearline, excluded.body, excluded.source_ref)`,
    [JSON.stringify(rows), IMPORTED_BY],
  );
  return rowCount ?? 0;
}

/** Makes the links of the warnings concerned these and no others. */
async function replaceLinks(client: ImportClient, links: readonly WarningLink[]): Promise<number> {
  const wanted = 'jsonb_to_recordset($1::jsonb) r(warning_id text, mission_id text)';
  const parameters = [JSON.stringify(links)];
  const removed = await client.query(
    `delete from warning_mission l where l.warning_id in (select warning_id from ${wanted})
        and not exists (select from ${wanted} where r.warning_id = l.warning_id and r.mission_id = l.mission_id)`,
    parameters,
  );
  const added = await client.query(
    `insert into warning_mission (warning_id, mission_id) select warning_id, mission_id from ${wanted}
     on conflict do nothing`,
    parameters,
  );
  return (removed.rowCount ?? 0) + (added.rowCount ?? 0);
}
