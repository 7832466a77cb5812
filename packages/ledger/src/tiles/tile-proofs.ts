import { consistencyRanges, inclusionRanges, type LeafRange, subtreeRanges } from '../proofs.js';
import { appendLeaves, EMPTY_EDGE, HASH_BYTES, nodeHash, rootOf } from '../tree.js';
import { TILE_WIDTH } from './tile-tree.js';

/** Gives the hashes of a tile; throws where it is not there. It may be wider than it was in an earlier tree. */
export type ReadTile = (level: number, index: number) => Promise<Buffer>;

const TILE_HEIGHT = 8;

/** Path of the entry in the tree of that size, from few tiles, whatever the size. */
export function proveInclusion(read: ReadTile, index: number, size: number): Promise<Buffer[]> {
  return rangeRoots(read, inclusionRanges(index, size));
}

/** Proof that the tree of the first size is the beginning of that of the second. */
export function proveConsistency(read: ReadTile, first: number, second: number): Promise<Buffer[]> {
  return rangeRoots(read, consistencyRanges(first, second));
}

/** Proof that the leaves of that range are a subtree of the tree of that size. */
export function proveSubtree(read: ReadTile, range: LeafRange, size: number): Promise<Buffer[]> {
  return rangeRoots(read, subtreeRanges(range, size));
}

/** Root of a tree of that size. */
export function treeRoot(read: ReadTile, size: number): Promise<Buffer> {
  return size === 0 ? Promise.resolve(rootOf(EMPTY_EDGE)) : rangeRoot(read, { start: 0, end: size });
}

/** One after the other: who reads is most often one session of a database, which answers one question at a time. */
async function rangeRoots(read: ReadTile, ranges: readonly LeafRange[]): Promise<Buffer[]> {
  const roots: Buffer[] = [];
  for (const range of ranges) roots.push(await rangeRoot(read, range));
  return roots;
}

/** Leaves of a range that RFC 6962 makes a subtree: complete ones from the left, each as large as fits. */
async function rangeRoot(read: ReadTile, { start, end }: LeafRange): Promise<Buffer> {
  let root: Buffer | null = null;
  for (const { height, place } of completeSubtrees(start, end).reverse()) {
    const left = await subtreeRoot(read, height, place);
    root = root === null ? left : nodeHash(left, root);
  }
  if (root === null) throw new RangeError('a range of no leaves');
  return root;
}

function completeSubtrees(start: number, end: number): { height: number; place: number }[] {
  const subtrees: { height: number; place: number }[] = [];
  for (let at = start; at < end; ) {
    let [height, length] = [0, 1];
    while (at % (length * 2) === 0 && at + length * 2 <= end) {
      length *= 2;
      height += 1;
    }
    subtrees.push({ height, place: at / length });
    at += length;
  }
  return subtrees;
}

/** Root of the complete subtree of that height, the `place`-th of its size. */
async function subtreeRoot(read: ReadTile, height: number, place: number): Promise<Buffer> {
  const level = Math.floor(height / TILE_HEIGHT);
  const count = 2 ** (height % TILE_HEIGHT);
  const first = place * count;
  const tile = await read(level, Math.floor(first / TILE_WIDTH));
  const from = first % TILE_WIDTH;
  const hashes = Array.from({ length: count }, (_, i) =>
    tile.subarray((from + i) * HASH_BYTES, (from + i + 1) * HASH_BYTES),
  );
  if (hashes.some((hash) => hash.length !== HASH_BYTES)) throw new RangeError(`tile ${level}/${first} is too short`);
  return rootOf(appendLeaves(EMPTY_EDGE, hashes));
}
