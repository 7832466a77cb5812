import { describe, expect, it } from '@jest/globals';
import { makeConsistencyProof, makeInclusionProof } from '../proofs.js';
import { appendLeaves, EMPTY_EDGE, HASH_BYTES, leafHash, rootOf } from '../tree.js';
import { proveConsistency, proveInclusion, type ReadTile, treeRoot } from './tile-proofs.js';
import { type Tile, TileTree, tilePath, widthOf } from './tile-tree.js';

const leaves = Array.from({ length: 70_000 }, (_, n) => leafHash(`${n}`));

/** A tree that grew in steps, as a store that keeps the last state of each tile has it. */
function grow(sizes: readonly number[]): { tree: TileTree; store: Map<string, Tile> } {
  const tree = new TileTree();
  const store = new Map<string, Tile>();
  let size = 0;
  for (const next of sizes) {
    tree.append(leaves.slice(size, next));
    for (const tile of tree.takeChanged()) store.set(`${tile.level}/${tile.index}`, tile);
    size = next;
  }
  return { tree, store };
}
const readerOf =
  (store: ReadonlyMap<string, Tile>): ReadTile =>
  async (level, index) => {
    const tile = store.get(`${level}/${index}`);
    if (tile === undefined) throw new RangeError(`no tile ${level}/${index}`);
    return tile.hashes;
  };

describe('the tiles of a log', () => {
  it('are those of the example of C2SP tlog-tiles for 70,000 entries', () => {
    const { store, tree } = grow([70_000]);
    const widths = (level: number) =>
      [...store.values()].filter((tile) => tile.level === level).map(({ hashes }) => hashes.length / HASH_BYTES);
    expect(widths(0)).toEqual([...Array.from({ length: 273 }, () => 256), 112]);
    expect(widths(1)).toEqual([256, 17]);
    expect(widths(2)).toEqual([1]);
    for (const { level, index, hashes } of store.values()) {
      expect(hashes.length / HASH_BYTES).toBe(widthOf(level, index, 70_000));
    }
    expect(rootOf(tree.edge)).toEqual(rootOf(appendLeaves(EMPTY_EDGE, leaves)));
  });

  it('of 256 entries are one that is full and one of width 1 above it', () => {
    const { store } = grow([255, 256]);
    expect([...store.values()].map(({ level, hashes }) => [level, hashes.length / HASH_BYTES])).toEqual([
      [0, 256],
      [1, 1],
    ]);
  });

  it('do not depend on the steps in which the log grew', () => {
    const steps = grow([1, 2, 255, 257, 700, 65_536, 65_537, 70_000]);
    const texts = (store: ReadonlyMap<string, Tile>) =>
      [...store].map(([name, { hashes }]) => `${name} ${hashes.toString('hex')}`).sort();
    expect(texts(steps.store)).toEqual(texts(grow([70_000]).store));
  });

  it('are asked for one after the other by whoever proves something: one session of a database answers one question at a time', async () => {
    const read = readerOf(grow([70_000]).store);
    let isAsked = false;
    const inTurn: ReadTile = async (level, index) => {
      expect(isAsked).toBe(false);
      isAsked = true;
      const tile = await read(level, index);
      isAsked = false;
      return tile;
    };
    expect(await proveInclusion(inTurn, 69_999, 70_000)).toEqual(makeInclusionProof(leaves, 69_999));
    expect(await proveConsistency(inTurn, 1_000, 70_000)).toEqual(makeConsistencyProof(leaves, 1_000));
  });

  it('have the addresses of the specification', () => {
    expect(tilePath(0, 1_234_067, 256)).toBe('tile/0/x001/x234/067');
    expect(tilePath('entries', 273, 112)).toBe('tile/entries/273.p/112');
    expect(tilePath(2, 0, 1)).toBe('tile/2/000.p/1');
    expect(tilePath(1, 1_000, 256)).toBe('tile/1/x001/000');
  });
});

describe('a proof from tiles', () => {
  const { store } = grow([1_000, 70_000]);
  const read = readerOf(store);

  it.each([1, 2, 255, 256, 257, 511, 1_000, 1_025])('of a tree of %i is that from all leaves', async (size) => {
    const tree = leaves.slice(0, size);
    expect(await treeRoot(read, size)).toEqual(rootOf(appendLeaves(EMPTY_EDGE, tree)));
    for (const index of [0, Math.floor(size / 2), size - 1]) {
      expect(await proveInclusion(read, index, size)).toEqual(makeInclusionProof(tree, index));
    }
    for (const first of [0, 1, Math.floor(size / 3), size - 1, size]) {
      expect(await proveConsistency(read, first, size)).toEqual(makeConsistencyProof(tree, first));
    }
  });

  it('of the largest tree reads few of its tiles', async () => {
    const asked = new Set<string>();
    const counted: ReadTile = (level, index) => {
      asked.add(`${level}/${index}`);
      return read(level, index);
    };
    expect(await proveInclusion(counted, 12_345, 70_000)).toEqual(makeInclusionProof(leaves, 12_345));
    expect(asked.size).toBeLessThanOrEqual(5);
  });

  it('is not made of a tile that lacks its end', async () => {
    const torn: ReadTile = async (level, index) => (await read(level, index)).subarray(0, 10 * HASH_BYTES);
    await expect(proveInclusion(torn, 12_345, 70_000)).rejects.toThrow('too short');
  });
});
