import type { Citation, Decision, Obligation } from '@chancery/policy/decision';
import type { Coordinate } from '@chancery/shared/vocabulary';
import { inAnswer, PlaceGroup } from './place-group.js';
import type { BasisItem, OwedItem } from './redacted.js';
import type { WithheldWords } from './withheld-group.js';

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

/** Values that one set of rules and acts opens at one coordinate. */
class BasisGroup extends PlaceGroup {
  constructor(
    readonly coordinate: Coordinate,
    readonly citations: readonly Citation[],
    readonly acts: readonly string[],
  ) {
    super();
  }

  toItem(): BasisItem {
    const { coordinate, citations, acts } = this;
    return { coordinate, citations, acts, ...this.toPlaces() };
  }
}

const NONE: readonly PlaceGroup[] = [];

/** What the caller is told of the values that it got: what they make somebody owe, and, when it asks, on what basis. */
export class DisclosedGroups {
  readonly #owed = new Map<string, OwedGroup>();
  readonly #bases = new Map<string, BasisGroup>();
  readonly #words: WithheldWords;
  readonly #tellsBasis: boolean;

  constructor(words: WithheldWords, tellsBasis: boolean) {
    this.#words = words;
    this.#tellsBasis = tellsBasis;
  }

  /** The groups that each value under this decision counts in; most often none. */
  groupsFor(coordinate: Coordinate, decision: Decision): readonly PlaceGroup[] {
    if (decision.obligations.length === 0 && !this.#tellsBasis) return NONE;
    const owed = decision.obligations.map((obligation) => {
      const key = JSON.stringify([coordinate, obligation]);
      return keep(this.#owed, key, () => new OwedGroup(coordinate, obligation));
    });
    return this.#tellsBasis ? [...owed, this.#basisOf(coordinate, decision)] : owed;
  }

  #basisOf(coordinate: Coordinate, decision: Decision): BasisGroup {
    const told = this.#words.callerCitations(decision);
    const key = JSON.stringify([coordinate, told, decision.acts]);
    return keep(this.#bases, key, () => new BasisGroup(coordinate, told, decision.acts));
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
