import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeConsistencyProof, makeInclusionProof, verifyConsistency, verifyInclusion } from './proofs.js';
import { appendLeaves, EMPTY_EDGE, leafHash, nodeHash, rootOf } from './tree.js';

interface SigstoreProof {
  readonly canonicalizedBody: Buffer;
  readonly inclusionProof: {
    readonly logIndex: string;
    readonly treeSize: string;
    readonly rootHash: Buffer;
    readonly hashes: readonly Buffer[];
  };
}

// A verifier by other hands; its `exports` name no file, so it is loaded from where its main file is.
const require = createRequire(import.meta.url);
const { verifyMerkleInclusion } = require(
  join(dirname(require.resolve('@sigstore/verify')), 'timestamp', 'merkle.js'),
) as { verifyMerkleInclusion: (entry: SigstoreProof) => void };

const bodyOf = (i: number): Buffer => Buffer.from(`leaf ${i}`);
const leafHashes = (size: number): Buffer[] => Array.from({ length: size }, (_, i) => leafHash(bodyOf(i)));
const rootAt = (size: number): Buffer => rootOf(appendLeaves(EMPTY_EDGE, leafHashes(size)));
const flipBit = (hash: Buffer, bit: number): Buffer => {
  const flipped = Buffer.from(hash);
  const byte = Math.floor(bit / 8);
  flipped[byte] = (flipped[byte] ?? 0) ^ (1 << (bit % 8));
  return flipped;
};

const leafInTree = fc
  .integer({ min: 1, max: 130 })
  .chain((size) => fc.record({ size: fc.constant(size), index: fc.integer({ min: 0, max: size - 1 }) }));
const treeInTree = fc
  .integer({ min: 1, max: 130 })
  .chain((second) => fc.record({ second: fc.constant(second), first: fc.integer({ min: 0, max: second }) }));

describe('inclusion proofs', () => {
  it('hold for every leaf of every tree up to 40 leaves, here and for an independent verifier', () => {
    for (let size = 1; size <= 40; size += 1) {
      const hashes = leafHashes(size);
      const root = rootAt(size);
      for (const [index, leaf] of hashes.entries()) {
        const proof = makeInclusionProof(hashes, index);
        expect(verifyInclusion(proof, { index, size, leaf, root })).toBe(true);
        verifyMerkleInclusion({
          canonicalizedBody: bodyOf(index),
          inclusionProof: { logIndex: `${index}`, treeSize: `${size}`, rootHash: root, hashes: proof },
        });
      }
    }
  });

  it('refuse any flipped bit, lost or added hash, other leaf or index', () => {
    fc.assert(
      fc.property(leafInTree, fc.nat(255), fc.nat(), ({ size, index }, bit, at) => {
        const hashes = leafHashes(size);
        const root = rootAt(size);
        const leaf = leafHash(bodyOf(index));
        const proof = makeInclusionProof(hashes, index);
        const claim = { index, size, leaf, root };

        expect(verifyInclusion(proof, { ...claim, leaf: flipBit(leaf, bit) })).toBe(false);
        expect(verifyInclusion(proof, { ...claim, root: flipBit(root, bit) })).toBe(false);
        expect(verifyInclusion([...proof, root], claim)).toBe(false);
        expect(verifyInclusion(proof, { ...claim, index: size })).toBe(false);
        expect(verifyInclusion(proof, { ...claim, index: -1 })).toBe(false);
        if (size > 1) {
          const altered = proof.map((hash, i) => (i === at % proof.length ? flipBit(hash, bit) : hash));
          expect(verifyInclusion(altered, claim)).toBe(false);
          expect(verifyInclusion(proof.slice(1), claim)).toBe(false);
          expect(verifyInclusion(proof, { ...claim, index: (index + 1 + (at % (size - 1))) % size })).toBe(false);
        }
      }),
    );
  });

  it('hold beyond 2^31 leaves, where 32-bit arithmetic would not', () => {
    const place = fc
      .maxSafeInteger()
      .filter((n) => n > 2 ** 32)
      .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 0, max: size - 1 })));
    fc.assert(
      fc.property(place, ([size, index]) => {
        const { proof, root } = proveFromAbove(BigInt(index), BigInt(size), leafHash(bodyOf(7)));
        const claim = { index, size, leaf: leafHash(bodyOf(7)), root };
        expect(verifyInclusion(proof, claim)).toBe(true);
        expect(verifyInclusion(proof.slice(1), claim)).toBe(false);
        verifyMerkleInclusion({
          canonicalizedBody: bodyOf(7),
          inclusionProof: { logIndex: `${index}`, treeSize: `${size}`, rootHash: root, hashes: proof },
        });
      }),
    );
  });

  it('are not made for a leaf outside the tree', () => {
    expect(() => makeInclusionProof(leafHashes(3), 3)).toThrow(RangeError);
    expect(() => makeInclusionProof([], 0)).toThrow(RangeError);
    expect(() => makeInclusionProof(leafHashes(3), 0.5)).toThrow(RangeError);
  });
});

/** PATH of RFC 6962 §2.1.1 from the root down, with made-up roots for the subtrees beside it. */
function proveFromAbove(index: bigint, size: bigint, leaf: Buffer): { proof: Buffer[]; root: Buffer } {
  if (size === 1n) return { proof: [], root: leaf };
  let k = 1n;
  while (k * 2n < size) k *= 2n;
  const beside = leafHash(`subtree of ${size} beside ${index}`);
  const inner = index < k ? proveFromAbove(index, k, leaf) : proveFromAbove(index - k, size - k, leaf);
  const root = index < k ? nodeHash(inner.root, beside) : nodeHash(beside, inner.root);
  return { proof: [...inner.proof, beside], root };
}

describe('consistency proofs', () => {
  it('hold between every two sizes up to 40', () => {
    for (let second = 0; second <= 40; second += 1) {
      for (let first = 0; first <= second; first += 1) {
        const proof = makeConsistencyProof(leafHashes(second), first);
        expect(
          verifyConsistency(proof, { size: first, root: rootAt(first) }, { size: second, root: rootAt(second) }),
        ).toBe(true);
      }
    }
  });

  it('refuse any flipped bit, lost or added hash, and a log that rewrote its beginning', () => {
    fc.assert(
      fc.property(treeInTree, fc.nat(255), fc.nat(), ({ first, second }, bit, at) => {
        const old = { size: first, root: rootAt(first) };
        const now = { size: second, root: rootAt(second) };
        const proof = makeConsistencyProof(leafHashes(second), first);

        expect(verifyConsistency(proof, { ...old, root: flipBit(old.root, bit) }, now)).toBe(false);
        expect(verifyConsistency([...proof, now.root], old, now)).toBe(false);
        if (proof.length > 0) {
          const altered = proof.map((hash, i) => (i === at % proof.length ? flipBit(hash, bit) : hash));
          expect(verifyConsistency(altered, old, now)).toBe(false);
          expect(verifyConsistency(proof.slice(1), old, now)).toBe(false);
          expect(verifyConsistency(proof, old, { ...now, root: flipBit(now.root, bit) })).toBe(false);
        }
      }),
    );
  });

  it('never prove that a log shrank', () => {
    const proof = makeConsistencyProof(leafHashes(9), 4);
    expect(verifyConsistency(proof, { size: 9, root: rootAt(9) }, { size: 4, root: rootAt(4) })).toBe(false);
    expect(verifyConsistency([], { size: 4, root: rootAt(4) }, { size: 9, root: rootAt(4) })).toBe(false);
    expect(() => makeConsistencyProof(leafHashes(3), 4)).toThrow(RangeError);
  });
});
