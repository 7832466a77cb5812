import type { Instant } from '@chancery/shared/clock';
import type pg from 'pg';
import { readStored } from '../follow-entries.js';
import type { LedgerReader } from '../ledger-reader.js';
import { parseCheckpoint } from '../notes/checkpoint.js';
import { splitNote } from '../notes/signed-note.js';
import type { Entry } from '../parse-entry.js';
import { type TreeHead, verifyConsistency } from '../proofs.js';
import { proveConsistency } from '../tiles/tile-proofs.js';
import { TILE_WIDTH } from '../tiles/tile-tree.js';
import { appendLeaves, type Edge, EMPTY_EDGE, leafHash, parseEdge, rootOf } from '../tree.js';
import { firstHeld } from './holds.js';
import { keptUntil } from './retention.js';

/** What is asked: all entries of a log before a date, as far as they may go. */
export interface RetirementQuestion {
  readonly logId: number;
  readonly before: Instant;
  readonly now: Instant;
}

/** What can be retired: entries from the first that is kept up to an index, which is a multiple of 256. */
export interface RetirementPlan {
  readonly logId: number;
  readonly from: number;
  readonly end: number;
  /** Right edge of the tree at the end. */
  readonly edge: Edge;
  /** Time of the last entry that goes; null when none does. */
  readonly last: Instant | null;
  /** Why no more can. */
  readonly stop: string;
}

/** Finds how far a log can be retired: whole tiles of entries that are old enough, signed, held by nobody and past their minimum. */
export async function planRetirement(
  reader: LedgerReader,
  client: Pick<pg.Client, 'query'>,
  question: RetirementQuestion,
): Promise<RetirementPlan> {
  const { logId } = question;
  const retired = await reader.retired(logId);
  const from = retired?.end ?? 0;
  const note = await reader.lastCheckpoint(logId);
  const signed: TreeHead | null = note === null ? null : parseCheckpoint(splitNote(note).text);
  const held = await firstHeld(client, logId, from);
  const stopAt = (index: number, entry: Entry, handlings: ReadonlyMap<string, string>): string | null => {
    if (signed === null || index >= signed.size) return 'no checkpoint covers it yet';
    if (held !== null && index >= held.index) return `it is held by \`${held.hold}\``;
    if (entry.time >= question.before) return `it was recorded ${dateOf(entry.time)}`;
    const until = keptUntil(entry, handlings);
    return until > question.now ? `it is kept until ${dateOf(until)} at least` : null;
  };
  const found = new Found(from, retired === null ? EMPTY_EDGE : parseEdge(from, retired.peaks));
  const stop = await readUntil(reader, logId, found, stopAt);
  const { edge, last } = found;
  if (signed !== null && edge.size > from) await requireConsistent(reader, logId, edge, signed);
  return { logId, from, end: edge.size, edge, last, stop };
}

const dateOf = (instant: Instant): string => new Date(instant).toISOString().slice(0, 10);

/** Entries that were found to be old enough, as far as they fill tiles. */
class Found {
  edge: Edge;
  last: Instant | null = null;
  #next: number;
  #tile: Buffer[] = [];

  constructor(from: number, edge: Edge) {
    this.#next = from;
    this.edge = edge;
  }

  require(index: number): void {
    if (index !== this.#next) throw new Error(`entry ${this.#next} is not there: verify the ledger first`);
  }

  add(leaf: string, time: Instant): void {
    this.#next += 1;
    this.#tile.push(leafHash(leaf));
    if (this.#tile.length < TILE_WIDTH) return;
    this.edge = appendLeaves(this.edge, this.#tile);
    this.last = time;
    this.#tile = [];
  }
}

async function readUntil(
  reader: LedgerReader,
  logId: number,
  found: Found,
  stopAt: (index: number, entry: Entry, handlings: ReadonlyMap<string, string>) => string | null,
): Promise<string> {
  for await (const page of reader.entries(logId, found.edge.size)) {
    const read = page.map(readStored);
    const digests = new Set(read.flatMap(({ entry }) => entry.access.flatMap(([, handling]) => handling ?? [])));
    const handlings = await reader.texts('audit_handling', [...digests]);
    for (const [place, { index, entry }] of read.entries()) {
      found.require(index);
      const stop = stopAt(index, entry, handlings);
      if (stop !== null) return `entry ${index} stays: ${stop}`;
      found.add(page[place]?.leaf ?? '', entry.time);
    }
  }
  return 'there are no more';
}

/** What was altered must be found before it is gone: what goes has to lead to what the notary signed. */
async function requireConsistent(reader: LedgerReader, logId: number, edge: Edge, signed: TreeHead): Promise<void> {
  let turn: Promise<unknown> = Promise.resolve();
  // One connection, one question at a time.
  const read = (level: number, index: number): Promise<Buffer> => {
    const tile = turn.then(() => reader.tile(logId, level, index));
    turn = tile;
    return tile;
  };
  const proof = await proveConsistency(read, edge.size, signed.size);
  if (verifyConsistency(proof, { size: edge.size, root: rootOf(edge) }, signed)) return;
  throw new Error(`the first ${edge.size} entries are not those that were signed: verify the ledger first`);
}
