import { hash } from 'node:crypto';
import { type Edge, HASH_BYTES } from '../tree.js';
import type { RawHash } from './page-reader.js';

const NODE_PREFIX = 0x01; // RFC 6962 §2.1
/** One for all nodes: what is hashed is written over by the next. */
const NODE = Buffer.alloc(1 + 2 * HASH_BYTES, NODE_PREFIX);

/** The tree over the hashes of a range as they come, as far as an edge tells of it (RFC 6962 §2.1). */
export class RangeTree {
  #size = 0;
  readonly #peaks: RawHash[] = [];

  append(leaf: RawHash): void {
    let right = leaf;
    // Each one bit at the end of the size is a complete subtree as large as the one just finished.
    for (let rest = this.#size; rest % 2 === 1; rest = (rest - 1) / 2) {
      NODE.write(this.#peaks.pop() ?? '', 1, 'latin1');
      NODE.write(right, 1 + HASH_BYTES, 'latin1');
      right = hash('sha256', NODE, 'binary');
    }
    this.#peaks.push(right);
    this.#size += 1;
  }

  /** Another that goes on from here by itself. */
  fork(): RangeTree {
    const other = new RangeTree();
    other.#size = this.#size;
    other.#peaks.push(...this.#peaks);
    return other;
  }

  edge(): Edge {
    return { size: this.#size, peaks: this.#peaks.map((peak) => Buffer.from(peak, 'latin1')) };
  }
}
