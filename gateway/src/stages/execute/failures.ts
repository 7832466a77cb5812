import type { ErrorCode } from '@chancery/shared/errors';
import type { Failure, FailureNode } from './fetched.js';

export type PathKey = string | number;

export const UNREACHABLE: Failure = { code: 'SUBGRAPH_UNREACHABLE', message: null };
/** A command was sent, and nobody can say what became of it. */
export const UNKNOWN: Failure = { code: 'OUTCOME_UNKNOWN', message: null };

interface MutableNode {
  code: ErrorCode | null;
  message: string | null;
  argument?: string;
  rules?: readonly string[];
  readonly children: Map<PathKey, MutableNode>;
}

/** Indexed failures beyond this many are kept without their indices: a subgraph may not fill the memory with errors. */
const NODES_MAX = 10_000;

/** Collects the failures of one execution as a tree by canonical path. */
export class FailureTree {
  readonly #root: MutableNode = { code: null, message: null, children: new Map() };
  #nodes = 0;

  add(path: readonly PathKey[], failure: Failure): void {
    const kept = this.#nodes < NODES_MAX ? path : path.filter((key) => typeof key === 'string');
    const node = kept.reduce((parent, key) => this.#child(parent, key), this.#root);
    if (!outranks(failure, node)) return;
    node.code = failure.code;
    node.message = failure.message;
    if (failure.argument !== undefined) node.argument = failure.argument;
    if (failure.rules !== undefined) node.rules = failure.rules;
  }

  /** Null when nothing failed. In order of keys, not of events: whoever takes the first failure always takes the same. */
  toNode(): FailureNode | null {
    return this.#nodes === 0 ? null : sorted(this.#root);
  }

  #child(parent: MutableNode, key: PathKey): MutableNode {
    const known = parent.children.get(key);
    if (known) return known;
    this.#nodes += 1;
    const node: MutableNode = { code: null, message: null, children: new Map() };
    parent.children.set(key, node);
    return node;
  }
}

function sorted({ children, ...node }: MutableNode): FailureNode {
  const entries = Array.from(children, ([key, child]) => [key, sorted(child)] as const);
  return { ...node, children: new Map(entries.sort(([a], [b]) => compareKeys(a, b))) };
}

function compareKeys(a: PathKey, b: PathKey): number {
  if (typeof a === 'number') return typeof b === 'number' ? a - b : -1;
  if (typeof b === 'number') return 1;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Fetches end in any order; which of two failures is told must not depend on it. The caller's own mistake comes first. */
function outranks(failure: Failure, node: MutableNode): boolean {
  if (node.code === null) return true;
  if (failure.code !== node.code) return rank(failure.code) < rank(node.code);
  return (failure.message ?? '') < (node.message ?? '');
}

const rank = (code: ErrorCode): number => (code === 'INPUT_INVALID' ? 0 : code === 'INTERNAL' ? 1 : 2);
