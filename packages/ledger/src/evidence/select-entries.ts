import type pg from 'pg';
import { storedKey } from '../dictionary.js';
import type { LedgerReader, StoredEntry } from '../ledger-reader.js';
import { parseEntry } from '../parse-entry.js';

/** Which entries of a log are asked for. */
export interface EntrySelection {
  readonly receipts: readonly string[];
  /** From one instant to before another; null without a bound. */
  readonly from: number | null;
  readonly to: number | null;
  /** Key of a record that they read, `Report:rep_1`; null for any. */
  readonly record: string | null;
}

/** Entries that one bundle may have: a file each, and a proof. */
export const BUNDLED_MAX = 20_000;

/** The entries of a log below `size`, in order. Throws when they are more than a bundle may have. */
export async function selectEntries(
  reader: LedgerReader,
  owner: pg.ClientBase,
  { logId, size, selection }: { readonly logId: number; readonly size: number; readonly selection: EntrySelection },
): Promise<StoredEntry[]> {
  const { receipts, from, to, record } = selection;
  const read = record === null ? null : await entriesThatRead(owner, logId, record);
  const selected: StoredEntry[] = [];
  for await (const page of reader.entries(logId)) {
    for (const stored of page) {
      if (stored.index >= size) return selected;
      if (read !== null && !read.has(stored.index)) continue;
      const entry = parseEntry(stored.leaf);
      if (receipts.length > 0 && !receipts.includes(entry.receipt)) continue;
      if (entry.time < (from ?? 0) || entry.time >= (to ?? Number.POSITIVE_INFINITY)) continue;
      selected.push(stored);
      if (selected.length > BUNDLED_MAX)
        throw new RangeError(`more than ${BUNDLED_MAX} entries: ask for a shorter time`);
    }
  }
  return selected;
}

/** Indexes of the entries that read a record, by its surrogates; none of an entry of which that was erased. */
async function entriesThatRead(client: pg.ClientBase, logId: number, record: string): Promise<ReadonlySet<number>> {
  const { rows } = await client.query<{ idx: string }>(
    `select distinct idx from audit_sidecar, jsonb_array_elements_text(blob::jsonb) as one (surrogate)
       join audit_subject using (surrogate)
      where log_id = $1 and part = 'records' and record_key = $2`,
    [logId, storedKey(record)],
  );
  return new Set(rows.map(({ idx }) => Number(idx)));
}
