import type { Decision } from '@chancery/policy/decision';
import type { PolicyEngine } from '@chancery/policy/engine';
import type { ProfileDecider } from '@chancery/policy/profile-decider';
import type { Instant } from '@chancery/shared/clock';
import { handlingAt } from '@chancery/shared/labels/handling-at';
import type { Handling } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Profile } from '@chancery/shared/subjects/subject';
import type { Category, Coordinate } from '@chancery/shared/vocabulary';
import type { FieldPolicy } from '../../schema/field-policy.js';

/** Decides values of one profile under one snapshot. What it has decided it keeps until a dated input can flip it. */
export interface Decider {
  decide(field: FieldPolicy, handling: Handling): Decision;
  existence(handling: Handling): Decision;
}

interface Slot {
  readonly coordinate: Coordinate;
  readonly category: Category;
  readonly floor: number;
}

const EXISTENCE: Slot = { coordinate: 'EXISTENCE', category: 'EXISTENCE', floor: 0 };

/** A decision, and the instant it was made for: it holds from then until `validUntil`. */
interface Kept {
  readonly decision: Decision;
  readonly from: Instant;
}

/** Decisions by handling and coordinate, for one profile, one snapshot and one policy. */
export class DecisionTable {
  readonly #rows: (Kept | undefined)[][] = [];
  readonly #open: (now: Instant) => ProfileDecider;

  constructor(engine: PolicyEngine, profile: Profile, view: SnapshotView) {
    this.#open = (now) => engine.open(profile, view, now);
  }

  /** A decider for one request: `now` is the same for each value of an answer. */
  at(now: Instant): Decider {
    let opened: ProfileDecider | null = null;
    const lookUp = (column: number, slot: Slot, handling: Handling): Decision => {
      const row = this.#rowOf(handling);
      const known = row[column];
      // Requests may overtake one another, so time may go back.
      if (known !== undefined && known.from <= now && now < known.decision.validUntil) return known.decision;
      opened ??= this.#open(now);
      const narrowed = handlingAt(handling, slot.coordinate, slot.category, slot.floor);
      const decision = opened.decide(slot.category, narrowed, 'read');
      row[column] = { decision, from: now };
      return decision;
    };
    return {
      // Column 0 of each row is the row itself; the coordinate table follows.
      decide: (field, handling) =>
        field.category === null
          ? lookUp(0, EXISTENCE, handling)
          : lookUp(field.index + 1, slotOf(field, field.category), handling),
      existence: (handling) => lookUp(0, EXISTENCE, handling),
    };
  }

  #rowOf(handling: Handling): (Kept | undefined)[] {
    const known = this.#rows[handling.ordinal];
    if (known !== undefined) return known;
    const row: (Kept | undefined)[] = [];
    this.#rows[handling.ordinal] = row;
    return row;
  }
}

const slotOf = ({ coordinate, floor }: FieldPolicy, category: Category): Slot => ({ coordinate, category, floor });

/** While a request runs a newer snapshot may only remove: what either refuses is refused. */
export function stricter(first: Decider, second: Decider): Decider {
  const both = (one: Decision, other: () => Decision): Decision => (one.effect === 'allow' ? other() : one);
  return {
    decide: (field, handling) => both(first.decide(field, handling), () => second.decide(field, handling)),
    existence: (handling) => both(first.existence(handling), () => second.existence(handling)),
  };
}
