import type { Purpose } from '@chancery/shared/vocabulary';

/**
 * Values of a document, as data: `$name` stands for what an earlier step has kept under that name, `@+2h` or `@-30m` for a moment so far from
 * the one at which the step runs, `@today` for its day.
 */
export type Values = { readonly [key: string]: Value };
export type Value = string | number | boolean | null | Values | readonly Value[];

/** Somebody asks something. */
export interface Ask {
  /** A persona of the demonstration. */
  readonly as: string;
  readonly purpose: Purpose;
  readonly document: string;
  readonly variables?: Values;
}

/** What somebody sees after a step, and must not see. */
export interface Sight extends Ask {
  /** What it comes to, in a sentence. */
  readonly says: string;
  /** By path in the data: the value, `null` for one that is withheld or not there, `SOMETHING` for any that is there. */
  readonly shows: Values;
  /** By coordinate: a rule that is cited for withholding it. */
  readonly withheld?: Readonly<Record<string, string>>;
  /** Words of the record that stand nowhere in the answer. */
  readonly never?: readonly string[];
}

/** One thing that happens, and what it looks like to each. */
export interface Step {
  readonly id: string;
  /** Who does what, in a sentence. */
  readonly says: string;
  readonly does: Ask;
  /** What later steps call by a name, by path in the data. */
  readonly keeps?: Readonly<Record<string, string>>;
  /** The code of a refusal, where it is one that the scenario shows. */
  readonly refused?: string;
  /** Whether it is an act, which holds once it is published. */
  readonly changesLaw?: true;
  readonly sights: readonly Sight[];
}

/** A part of the scenario. */
export interface Chapter {
  readonly title: string;
  readonly steps: readonly Step[];
}

/** Any value, so long as there is one. */
export const SOMETHING = '*';
