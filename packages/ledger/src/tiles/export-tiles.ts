import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '@chancery/shared/make-folder';
import type { LedgerReader, StoredEntry, StoredRetirement } from '../ledger-reader.js';
import { parseCheckpoint } from '../notes/checkpoint.js';
import { splitNote } from '../notes/signed-note.js';
import { HASH_BYTES, leafHash, parseEdge, rootOf } from '../tree.js';
import { TILE_WIDTH, TileTree, tilePath } from './tile-tree.js';

/** What was exported. */
export interface Exported {
  readonly size: number;
  readonly origin: string;
}

const LENGTH_BYTES = 2;

/**
 * Writes a log as C2SP tlog-tiles lays it out, up to a signed checkpoint: the checkpoint, the tiles of its tree, and the bundles of its
 * entries. What is written is made of the entries' bytes alone; throws when these do not give the checkpoint's root.
 */
export async function exportTiles(
  reader: Pick<LedgerReader, 'entries' | 'retired' | 'tile'>,
  { logId, note, folder }: { readonly logId: number; readonly note: string; readonly folder: string },
): Promise<Exported> {
  const { origin, size, root } = parseCheckpoint(splitNote(note).text);
  const retired = await reader.retired(logId);
  const tree = retired === null ? new TileTree() : await restoreTiles(reader, { logId, folder, retired });
  const bundles = new Bundles(folder, tree.edge.size / TILE_WIDTH);
  for await (const page of reader.entries(logId, tree.edge.size)) {
    const covered = page.filter(({ index }) => index < size);
    requireNext(covered, tree.edge.size);
    tree.append(covered.map(({ leaf }) => leafHash(leaf)));
    for (const { leaf } of covered) await bundles.add(leaf);
    // Only full ones: the unfinished tile of a level is written once, at the end.
    for (const { level, index, hashes } of tree.takeFinished()) {
      await put(folder, tilePath(level, index, TILE_WIDTH), hashes);
    }
    if (covered.length < page.length) break;
  }
  await bundles.finish();
  if (tree.edge.size !== size || !rootOf(tree.edge).equals(root)) {
    throw new RangeError(`the entries do not give the root of the checkpoint of ${size}`);
  }
  for (const { level, index, hashes } of tree.unfinished()) {
    await put(folder, tilePath(level, index, hashes.length / HASH_BYTES), hashes);
  }
  if (retired?.note != null) await put(folder, 'minimum-index', Buffer.from(retired.note));
  // Last: a folder with a checkpoint is complete.
  await put(folder, 'checkpoint', Buffer.from(note));
  return { size, origin };
}

/** What is left of entries that were retired: the full tiles above their leaves (C2SP tlog-tiles, pruning). */
async function restoreTiles(
  reader: Pick<LedgerReader, 'tile'>,
  { logId, folder, retired }: { readonly logId: number; readonly folder: string; readonly retired: StoredRetirement },
): Promise<TileTree> {
  const read = (level: number, index: number): Promise<Buffer> => reader.tile(logId, level, index);
  for (let level = 1, full = retired.end / TILE_WIDTH ** 2; full >= 1; level += 1, full /= TILE_WIDTH) {
    for (let index = 0; index < Math.floor(full); index += 1) {
      await put(folder, tilePath(level, index, TILE_WIDTH), await read(level, index));
    }
  }
  return TileTree.restore(parseEdge(retired.end, retired.peaks), read);
}

function requireNext(page: readonly StoredEntry[], next: number): void {
  for (const [place, { index }] of page.entries()) {
    if (index !== next + place) throw new RangeError(`entry ${next + place} is not there`);
  }
}

/** Bundles of 256 entries, each behind its length (C2SP tlog-tiles, log entries). */
class Bundles {
  readonly #folder: string;
  #waiting: Buffer[] = [];
  #index: number;

  constructor(folder: string, first: number) {
    this.#folder = folder;
    this.#index = first;
  }

  async add(leaf: string): Promise<void> {
    const bytes = Buffer.from(leaf);
    const length = Buffer.alloc(LENGTH_BYTES);
    length.writeUInt16BE(bytes.length);
    this.#waiting.push(Buffer.concat([length, bytes]));
    if (this.#waiting.length === TILE_WIDTH) await this.finish();
  }

  async finish(): Promise<void> {
    if (this.#waiting.length === 0) return;
    await put(this.#folder, tilePath('entries', this.#index, this.#waiting.length), Buffer.concat(this.#waiting));
    this.#waiting = [];
    this.#index += 1;
  }
}

async function put(folder: string, path: string, bytes: Buffer): Promise<void> {
  const file = join(folder, path);
  makeFolder(dirname(file), 0o700);
  await writeFile(file, bytes, { mode: 0o600, flag: 'wx' });
}
