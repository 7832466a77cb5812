import type { AnswerText } from './commit-answer.js';
import { linesOf, ROW } from './said-rows.js';
import { ToldByPath, type ValuePath } from './told-by-path.js';

/** A rule that an answer names. */
export interface ToldCitation {
  readonly rule: string;
  readonly instrument: string;
  readonly article: string;
}

/** On what a value stands, as its holder was told when it asked for the basis. */
export interface ValueBasis {
  readonly coordinate: string;
  /** What stands above this value alone. */
  readonly mark: string;
  readonly citations: readonly ToldCitation[];
  readonly acts: readonly string[];
}

/** Why there is null in the place of a value, as its holder was told. */
export interface ValueWithheld {
  readonly coordinate: string;
  readonly code: string;
  readonly citations: readonly ToldCitation[];
  /** Whether this place was named, or only a pattern that covers it: then null may be what stands there. */
  readonly by: 'PLACE' | 'PATTERN';
}

/** One value that was said. */
export interface SaidValue {
  readonly path: ValuePath;
  readonly value: string | number | boolean | null;
  /** Most often one. None where the holder did not ask for the basis, or the value is of no record; several where paths were told by patterns that meet. */
  readonly bases: readonly ValueBasis[];
  /** Of a null: by what it was withheld. None of any other value. */
  readonly withheld: readonly ValueWithheld[];
  /** Of a null: codes of what failed there. */
  readonly failed: readonly string[];
  /** The mark above the whole answer; empty of a page of an export, of which each value has its own. */
  readonly banner: string;
}

interface Told {
  readonly banner: string;
  readonly bases: ToldByPath<ValueBasis>;
  readonly withheld: ToldByPath<ValueWithheld>;
  failedAt(path: ValuePath): readonly string[];
}

interface ToldItem extends ValueBasis, ValueWithheld {
  readonly paths: readonly ValuePath[];
}

/** Every value of an answer, or of a page of an export, in the order in which it is written; of null that it was said, and why. */
export function valuesOf({ answered, told }: AnswerText): SaidValue[] {
  const { banner, basis = [], withheld = [] } = JSON.parse(told);
  const rows = linesOf(answered);
  const { data = null, errors = [] } = rows === null ? JSON.parse(answered) : {};
  const placed = rows === null ? (path: ValuePath) => path : pathInPage;
  return walked(rows === null ? data : rows, rows === null ? [] : [ROW], {
    banner: String(banner?.text ?? ''),
    bases: new ToldByPath(basis.map((item: ToldItem) => [basisIn(item), item.paths.map(placed)])),
    withheld: new ToldByPath(withheld.map((item: ToldItem) => [withheldIn(item), item.paths.map(placed)])),
    failedAt: (path) =>
      (errors as { path?: ValuePath; extensions?: { code?: string } }[])
        .filter((error) => error.path !== undefined && path.every((step, at) => error.path?.[at] === step))
        .map((error) => String(error.extensions?.code ?? '')),
  });
}

function walked(value: unknown, path: ValuePath, told: Told): SaidValue[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => walked(item, [...path, index], told));
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).flatMap(([key, item]) => walked(item, [...path, key], told));
  }
  if (path.length === 0 || !isSaid(value)) return [];
  const bases = told.bases.at(path).map(({ said }) => said);
  const withheld =
    value === null
      ? told.withheld
          .at(path)
          .map(({ said, isExact }): ValueWithheld => ({ ...said, by: isExact ? 'PLACE' : 'PATTERN' }))
      : [];
  return [{ path, value, bases, withheld, failed: value === null ? told.failedAt(path) : [], banner: told.banner }];
}

const isSaid = (value: unknown): value is SaidValue['value'] =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** A page tells where by the connection that it is of: `[field, "edges", index, "node", …]`. */
const pathInPage = ([, , index = 0, , ...rest]: ValuePath): ValuePath => [ROW, index, ...rest];

const basisIn = ({ coordinate, mark, citations, acts }: ToldItem): ValueBasis => ({
  coordinate,
  mark,
  citations,
  acts,
});

const withheldIn = ({ coordinate, code, citations }: ToldItem): ValueWithheld => ({
  coordinate,
  code,
  citations,
  by: 'PLACE',
});
