import type { AnswerPath } from './places.js';

/** In the place of any index: no response key is spelt so (GraphQL section 2.1.9). */
export const ANY_INDEX = '*';

/** The forms of paths, lists told by `*`: how many there are is bounded by the document, not by the answer. */
export class PathPatterns {
  readonly #patterns: AnswerPath[] = [];
  /** Of each path added, in order, which pattern it has. */
  readonly #added: number[] = [];

  add(path: readonly (string | number)[], depth: number): void {
    this.#added.push(this.#indexOf(path, depth));
  }

  /** Takes back the last path that was added. */
  undo(): void {
    this.#added.pop();
  }

  /** Each pattern once, in the order of its first path. */
  toPaths(): AnswerPath[] {
    return [...new Set(this.#added)].flatMap((index) => [this.#patterns[index] ?? []]);
  }

  #indexOf(path: readonly (string | number)[], depth: number): number {
    // Neighbours in an answer have the same form, so the last one is mostly the one.
    const last = this.#added.at(-1);
    if (last !== undefined && hasForm(this.#patterns[last], path, depth)) return last;
    const known = this.#patterns.findIndex((pattern) => hasForm(pattern, path, depth));
    if (known >= 0) return known;
    return this.#patterns.push(path.slice(0, depth).map((key) => (typeof key === 'number' ? ANY_INDEX : key))) - 1;
  }
}

function hasForm(pattern: AnswerPath | undefined, path: readonly (string | number)[], depth: number): boolean {
  if (pattern?.length !== depth) return false;
  return pattern.every((key, at) => (key === ANY_INDEX ? typeof path[at] === 'number' : key === path[at]));
}
