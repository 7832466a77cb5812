import type { Instant } from '@chancery/shared/clock';
import type { Handling } from '@chancery/shared/labels/label';
import type { Act, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import type { Step } from './path.js';

/** A value that is withheld: who asks, for what, by which facts and acts, when. */
export interface AskedValue {
  readonly profile: Profile;
  readonly category: Category;
  /** Narrowed to the coordinate. */
  readonly handling: Handling;
  readonly view: SnapshotView;
  readonly now: Instant;
}

/** What a step makes of a value that is asked for. */
export interface SupposedStep {
  readonly step: Step;
  readonly acts: readonly Act[];
  /** The act that is taken back, by its id. */
  readonly revokes: string | null;
  profile(profile: Profile): Profile;
}

const same = (profile: Profile): Profile => profile;

/** A step that gives an act. */
export const givenAct = (step: Step, act: Act): SupposedStep => ({ step, acts: [act], revokes: null, profile: same });

/** A step that makes somebody else of who asks. */
export const otherwise = (step: Step, profile: SupposedStep['profile']): SupposedStep => ({
  step,
  acts: [],
  revokes: null,
  profile,
});

/** A step that takes an act back. */
export const takenBack = (step: Step, id: string): SupposedStep => ({ step, acts: [], revokes: id, profile: same });

/** The value as it would be asked for after some steps. */
export function suppose(value: AskedValue, steps: readonly SupposedStep[]): AskedValue {
  if (steps.length === 0) return value;
  const gone = new Set(steps.flatMap(({ revokes }) => revokes ?? []));
  const acts = [
    ...value.view.snapshot.acts.filter(({ id }) => !gone.has(id)),
    ...steps.flatMap((supposed) => supposed.acts),
  ];
  const profile = steps.reduce((made, supposed) => supposed.profile(made), value.profile);
  return { ...value, profile, view: withActs(value.view, acts) };
}

/** A view of the same facts by other acts: few, so that they are looked through and not indexed. */
export function withActs(view: SnapshotView, acts: readonly Act[]): SnapshotView {
  return {
    snapshot: { ...view.snapshot, acts },
    stale: view.stale,
    factsOf: view.factsOf,
    actsOn: (mission, key, person) =>
      acts.filter(
        ({ scope }) =>
          names(scope.missions, mission) ||
          names(scope.keys, key) ||
          (person !== null && scope.persons.includes(person)),
      ),
  };
}

const names = (named: readonly string[], word: string | null): boolean =>
  word !== null && (named.includes(word) || named.includes('*'));
