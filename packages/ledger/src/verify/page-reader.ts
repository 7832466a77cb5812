import pg from 'pg';
import { SALT_BYTES } from '../commitment.js';
import type { SidecarPart } from '../entry.js';
import { HASH_BYTES } from '../tree.js';

/** The bytes of one entry with the prefix of a leaf before them (RFC 6962 §2.1), as they are hashed. */
export interface LeafBytes {
  readonly index: number;
  readonly text: string;
  readonly prefixed: Buffer;
}

/** A part of a sidecar: what its commitment hashes, in one piece (prefix, salt, blob). */
export interface SidecarBytes {
  readonly index: number;
  readonly part: SidecarPart;
  readonly blob: string;
  readonly committed: Buffer;
}

/** All that is stored of the entries of one page. */
export interface Page {
  readonly first: number;
  readonly end: number;
  readonly leaves: readonly LeafBytes[];
  /** In the order of their entries. */
  readonly sidecars: readonly SidecarBytes[];
  /** By index; an entry without a stored hash is absent. */
  readonly hashes: ReadonlyMap<number, Buffer>;
}

// A page is one text of lines, and not rows: a row costs more than its hash. The writer puts no line break into an item; where somebody
// else has, there are more lines than items, and the page is read by rows.
const LEAVES = `
select count(*)::int as count, min(idx)::float8 as least, max(idx)::float8 as most, string_agg(leaf, E'\\n' order by idx) as lines
  from audit_entry where log_id = $1 and idx >= $2 and idx < $3`;
const LEAF_ROWS =
  'select idx::float8 as index, leaf from audit_entry where log_id = $1 and idx >= $2 and idx < $3 order by idx';
const SIDECARS = `
select count(*)::int as count, string_agg(idx || ' ' || part || ' ' || blob, E'\\n' order by idx, part) as lines,
       encode(string_agg(salt, ''::bytea order by idx, part), 'hex') as salts
  from audit_sidecar where log_id = $1 and idx >= $2 and idx < $3`;
const SIDECAR_ROWS = `
select idx::float8 as index, part, encode(salt, 'hex') as salt, blob
  from audit_sidecar where log_id = $1 and idx >= $2 and idx < $3 order by idx, part`;
// A batch may have begun before the page.
const HASHES = `
select string_agg(first_idx || ' ' || encode(hashes, 'hex'), E'\\n' order by first_idx) as lines
  from audit_leaf_hash where log_id = $1 and first_idx < $3
   and first_idx >= coalesce((select max(first_idx) from audit_leaf_hash where log_id = $1 and first_idx <= $2), 0)`;

const LINE_BREAK = 0x0a;
const LEAF_PREFIX = 0x00; // RFC 6962 §2.1
const COMMITMENT_PREFIX = 0x02; // commitment.ts

interface LinesRow {
  readonly count: number;
  readonly least: number | null;
  readonly most: number | null;
  readonly lines: string | null;
  readonly salts?: string | null;
}

interface SidecarRow {
  readonly index: number;
  readonly part: SidecarPart;
  readonly salt: string;
  readonly blob: string;
}

/** Reads stored bytes of one state of the ledger, a page at a time. */
export class PageReader {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  /** Connects to the state that another session has exported. */
  static async open(connectionString: string, snapshot: string): Promise<PageReader> {
    const client = new pg.Client({ connectionString, application_name: 'chancery ledger verifier' });
    client.on('error', () => {});
    await client.connect();
    await client.query('begin transaction isolation level repeatable read read only');
    await client.query(`set transaction snapshot ${client.escapeLiteral(snapshot)}`);
    return new PageReader(client);
  }

  async read(logId: number, first: number, end: number): Promise<Page> {
    const values = [logId, first, end];
    const leaves = await this.#leaves(values, first, end);
    const sidecars = await this.#sidecars(values);
    const [hashes] = await this.#ask<LinesRow>('hashes', HASHES, values);
    return { first, end, leaves, sidecars, hashes: readHashes(linesOf(hashes), first, end) };
  }

  async close(): Promise<void> {
    await this.#client.end();
  }

  async #leaves(values: readonly number[], first: number, end: number): Promise<LeafBytes[]> {
    const [row] = await this.#ask<LinesRow>('leaves', LEAVES, values);
    if (row?.count === end - first && row.least === first && row.most === end - 1) {
      const texts = linesOf(row);
      if (texts.length === row.count) return prefixLeaves(row.lines ?? '', texts, first);
    }
    const rows = await this.#ask<{ index: number; leaf: string }>('leaf-rows', LEAF_ROWS, values);
    return rows.map(({ index, leaf }) => ({ index, text: leaf, prefixed: Buffer.from(`\u0000${leaf}`) }));
  }

  async #sidecars(values: readonly number[]): Promise<SidecarBytes[]> {
    const [row] = await this.#ask<LinesRow>('sidecars', SIDECARS, values);
    const lines = linesOf(row);
    if (lines.length === (row?.count ?? 0)) return readSidecars(lines, Buffer.from(row?.salts ?? '', 'hex'));
    const rows = await this.#ask<SidecarRow>('sidecar-rows', SIDECAR_ROWS, values);
    return rows.map(({ index, part, salt, blob }) => ({
      ...{ index, part, blob },
      committed: Buffer.concat([Buffer.of(COMMITMENT_PREFIX), Buffer.from(salt, 'hex'), Buffer.from(blob)]),
    }));
  }

  async #ask<Row extends object>(name: string, text: string, values: readonly number[]): Promise<Row[]> {
    return (await this.#client.query<Row>({ name, text, values: [...values] })).rows;
  }
}

const linesOf = (row: LinesRow | undefined): string[] => (row?.lines == null ? [] : row.lines.split('\n'));

/** All bytes of a page at once: a line break, which stands before each entry, becomes the prefix of its leaf. */
function prefixLeaves(lines: string, texts: readonly string[], first: number): LeafBytes[] {
  const bytes = Buffer.from(`\n${lines}`);
  let at = 0;
  return texts.map((text, place) => {
    const next = bytes.indexOf(LINE_BREAK, at + 1);
    const prefixed = bytes.subarray(at, next === -1 ? bytes.length : next);
    prefixed[0] = LEAF_PREFIX;
    at += prefixed.length;
    return { index: first + place, text, prefixed };
  });
}

/** Prefix, salt and blob of each, one after another in one piece of memory: an allocation costs as much as a hash. */
function readSidecars(lines: readonly string[], salts: Buffer): SidecarBytes[] {
  const bytes = Buffer.allocUnsafe(lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1 + SALT_BYTES, 0));
  let at = 0;
  return lines.map((line, place) => {
    const afterIndex = line.indexOf(' ');
    const afterPart = line.indexOf(' ', afterIndex + 1);
    const blob = line.slice(afterPart + 1);
    const from = at;
    bytes[at] = COMMITMENT_PREFIX;
    at += 1;
    at += salts.copy(bytes, at, place * SALT_BYTES, (place + 1) * SALT_BYTES);
    at += bytes.write(blob, at);
    const part = line.slice(afterIndex + 1, afterPart) as SidecarPart;
    return { index: Number(line.slice(0, afterIndex)), part, blob, committed: bytes.subarray(from, at) };
  });
}

function readHashes(lines: readonly string[], first: number, end: number): Map<number, Buffer> {
  const hashes = new Map<number, Buffer>();
  for (const line of lines) {
    const split = line.indexOf(' ');
    const batch = Number(line.slice(0, split));
    const bytes = Buffer.from(line.slice(split + 1), 'hex');
    // A torn row lacks its last hash: that is for the check to say.
    for (let place = 0; (place + 1) * HASH_BYTES <= bytes.length; place += 1) {
      const index = batch + place;
      if (index >= first && index < end)
        hashes.set(index, bytes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES));
    }
  }
  return hashes;
}
