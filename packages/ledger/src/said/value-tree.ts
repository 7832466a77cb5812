import { createHmac } from 'node:crypto';
import { makeInclusionProof } from '../proofs.js';
import { appendLeaves, EMPTY_EDGE, leafHash, rootOf } from '../tree.js';
import type { AnswerText } from './commit-answer.js';
import { type SaidValue, valuesOf } from './said-values.js';

/** A value as it stands in the tree of its answer. */
export interface ValueLeaf extends SaidValue {
  readonly index: number;
  /** One line of JSON: these bytes are hashed. */
  readonly text: string;
}

/** The values of one answer as a tree (RFC 6962 §2.1): whoever is shown one leaf and its path learns nothing of another. */
export interface ValueTree {
  readonly leaves: readonly ValueLeaf[];
  readonly root: Buffer;
  /** Audit path of a leaf. */
  pathOf(index: number): readonly Buffer[];
}

/**
 * Makes the tree. Each leaf has a salt of its own, `HMAC-SHA-256(secret, index)`: without it a hash beside the path could be tried against
 * every word of a vocabulary.
 */
export function makeValueTree(text: AnswerText, secret: Uint8Array): ValueTree {
  const leaves = valuesOf(text).map((value, index): ValueLeaf => {
    const salt = createHmac('sha256', secret).update(`value ${index}`).digest('base64url');
    const { path, bases, withheld, failed, banner } = value;
    return {
      ...value,
      index,
      text: JSON.stringify({ salt, path, value: value.value, bases, withheld, failed, banner }),
    };
  });
  const hashes = leaves.map((leaf) => leafHash(leaf.text));
  return {
    leaves,
    root: rootOf(appendLeaves(EMPTY_EDGE, hashes)),
    pathOf: (index) => makeInclusionProof(hashes, index),
  };
}
