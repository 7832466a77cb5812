import { hash } from 'node:crypto';
import pg from 'pg';
import { SIDECAR_PARTS, type SidecarPart } from '../entry.js';
import { HASH_BYTES } from '../tree.js';
import { copyRows, type RowFields } from './copy-rows.js';

/** A SHA-256 as a text of 32 characters, one for each byte: `node:crypto` gives it in a third of the time of a Buffer. */
export type RawHash = string;

/** What is stored beside the entries of one page. */
export interface Page {
  readonly hashes: PageHashes;
  readonly sidecars: PageSidecars;
}

/** Takes one entry as it comes: its bytes with the prefix of a leaf before them (RFC 6962 §2.1), as they are hashed. */
export type TakeLeaf = (index: number, prefixed: Buffer) => void;

/** Stored hashes of the entries of one page, in one piece of memory. */
class PageHashes {
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
  get(index: number): RawHash | null {
    const place = index - this.#first;
    return this.#isThere[place] === 1
      ? this.#bytes.toString('latin1', place * HASH_BYTES, (place + 1) * HASH_BYTES)
      : null;
  }
}

/** Of each part of a sidecar what commits to it, reckoned as it came; of long lists of access the text too. */
export class PageSidecars {
  readonly #first: number;
  readonly #commitments: (string | undefined)[];
  readonly #lists = new Map<number, string>();

  constructor(first: number, end: number) {
    this.#first = first;
    this.#commitments = new Array((end - first) * SIDECAR_PARTS.length);
  }

  put(index: number, part: SidecarPart, { commitment, text }: { commitment: string; text: string | null }): void {
    const place = this.#placeOf(index, part);
    // Of two the one that is meant cannot be told: neither is what an entry commits to.
    this.#commitments[place] = this.#commitments[place] === undefined ? commitment : TWICE;
    if (text !== null) this.#lists.set(index, text);
  }

  /** Undefined where that part is not there. */
  commitmentTo(index: number, part: SidecarPart): string | undefined {
    return this.#commitments[this.#placeOf(index, part)];
  }

  listOf(index: number): string | null {
    return this.#lists.get(index) ?? null;
  }

  #placeOf(index: number, part: SidecarPart): number {
    return (index - this.#first) * SIDECAR_PARTS.length + PLACES[part];
  }
}

const PLACES = Object.fromEntries(SIDECAR_PARTS.map((part, place) => [part, place])) as Record<SidecarPart, number>;
const PARTS: ReadonlyMap<string, SidecarPart> = new Map(SIDECAR_PARTS.map((part) => [part, part]));
const TWICE = '';

const LEAF_PREFIX = 0x00; // RFC 6962 §2.1
const COMMITMENT_PREFIX = 0x02; // commitment.ts
const LENGTH_BYTES = 4;

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
    // Entries come by their index in the order of it: to read them otherwise and sort them would write them to the disk. The processors are busy.
    await client.query('set local enable_sort = off; set local max_parallel_workers_per_gather = 0');
    return new PageReader(client);
  }

  /** What is stored beside the entries from `first` to before `end`. */
  async page(logId: number, first: number, end: number): Promise<Page> {
    const hashes = new PageHashes(first, end);
    const sidecars = new PageSidecars(first, end);
    await copyRows(this.#client, hashesOf(logId, first, end), (row) => {
      const batch = row.integer();
      const length = row.enter();
      hashes.put(batch, row.bytes.subarray(row.at, row.at + length));
    });
    await copyRows(
      this.#client,
      `select idx, part, salt, blob from audit_sidecar ${within(logId, first, end)}`,
      (row) => putSidecar(sidecars, row),
    );
    return { hashes, sidecars };
  }

  /** The entries from `first` to before `end` that are there, in their order. */
  async leaves(logId: number, first: number, end: number, take: TakeLeaf): Promise<void> {
    await copyRows(
      this.#client,
      `select idx, leaf from audit_entry ${within(logId, first, end)} order by idx`,
      (row) => {
        const index = row.integer();
        const length = row.enter();
        // The last byte of its length, which was read, is where the prefix stands: nothing is copied.
        row.bytes[row.at - 1] = LEAF_PREFIX;
        take(index, row.bytes.subarray(row.at - 1, row.at + length));
      },
    );
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}

const within = (logId: number, first: number, end: number): string =>
  `where log_id = ${logId} and idx >= ${first} and idx < ${end}`;

/** A batch may have begun before the page. */
const hashesOf = (logId: number, first: number, end: number): string =>
  `select first_idx, hashes from audit_leaf_hash where log_id = ${logId} and first_idx < ${end}
     and first_idx >= coalesce((select max(first_idx) from audit_leaf_hash where log_id = ${logId} and first_idx <= ${first}), 0)`;

/** Prefix, salt and blob are hashed in one piece: the salt is moved over the length of the blob, which was read. */
function putSidecar(sidecars: PageSidecars, row: RowFields): void {
  const index = row.integer();
  const partLength = row.enter();
  const part = PARTS.get(row.bytes.toString('latin1', row.at, row.at + partLength));
  const saltLength = row.enter();
  const salt = row.at;
  const length = row.enter();
  // One that no version of the format knows is committed to by nothing.
  if (part === undefined) return;
  const { bytes, at } = row;
  bytes.copyWithin(salt + LENGTH_BYTES, salt, salt + saltLength);
  const from = salt + LENGTH_BYTES - 1;
  bytes[from] = COMMITMENT_PREFIX;
  const commitment = hash('sha256', bytes.subarray(from, at + length), 'base64url');
  const text = part === 'access' ? bytes.toString('utf8', at, at + length) : null;
  sidecars.put(index, part, { commitment, text });
}
