import { type ClassType, Int } from 'type-graphql';
import {
  BooleanCondition,
  type Condition,
  conditionOfWords,
  DateTimeCondition,
  IntCondition,
  LocalDateCondition,
  StateCodeCondition,
  StringCondition,
} from '../../schema/conditions.js';
import { vocabularyOf } from '../../schema/define-enum.js';
import { DateTime, LocalDate, StateCode } from '../../schema/scalars.js';
import type { ColumnKind } from '../tables/declared-table.js';

/** A kind of value: how the schema shows it, how a table holds it, and by what it is found. */
export interface Kind extends ColumnKind {
  /** Type in the schema, of an element where it is a list. */
  readonly shown: object;
  /** What it is filtered by; null where no index could serve a filter under row level security. */
  readonly condition: (() => ClassType<Condition>) | null;
}

const BARE = { isList: false, length: null, words: null, rule: null } as const;

const STATE_RULE = '^[A-Z]{3}$';
const STATE_LENGTH = 3;

/** A text; one with a length may be ordered by, because a cursor can hold it. */
export function textKind(length: number | null): Kind {
  const type = length === null ? 'text' : 'varchar';
  return { ...BARE, type, length, shown: String, condition: () => StringCondition };
}

/** A word of a closed vocabulary. Text with a check: comparisons of enum types are not LEAKPROOF, so no index would serve. */
export function wordKind(members: object): Kind {
  const words = vocabularyOf(members)?.words ?? Object.keys(members);
  return { ...BARE, type: 'text', words, shown: members, condition: () => conditionOfWords(members) };
}

/** A State by its code, ISO 3166-1 alpha-3. */
export const STATE: Kind = {
  ...BARE,
  type: 'varchar',
  length: STATE_LENGTH,
  rule: { matches: STATE_RULE },
  shown: StateCode,
  condition: () => StateCodeCondition,
};

/** An instant. */
export const MOMENT: Kind = { ...BARE, type: 'timestamptz', shown: DateTime, condition: () => DateTimeCondition };

/** A calendar date. */
export const DAY: Kind = { ...BARE, type: 'date', shown: LocalDate, condition: () => LocalDateCondition };

/** Yes or no. */
export const FLAG: Kind = { ...BARE, type: 'boolean', shown: Boolean, condition: () => BooleanCondition };

/** A number with a fraction, kept for what is made of it. */
export const DEGREES: Kind = { ...BARE, type: 'double precision', shown: Number, condition: null };

/** A whole number, from `least` on where there is a least. */
export function countKind(least: number | null): Kind {
  return {
    ...BARE,
    type: 'integer',
    rule: least === null ? null : { least },
    shown: Int,
    condition: () => IntCondition,
  };
}

/** A list of values of a kind: shown, never searched, for no operator of an array is LEAKPROOF. */
export function listOf(kind: Kind): Kind {
  return { ...kind, type: kind.type === 'varchar' ? 'text' : kind.type, length: null, isList: true, condition: null };
}
