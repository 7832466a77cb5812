import { withConnection } from '@chancery/shared/postgres/connect';
import type { AccessRow } from './access-list.js';
import { type DictionaryTable, type LedgerReader, openLedgerReader, type StoredEntry } from './ledger-reader.js';
import { type Entry, parseAccessList, parseEntry } from './parse-entry.js';

/** An entry with what its digests stand for. */
export interface FollowedEntry {
  readonly logId: number;
  readonly index: number;
  readonly entry: Entry;
  /** The whole list, also where the leaf had no room for it; its totals where that was erased. */
  readonly access: readonly AccessRow[];
  /** Texts of handlings by digest. */
  readonly handlings: ReadonlyMap<string, string>;
  readonly asked: readonly string[];
}

/** How long each log is, in a text. */
export async function sizesOf(connectionString: string): Promise<string> {
  const { rows } = await withConnection(connectionString, (client) =>
    client.query<{ log_id: number; size: string }>('select log_id, size from audit_head order by log_id'),
  );
  return rows.map(({ log_id, size }) => `${log_id}:${size}`).join();
}

/** Texts by digest, of one of the tables that resolve the digests of entries. */
export async function textsOf(
  connectionString: string,
  table: DictionaryTable,
  digests: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const reader = await openLedgerReader(connectionString);
  try {
    return await reader.texts(table, digests);
  } finally {
    await reader.close();
  }
}

/** The entries of all logs from an index of each on, in pages; what is appended meanwhile is for the next time. */
export async function* followEntries(
  connectionString: string,
  nextOf: (logId: number) => number,
): AsyncGenerator<FollowedEntry[]> {
  const reader = await openLedgerReader(connectionString);
  try {
    for (const { logId, size } of await reader.heads()) {
      if (size <= nextOf(logId)) continue;
      for await (const page of reader.entries(logId, nextOf(logId)))
        yield await resolveEntries(reader, logId, page.map(readStored));
    }
  } finally {
    await reader.close();
  }
}

/** An entry that was read, at its index. */
interface IndexedEntry {
  readonly index: number;
  readonly entry: Entry;
}

/** A stored entry, read. */
export const readStored = ({ index, leaf }: StoredEntry): IndexedEntry => ({ index, entry: parseEntry(leaf) });

/** Entries of one log with what their digests stand for. */
export async function resolveEntries(
  reader: LedgerReader,
  logId: number,
  entries: readonly IndexedEntry[],
): Promise<FollowedEntry[]> {
  const lists = await listsOf(reader, logId, entries);
  const whole = entries.map(({ index, entry }) => ({ index, entry, access: lists.get(index) ?? entry.access }));
  const digests = new Set(whole.flatMap(({ access }) => access.flatMap(([, digest]) => digest ?? [])));
  const askedDigests = new Set(whole.flatMap(({ entry: { api } }) => api.asked ?? []));
  const handlings = await reader.texts('audit_handling', [...digests]);
  const askedTexts = await reader.texts('audit_asked', [...askedDigests]);
  return whole.map(({ index, entry, access }) => {
    const asked = askedTexts.get(entry.api.asked ?? '')?.split(' ') ?? [];
    return { logId, index, entry, access, handlings, asked };
  });
}

async function listsOf(
  reader: LedgerReader,
  logId: number,
  entries: readonly IndexedEntry[],
): Promise<ReadonlyMap<number, readonly AccessRow[]>> {
  const wanted = new Set(entries.flatMap(({ index, entry }) => (entry.accessList === undefined ? [] : [index])));
  const lists = new Map<number, readonly AccessRow[]>();
  for (const [first, last] of runsOf([...wanted])) {
    for (const { index, part, blob } of await reader.sidecars(logId, first, last)) {
      if (part === 'access' && wanted.has(index)) lists.set(index, parseAccessList(blob));
    }
  }
  return lists;
}

/** Entries between two that are wanted, which are rather read than asked around. */
const BETWEEN_MAX = 256;

/** Ranges that hold some indexes: entries that read one record lie far from one another. */
function runsOf(indexes: readonly number[]): readonly (readonly [first: number, last: number])[] {
  const runs: [number, number][] = [];
  for (const index of [...indexes].sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run === undefined || index - run[1] > BETWEEN_MAX) runs.push([index, index]);
    else run[1] = index;
  }
  return runs;
}
