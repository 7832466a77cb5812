import type { AnswerPath } from './places.js';

/** In the place of any index: no response key is spelt so (GraphQL section 2.1.9). */
export const ANY_INDEX = '*';

/** The forms that begin alike, by the key that comes next. */
interface Beginning {
  readonly next: Map<string, Beginning>;
  /** Of the form that ends here; -1 when none does. */
  index: number;
}

/** The forms of paths, lists told by `*`: how many there are is bounded by the document, not by the answer. */
export class PathPatterns {
  readonly #patterns: AnswerPath[] = [];
  /** Of each path added, in order, which pattern it has. */
  readonly #added: number[] = [];
  /** A tree, for a document can have thousands of forms and an answer tens of thousands of paths. */
  readonly #root: Beginning = { next: new Map(), index: -1 };

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
    let place = this.#root;
    for (let at = 0; at < depth; at++) place = following(place, formOf(path[at]));
    if (place.index < 0) place.index = this.#patterns.push(path.slice(0, depth).map(formOf)) - 1;
    return place.index;
  }
}

function following({ next }: Beginning, key: string): Beginning {
  const known = next.get(key);
  if (known !== undefined) return known;
  const added: Beginning = { next: new Map(), index: -1 };
  next.set(key, added);
  return added;
}

const formOf = (key: string | number | undefined): string => (typeof key === 'string' ? key : ANY_INDEX);
