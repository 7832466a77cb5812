import type { Decision } from '@chancery/policy/decision';
import type { PolicyEngine } from '@chancery/policy/engine';
import type { ProfileDecider } from '@chancery/policy/profile-decider';
import { NEVER } from '@chancery/shared/calendar';
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
  /** Where it keeps its decisions; null when it keeps none, and nothing may be kept that follows from them. */
  readonly kept: KeptDecisions | null;
}

/** A table of decisions, as what follows from them is kept by. */
export interface KeptDecisions {
  /** Names profile, snapshot and policy. */
  readonly table: object;
  readonly now: Instant;
  /** Works something out of decisions, and says as long as it is the same. */
  span<T>(work: (decider: Decider) => T): Spanned<T>;
}

/** Something that is the same from an instant until just before another. */
export interface Spanned<T> {
  readonly value: T;
  readonly from: Instant;
  readonly until: Instant;
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

/** What was decided under one handling; tables of one profile that decide it alike share it. */
interface Row {
  readonly handling: Handling;
  readonly columns: (Kept | undefined)[];
}

/** Decisions by handling and coordinate, for one profile, one snapshot and one policy. */
export class DecisionTable {
  /** By ordinal of the handling. */
  #rows: (Row | undefined)[] = [];
  readonly #open: (now: Instant) => ProfileDecider;

  constructor(engine: PolicyEngine, profile: Profile, view: SnapshotView) {
    this.#open = (now) => engine.open(profile, view, now);
  }

  /** Takes over what an earlier table of the same profile and policy has decided of records that no change has touched. */
  takeOver(earlier: DecisionTable, isTouched: (handling: Handling) => boolean): void {
    this.#rows = earlier.#rows.map((row) => (row === undefined || isTouched(row.handling) ? undefined : row));
  }

  /** A decider for one request: `now` is the same for each value of an answer. */
  at(now: Instant): Decider {
    let opened: ProfileDecider | null = null;
    const lookUp: LookUp = (column, slot, handling) => {
      const { columns } = this.#rowOf(handling);
      const known = columns[column];
      // Requests may overtake one another, so time may go back.
      if (known !== undefined && known.from <= now && now < known.decision.validUntil) return known;
      opened ??= this.#open(now);
      const narrowed = handlingAt(handling, slot.coordinate, slot.category, slot.floor);
      const made = { decision: opened.decide(slot.category, narrowed, 'read'), from: now };
      columns[column] = made;
      return made;
    };
    const span: KeptDecisions['span'] = (work) => {
      let [from, until] = [0, NEVER];
      const noting: LookUp = (column, slot, handling) => {
        const found = lookUp(column, slot, handling);
        from = Math.max(from, found.from);
        until = Math.min(until, found.decision.validUntil);
        return found;
      };
      const value = work(deciderOf(noting, null));
      return { value, from, until };
    };
    return deciderOf(lookUp, { table: this, now, span });
  }

  #rowOf(handling: Handling): Row {
    const known = this.#rows[handling.ordinal];
    if (known !== undefined) return known;
    const row: Row = { handling, columns: [] };
    this.#rows[handling.ordinal] = row;
    return row;
  }
}

type LookUp = (column: number, slot: Slot, handling: Handling) => Kept;

/** Column 0 of each row is the row itself; the coordinate table follows. */
const deciderOf = (lookUp: LookUp, kept: KeptDecisions | null): Decider => ({
  decide: (field, handling) =>
    field.category === null
      ? lookUp(0, EXISTENCE, handling).decision
      : lookUp(field.index + 1, slotOf(field, field.category), handling).decision,
  existence: (handling) => lookUp(0, EXISTENCE, handling).decision,
  kept,
});

const slotOf = ({ coordinate, floor }: FieldPolicy, category: Category): Slot => ({ coordinate, category, floor });

/** While a request runs a newer snapshot may only remove: what either refuses is refused. */
export function stricter(first: Decider, second: Decider): Decider {
  const both = (one: Decision, other: () => Decision): Decision => (one.effect === 'allow' ? other() : one);
  return {
    decide: (field, handling) => both(first.decide(field, handling), () => second.decide(field, handling)),
    existence: (handling) => both(first.existence(handling), () => second.existence(handling)),
    kept: null,
  };
}
