import type { Instant } from '@chancery/shared/clock';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import type { FieldCategory } from '@chancery/shared/schema/field-categories';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Coordinate } from '@chancery/shared/vocabulary';
import type { Decision } from '../decision.js';
import type { PolicyEngine } from '../engine.js';

/** By what it is decided who sees something. */
export interface SeeingBy {
  readonly engine: PolicyEngine;
  readonly view: SnapshotView;
  readonly now: Instant;
}

/** One value of one record. */
export interface SeenValue extends FieldCategory {
  readonly coordinate: Coordinate;
  readonly handling: Handling;
}

/** People whom the law does not tell apart: the same in everything that a decision may read. */
export interface AlikeProfiles {
  /** Of one of them. */
  readonly profile: Profile;
  /** Pseudonyms of all of them, sorted. */
  readonly subjects: readonly string[];
}

/** Whether such people see a value, and by what. */
export interface Seeing extends AlikeProfiles {
  readonly decision: Decision;
}

/** Puts people together whom the law does not tell apart: a pseudonym is read by no rule. */
export function alikeProfiles(profiles: Iterable<Profile>): readonly AlikeProfiles[] {
  const found = new Map<string, { readonly profile: Profile; readonly subjects: Set<string> }>();
  for (const profile of profiles) {
    const key = JSON.stringify([{ ...profile.subject, id: '' }, profile.purpose, profile.caseId]);
    const known = found.get(key);
    if (known === undefined) found.set(key, { profile, subjects: new Set([profile.subject.id]) });
    else known.subjects.add(profile.subject.id);
  }
  const inOrder = [...found].sort(([one], [other]) => (one < other ? -1 : 1));
  return inOrder.map(([, { profile, subjects }]) => ({ profile, subjects: [...subjects].sort() }));
}

/** Who of them sees a value, class by class as it is asked for: the first page does not wait for the last. */
export function* whoSees(alike: Iterable<AlikeProfiles>, value: SeenValue, by: SeeingBy): Generator<Seeing> {
  for (const each of alike) yield { ...each, decision: decideSeen(each.profile, value, by) };
}

/** What a profile gets of a value: of a record that it does not see, nothing else is decided. */
export function decideSeen(
  profile: Profile,
  { coordinate, category, floor, handling }: SeenValue,
  { engine, view, now }: SeeingBy,
): Decision {
  const row = engine.decide(profile, 'EXISTENCE', handlingAt(handling, 'EXISTENCE', 'EXISTENCE', 0), 'read', view, now);
  if (row.effect !== 'allow' || coordinate === 'EXISTENCE') return row;
  return engine.decide(profile, category, handlingAt(handling, coordinate, category, floor), 'read', view, now);
}
