import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LedgerReader, StoredEntry } from '../ledger-reader.js';
import { parseCheckpoint } from '../notes/checkpoint.js';
import { splitNote } from '../notes/signed-note.js';
import { HASH_BYTES, leafHash, rootOf } from '../tree.js';
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
  reader: Pick<LedgerReader, 'entries'>,
  { logId, note, folder }: { readonly logId: number; readonly note: string; readonly folder: string },
): Promise<Exported> {
  const { origin, size, root } = parseCheckpoint(splitNote(note).text);
  const tree = new TileTree();
  const bundles = new Bundles(folder);
  for await (const page of reader.entries(logId)) {
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
  // Last: a folder with a checkpoint is complete.
  await put(folder, 'checkpoint', Buffer.from(note));
  return { size, origin };
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
  #index = 0;

  constructor(folder: string) {
    this.#folder = folder;
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
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, bytes, { mode: 0o600, flag: 'wx' });
}
