import { createHash } from 'node:crypto';
import type { FollowedEntry } from '@chancery/ledger/follow-entries';
import { allotEach, appendRecords } from '@chancery/shared/subgraph/import/append-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import type { HandlingTable } from '@chancery/shared/subgraph/visibility/handling-table';
import { noteUses } from '../assignments/keep-assignments.js';
import { keepOwed, owedByAll } from '../duties/keep-owed.js';
import { AuditEntry } from './audit-entry.js';
import { type AuditRows, auditRowsOf } from './audit-rows.js';
import { AuditedAccess } from './audited-access.js';
import type { EntryCircumstances } from './entry-circumstances.js';
import type { Judging } from './judge-access.js';

const IMPORTED_BY = 'ledger';
/** Half a digest: nobody gains by two that are equal, and there is one for each person and coordinate. */
const SEEN_HEX = 32;
const NEVER_SEEN = '';

/** By what an entry is judged as it is told. */
export interface Telling {
  readonly circumstances: EntryCircumstances;
  readonly judging: Judging;
}

const recordedAt = (row: { readonly recordedAt?: Date }): Date | undefined => row.recordedAt;

const rowsOf = (rows: AuditRows | null): AuditRows[] => (rows === null ? [] : [rows]);

/** Up to which entry of each log it was written here; a log that is not named was not. */
export async function readNext(client: ImportClient): Promise<ReadonlyMap<number, number>> {
  const { rows } = await client.query<{ log_id: number; next: string }>('select log_id, next from audit_read');
  return new Map(rows.map(({ log_id, next }) => [log_id, Number(next)]));
}

/** A page of entries that follow on each other, with what is told of them. */
export interface ToldPage {
  readonly page: readonly FollowedEntry[];
  readonly entries: readonly AuditRows['entry'][];
  readonly accesses: Accesses;
}

/** What is told of a page of entries: needs nothing of the database that it is written to. */
export async function tellPage(page: readonly FollowedEntry[], { circumstances, judging }: Telling): Promise<ToldPage> {
  const told: AuditRows[] = [];
  await circumstances.know(page.map(({ entry }) => entry));
  // One after the other: they follow on each other under the same snapshots.
  for (const each of page) told.push(...rowsOf(auditRowsOf(each, await circumstances.of(each.entry), judging)));
  return { page, entries: told.map(({ entry }) => entry), accesses: told.flatMap((rows) => rows.accesses) };
}

/** Writes it, behind what was written before: all of it or nothing, and each entry once whoever else writes too. */
export async function writePage(
  client: ImportClient,
  handlings: HandlingTable,
  { page, entries, accesses }: ToldPage,
): Promise<void> {
  const [first, last] = [page[0], page.at(-1)];
  if (first === undefined || last === undefined) return;
  const owed = await owedByAll(client, page);
  await allotEach(handlings, [...entries, ...accesses, ...owed.rows]);
  await client.query('begin');
  // What follows from the ledger is made again from the ledger: after a crash of the server it is told from where it stood.
  await client.query('set local synchronous_commit = off');
  try {
    if (await isTaken(client, first, last)) {
      await appendRecords(client, handlings, {
        record: AuditEntry,
        importedBy: IMPORTED_BY,
        rows: entries,
        at: recordedAt,
      });
      const rows = await markFirst(client, accesses);
      const ids = await appendRecords(client, handlings, {
        record: AuditedAccess,
        importedBy: IMPORTED_BY,
        rows,
        at: recordedAt,
      });
      await keepOwed(client, handlings, owed, IMPORTED_BY);
      await noteUses(client, page);
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

/** Tells of a page and writes it. */
export async function projectPage(
  client: ImportClient,
  handlings: HandlingTable,
  page: readonly FollowedEntry[],
  telling: Telling,
): Promise<void> {
  await writePage(client, handlings, await tellPage(page, telling));
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

type Accesses = AuditRows['accesses'];

/**
 * Marks what a person received for the first time. What counts as the same is under the same handling of the row, so that the mark tells
 * whoever sees the row nothing of rows that it does not see.
 */
async function markFirst(client: ImportClient, accesses: Accesses): Promise<Accesses> {
  const keys = accesses.map(({ decision, handling, subject, coordinate }) =>
    decision === 'ALLOWED' ? digestOf([handling, subject, coordinate]) : null,
  );
  const { rows } = await client.query<{ key: string }>(
    `insert into audit_seen (key) select decode(k, 'hex') from json_array_elements_text($1::json) k
     on conflict do nothing returning encode(key, 'hex') as key`,
    [JSON.stringify([...new Set(keys.filter((key) => key !== null))])],
  );
  const fresh = new Set(rows.map(({ key }) => key));
  return accesses.map((access, at) => (fresh.delete(keys[at] ?? NEVER_SEEN) ? { ...access, isFirst: true } : access));
}

const digestOf = (parts: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, SEEN_HEX);

/** Links accesses to those posts that are known here, which entries name by their keys of the register. */
async function linkPosts(client: ImportClient, pairs: readonly object[]): Promise<void> {
  await client.query(
    `insert into audited_access_mission (audited_access_id, mission_id)
     select r.id, m.id from json_to_recordset($1::json) r(id text, post text) join mission_ref m on m.key = r.post`,
    [JSON.stringify(pairs)],
  );
}
