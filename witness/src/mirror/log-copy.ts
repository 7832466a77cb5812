import { parseBundle, printBundle, tileStart } from '@chancery/ledger/mirror/add-entries';
import { type Checkpoint, parseCheckpoint } from '@chancery/ledger/notes/checkpoint';
import { splitNote } from '@chancery/ledger/notes/signed-note';
import { treeRoot } from '@chancery/ledger/tiles/tile-proofs';
import { TILE_WIDTH, type Tile, TileTree, tilePath } from '@chancery/ledger/tiles/tile-tree';
import { HASH_BYTES, leafHash, rootOf } from '@chancery/ledger/tree';
import type { CopyStore } from './copy-store.js';

/**
 * The copy of one log: its entries, and the tree that they give by our own reckoning. What is below its checkpoint is there for good; what is
 * above was shown to be of the log, and is asked for again after a restart.
 */
export class LogCopy {
  readonly #store: CopyStore;
  readonly #tree = new TileTree();
  /** Entries of the last tile, as long as it is not full. */
  #bundle: Buffer[] = [];
  /** Resources that a larger tree replaces. */
  #partial: readonly string[] = [];
  #note: string | null = null;

  private constructor(store: CopyStore) {
    this.#store = store;
  }

  /** Reads what is kept, and reckons it again; throws when it is not what its checkpoint says. */
  static async open(store: CopyStore): Promise<LogCopy> {
    const copy = new LogCopy(store);
    const note = store.read('checkpoint')?.toString('utf8') ?? null;
    if (note === null) return copy;
    const { size, root } = parseCheckpoint(splitNote(note).text);
    for (let first = 0; first < size; first += TILE_WIDTH) {
      const width = Math.min(TILE_WIDTH, size - first);
      const bundle = store.read(tilePath('entries', first / TILE_WIDTH, width));
      const entries = bundle === null ? [] : parseBundle(bundle);
      if (entries.length !== width) throw new RangeError(`entries from ${first} on are not there`);
      await copy.#take(entries, false);
    }
    if (!rootOf(copy.#tree.edge).equals(root))
      throw new RangeError('its entries do not give the root of its checkpoint');
    copy.#tree.takeChanged();
    copy.#note = note;
    copy.#partial = copy.#partialPaths();
    return copy;
  }

  /** Index of the first entry that is not here. */
  get next(): number {
    return this.#tree.edge.size;
  }

  /** The checkpoint below which all is here, as it was cosigned; null before the first. */
  get note(): string | null {
    return this.#note;
  }

  get checkpoint(): Checkpoint | null {
    return this.#note === null ? null : parseCheckpoint(splitNote(this.#note).text);
  }

  /** Hashes of the entries of the last tile, as far as they are here. */
  lastHashes(): Buffer[] {
    return this.#bundle.map((entry) => leafHash(entry));
  }

  /** Takes entries that were shown to be the next ones of the log. */
  append(entries: readonly Buffer[]): Promise<void> {
    return this.#take(entries, true);
  }

  /** Root of the tree of the first entries. */
  rootAt(size: number): Promise<Buffer> {
    if (size > this.next) throw new RangeError(`only ${this.next} entries are here`);
    return treeRoot(async (level, index) => this.#tile(level, index), size);
  }

  /** Keeps a checkpoint of all that is here, once that is kept itself. */
  async commit(note: string): Promise<void> {
    const { edge } = this.#tree;
    for (const { level, index, hashes } of this.#tree.takeChanged()) {
      await this.#store.put(tilePath(level, index, hashes.length / HASH_BYTES), hashes);
    }
    if (this.#bundle.length > 0) {
      await this.#store.put(
        tilePath('entries', tileStart(edge.size) / TILE_WIDTH, this.#bundle.length),
        printBundle(this.#bundle),
      );
    }
    await this.#store.put('checkpoint', note);
    this.#note = note;
    const stays = this.#partialPaths();
    for (const path of this.#partial.filter((each) => !stays.includes(each))) await this.#store.remove(path);
    this.#partial = stays;
  }

  async #take(entries: readonly Buffer[], isNew: boolean): Promise<void> {
    for (const entry of entries) {
      // Copied: it is a part of what was sent.
      this.#bundle.push(Buffer.from(entry));
      this.#tree.append([leafHash(entry)]);
      if (this.#bundle.length < TILE_WIDTH) continue;
      const full = this.#bundle;
      this.#bundle = [];
      const finished = this.#tree.takeFinished();
      if (isNew) await this.#keepFull(full, finished);
    }
  }

  async #keepFull(entries: readonly Buffer[], tiles: readonly Tile[]): Promise<void> {
    await this.#store.put(tilePath('entries', this.next / TILE_WIDTH - 1, TILE_WIDTH), printBundle(entries));
    for (const { level, index, hashes } of tiles) await this.#store.put(tilePath(level, index, TILE_WIDTH), hashes);
  }

  #tile(level: number, index: number): Buffer {
    const last = this.#tree.unfinished().find((tile) => tile.level === level && tile.index === index);
    const kept = last?.hashes ?? this.#store.read(tilePath(level, index, TILE_WIDTH));
    if (kept === null) throw new RangeError(`tile ${level}/${index} is not here`);
    return kept;
  }

  #partialPaths(): string[] {
    const { edge } = this.#tree;
    const tiles = this.#tree
      .unfinished()
      .map(({ level, index, hashes }) => tilePath(level, index, hashes.length / HASH_BYTES));
    if (this.#bundle.length === 0) return tiles;
    return [...tiles, tilePath('entries', tileStart(edge.size) / TILE_WIDTH, this.#bundle.length)];
  }
}
