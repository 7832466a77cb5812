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
  readonly hashes: PageHashes;
}

/** Stored hashes of the entries of one page, in one piece of memory. */
export class PageHashes {
  readonly #first: number;
  readonly #bytes: Buffer;
  readonly #isThere: Uint8Array;

  constructor(first: number, end: number) {
    this.#first = first;
    this.#bytes = Buffer.allocUnsafe((end - first) * HASH_BYTES);
    this.#isThere = new Uint8Array(end - first);
  }

  /** Takes those of one batch, as far as they are of this page. A torn row lacks its last hash: that is for the check to say. */
  put(batch: number, hashes: Buffer): void {
    const whole = Math.floor(hashes.length / HASH_BYTES);
    const [from, to] = [Math.max(batch, this.#first), Math.min(batch + whole, this.#first + this.#isThere.length)];
    if (from >= to) return;
    const [place, end] = [from - this.#first, to - this.#first];
    hashes.copy(this.#bytes, place * HASH_BYTES, (from - batch) * HASH_BYTES, (to - batch) * HASH_BYTES);
    this.#isThere.fill(1, place, end);
  }

  /** Null for an entry without one. */
  get(index: number): Buffer | null {
    const place = index - this.#first;
    return this.#isThere[place] === 1 ? this.#bytes.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES) : null;
  }

  isStored(index: number, hash: Buffer): boolean {
    const place = index - this.#first;
    if (this.#isThere[place] !== 1) return false;
    return this.#bytes.compare(hash, 0, HASH_BYTES, place * HASH_BYTES, (place + 1) * HASH_BYTES) === 0;
  }
}

// As many entries as there are places are all of them, in their order: then their places need not be said.
const LEAVES = 'select leaf from audit_entry where log_id = $1 and idx >= $2 and idx < $3 order by idx';
const LEAF_ROWS =
  'select idx::float8 as index, leaf from audit_entry where log_id = $1 and idx >= $2 and idx < $3 order by idx';
// A page of these is one text of lines, and not rows: a row costs more than its hash. The writer puts no line break into an item; where somebody
// else has, there are more lines than items, and the page is read by rows.
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

const LEAF_PREFIX = 0x00; // RFC 6962 §2.1
const COMMITMENT_PREFIX = 0x02; // commitment.ts
/** Of one character of a text in memory. */
const UTF8_BYTES_MAX = 3;
const PIECE_BYTES = 1_048_576;
/** A text is one already: nothing is to be found out of it. */
const AS_TEXT = { getTypeParser: () => (value: string) => value };

interface LinesRow {
  readonly count: number;
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
    const { rows: whole } = await this.#client.query<[string]>({
      ...{ name: 'leaves', text: LEAVES, values: [...values], rowMode: 'array', types: AS_TEXT },
    });
    if (whole.length === end - first) return prefixLeaves(whole, first);
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

/** Each behind the prefix of a leaf, many in one piece of memory: an allocation costs as much as a hash. */
function prefixLeaves(rows: readonly (readonly [string])[], first: number): LeafBytes[] {
  let bytes = Buffer.alloc(0);
  let at = 0;
  return rows.map(([text], place) => {
    const room = 1 + text.length * UTF8_BYTES_MAX;
    if (at + room > bytes.length) [bytes, at] = [Buffer.allocUnsafe(Math.max(PIECE_BYTES, room)), 0];
    const from = at;
    bytes[at] = LEAF_PREFIX;
    at += 1;
    at += bytes.write(text, at);
    return { index: first + place, text, prefixed: bytes.subarray(from, at) };
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

function readHashes(lines: readonly string[], first: number, end: number): PageHashes {
  const hashes = new PageHashes(first, end);
  for (const line of lines) {
    const split = line.indexOf(' ');
    hashes.put(Number(line.slice(0, split)), Buffer.from(line.slice(split + 1), 'hex'));
  }
  return hashes;
}
