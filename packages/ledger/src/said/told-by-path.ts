/** Response keys and indices from `data` down to a value; of a page of an export from `row` and the number of the row in it. */
export type ValuePath = readonly (string | number)[];

const ANY_INDEX = '*';

/** What was told of a place, and whether by its own path. */
export interface ToldAt<T> {
  readonly said: T;
  readonly isExact: boolean;
}

/** Finds what was told of the value at a path: at the path itself, or by a pattern with `*` for any index. */
export class ToldByPath<T> {
  readonly #byPath = new Map<string, T[]>();
  readonly #patterns = new Set<string>();

  constructor(items: readonly (readonly [T, readonly ValuePath[]])[]) {
    for (const [said, paths] of items) {
      for (const path of paths) {
        const key = JSON.stringify(path);
        const known = this.#byPath.get(key) ?? [];
        known.push(said);
        this.#byPath.set(key, known);
        if (path.includes(ANY_INDEX)) this.#patterns.add(key);
      }
    }
  }

  at(path: ValuePath): readonly ToldAt<T>[] {
    // The items of a list of scalars stand on what their field stands on.
    const last = path.findLastIndex((step) => typeof step === 'string');
    const field = path.slice(0, last + 1);
    const exact = this.#byPath.get(JSON.stringify(field));
    if (exact !== undefined) return exact.map((said) => ({ said, isExact: true }));
    const pattern = JSON.stringify(field.map((step) => (typeof step === 'number' ? ANY_INDEX : step)));
    const covered = this.#patterns.has(pattern) ? (this.#byPath.get(pattern) ?? []) : [];
    return covered.map((said) => ({ said, isExact: false }));
  }
}
