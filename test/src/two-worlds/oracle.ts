import { createPolicyEngine } from '@chancery/policy/engine';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Coordinate } from '@chancery/shared/vocabulary';
import { supergraph } from '../testkit/mesh.js';

/** Says what a viewer may see, from the law and the handlings alone. */
export interface Oracle {
  seesRow(handling: string): boolean;
  /** False for a coordinate that is no field. */
  seesValue(handling: string, coordinate: Coordinate): boolean;
  isField(coordinate: Coordinate): boolean;
}

/** An oracle for one viewer at one moment. */
export function createOracle(profile: Profile, view: SnapshotView, now: number): Oracle {
  const decider = createPolicyEngine().open(profile, view, now);
  const policies = new Map(supergraph.policies.map((policy) => [policy.coordinate, policy]));
  const parsed = new Map<string, Handling>();
  const handlingOf = (text: string): Handling => {
    const known = parsed.get(text) ?? parseHandling(text);
    parsed.set(text, known);
    return known;
  };
  // Rows by the thousand have few handlings, and are looked at again for each world.
  const decided = new Map<string, boolean>();
  const opens = (
    text: string,
    coordinate: Coordinate,
    category: Parameters<typeof decider.decide>[0],
    floor: number,
  ) => {
    const key = `${coordinate} ${text}`;
    const known =
      decided.get(key) ??
      decider.decide(category, handlingAt(handlingOf(text), coordinate, category, floor), 'read').effect === 'allow';
    decided.set(key, known);
    return known;
  };
  return {
    seesRow: (text) => opens(text, 'EXISTENCE', 'EXISTENCE', 0),
    seesValue: (text, coordinate) => {
      const policy = policies.get(coordinate);
      return policy?.category ? opens(text, coordinate, policy.category, policy.floor) : false;
    },
    isField: (coordinate) => Boolean(policies.get(coordinate)?.category),
  };
}
