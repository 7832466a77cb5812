import type { Citation, Decision, Obligation } from '@chancery/policy/decision';
import type { MarkedValue } from '@chancery/shared/clearance/banner';
import { isSynthetic } from '@chancery/shared/labels/is-synthetic';
import type { Handling } from '@chancery/shared/labels/label';
import type { Coordinate } from '@chancery/shared/vocabulary';
import { inAnswer, PlaceGroup } from './place-group.js';
import type { BasisItem, OwedItem } from './redacted.js';
import type { CountedDecision } from './selection-decisions.js';
import type { WithheldWords } from './withheld-group.js';

/** An allowed value, as it is told of. */
type DisclosedDecision = Pick<CountedDecision, 'coordinate' | 'decision' | 'mark'>;

/** Values whose disclosure makes somebody owe one thing by one rule at one coordinate. */
class OwedGroup extends PlaceGroup {
  constructor(
    readonly coordinate: Coordinate,
    readonly obligation: Obligation,
  ) {
    super();
  }

  toItem(): OwedItem {
    return { coordinate: this.coordinate, obligation: this.obligation, ...this.toPlaces() };
  }
}

/** Values that one set of rules and acts opens at one coordinate, and that are marked alike. */
class BasisGroup extends PlaceGroup {
  constructor(
    readonly coordinate: Coordinate,
    readonly citations: readonly Citation[],
    readonly acts: readonly string[],
    readonly mark: string,
  ) {
    super();
  }

  toItem(): BasisItem {
    const { coordinate, citations, acts, mark } = this;
    return { coordinate, citations, acts, mark, ...this.toPlaces() };
  }
}

const NONE: readonly PlaceGroup[] = [];

/** What the groups are told with. */
export interface DisclosedWords extends Pick<WithheldWords, 'callerCitations'> {
  /** How a value is marked for this caller. */
  markFor(value: MarkedValue, exercise: boolean): string;
}

/** What the caller is told of the values that it got: what they make somebody owe, and, when it asks, on what basis. */
export class DisclosedGroups {
  readonly #owed = new Map<string, OwedGroup>();
  readonly #bases = new Map<string, BasisGroup>();
  readonly #words: DisclosedWords;
  readonly #tellsBasis: boolean;

  constructor(words: DisclosedWords, tellsBasis: boolean) {
    this.#words = words;
    this.#tellsBasis = tellsBasis;
  }

  /** The groups that each value under this decision counts in; most often none. */
  groupsFor({ coordinate, decision, mark }: DisclosedDecision, handling: Handling): readonly PlaceGroup[] {
    if (decision.obligations.length === 0 && !this.#tellsBasis) return NONE;
    const owed = decision.obligations.map((obligation) => {
      const key = JSON.stringify([coordinate, obligation]);
      return keep(this.#owed, key, () => new OwedGroup(coordinate, obligation));
    });
    if (!this.#tellsBasis) return owed;
    return [...owed, this.#basisOf(coordinate, decision, this.#words.markFor(mark, isSynthetic(handling)))];
  }

  #basisOf(coordinate: Coordinate, decision: Decision, mark: string): BasisGroup {
    const told = this.#words.callerCitations(decision);
    const key = JSON.stringify([coordinate, told, decision.acts, mark]);
    return keep(this.#bases, key, () => new BasisGroup(coordinate, told, decision.acts, mark));
  }

  owed(): OwedItem[] {
    return inAnswer(this.#owed.values()).map((group) => group.toItem());
  }

  /** Null when the caller did not ask. */
  bases(): BasisItem[] | null {
    return this.#tellsBasis ? inAnswer(this.#bases.values()).map((group) => group.toItem()) : null;
  }
}

function keep<G>(groups: Map<string, G>, key: string, make: () => G): G {
  const known = groups.get(key);
  if (known !== undefined) return known;
  const made = make();
  groups.set(key, made);
  return made;
}
