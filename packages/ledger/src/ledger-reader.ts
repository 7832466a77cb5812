import pg from 'pg';
import type { SidecarPart } from './entry.js';
import { applyDifference, baseOf, CHAIN_MAX } from './snapshot-rows.js';

/** The head of a log as it is stored. */
export interface StoredHead {
  readonly logId: number;
  readonly size: number;
  readonly peaks: Buffer;
}

/** An entry as it is stored: the bytes that the tree hashes, not yet read. */
export interface StoredEntry {
  readonly index: number;
  readonly leaf: string;
}

/** A part of the sidecar as it is stored. */
export interface StoredSidecar {
  readonly index: number;
  readonly part: SidecarPart;
  readonly salt: Buffer;
  readonly blob: string;
}

/** Up to where the entries of a log were retired, as it is stored. */
export interface StoredRetirement {
  /** Index of the first entry that is kept. */
  readonly end: number;
  /** Right edge of the tree there. */
  readonly peaks: Buffer;
  /** Where the entry that says so stands. */
  readonly entry: number;
  /** The same, signed by the notary; null before it has. */
  readonly note: string | null;
}

/** Append-only tables that resolve the digests of entries. */
export type DictionaryTable = 'audit_handling' | 'audit_profile' | 'audit_snapshot' | 'audit_asked';

/** Reads one state of the ledger: what is appended meanwhile is not seen. */
export interface LedgerReader {
  heads(): Promise<StoredHead[]>;
  /** Logs that have entries and no head. */
  headless(): Promise<number[]>;
  /** Entries of a log by index, from one on, a page at a time. */
  entries(logId: number, from?: number): AsyncGenerator<StoredEntry[]>;
  /** Those entries of a log that are there of these, in the order of the log. */
  entriesAt(logId: number, indexes: readonly number[]): Promise<StoredEntry[]>;
  /** The largest checkpoint of a log, as the notary signed it; null when there is none. */
  lastCheckpoint(logId: number): Promise<string | null>;
  /** Its last checkpoints, largest first. */
  checkpoints(logId: number): Promise<string[]>;
  /** How many entries stand from that index on. */
  entriesFrom(logId: number, index: number): Promise<number>;
  /** How many stand before it. */
  entriesBefore(logId: number, index: number): Promise<number>;
  /** What is left of the entries that were retired; null when none were. */
  retired(logId: number): Promise<StoredRetirement | null>;
  /** Hashes of a tile of the tree (C2SP tlog-tiles); throws where it is not there. */
  tile(logId: number, level: number, index: number): Promise<Buffer>;
  /** Lets other sessions read the same state, as long as this one is open. */
  exportState(): Promise<string>;
  /** Sidecars of the entries from `first` to `last`. */
  sidecars(logId: number, first: number, last: number): Promise<StoredSidecar[]>;
  /** Texts by digest; a digest without a row is absent. */
  texts(table: DictionaryTable, digests: readonly string[]): Promise<ReadonlyMap<string, string>>;
  close(): Promise<void>;
}

const ENTRIES_PER_PAGE = 2_000;
/** An hour of them, of a log that is never quiet. */
const CHECKPOINTS_MAX = 3_600;

/** Opens the ledger for reading with a login that may select. */
export async function openLedgerReader(connectionString: string): Promise<LedgerReader> {
  const client = new pg.Client({ connectionString, application_name: 'chancery ledger reader' });
  client.on('error', () => {});
  await client.connect();
  // One snapshot for all pages, so that a writer at work cannot make the parts disagree.
  await client.query('begin transaction isolation level repeatable read read only');
  return new SqlLedgerReader(client);
}

class SqlLedgerReader implements LedgerReader {
  readonly #client: pg.Client;

  constructor(client: pg.Client) {
    this.#client = client;
  }

  async heads(): Promise<StoredHead[]> {
    const { rows } = await this.#client.query<{ log_id: number; size: string; peaks: Buffer }>(
      'select log_id, size, peaks from audit_head order by log_id',
    );
    return rows.map(({ log_id, size, peaks }) => ({ logId: log_id, size: Number(size), peaks }));
  }

  async headless(): Promise<number[]> {
    const { rows } = await this.#client.query<{ log_id: number }>(
      'select distinct log_id from audit_entry where log_id not in (select log_id from audit_head) order by log_id',
    );
    return rows.map(({ log_id }) => log_id);
  }

  async *entries(logId: number, from = 0): AsyncGenerator<StoredEntry[]> {
    let next = from;
    for (;;) {
      const { rows } = await this.#client.query<{ idx: string; leaf: string }>({
        name: 'entries',
        text: 'select idx, leaf from audit_entry where log_id = $1 and idx >= $2 order by idx limit $3',
        values: [logId, next, ENTRIES_PER_PAGE],
      });
      const page = rows.map(({ idx, leaf }) => ({ index: Number(idx), leaf }));
      const last = page.at(-1);
      if (last === undefined) return;
      yield page;
      next = last.index + 1;
    }
  }

  async entriesAt(logId: number, indexes: readonly number[]): Promise<StoredEntry[]> {
    const { rows } = await this.#client.query<{ idx: string; leaf: string }>({
      name: 'entries-at',
      text: 'select idx, leaf from audit_entry where log_id = $1 and idx = any($2) order by idx',
      values: [logId, indexes],
    });
    return rows.map(({ idx, leaf }) => ({ index: Number(idx), leaf }));
  }

  async lastCheckpoint(logId: number): Promise<string | null> {
    const { rows } = await this.#client.query<{ note: string }>(
      'select note from audit_checkpoint where log_id = $1 order by size desc limit 1',
      [logId],
    );
    return rows[0]?.note ?? null;
  }

  async checkpoints(logId: number): Promise<string[]> {
    const { rows } = await this.#client.query<{ note: string }>(
      'select note from audit_checkpoint where log_id = $1 order by size desc limit $2',
      [logId, CHECKPOINTS_MAX],
    );
    return rows.map(({ note }) => note);
  }

  async entriesFrom(logId: number, index: number): Promise<number> {
    const { rows } = await this.#client.query<{ count: number }>(
      'select count(*)::int as count from audit_entry where log_id = $1 and idx >= $2',
      [logId, index],
    );
    return rows[0]?.count ?? 0;
  }

  async entriesBefore(logId: number, index: number): Promise<number> {
    const { rows } = await this.#client.query<{ count: number }>(
      'select count(*)::int as count from audit_entry where log_id = $1 and idx < $2',
      [logId, index],
    );
    return rows[0]?.count ?? 0;
  }

  async retired(logId: number): Promise<StoredRetirement | null> {
    const { rows } = await this.#client.query<{ end_idx: string; peaks: Buffer; entry_idx: string; note: string }>(
      'select end_idx, peaks, entry_idx, note from audit_retired where log_id = $1 order by end_idx desc limit 1',
      [logId],
    );
    const [row] = rows;
    if (row === undefined) return null;
    return { end: Number(row.end_idx), peaks: row.peaks, entry: Number(row.entry_idx), note: row.note };
  }

  async tile(logId: number, level: number, index: number): Promise<Buffer> {
    const { rows } = await this.#client.query<{ hashes: Buffer }>({
      name: 'tile',
      text: 'select hashes from audit_tile where log_id = $1 and level = $2 and idx = $3',
      values: [logId, level, index],
    });
    if (rows[0] === undefined) throw new RangeError(`tile ${level}/${index} is not there`);
    return rows[0].hashes;
  }

  async exportState(): Promise<string> {
    const { rows } = await this.#client.query<{ state: string }>('select pg_export_snapshot() as state');
    return rows[0]?.state ?? '';
  }

  async sidecars(logId: number, first: number, last: number): Promise<StoredSidecar[]> {
    const { rows } = await this.#client.query<{ idx: string; part: SidecarPart; salt: Buffer; blob: string }>({
      name: 'sidecars',
      text: 'select idx, part, salt, blob from audit_sidecar where log_id = $1 and idx between $2 and $3 order by idx, part',
      values: [logId, first, last],
    });
    return rows.map(({ idx, part, salt, blob }) => ({ index: Number(idx), part, salt, blob }));
  }

  async texts(table: DictionaryTable, digests: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const stored = await this.#rows(table, digests);
    return table === 'audit_snapshot' ? this.#wholeSnapshots(stored) : stored;
  }

  async #rows(table: DictionaryTable, digests: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await this.#client.query<{ digest: string; text: string }>(
      `select digest, text from ${table} where digest = any($1)`,
      [digests],
    );
    return new Map(rows.map(({ digest, text }) => [digest, text]));
  }

  /** Snapshots as they were, also those that are stored as differences; one whose base is not there is absent. */
  async #wholeSnapshots(stored: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, string>> {
    const rows = new Map(stored);
    const lacking = (): string[] =>
      [...new Set([...rows.values()].flatMap((text) => baseOf(text) ?? []))].filter((digest) => !rows.has(digest));
    let missing = lacking();
    for (let step = 0; missing.length > 0 && step < CHAIN_MAX; step += 1) {
      const found = await this.#rows('audit_snapshot', missing);
      if (found.size === 0) break;
      for (const [digest, text] of found) rows.set(digest, text);
      missing = lacking();
    }
    const wholeOf = (digest: string, steps: number): string | null => {
      const text = rows.get(digest);
      const base = text === undefined ? null : baseOf(text);
      if (text === undefined || base === null) return text ?? null;
      const before = steps > 0 ? wholeOf(base, steps - 1) : null;
      return before === null ? null : applyDifference(text, before);
    };
    const wholes = [...stored.keys()].map((digest) => [digest, wholeOf(digest, CHAIN_MAX)] as const);
    return new Map(wholes.flatMap(([digest, text]) => (text === null ? [] : [[digest, text] as const])));
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}
