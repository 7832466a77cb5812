import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { withConnection } from '@chancery/shared/postgres/connect';
import type pg from 'pg';
import { parseCheckpoint } from '../notes/checkpoint.js';
import { splitNote } from '../notes/signed-note.js';
import { TILE_WIDTH, tilePath } from '../tiles/tile-tree.js';
import { appendLeaves, type Edge, EMPTY_EDGE, leafHash, parseEdge, printPeaks, rootOf } from '../tree.js';
import { parseBundle } from './add-entries.js';

/** What was brought back. */
export interface Rebuilt {
  /** Entries that the ledger still had. */
  readonly before: number;
  readonly size: number;
}

/** Bundles put into the database at once. */
const BUNDLES_PER_STATEMENT = 16;

/**
 * Brings a log up to the checkpoint of a mirror's copy, which its caller believes: entries that the database still has must be the first of the copy,
 * and the rest is put behind them, byte for byte. All or nothing. What entries commit to and name no mirror has: that comes from a backup.
 */
export async function rebuildLog(
  ownerUrl: string,
  { logId, folder, note }: { readonly logId: number; readonly folder: string; readonly note: string },
): Promise<Rebuilt> {
  const { size, root } = parseCheckpoint(splitNote(note).text);
  return withConnection(ownerUrl, async (owner) => {
    await owner.query('begin');
    const head = await lockHead(owner, logId);
    if (head.size > size) throw new Error(`the ledger has ${head.size} entries, and the copy only ${size}`);
    let edge = EMPTY_EDGE;
    let waiting: string[] = [];
    for (let first = 0; first < size; first += TILE_WIDTH) {
      const width = Math.min(TILE_WIDTH, size - first);
      const entries = parseBundle(await readFile(join(folder, tilePath('entries', first / TILE_WIDTH, width))));
      if (entries.length !== width) throw new Error(`the copy lacks entries after ${first}`);
      const known = Math.min(Math.max(head.size - first, 0), width);
      if (known > 0) {
        const grown = appendLeaves(
          edge,
          entries.slice(0, known).map((entry) => leafHash(entry)),
        );
        if (first + known === head.size && !printPeaks(grown).equals(printPeaks(head))) {
          throw new Error('the entries of the ledger are not those of the copy: verify both');
        }
      }
      edge = appendLeaves(
        edge,
        entries.map((entry) => leafHash(entry)),
      );
      waiting.push(...entries.slice(known).map((entry) => entry.toString('utf8')));
      if (waiting.length < BUNDLES_PER_STATEMENT * TILE_WIDTH && first + width < size) continue;
      await insert(owner, logId, { first: first + width - waiting.length, leaves: waiting });
      waiting = [];
    }
    if (!rootOf(edge).equals(root)) throw new Error('the entries of the copy do not give the root of its checkpoint');
    await owner.query('update audit_head set size = $2, peaks = $3 where log_id = $1', [logId, size, printPeaks(edge)]);
    await owner.query('commit');
    return { before: head.size, size };
  });
}

async function lockHead(owner: pg.Client, logId: number): Promise<Edge> {
  const { rows } = await owner.query<{ size: string; peaks: Buffer }>(
    'select size, peaks from audit_head where log_id = $1 for update',
    [logId],
  );
  const [head] = rows;
  if (head === undefined) throw new Error(`there is no log ${logId}`);
  return parseEdge(Number(head.size), head.peaks);
}

async function insert(
  owner: pg.Client,
  logId: number,
  { first, leaves }: { readonly first: number; readonly leaves: readonly string[] },
): Promise<void> {
  if (leaves.length === 0) return;
  // The head leads: a partition is there for where it stands, and the one behind it.
  await owner.query('update audit_head set size = $2 where log_id = $1', [logId, first]);
  await owner.query('select audit_open_partitions($1)', [logId]);
  await owner.query(
    'insert into audit_entry (log_id, idx, leaf) select $1, $2::bigint + place - 1, leaf from unnest($3::text[]) with ordinality as line (leaf, place)',
    [logId, first, leaves],
  );
  await owner.query('insert into audit_leaf_hash (log_id, first_idx, hashes) values ($1, $2, $3)', [
    ...[logId, first, Buffer.concat(leaves.map((leaf) => leafHash(leaf)))],
  ]);
}
