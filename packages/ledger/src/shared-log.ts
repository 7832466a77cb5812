import pg from 'pg';
import { appendStatement } from './append-statement.js';
import type { ComposedEntry } from './compose-entry.js';
import type { NewRows } from './dictionary.js';
import { appendLeaves, continues, type Edge, parseEdge } from './tree.js';

/** The head of a log before and after a batch. */
export interface Placed {
  readonly before: Edge;
  readonly after: Edge;
}

/** Two histories of one log: whatever is appended now, one of them is false. */
export class ForkedLog extends Error {}

const UNIQUE_VIOLATION = '23505';
/** Entries of a partition, as its migration has it. */
const PARTITION_ENTRIES = 1_048_576;
const partitionOf = ({ size }: Edge): number => Math.floor(size / PARTITION_ENTRIES);

// Nothing is inserted, and each table is locked as an entry would lock it: a lock that somebody holds on one shows before one comes.
const TOUCHED = `with ${[
  ['entry', 'leaf'],
  ['leaf_hash', 'hashes'],
  ['sidecar', 'part'],
  ['handling', 'digest'],
  ['profile', 'digest'],
  ['snapshot', 'digest'],
  ['asked', 'digest'],
  ['subject', 'surrogate'],
]
  .map(([table, column]) => `touched_${table} as (insert into audit_${table} (${column}) select null where false)`)
  .join(', ')}`;

interface HeadRow {
  readonly size: string;
  readonly peaks: Buffer;
}

/**
 * One log, as one of its writers knows it. The head moves by compare-and-set from where this writer saw it last: alone, that is one
 * statement a batch. Where another writer has moved it meanwhile, the head is locked, read and moved in one transaction, so
 * that a writer that is far away is never overtaken for ever; and that goes on until the others are quiet.
 */
export class SharedLog {
  readonly #client: pg.Client;
  readonly #logId: number;
  #edge: Edge;
  #isContended = false;
  /** The partition that the head was in when the next one was last looked after. */
  #partition: number;

  constructor(client: pg.Client, logId: number, edge: Edge) {
    this.#client = client;
    this.#logId = logId;
    this.#edge = edge;
    this.#partition = partitionOf(edge);
  }

  /** Opens the partition of the head and the one behind it, where nobody has yet. */
  async openPartitions(): Promise<void> {
    await this.#client.query({ name: 'open', text: 'select audit_open_partitions($1)', values: [this.#logId] });
  }

  /** Appends behind the head, wherever it is; throws ForkedLog when that is no continuation of what this writer saw. */
  async append(entries: readonly ComposedEntry[], rows: NewRows): Promise<Placed> {
    await this.#lookAhead();
    try {
      const placed = this.#isContended ? null : await this.#appendAt(this.#edge, entries, rows);
      return this.#leave(placed ?? (await this.#appendLocked(entries, rows)));
    } catch (error) {
      // The second guard: an entry already stands where this one should go.
      if (error instanceof pg.DatabaseError && error.code === UNIQUE_VIOLATION) {
        throw new ForkedLog('an entry stands behind its head');
      }
      throw error;
    }
  }

  /** Finds the head, and proves that the log can be written; adds nothing to it. */
  async touch(): Promise<Edge> {
    const { rows } = await this.#client.query<HeadRow>({
      name: 'touch',
      text: `${TOUCHED} update audit_head set renewed = clock_timestamp() where log_id = $1 returning size, peaks`,
      values: [this.#logId],
    });
    this.#edge = this.#found(rows[0]);
    return this.#edge;
  }

  /** The next partition is there long before it is needed: where it cannot be opened now, a session that lacks it begins anew, and does. */
  async #lookAhead(): Promise<void> {
    const partition = partitionOf(this.#edge);
    if (partition === this.#partition) return;
    this.#partition = partition;
    await this.openPartitions().catch(() => {});
  }

  async #appendAt(before: Edge, entries: readonly ComposedEntry[], rows: NewRows): Promise<Placed | null> {
    const after = appendLeaves(
      before,
      entries.map(({ leafHash }) => leafHash),
    );
    const { rowCount } = await this.#client.query(appendStatement(this.#logId, { before, after, entries, rows }));
    return rowCount === entries.length ? { before, after } : null;
  }

  async #appendLocked(entries: readonly ComposedEntry[], rows: NewRows): Promise<Placed> {
    try {
      const before = this.#found(await this.#lockHead());
      this.#isContended = before.size !== this.#edge.size;
      const placed = await this.#appendAt(before, entries, rows);
      if (placed === null) throw new ForkedLog('its head moved while it was locked');
      await this.#client.query('commit');
      return placed;
    } catch (error) {
      // Where the connection is lost, the server does the same.
      await this.#client.query('rollback').catch(() => {});
      throw error;
    }
  }

  async #lockHead(): Promise<HeadRow | undefined> {
    await this.#client.query('begin');
    const { rows } = await this.#client.query<HeadRow>({
      name: 'lock',
      text: 'select size, peaks from audit_head where log_id = $1 for update',
      values: [this.#logId],
    });
    return rows[0];
  }

  #found(row: HeadRow | undefined): Edge {
    if (row === undefined) throw new ForkedLog('it has no head any more');
    const edge = parseEdge(Number(row.size), row.peaks);
    if (!continues(this.#edge, edge)) throw new ForkedLog('its head was set back, or is another');
    return edge;
  }

  #leave(placed: Placed): Placed {
    this.#edge = placed.after;
    return placed;
  }
}
