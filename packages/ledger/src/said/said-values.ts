import type { AnswerText } from './commit-answer.js';

/** Response keys and indices from `data` down to a value. */
export type ValuePath = readonly (string | number)[];

/** On what a value stands, as its holder was told when it asked for the basis. */
export interface ValueBasis {
  readonly coordinate: string;
  /** What stands above this value alone. */
  readonly mark: string;
  readonly citations: readonly { readonly rule: string; readonly instrument: string; readonly article: string }[];
  readonly acts: readonly string[];
}

/** One value that was said. */
export interface SaidValue {
  readonly path: ValuePath;
  readonly value: string | number | boolean;
  /** Most often one. None where the holder did not ask for the basis, or the value is of no record; several where paths were told by patterns that meet. */
  readonly bases: readonly ValueBasis[];
  /** The mark above the whole answer. */
  readonly banner: string;
}

interface ToldItem extends ValueBasis {
  readonly paths: readonly ValuePath[];
}

const ANY_INDEX = '*';

/** Every value of an answer, in the order in which it is written; what is null says nothing that could be proved. */
export function valuesOf({ answered, told }: AnswerText): SaidValue[] {
  const { data } = JSON.parse(answered);
  const { banner, basis = [] } = JSON.parse(told);
  const bases = new BasesByPath(basis);
  const values: SaidValue[] = [];
  const walk = (value: unknown, path: ValuePath): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) walk(item, [...path, index]);
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) walk(item, [...path, key]);
    } else if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      values.push({ path, value, bases: bases.at(path), banner: String(banner?.text ?? '') });
    }
  };
  walk(data, []);
  return values;
}

/** Finds what was told of the value at a path: at the path itself, or by a pattern with `*` for any index. */
class BasesByPath {
  readonly #byPath = new Map<string, ValueBasis[]>();
  readonly #patterns = new Set<string>();

  constructor(items: readonly ToldItem[]) {
    for (const { coordinate, mark, citations, acts, paths } of items) {
      for (const path of paths) {
        const key = JSON.stringify(path);
        const known = this.#byPath.get(key) ?? [];
        known.push({ coordinate, mark, citations, acts });
        this.#byPath.set(key, known);
        if (path.includes(ANY_INDEX)) this.#patterns.add(key);
      }
    }
  }

  at(path: ValuePath): readonly ValueBasis[] {
    // The items of a list of scalars stand on what their field stands on.
    const last = path.findLastIndex((step) => typeof step === 'string');
    const field = path.slice(0, last + 1);
    const exact = this.#byPath.get(JSON.stringify(field));
    if (exact !== undefined) return exact;
    const pattern = JSON.stringify(field.map((step) => (typeof step === 'number' ? ANY_INDEX : step)));
    return this.#patterns.has(pattern) ? (this.#byPath.get(pattern) ?? []) : [];
  }
}
