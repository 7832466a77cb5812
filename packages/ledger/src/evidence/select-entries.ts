import type pg from 'pg';
import type { LedgerReader, StoredEntry } from '../ledger-reader.js';
import { parseEntry } from '../parse-entry.js';
import { entriesThatRead } from '../touches/record-history.js';

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
const BUNDLED_MAX = 20_000;

/** The entries of a log below `size`, in order. Throws when they are more than a bundle may have. */
export async function selectEntries(
  reader: LedgerReader,
  client: pg.ClientBase,
  { logId, size, selection }: { readonly logId: number; readonly size: number; readonly selection: EntrySelection },
): Promise<StoredEntry[]> {
  const { receipts, from, to, record } = selection;
  const pages = record === null ? reader.entries(logId) : entriesThatRead(reader, client, { logId, record });
  const selected: StoredEntry[] = [];
  for await (const page of pages) {
    for (const stored of page) {
      if (stored.index >= size) return selected;
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
