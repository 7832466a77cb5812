import type { FollowedEntry } from '@chancery/ledger/follow-entries';
import { appendRecords } from '@chancery/shared/subgraph/import/append-records';
import type { ImportClient } from '@chancery/shared/subgraph/import/import-transaction';
import type { HandlingTable } from '@chancery/shared/subgraph/visibility/handling-table';
import { readParties } from './known-parties.js';
import { Obligation } from './obligation.js';
import { joinOwed, namedIn, type OwedRow, owedBy } from './owed-by-entry.js';

/** What a page of entries of one log obliges to, and up to where. */
export interface OwedByPage {
  readonly logId: number;
  /** Index of the entry after the last. */
  readonly next: number;
  /** One for each occasion. */
  readonly rows: readonly OwedRow[];
}

/** What entries oblige to of which it was not kept before: the audit of them may have been told anew since. */
export async function owedByAll(client: ImportClient, page: readonly FollowedEntry[]): Promise<OwedByPage> {
  const [logId, next] = [page[0]?.logId ?? 0, (page.at(-1)?.index ?? -1) + 1];
  const known = await client.query<{ next: string }>('select next from duty_read where log_id = $1', [logId]);
  const from = Number(known.rows[0]?.next ?? 0);
  const owing = page.filter(({ index, entry }) => index >= from && (entry.obligations ?? []).length > 0);
  if (owing.length === 0) return { logId, next, rows: [] };
  const { acts, posts } = namedIn(owing);
  const parties = await readParties(client, acts, posts);
  return { logId, next, rows: joinOwed(owing.flatMap((followed) => owedBy(followed, parties))) };
}

/** Another disclosure of the same occasion, while it stands: due by the first of them, and counted. */
const COUNTED = `on conflict (occasion) where standing = 'OPEN' do update set
  count = t.count + excluded.count,
  last_at = greatest(t.last_at, excluded.last_at),
  coordinates = array(select distinct c from unnest(t.coordinates || excluded.coordinates) c order by c)`;

/** Keeps what is owed, a new row for what is not owed yet and a count for what is, and up to which entry. */
export async function keepOwed(
  client: ImportClient,
  handlings: HandlingTable,
  { logId, next, rows }: OwedByPage,
  importedBy: string,
): Promise<void> {
  const kept = `insert into duty_read as d (log_id, next) values ($1, $2)
    on conflict (log_id) do update set next = greatest(d.next, excluded.next)`;
  await client.query(kept, [logId, next]);
  if (rows.length === 0) return;
  // In one order, or two writers could wait for each other.
  const inOrder = [...rows].sort((a, b) => (a.occasion < b.occasion ? -1 : 1));
  await appendRecords(client, handlings, { record: Obligation, importedBy, rows: inOrder, onConflict: COUNTED });
}
