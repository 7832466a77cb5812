import { PATHS_MAX } from '../limit/limits.js';
import { PathPatterns } from './path-patterns.js';
import type { AnswerPath, Places } from './places.js';
import type { Undoable } from './undo-log.js';

/** Collects the places of one item as they are completed. */
export class PlaceGroup implements Undoable {
  count = 0;
  /** Where in the undo log the first place of this group stands: groups are told in the order of the answer. */
  firstAt = 0;
  readonly #paths: AnswerPath[] = [];
  /** Of the paths beyond as many as are listed. */
  readonly #patterns = new PathPatterns();

  add(path: readonly (string | number)[], depth: number, at: number): void {
    if (this.count === 0) this.firstAt = at;
    if (this.count < PATHS_MAX) this.#paths.push(path.slice(0, depth));
    else this.#patterns.add(path, depth);
    this.count++;
  }

  undo(): void {
    this.count--;
    if (this.count < PATHS_MAX) this.#paths.pop();
    else this.#patterns.undo();
  }

  toPlaces(): Places {
    const paths = [...this.#paths, ...this.#patterns.toPaths()];
    return { count: this.count, paths, pathsTruncated: this.count > PATHS_MAX };
  }
}

/** The groups that have a place in the answer, in its order. */
export function inAnswer<G extends PlaceGroup>(groups: Iterable<G>): G[] {
  return [...groups].filter(({ count }) => count > 0).sort((first, second) => first.firstAt - second.firstAt);
}
