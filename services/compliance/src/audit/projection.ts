import type { FollowedEntry } from '@chancery/ledger/follow-entries';
import { allotEach, appendRecords } from '@chancery/shared/subgraph/import/append-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import type { HandlingTable } from '@chancery/shared/subgraph/visibility/handling-table';
import { AuditEntry } from './audit-entry.js';
import { auditRowsOf } from './audit-rows.js';
import { AuditedAccess } from './audited-access.js';

const IMPORTED_BY = 'ledger';

/** Up to which entry of each log it was written here; a log that is not named was not. */
export async function readNext(client: ImportClient): Promise<ReadonlyMap<number, number>> {
  const { rows } = await client.query<{ log_id: number; next: string }>('select log_id, next from audit_read');
  return new Map(rows.map(({ log_id, next }) => [log_id, Number(next)]));
}

/**
 * Writes what is told of a page of entries, which follow on what was written before: all of it or nothing, and each entry once
 * whoever else writes too.
 */
export async function projectPage(
  client: ImportClient,
  handlings: HandlingTable,
  page: readonly FollowedEntry[],
): Promise<void> {
  const [first, last] = [page[0], page.at(-1)];
  if (first === undefined || last === undefined) return;
  const told = page.flatMap((followed) => auditRowsOf(followed) ?? []);
  const entries = told.map(({ entry }) => entry);
  const accesses = told.flatMap((rows) => rows.accesses);
  await allotEach(handlings, [...entries, ...accesses]);
  await client.query('begin');
  try {
    if (await isTaken(client, first, last)) {
      await appendRecords(client, handlings, { record: AuditEntry, importedBy: IMPORTED_BY, rows: entries });
      const ids = await appendRecords(client, handlings, {
        record: AuditedAccess,
        importedBy: IMPORTED_BY,
        rows: accesses,
      });
      await linkPosts(
        client,
        accesses.flatMap(({ posts }, at) => posts.map((post) => ({ id: ids[at], post }))),
      );
    }
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  }
}

/** Takes the page for this writer; false when another one has it already. */
async function isTaken(client: ImportClient, first: FollowedEntry, last: FollowedEntry): Promise<boolean> {
  const { rowCount } = await client.query(
    `insert into audit_read as r (log_id, next) values ($1, $3)
     on conflict (log_id) do update set next = excluded.next where r.next = $2`,
    [first.logId, first.index, last.index + 1],
  );
  return rowCount === 1;
}

/** Links accesses to those posts that are known here, which entries name by their keys of the register. */
async function linkPosts(client: ImportClient, pairs: readonly object[]): Promise<void> {
  await client.query(
    `insert into audited_access_mission (audited_access_id, mission_id)
     select r.id, m.id from jsonb_to_recordset($1::jsonb) r(id text, post text) join mission_ref m on m.key = r.post`,
    [JSON.stringify(pairs)],
  );
}
