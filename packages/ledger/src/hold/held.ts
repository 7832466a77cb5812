import type pg from 'pg';
import { storedKey } from '../dictionary.js';
import type { ErasedPart } from '../entry.js';

/** What is asked to be erased is kept for a proceeding. */
class LegalHold extends Error {
  /** Stable, for who calls the command from a script. */
  readonly code = 'LEGAL_HOLD';

  constructor(
    what: string,
    readonly hold: string,
  ) {
    super(`LEGAL_HOLD: ${what} is held by \`${hold}\``);
  }
}

/** Entries that a hold of one record is about. */
const READ_IT = `exists (
  select from audit_sidecar as read, jsonb_array_elements_text(read.blob::jsonb) as one (surrogate) join audit_subject using (surrogate)
   where read.log_id = audit_hold.log_id and read.idx = $2 and read.part = 'records'
     and audit_subject.record_key = audit_hold.record_key)`;

/** Whether an entry is one of those that a hold of some is about. */
const matches = (logId: string, index: string): string =>
  `(matching is null or exists (select from audit_entry as entry
     where entry.log_id = ${logId} and entry.idx = ${index} and entry.leaf::jsonb @> matching))`;

/** Throws where a part belongs to an entry that is held. Asked while `audit_hold` is locked, so that no hold comes in between. */
export async function requireFree(client: Pick<pg.Client, 'query'>, parts: readonly ErasedPart[]): Promise<void> {
  for (const { logId, index } of parts) {
    const { rows } = await client.query<{ hold: string }>(
      `select hold from audit_hold where log_id = $1 and lifted_at is null and first_idx <= $2::bigint
          and (end_idx is null or end_idx > $2::bigint) and (record_key is null or ${READ_IT})
          and ${matches('$1', '$2')} order by 1 limit 1`,
      [logId, index],
    );
    if (rows[0] !== undefined) throw new LegalHold(`entry ${index}`, rows[0].hold);
  }
}

// What is not in the index of touches yet is looked for in the sidecars.
const HELD_RECORD = `
select hold from audit_hold where lifted_at is null and (record_key = $1 or record_key is null and (
  exists (
    select from audit_subject join audit_touch as read using (surrogate)
     where record_key = $1 and read.log_id = audit_hold.log_id and read.idx >= first_idx and (end_idx is null or read.idx < end_idx)
       and ${matches('read.log_id', 'read.idx')})
  or exists (
    select from audit_sidecar as read, jsonb_array_elements_text(read.blob::jsonb) as one (surrogate) join audit_subject using (surrogate)
     where read.log_id = audit_hold.log_id and read.idx >= first_idx and (end_idx is null or read.idx < end_idx)
       and read.idx >= coalesce((select next from audit_touched where log_id = audit_hold.log_id), 0)
       and read.part = 'records' and audit_subject.record_key = $1 and ${matches('read.log_id', 'read.idx')})
)) order by 1 limit 1`;

/** Throws where a record is held itself, or was read by an entry that is: nobody could tell of that entry any more that it read it. */
export async function requireFreeRecord(client: Pick<pg.Client, 'query'>, record: string): Promise<void> {
  const { rows } = await client.query<{ hold: string }>(HELD_RECORD, [storedKey(record)]);
  if (rows[0] !== undefined) throw new LegalHold('the record', rows[0].hold);
}
