import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import type { Handling } from '@chancery/shared/labels/label';
import type { Act, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category } from '@chancery/shared/vocabulary';
import { faultOf } from '../facts/act-check.js';
import { coversSubject, windowOfAct } from '../facts/act-matching.js';
import { coversCategory, coversRecord } from '../facts/act-scope.js';
import { ABOUT_NO_RECORD } from '../facts/speaks-for.js';
import { isWithin, nextBoundary } from '../facts/window.js';

/** One value as the acts that could lift a bar see it. */
export interface LiftInput {
  readonly profile: Profile;
  readonly category: Category;
  readonly handling: Handling;
  readonly view: SnapshotView;
  readonly now: Instant;
}

/** Whether acts in force cover a value, which ones, and until when that holds. */
export interface Covered {
  readonly given: boolean;
  readonly acts: readonly string[];
  readonly validUntil: Instant;
}

/** What no act has to do with. */
export const NOT_GIVEN: Covered = { given: false, acts: [], validUntil: NEVER };

/** Both are needed. */
export function both(a: Covered, b: Covered): Covered {
  const given = a.given && b.given;
  return { given, acts: given ? [...a.acts, ...b.acts] : [], validUntil: Math.min(a.validUntil, b.validUntil) };
}

/** Looks for acts addressed to the subject that cover the record in respect of every mission that it concerns. */
export function coveredBy(input: LiftInput, suits: (act: Act) => boolean): Covered {
  const { record } = input.handling;
  const acts: string[] = [];
  let given = true;
  let validUntil = NEVER;
  for (const mission of record.missions.length === 0 ? [null] : record.missions) {
    const found = inForce(
      input,
      input.view.actsOn(mission, record.key, record.who),
      (act) => suits(act) && coversRecord(act, mission, record) && coversCategory(act, input.category),
    );
    given &&= found.given;
    validUntil = Math.min(validUntil, found.validUntil);
    acts.push(...found.acts);
  }
  return { given, acts: given ? acts : [], validUntil };
}

/** Looks for an agreement with the subject's State under one of the keys by which agreements name what they cover. */
export function agreementUnder(input: LiftInput, keys: readonly string[], suits: (act: Act) => boolean): Covered {
  const acts = keys.flatMap((key) =>
    input.view.actsOn(null, key, null).filter(({ scope }) => scope.keys.includes(key)),
  );
  const isSound = (act: Act): boolean => act.kind === 'AGREEMENT' && faultOf(act, ABOUT_NO_RECORD) === null;
  return inForce(input, acts, (act) => isSound(act) && coversCategory(act, input.category) && suits(act));
}

function inForce({ profile, now }: LiftInput, acts: readonly Act[], suits: (act: Act) => boolean): Covered {
  const ids: string[] = [];
  let validUntil = NEVER;
  for (const act of acts) {
    if (!suits(act) || !coversSubject(act, profile)) continue;
    const window = windowOfAct(act);
    validUntil = Math.min(validUntil, nextBoundary(window, now));
    if (isWithin(window, now)) ids.push(`${act.id}@${act.v}`);
  }
  return { given: ids.length > 0, acts: ids, validUntil };
}
