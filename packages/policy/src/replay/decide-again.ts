import type { Instant } from '@chancery/shared/clock';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import { parseHandling } from '@chancery/shared/labels/parse-handling';
import type { FieldCategory } from '@chancery/shared/schema/field-categories';
import type { Snapshot } from '@chancery/shared/snapshot/snapshot';
import { viewOf } from '@chancery/shared/snapshot/snapshot-view';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category, Coordinate, Effect } from '@chancery/shared/vocabulary';
import { type Decision, recordedRules } from '../decision.js';
import type { PolicyEngine } from '../engine.js';

/** One coordinate under one handling, as an entry says that it was decided. */
export interface DecidedLine {
  readonly coordinate: string;
  /** Null where no record was read. */
  readonly handling: Handling | null;
  /** A, W, H or I. */
  readonly decision: string;
  readonly rules: readonly string[];
  readonly acts: readonly string[];
}

/** By what it was decided. */
export interface Circumstances {
  readonly profile: Profile;
  readonly snapshot: Snapshot;
  readonly now: Instant;
}

/** What the rules decide of a line, held against what stands there. */
export interface DecidedAgain {
  readonly decision: Decision;
  /** The same effect, by the same rules and acts. */
  readonly isSame: boolean;
  /** The same is decided only by a snapshot that is stale, as it must have been then. */
  readonly isStale: boolean;
}

/** What the schema says of a coordinate. */
export type FieldOf = (coordinate: Coordinate) => FieldCategory | undefined;

/** What a letter of an entry says was decided; null of what was fetched for the gateway itself. */
export const EFFECTS: Readonly<Record<string, Effect | null>> = { A: 'allow', W: 'withhold', H: 'hide', I: null };

const EXISTENCE: FieldCategory = { category: 'EXISTENCE', floor: 0 };
/** A record without any mark: what the profile alone closes is closed so of every record. */
export const NO_RECORD = parseHandling('l=-;rel=*;nat=*;pur=*;own=CHANCERY.register');

/** The kind of data of a coordinate, EXISTENCE of a row; undefined where the schema has none of that name. */
export function fieldNamed(coordinate: string, fieldOf: FieldOf): FieldCategory | undefined {
  return coordinate === 'EXISTENCE' ? EXISTENCE : fieldOf(coordinate as Coordinate);
}

/**
 * Decides a line again. Null where that cannot be: nobody decided it, the schema has no such coordinate, or it came without a handling
 * and the profile alone does not close it.
 */
export function decideAgain(
  line: DecidedLine,
  circumstances: Circumstances,
  engine: PolicyEngine,
  fieldOf: FieldOf,
): DecidedAgain | null {
  const field = fieldNamed(line.coordinate, fieldOf);
  if (field === undefined || (EFFECTS[line.decision] ?? null) === null) return null;
  if (line.handling === null && engine.couldOpen(circumstances.profile, field.category)) return null;
  const fresh = decideLine(line, field, circumstances, engine, false);
  if (isDecided(line, fresh)) return { decision: fresh, isSame: true, isStale: false };
  // Whether the snapshot was stale stands in no entry; it is found by what was decided.
  const aged = decideLine(line, field, circumstances, engine, true);
  return isDecided(line, aged)
    ? { decision: aged, isSame: true, isStale: true }
    : { decision: fresh, isSame: false, isStale: false };
}

/**
 * What an engine decides of a line, whatever stands there. Null where that cannot be; UNKNOWN where no record was read, since the profile
 * alone was enough to close it then, and by these rules is not.
 */
export function decideUnder(
  line: DecidedLine,
  circumstances: Circumstances,
  engine: PolicyEngine,
  fieldOf: FieldOf,
  stale: boolean,
): Decision | 'UNKNOWN' | null {
  const field = fieldNamed(line.coordinate, fieldOf);
  if (field === undefined || (EFFECTS[line.decision] ?? null) === null) return null;
  if (line.handling === null && engine.couldOpen(circumstances.profile, field.category)) return 'UNKNOWN';
  return decideLine(line, field, circumstances, engine, stale);
}

function decideLine(
  { coordinate, handling }: DecidedLine,
  { category, floor }: { readonly category: Category; readonly floor: number },
  { profile, snapshot, now }: Circumstances,
  engine: PolicyEngine,
  stale: boolean,
): Decision {
  const narrowed = handlingAt(handling ?? NO_RECORD, coordinate as Coordinate, category, floor);
  return engine.decide(profile, category, narrowed, 'read', viewOf(snapshot, stale), now);
}

/** Whether a decision is what the line says: the same effect, by the same rules and acts. */
export function isDecided(line: DecidedLine, decision: Decision): boolean {
  if (decision.effect !== EFFECTS[line.decision] || !isEqual(decision.acts, line.acts)) return false;
  // Entries of before named no rule by which something is owed.
  const deciding = decision.citations.map(({ rule }) => rule);
  return [recordedRules(decision), deciding].some((rules) => isEqual(rules, line.rules));
}

function isEqual(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && [...some].sort().join() === [...others].sort().join();
}
