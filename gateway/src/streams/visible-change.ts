import { callerCitations } from '@chancery/policy/caller-citations';
import type { Decision } from '@chancery/policy/decision';
import { bannerOf, type MarkedValue } from '@chancery/shared/clearance/banner';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import type { Subject } from '@chancery/shared/subjects/subject';
import type { Category, Coordinate } from '@chancery/shared/vocabulary';
import type { Decider } from '../stages/authorize/decider.js';
import type { WatchedField, WatchedType } from './watched.js';

/** Between which handlings, and in which fields, a record changed. */
export interface RecordChange {
  readonly fields: ReadonlySet<string>;
  /** Null where there was no record, or where its handling is not known. */
  readonly was: Handling | null;
  readonly is: Handling | null;
}

/**
 * Whether a change can have altered what this viewer sees: the record came into its sight, a field that it selects and may read
 * reads otherwise, or it is decided or marked otherwise. Told from handlings alone, before anything is read: of a change that it
 * does not see, nothing is fetched for a viewer, and nothing it receives can depend on one.
 */
export function changeSeen(
  watched: Pick<WatchedType, 'selected' | 'filtered'>,
  { fields, was, is }: RecordChange,
  decider: Decider,
  viewer: Subject,
): 'hidden' | 'unseen' | 'seen' {
  if (is === null || decider.existence(is).effect !== 'allow') return 'hidden';
  if (was === null || decider.existence(was).effect !== 'allow') return 'seen';
  const mayRead = ({ policy }: WatchedField): boolean => decider.decide(policy, is).effect === 'allow';
  const looked = [...watched.selected, ...watched.filtered];
  if (looked.some((field) => fields.has(field.name) && mayRead(field))) return 'seen';
  if (was === is) return 'unseen';
  return outcomesOf(watched, was, decider, viewer) === outcomesOf(watched, is, decider, viewer) ? 'unseen' : 'seen';
}

/** All that an answer tells of a record but its values, and what lies behind its links. */
export function outcomesOf(
  { selected, filtered }: Pick<WatchedType, 'selected' | 'filtered'>,
  handling: Handling,
  decider: Decider,
  viewer: Subject,
): string {
  return JSON.stringify([
    toldOf('EXISTENCE', 'EXISTENCE', 0, decider.existence(handling), handling, viewer),
    ...[...selected, ...filtered].map(({ policy: { coordinate, category, floor }, policy }) =>
      toldOf(coordinate, category ?? 'EXISTENCE', floor, decider.decide(policy, handling), handling, viewer),
    ),
  ]);
}

/** All that an answer tells of one coordinate but its value: outcome, reasons, duties, and for what is shown its mark. */
function toldOf(
  coordinate: Coordinate | 'EXISTENCE',
  category: Category,
  floor: number,
  decision: Decision,
  handling: Handling,
  viewer: Subject,
): unknown[] {
  const { effect, code, obligations } = decision;
  const cited = callerCitations(decision).map(({ rule }) => rule);
  if (effect !== 'allow') return [effect, code, cited];
  const { owner, tags } = handling.record;
  const { label } = handlingAt(handling, coordinate, category, floor);
  const marked: MarkedValue = { label, maker: owner.slice(0, owner.indexOf('.')) };
  return [effect, cited, obligations, bannerOf([marked], viewer, tags.has('synthetic')).text];
}
