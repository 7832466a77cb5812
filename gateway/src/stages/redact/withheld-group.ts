import type { ClosestPermit } from '@chancery/policy/closest-permits';
import type { Citation, Decision } from '@chancery/policy/decision';
import { liftingActs } from '@chancery/policy/lifting-acts';
import type { ActKind, Category, Coordinate, WithheldCode } from '@chancery/shared/vocabulary';
import { inAnswer, PlaceGroup } from './place-group.js';
import type { WithheldItem } from './redacted.js';

/** Values withheld at one coordinate, with one code and the same citations told to the caller. */
export class WithheldGroup extends PlaceGroup {
  constructor(
    readonly coordinate: Coordinate,
    readonly code: WithheldCode,
    readonly citations: readonly Citation[],
    readonly liftedBy: readonly ActKind[],
    /** Of a value that no basis opens: what would have to be another. */
    readonly closest: readonly ClosestPermit[],
  ) {
    super();
  }

  toItem(): WithheldItem {
    const { coordinate, code, citations, liftedBy, closest } = this;
    return { coordinate, code, citations, liftedBy, closest, ...this.toPlaces() };
  }
}

/** What a group is told with. */
export interface WithheldWords {
  /** The citations that the caller is told; rules on labels only generically. */
  callerCitations(decision: Decision): readonly Citation[];
  closest(category: Category): readonly ClosestPermit[];
}

/** The groups of one answer. */
export class WithheldGroups {
  readonly #groups = new Map<string, WithheldGroup>();
  /** Decisions are interned, so the same one comes for each of a thousand handlings. */
  readonly #byDecision = new Map<Decision, Map<Coordinate, WithheldGroup>>();

  readonly #words: WithheldWords;

  constructor(words: WithheldWords) {
    this.#words = words;
  }

  /** `category` is null for a value that could not be decided at all. */
  groupFor(coordinate: Coordinate, category: Category | null, decision: Decision): WithheldGroup {
    let byCoordinate = this.#byDecision.get(decision);
    if (byCoordinate === undefined) {
      byCoordinate = new Map();
      this.#byDecision.set(decision, byCoordinate);
    }
    const known = byCoordinate.get(coordinate);
    if (known !== undefined) return known;
    const group = this.#groupOf(coordinate, category, decision);
    byCoordinate.set(coordinate, group);
    return group;
  }

  #groupOf(coordinate: Coordinate, category: Category | null, decision: Decision): WithheldGroup {
    const told = this.#words
      .callerCitations(decision)
      .map(({ rule, instrument, article }) => ({ rule, instrument, article }));
    const code = decision.code ?? 'POLICY_ERROR';
    const key = JSON.stringify([coordinate, code, told]);
    const known = this.#groups.get(key);
    if (known !== undefined) return known;
    const closest = code === 'BASIS_MISSING' && category !== null ? this.#words.closest(category) : [];
    const group = new WithheldGroup(coordinate, code, told, liftingActs(decision.citations), closest);
    this.#groups.set(key, group);
    return group;
  }

  toItems(): WithheldItem[] {
    return inAnswer(this.#groups.values()).map((group) => group.toItem());
  }
}
