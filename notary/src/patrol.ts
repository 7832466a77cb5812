import type { TreeHead } from '@chancery/ledger/proofs';
import { appendLeaves, type Edge, EMPTY_EDGE, leafHash, rootOf } from '@chancery/ledger/tree';
import { AlteredLog } from './altered.js';
import type { NotaryStore } from './notary-store.js';

/** Entries read again at a time. */
const ENTRIES_PER_STEP = 1_000;

/** One round through the entries below a checkpoint that was signed. */
export class Patrol {
  readonly #logId: number;
  readonly #signed: TreeHead;
  #edge: Edge;

  /** `begin` is the edge where the entries that are kept begin. */
  constructor(logId: number, signed: TreeHead, begin: Edge = EMPTY_EDGE) {
    this.#logId = logId;
    this.#signed = signed;
    this.#edge = begin;
  }

  /** Reads on; true at the end of the round. Throws when the entries are not those that were signed. */
  async step(store: NotaryStore): Promise<boolean> {
    const end = Math.min(this.#edge.size + ENTRIES_PER_STEP, this.#signed.size);
    const leaves = await store.leaves(this.#logId, this.#edge.size, end);
    this.#edge = appendLeaves(
      this.#edge,
      leaves.map((leaf) => leafHash(leaf)),
    );
    if (this.#edge.size !== end) throw new AlteredLog(`entries before ${end} are not there any more`);
    if (end < this.#signed.size) return false;
    if (rootOf(this.#edge).equals(this.#signed.root)) return true;
    throw new AlteredLog(`its first ${end} entries are not those that were signed`);
  }
}
