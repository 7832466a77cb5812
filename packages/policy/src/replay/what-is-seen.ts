import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import type { FieldCategory } from '@chancery/shared/schema/field-categories';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Coordinate } from '@chancery/shared/vocabulary';
import type { SeeingBy } from './who-sees.js';

/** Records of one type under one handling, as many as there are. */
export interface HeldRecords {
  readonly type: string;
  readonly handling: Handling;
  readonly rows: number;
}

/** How much of one field a profile sees. */
export interface SeenField {
  readonly coordinate: Coordinate;
  readonly open: number;
  readonly withheld: number;
  /** As if it were not there; of records that it sees. */
  readonly hidden: number;
}

/** What a profile sees of the records of one type. */
export interface SeenType {
  readonly type: string;
  /** Records that it sees, and all that there are. */
  readonly rows: number;
  readonly all: number;
  readonly fields: readonly SeenField[];
}

type Field = readonly [Coordinate, FieldCategory];

/**
 * What a profile sees, type by type: exact, because records under one handling are decided alike, so that a million of them cost what
 * their handlings do. A link is counted by its own kind of data, not by what stands at its other end.
 */
export function* whatIsSeen(
  profile: Profile,
  held: readonly HeldRecords[],
  fieldsOf: (type: string) => readonly Field[],
  by: SeeingBy,
): Generator<SeenType> {
  const types = [...new Set(held.map(({ type }) => type))].sort();
  for (const type of types) {
    yield seenOf(
      profile,
      type,
      held.filter((each) => each.type === type),
      fieldsOf(type),
      by,
    );
  }
}

function seenOf(
  profile: Profile,
  type: string,
  held: readonly HeldRecords[],
  fields: readonly Field[],
  { engine, view, now }: SeeingBy,
): SeenType {
  const effectOf = (handling: Handling, coordinate: Coordinate, { category, floor }: FieldCategory) =>
    engine.decide(profile, category, handlingAt(handling, coordinate, category, floor), 'read', view, now).effect;
  const sum = (some: readonly HeldRecords[]): number => some.reduce((total, { rows }) => total + rows, 0);
  const seen = held.filter(({ handling }) => effectOf(handling, 'EXISTENCE', ROW) === 'allow');
  const counted = fields.map(([coordinate, field]): SeenField => {
    const of = { allow: 0, withhold: 0, hide: 0 };
    for (const { handling, rows } of seen) of[effectOf(handling, coordinate, field)] += rows;
    return { coordinate, open: of.allow, withheld: of.withhold, hidden: of.hide };
  });
  return { type, rows: sum(seen), all: sum(held), fields: counted };
}

const ROW: FieldCategory = { category: 'EXISTENCE', floor: 0 };
