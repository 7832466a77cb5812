import { appendLeaves, EMPTY_EDGE, nodeHash, rootOf } from './tree.js';

/** Leaves from `start` to before `end`, which are a subtree. */
export interface LeafRange {
  readonly start: number;
  readonly end: number;
}

/** Audit path of leaf `index` in the tree of these leaf hashes, lowest level first (RFC 6962 §2.1.1). */
export function makeInclusionProof(leafHashes: readonly Buffer[], index: number): Buffer[] {
  return inclusionRanges(index, leafHashes.length).map((range) => subtreeRoot(leafHashes, range));
}

/** Of which subtrees the audit path of leaf `index` consists. */
export function inclusionRanges(index: number, size: number): LeafRange[] {
  if (!Number.isInteger(index) || index < 0 || index >= size) {
    throw new RangeError(`no leaf \`${index}\` in a tree of ${size}`);
  }
  const path: LeafRange[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const split = start + largestPowerBelow(end - start);
    if (index < split) {
      path.push({ start: split, end });
      end = split;
    } else {
      path.push({ start, end: split });
      start = split;
    }
  }
  return path.reverse();
}

/** Whether `leaf` is leaf `index` of the tree of `size` leaves with that root (RFC 9162 §2.1.3.2). */
export function verifyInclusion(
  proof: readonly Uint8Array[],
  { index, size, leaf, root }: { index: number; size: number; leaf: Buffer; root: Buffer },
): boolean {
  if (!isCount(index) || !isCount(size) || index >= size) return false;
  let fn = index;
  let sn = size - 1;
  let hash = leaf;
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      hash = nodeHash(sibling, hash);
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      hash = nodeHash(hash, sibling);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && hash.equals(root);
}

/** Proof that the tree of the first `first` of these leaf hashes is the beginning of the tree of all (RFC 6962 §2.1.2). */
export function makeConsistencyProof(leafHashes: readonly Buffer[], first: number): Buffer[] {
  return consistencyRanges(first, leafHashes.length).map((range) => subtreeRoot(leafHashes, range));
}

/** Of which subtrees the proof between two sizes consists. */
export function consistencyRanges(first: number, size: number): LeafRange[] {
  if (!Number.isInteger(first) || first < 0 || first > size) {
    throw new RangeError(`no tree of \`${first}\` leaves in one of ${size}`);
  }
  if (first === 0 || first === size) return [];
  const path: LeafRange[] = [];
  let start = 0;
  let end = size;
  // SUBPROOF: `first` counts from `start`; the old root itself is left out while the subtree begins at leaf 0.
  while (first !== end) {
    const split = start + largestPowerBelow(end - start);
    if (first <= split) {
      path.push({ start: split, end });
      end = split;
    } else {
      path.push({ start, end: split });
      start = split;
    }
  }
  if (start !== 0) path.push({ start, end });
  return path.reverse();
}

/**
 * Of which subtrees the proof consists that leaves `start` to before `end` are a subtree of the tree of `size` (subtree consistency proof, as C2SP
 * tlog-mirror uses it): one that is complete, or that ends with the tree. Lowest level first.
 */
export function subtreeRanges({ start, end }: LeafRange, size: number): LeafRange[] {
  return stepsTo({ start, end }, size).map(({ sibling }) => sibling);
}

/** Whether the subtree of that root stands there in the tree of that size and root. */
export function verifySubtree(
  proof: readonly Buffer[],
  subtree: LeafRange & { readonly root: Buffer },
  tree: TreeHead,
): boolean {
  const steps = stepsTo(subtree, tree.size);
  if (proof.length !== steps.length) return false;
  const root = steps.reduce<Buffer>((hash, { isLeft }, place) => {
    const sibling = proof[place] ?? hash;
    return isLeft ? nodeHash(sibling, hash) : nodeHash(hash, sibling);
  }, subtree.root);
  return root.equals(tree.root);
}

interface Step {
  readonly sibling: LeafRange;
  readonly isLeft: boolean;
}

function stepsTo(subtree: LeafRange, size: number): Step[] {
  const steps: Step[] = [];
  let [start, end] = [0, size];
  while (subtree.start !== start || subtree.end !== end) {
    const split = start + largestPowerBelow(end - start);
    if (end - start <= 1 || subtree.start < start || subtree.end > end || subtree.start >= subtree.end) {
      throw new RangeError(`${subtree.start} to ${subtree.end} are no subtree of ${size}`);
    }
    if (subtree.end <= split) {
      steps.push({ sibling: { start: split, end }, isLeft: false });
      end = split;
    } else if (split <= subtree.start) {
      steps.push({ sibling: { start, end: split }, isLeft: true });
      start = split;
    } else {
      throw new RangeError(
        `${subtree.start} to ${subtree.end} are no subtree of ${size} that is complete or ends with it`,
      );
    }
  }
  return steps.reverse();
}

/** One state of a log: how many leaves, and their root. */
export interface TreeHead {
  readonly size: number;
  readonly root: Buffer;
}

/** Whether the log at `second` only appended to the log at `first` (RFC 9162 §2.1.4.2). */
export function verifyConsistency(proof: readonly Uint8Array[], first: TreeHead, second: TreeHead): boolean {
  if (!isCount(first.size) || !isCount(second.size) || first.size > second.size) return false;
  if (first.size === second.size) return proof.length === 0 && first.root.equals(second.root);
  // The RFC leaves size 0 open: every log begins with the empty one, and nothing else may be claimed of it.
  if (first.size === 0) return proof.length === 0 && first.root.equals(rootOf(EMPTY_EDGE));
  const path = isPowerOfTwo(first.size) ? [first.root, ...proof] : proof;
  const [seed, ...rest] = path;
  // A proof for a power of two without any node would compare the old root with itself.
  if (seed === undefined || proof.length === 0) return false;
  return foldConsistency(Buffer.from(seed), rest, first, second);
}

function foldConsistency(seed: Buffer, path: readonly Uint8Array[], first: TreeHead, second: TreeHead): boolean {
  let fn = first.size - 1;
  let sn = second.size - 1;
  while (isOdd(fn)) {
    fn = half(fn);
    sn = half(sn);
  }
  let firstHash = seed;
  let secondHash = seed;
  for (const sibling of path) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      firstHash = nodeHash(sibling, firstHash);
      secondHash = nodeHash(sibling, secondHash);
      while (!isOdd(fn) && fn !== 0) {
        fn = half(fn);
        sn = half(sn);
      }
    } else {
      secondHash = nodeHash(secondHash, sibling);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && firstHash.equals(first.root) && secondHash.equals(second.root);
}

function subtreeRoot(leafHashes: readonly Buffer[], { start, end }: LeafRange): Buffer {
  return rootOf(appendLeaves(EMPTY_EDGE, leafHashes.slice(start, end)));
}

/** The k of RFC 6962 §2.1: the largest power of two smaller than `count`. */
function largestPowerBelow(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

// Sizes pass 2^31, where `>>` and `&` would cut them: arithmetic instead.
const half = (n: number): number => Math.floor(n / 2);
const isOdd = (n: number): boolean => n % 2 === 1;
const isCount = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;

function isPowerOfTwo(n: number): boolean {
  let rest = n;
  while (rest > 1 && !isOdd(rest)) rest = half(rest);
  return rest === 1;
}
