import type { Tile } from '@chancery/ledger/tiles/tile-tree';
import { type Edge, parseEdge } from '@chancery/ledger/tree';
import pg from 'pg';

/** A signed checkpoint as it is stored. */
export interface StoredCheckpoint {
  readonly size: number;
  readonly note: string;
  readonly publishedAt: number | null;
}

/** Where the entry of a receipt is. */
export interface Place {
  readonly logId: number;
  readonly index: number;
}

/** Up to where entries of a log were retired, as it is stored. */
export interface StoredRetirement {
  readonly end: number;
  /** Of the tree at that end. */
  readonly edge: Edge;
  /** Where the entry that says so stands. */
  readonly entry: number;
  /** The notary's word; null before it was given. */
  readonly note: string | null;
}

const STATEMENT_MAX_MS = 10_000;
/** One for the rounds, the others for who asks meanwhile. */
const CONNECTIONS_MAX = 3;

/** What the notary reads and writes, by the login of a role that can do nothing else. */
export class NotaryStore {
  readonly #pool: pg.Pool;

  constructor(connectionString: string) {
    this.#pool = new pg.Pool({
      connectionString,
      max: CONNECTIONS_MAX,
      connectionTimeoutMillis: STATEMENT_MAX_MS,
      query_timeout: STATEMENT_MAX_MS,
      application_name: 'chancery notary',
    });
    // A server that goes away between two statements is reported by the next one.
    this.#pool.on('error', () => {});
  }

  async heads(): Promise<ReadonlyMap<number, Edge>> {
    const { rows } = await this.#pool.query<{ log_id: number; size: string; peaks: Buffer }>(
      'select log_id, size, peaks from audit_head order by log_id',
    );
    return new Map(rows.map(({ log_id, size, peaks }) => [log_id, parseEdge(Number(size), peaks)]));
  }

  /** Stored bytes of the entries from `first` to before `end`; fewer where one is not there. */
  async leaves(logId: number, first: number, end: number): Promise<string[]> {
    const { rows } = await this.#pool.query<{ leaf: string }>({
      name: 'leaves',
      text: 'select leaf from audit_entry where log_id = $1 and idx >= $2 and idx < $3 order by idx',
      values: [logId, first, end],
    });
    return rows.map(({ leaf }) => leaf);
  }

  /** Keeps what follows from entries; what is kept already stays. */
  async keep(logId: number, tiles: readonly Tile[], first: number, receipts: readonly string[]): Promise<void> {
    await this.#pool.query(
      `with kept as (
         insert into audit_receipt (receipt, log_id, idx)
         select receipt, $1, $5::bigint + place - 1 from unnest($6::text[]) with ordinality as line (receipt, place)
         where receipt <> '' on conflict do nothing)
       insert into audit_tile (log_id, level, idx, hashes)
       select $1, level, idx, hashes from unnest($2::smallint[], $3::bigint[], $4::bytea[]) as line (level, idx, hashes)
       on conflict (log_id, level, idx) do update set hashes = excluded.hashes
       where octet_length(audit_tile.hashes) < octet_length(excluded.hashes)`,
      [
        logId,
        tiles.map(({ level }) => level),
        tiles.map(({ index }) => index),
        tiles.map(({ hashes }) => hashes),
        first,
        receipts,
      ],
    );
  }

  async keepCheckpoint(logId: number, size: number, root: Buffer, note: string): Promise<void> {
    await this.#pool.query(
      `insert into audit_checkpoint (log_id, size, root, note) values ($1, $2, $3, $4)
       on conflict (log_id, size) do update set note = excluded.note`,
      [logId, size, root, note],
    );
  }

  async noteOf(logId: number, size: number): Promise<string | null> {
    const { rows } = await this.#pool.query<{ note: string }>(
      'select note from audit_checkpoint where log_id = $1 and size = $2',
      [logId, size],
    );
    return rows[0]?.note ?? null;
  }

  /** Puts cosignatures below it; false where somebody else has, since it was read. */
  async replaceNote(logId: number, size: number, before: string, note: string): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      'update audit_checkpoint set note = $4 where log_id = $1 and size = $2 and note = $3',
      [logId, size, before, note],
    );
    return rowCount === 1;
  }

  async publish(logId: number, size: number, at: number): Promise<void> {
    await this.#pool.query(
      `update audit_checkpoint set published_at = to_timestamp($3::float8 / 1000)
        where log_id = $1 and size = $2 and published_at is null`,
      [logId, size, at],
    );
  }

  /** The largest checkpoint of a log, or the largest that was published; null when there is none. */
  async checkpoint(logId: number, which: 'latest' | 'published' = 'latest'): Promise<StoredCheckpoint | null> {
    const { rows } = await this.#pool.query<{ size: string; note: string; published: string | null }>(
      `select size, note, (extract(epoch from published_at) * 1000)::bigint as published from audit_checkpoint
        where log_id = $1 ${which === 'published' ? 'and published_at is not null' : ''} order by size desc limit 1`,
      [logId],
    );
    const [row] = rows;
    if (row === undefined) return null;
    const publishedAt = row.published === null ? null : Number(row.published);
    return { size: Number(row.size), note: row.note, publishedAt };
  }

  async tile(logId: number, level: number, index: number): Promise<Buffer> {
    const { rows } = await this.#pool.query<{ hashes: Buffer }>({
      name: 'tile',
      text: 'select hashes from audit_tile where log_id = $1 and level = $2 and idx = $3',
      values: [logId, level, index],
    });
    if (rows[0] === undefined) throw new RangeError(`tile ${level}/${index} is not there`);
    return rows[0].hashes;
  }

  /** What is left of the entries that were retired; null when none were. */
  async retired(logId: number): Promise<StoredRetirement | null> {
    const { rows } = await this.#pool.query<{ end_idx: string; peaks: Buffer; entry_idx: string; note: string }>({
      name: 'retired',
      text: 'select end_idx, peaks, entry_idx, note from audit_retired where log_id = $1 order by end_idx desc limit 1',
      values: [logId],
    });
    const [row] = rows;
    if (row === undefined) return null;
    const end = Number(row.end_idx);
    return { end, edge: parseEdge(end, row.peaks), entry: Number(row.entry_idx), note: row.note };
  }

  async keepMinimum(logId: number, end: number, note: string): Promise<void> {
    await this.#pool.query('update audit_retired set note = $3 where log_id = $1 and end_idx = $2', [logId, end, note]);
  }

  async placeOf(receipt: string): Promise<Place | null> {
    const { rows } = await this.#pool.query<{ log_id: number; idx: string }>(
      'select log_id, idx from audit_receipt where receipt = $1',
      [receipt],
    );
    return rows[0] === undefined ? null : { logId: rows[0].log_id, index: Number(rows[0].idx) };
  }

  /** What opens the commitment of an entry to its answer; null where there was none, or it was erased. */
  async openingOf({ logId, index }: Place): Promise<{ readonly salt: Buffer; readonly blob: string } | null> {
    const { rows } = await this.#pool.query<{ salt: Buffer; blob: string }>(
      'select salt, blob from audit_said where log_id = $1 and idx = $2',
      [logId, index],
    );
    return rows[0] ?? null;
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}
