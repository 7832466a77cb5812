import { hash } from 'node:crypto';

/** Length of every hash of the tree: SHA-256. */
export const HASH_BYTES = 32;

const LEAF_PREFIX = 0x00; // RFC 6962 §2.1: keeps a leaf from passing as a node
const NODE_PREFIX = 0x01; // RFC 6962 §2.1

/** Root of the tree of no leaves: the hash of nothing (RFC 6962 §2.1). */
export const EMPTY_ROOT: Buffer = hash('sha256', '', 'buffer');

/** The right edge of a tree: all that a writer needs to append and to know the root. */
export interface Edge {
  /** Leaves so far. */
  readonly size: number;
  /** Roots of the complete subtrees, largest first: one for each bit set in `size`. */
  readonly peaks: readonly Buffer[];
}

/** The edge of a tree without leaves. */
export const EMPTY_EDGE: Edge = { size: 0, peaks: [] };

/** Hash of one leaf, `SHA-256(0x00 || leaf)` (RFC 6962 §2.1); text is hashed as its UTF-8 bytes. */
export const leafHash = (leaf: string | Uint8Array): Buffer => hashedLeaf(leaf).leafHash;

/** The bytes of a leaf, and its hash: for whoever needs both, the text is written out once. */
export function hashedLeaf(leaf: string | Uint8Array): { readonly leaf: Buffer; readonly leafHash: Buffer } {
  const length = typeof leaf === 'string' ? Buffer.byteLength(leaf) : leaf.length;
  const prefixed = Buffer.allocUnsafe(length + 1);
  prefixed[0] = LEAF_PREFIX;
  if (typeof leaf === 'string') prefixed.write(leaf, 1);
  else prefixed.set(leaf, 1);
  return { leaf: prefixed.subarray(1), leafHash: hashOf(prefixed) };
}

/** Hash of an inner node, `SHA-256(0x01 || left || right)` (RFC 6962 §2.1). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  // A shorter one would leave a part of the last.
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) throw new RangeError('a node of what is no hash');
  NODE.set(left, 1);
  NODE.set(right, 1 + HASH_BYTES);
  return hashOf(NODE);
}

/** Through a text, and into memory that is there already: `node:crypto` takes twice the time to make a Buffer of its own. */
function hashOf(bytes: Uint8Array): Buffer {
  const hashed = Buffer.allocUnsafe(HASH_BYTES);
  hashed.write(hash('sha256', bytes, 'binary'), 'latin1');
  return hashed;
}

/** One for all nodes: what is hashed is written over by the next. */
const NODE = Buffer.alloc(1 + 2 * HASH_BYTES, NODE_PREFIX);

/** The edge after further leaves; the given edge is left as it was, so that a batch that fails changes nothing. */
export function appendLeaves(edge: Edge, leafHashes: Iterable<Buffer>): Edge {
  const peaks = [...edge.peaks];
  let size = edge.size;
  for (const leaf of leafHashes) {
    let right = leaf;
    // Each one bit at the end of the size is a complete subtree as large as the one just finished.
    for (let rest = size; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = peaks.pop();
      if (left === undefined) throw new RangeError(`an edge of ${edge.size} leaves lacks a peak`);
      right = nodeHash(left, right);
    }
    peaks.push(right);
    size += 1;
  }
  return { size, peaks };
}

/** The edge after the leaves of another, which are complete subtrees from a multiple of their length on. */
export function appendSubtrees(edge: Edge, { size: leaves, peaks: subtrees }: Edge): Edge {
  const peaks = [...edge.peaks];
  let size = edge.size;
  for (const [place, length] of peakSizes(leaves).entries()) {
    let right = subtrees[place];
    if (right === undefined || size % length !== 0)
      throw new RangeError(`${leaves} leaves are no subtrees after ${size}`);
    for (let rest = size / length; rest % 2 === 1; rest = Math.floor(rest / 2)) {
      const left = peaks.pop();
      if (left === undefined) throw new RangeError(`an edge of ${edge.size} leaves lacks a peak`);
      right = nodeHash(left, right);
    }
    peaks.push(right);
    size += length;
  }
  return { size, peaks };
}

/** Root hash of the tree that ends in this edge (RFC 6962 §2.1): peaks are joined from the right. */
export function rootOf(edge: Edge): Buffer {
  const joined = edge.peaks.reduceRight<Buffer | null>(
    (right, left) => (right === null ? left : nodeHash(left, right)),
    null,
  );
  return joined ?? EMPTY_ROOT;
}

/** The peaks as one string of bytes, as the head row keeps them. */
export function printPeaks(edge: Edge): Buffer {
  return Buffer.concat(edge.peaks);
}

/** The edge that a head row states; throws when there is not one peak for each bit of the size. */
export function parseEdge(size: number, bytes: Uint8Array): Edge {
  if (!Number.isSafeInteger(size) || size < 0) throw new RangeError(`tree size \`${size}\` is no count`);
  if (bytes.length !== peakSizes(size).length * HASH_BYTES) {
    throw new RangeError(`a tree of ${size} leaves has no ${bytes.length} bytes of peaks`);
  }
  return { size, peaks: splitHashes(bytes) };
}

/** Splits hashes that stand one after another. */
export function splitHashes(bytes: Uint8Array): Buffer[] {
  if (bytes.length % HASH_BYTES !== 0) throw new RangeError(`${bytes.length} bytes are no whole number of hashes`);
  const copy = Buffer.from(bytes);
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) =>
    copy.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
}

/**
 * Whether the edge that is found can have grown from the one that was left: what both still have must be the same. Whether the rest
 * is, only who reads the entries can tell.
 */
export function continues(left: Edge, found: Edge): boolean {
  if (found.size < left.size) return false;
  const grown = peakSizes(found.size);
  const merged = peakSizes(left.size).findIndex((size, place) => grown[place] !== size);
  const shared = merged === -1 ? left.peaks : left.peaks.slice(0, merged);
  return shared.every((peak, place) => found.peaks[place]?.equals(peak) === true);
}

/** Leaves beneath each peak of a tree of that size, largest first. By division: `>>` would cut the size to 32 bits. */
function peakSizes(size: number): number[] {
  const sizes: number[] = [];
  let power = 1;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) sizes.unshift(power);
    power *= 2;
  }
  return sizes;
}
