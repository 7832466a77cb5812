import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { REFERENCE_LEAVES, REFERENCE_ROOTS, referenceRoot } from './testkit/reference-log.js';
import { appendLeaves, EMPTY_EDGE, EMPTY_ROOT, leafHash, nodeHash, parseEdge, printPeaks, rootOf } from './tree.js';

const leaves = fc.array(fc.uint8Array({ maxLength: 8 }), { maxLength: 70 });

describe('the tree of RFC 6962', () => {
  it('gives the reference root for every size from 0 to 8', () => {
    let edge = EMPTY_EDGE;
    expect(rootOf(edge).toString('hex')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(rootOf(edge)).toEqual(EMPTY_ROOT);
    for (const [i, leaf] of REFERENCE_LEAVES.entries()) {
      edge = appendLeaves(edge, [leafHash(leaf)]);
      expect(rootOf(edge).toString('hex')).toBe(REFERENCE_ROOTS[i]);
    }
  });

  it('agrees with the recursive definition however the leaves were cut into batches', () => {
    fc.assert(
      fc.property(fc.array(leaves, { maxLength: 4 }), (batches) => {
        const edge = batches.reduce(
          (grown, batch) =>
            appendLeaves(
              grown,
              batch.map((leaf) => leafHash(leaf)),
            ),
          EMPTY_EDGE,
        );
        expect(rootOf(edge)).toEqual(referenceRoot(batches.flat()));
        expect(edge.size).toBe(batches.flat().length);
      }),
    );
  });

  it('never takes a node for a leaf', () => {
    const left = leafHash('a');
    const right = leafHash('b');
    expect(leafHash(Buffer.concat([left, right]))).not.toEqual(nodeHash(left, right));
  });

  it('hashes text as its UTF-8 bytes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(leafHash(text)).toEqual(leafHash(Buffer.from(text)));
      }),
    );
  });

  it('leaves the edge that it appends to as it was', () => {
    const before = appendLeaves(EMPTY_EDGE, [leafHash('a')]);
    const peaks = printPeaks(before);
    appendLeaves(before, [leafHash('b'), leafHash('c')]);
    expect(before.size).toBe(1);
    expect(printPeaks(before)).toEqual(peaks);
  });

  it('reads back what it printed, and refuses peaks that do not fit the size', () => {
    fc.assert(
      fc.property(leaves, (batch) => {
        const edge = appendLeaves(
          EMPTY_EDGE,
          batch.map((leaf) => leafHash(leaf)),
        );
        expect(parseEdge(edge.size, printPeaks(edge))).toEqual(edge);
        expect(() => parseEdge(edge.size, Buffer.concat([printPeaks(edge), Buffer.alloc(1)]))).toThrow(RangeError);
        expect(() => parseEdge(edge.size * 2 + 1, printPeaks(edge))).toThrow(RangeError);
      }),
    );
    expect(() => parseEdge(-1, Buffer.alloc(0))).toThrow(RangeError);
    expect(parseEdge(2 ** 40, Buffer.alloc(32)).peaks).toHaveLength(1);
  });
});
