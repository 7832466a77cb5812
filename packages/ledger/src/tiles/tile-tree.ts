import { appendLeaves, type Edge, EMPTY_EDGE, rootOf, splitHashes } from '../tree.js';

/** Hashes in a full tile (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;

/** A stretch of hashes of one level of tiles: level 0 are leaves, above it each is the root of a full tile of the level below. */
export interface Tile {
  readonly level: number;
  readonly index: number;
  /** One after another; fewer than 256 in a tile that is not full yet. */
  readonly hashes: Buffer;
}

interface Level {
  index: number;
  hashes: Buffer[];
  isChanged: boolean;
}

/** Cuts a growing tree into tiles, and keeps its edge; what is kept in memory is the unfinished tile of each level. */
export class TileTree {
  readonly #levels: Level[] = [];
  #finished: Tile[] = [];
  #edge: Edge = EMPTY_EDGE;

  /** The tree of entries that are kept no longer: its unfinished tiles are read, for a size that fills those of the lowest level. */
  static async restore(edge: Edge, read: (level: number, index: number) => Promise<Buffer>): Promise<TileTree> {
    const tree = new TileTree();
    tree.#edge = edge;
    for (let level = 0, hashes = edge.size; hashes > 0; level += 1, hashes = Math.floor(hashes / TILE_WIDTH)) {
      const [index, width] = [Math.floor(hashes / TILE_WIDTH), hashes % TILE_WIDTH];
      const tile = width === 0 ? Buffer.alloc(0) : await read(level, index);
      tree.#levels[level] = { index, hashes: splitHashes(tile).slice(0, width), isChanged: false };
    }
    return tree;
  }

  get edge(): Edge {
    return this.#edge;
  }

  append(leafHashes: readonly Buffer[]): void {
    this.#edge = appendLeaves(this.#edge, leafHashes);
    for (const hash of leafHashes) this.#push(0, hash);
  }

  /** Tiles that are other than when this was last asked: those that became full, and the unfinished one of each level. */
  takeChanged(): Tile[] {
    const changed = [...this.takeFinished(), ...this.#tiles(({ isChanged }) => isChanged)];
    for (const level of this.#levels) level.isChanged = false;
    return changed;
  }

  /** Tiles that became full since this was last asked. */
  takeFinished(): Tile[] {
    const finished = this.#finished;
    this.#finished = [];
    return finished;
  }

  /** The unfinished tile of each level that has one. */
  unfinished(): Tile[] {
    return this.#tiles(() => true);
  }

  #tiles(isWanted: (level: Level) => boolean): Tile[] {
    return this.#levels.flatMap((each, level) =>
      each.hashes.length > 0 && isWanted(each)
        ? [{ level, index: each.index, hashes: Buffer.concat(each.hashes) }]
        : [],
    );
  }

  #push(at: number, hash: Buffer): void {
    const level = this.#levels[at] ?? { index: 0, hashes: [], isChanged: false };
    this.#levels[at] = level;
    level.hashes.push(hash);
    level.isChanged = true;
    if (level.hashes.length < TILE_WIDTH) return;
    this.#finished.push({ level: at, index: level.index, hashes: Buffer.concat(level.hashes) });
    const root = rootOf(appendLeaves(EMPTY_EDGE, level.hashes));
    this.#levels[at] = { index: level.index + 1, hashes: [], isChanged: false };
    this.#push(at + 1, root);
  }
}

/** Hashes of that tile in a tree of that size; 0 where it is not there. */
export function widthOf(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH;
  return Math.max(0, Math.min(TILE_WIDTH, hashes));
}

/** Where a tile is below the log's address: `tile/0/x001/x234/067`, `tile/entries/000.p/112` (C2SP tlog-tiles). */
export function tilePath(level: number | 'entries', index: number, width: number): string {
  const digits = String(index);
  const padded = digits.padStart(Math.ceil(digits.length / 3) * 3, '0');
  const parts = padded.match(/.{3}/g) ?? [];
  const path = parts.map((part, place) => (place < parts.length - 1 ? `x${part}` : part)).join('/');
  return `tile/${level}/${path}${width < TILE_WIDTH ? `.p/${width}` : ''}`;
}
