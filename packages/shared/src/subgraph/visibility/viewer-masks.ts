import type { HandlingNumber } from '../../brands.js';
import { NEVER } from '../../calendar.js';
import type { Instant } from '../../clock.js';
import { InternalError } from '../../errors.js';
import { handlingAt } from '../../labels/handling-at.js';
import type { Handling } from '../../labels/label.js';
import type { FieldCategory } from '../../schema/field-categories.js';
import type { Coordinate } from '../../vocabulary.js';
import { BitString } from './bit-string.js';
import { DecidedHandlings } from './decided-handlings.js';
import type { DecisionPoint, ProfileDecisions } from './decision-point.js';
import type { HandlingTable } from './handling-table.js';
import type { Viewer } from './viewer.js';

const EXISTENCE: FieldCategory = { category: 'EXISTENCE', floor: 0 };

/** What one viewer may read, by the handlings of a service. */
export interface Masks {
  /** Handlings whose rows exist for the viewer, as a bit string. */
  visible(): string;
  /** The same as a set. */
  seen(): BitString;
  /** Handlings under which the viewer may read the coordinate. */
  readable(coordinate: Coordinate): BitString;
  /** How many handlings there are, whoever sees them. */
  known(): number;
  /** Whether the viewer may read the coordinate under one handling. */
  mayRead(coordinate: Coordinate, handling: HandlingNumber): boolean;
  /** Until when the bits that this call has asked for hold: then a date flips one of them. */
  heldUntil(): Instant;
}

/** Whether a field may be read, and if not, by which rules. */
export interface FieldVerdict {
  readonly allowed: boolean;
  readonly rules: readonly string[];
}

/** Stands for the rules of the label layer, which would tell of the label. */
const LABEL_RULE = 'LABEL';

/** What decisions are made by. */
export interface DecisionParts {
  readonly decisions: DecisionPoint;
  readonly handlings: HandlingTable;
  readonly categories: ReadonlyMap<Coordinate, FieldCategory>;
}

/** Bits over the handlings, and when they hold. */
interface Bits {
  readonly set: BitString;
  readonly text: string;
  /** How many handlings were known when they were made: those that came later have none yet. */
  readonly handlings: number;
  /** Those that have to be decided again. */
  readonly touched: readonly HandlingNumber[];
  readonly from: Instant;
  readonly until: Instant;
}

/** What is kept of the coordinates that share their decisions: all handlings at once, and those asked for singly. */
interface KeptColumn {
  bits: Bits | null;
  readonly single: DecidedHandlings;
}

/** What is kept of a profile under one snapshot. */
export type KeptDecisions = Map<string, KeptColumn>;

/** What was kept of a profile under an earlier snapshot, with what has to be decided again of some handlings. */
export function carryOver(earlier: KeptDecisions, touched: readonly HandlingNumber[]): KeptDecisions {
  return new Map(
    Array.from(earlier, ([name, { bits, single }]) => {
      const again = bits === null ? null : { ...bits, touched: [...new Set([...bits.touched, ...touched])] };
      return [name, { bits: again, single: single.without(touched) }];
    }),
  );
}

interface Decided {
  readonly allowed: boolean;
  readonly until: Instant;
  readonly citations: ReturnType<ProfileDecisions['decide']>['citations'];
}

interface Column {
  readonly coordinate: Coordinate;
  readonly field: FieldCategory;
  readonly isMarked: boolean;
  readonly kept: KeptColumn;
  /** Bits that this call has asked for: its moment is one, so they hold as long as it lasts. */
  ofCall: Bits | null;
}

const NOTHING_DECIDED = { set: new BitString(0), handlings: 0, touched: [], until: Number.POSITIVE_INFINITY };

/** The masks of one call; what they decide is kept for the next of the same profile. */
export class ViewerMasks implements Masks {
  readonly #parts: DecisionParts;
  readonly #viewer: Viewer;
  readonly #kept: KeptDecisions;
  readonly #columns = new Map<Coordinate, Column>();
  #decider: ProfileDecisions | null = null;

  constructor(parts: DecisionParts, viewer: Viewer, kept: KeptDecisions) {
    this.#parts = parts;
    this.#viewer = viewer;
    this.#kept = kept;
  }

  visible(): string {
    return this.#bitsAt('EXISTENCE').text;
  }

  seen(): BitString {
    return this.#bitsAt('EXISTENCE').set;
  }

  readable(coordinate: Coordinate): BitString {
    return this.#bitsAt(coordinate).set;
  }

  known(): number {
    return this.#parts.handlings.size;
  }

  mayRead(coordinate: Coordinate, handling: HandlingNumber): boolean {
    const column = this.#columnOf(coordinate);
    const { single } = column.kept;
    const known = single.get(handling, this.#viewer.now);
    if (known !== null) return known;
    const found = this.#parts.handlings.byId(handling);
    // What is not known, or does not parse, is denied.
    if (found === undefined) return false;
    const { allowed, until } = this.#decide(column, found);
    single.set(handling, allowed, this.#viewer.now, until);
    return allowed;
  }

  heldUntil(): Instant {
    const { now } = this.#viewer;
    // What was kept and is past was not asked for by this call, or it would have been decided anew.
    const dates = [...this.#columns.values()].flatMap(({ ofCall, kept }) => [
      ofCall?.until ?? NEVER,
      kept.single.until,
    ]);
    return dates.reduce((earliest, date) => (date > now ? Math.min(earliest, date) : earliest), NEVER);
  }

  /** Whether it may be read under a handling that no row has yet, with the rules that close it as far as the viewer may be told. */
  verdictOn(coordinate: Coordinate, handling: Handling): FieldVerdict {
    const { allowed, citations = [] } = this.#decide(this.#columnOf(coordinate), handling);
    const rules = citations.map(({ rule, tell }) => (tell === 'caller' ? rule : LABEL_RULE));
    return { allowed, rules: [...new Set(rules)] };
  }

  #columnOf(coordinate: Coordinate): Column {
    // Fields of one category share their decisions, but for those that some record marks by itself; and that a record does
    // so can become known while a call runs.
    const isMarked = this.#parts.handlings.hasPortionFor(coordinate);
    const known = this.#columns.get(coordinate);
    if (known !== undefined && known.isMarked === isMarked) return known;
    const field = coordinate === 'EXISTENCE' ? EXISTENCE : this.#parts.categories.get(coordinate);
    if (field === undefined) throw new InternalError('INTERNAL', `coordinate \`${coordinate}\` has no category`);
    const key = isMarked ? coordinate : `${field.category} ${field.floor}`;
    const kept = this.#kept.get(key) ?? { bits: null, single: new DecidedHandlings() };
    this.#kept.set(key, kept);
    const column = { coordinate, field, isMarked, kept, ofCall: null };
    this.#columns.set(coordinate, column);
    return column;
  }

  #bitsAt(coordinate: Coordinate): Bits {
    const column = this.#columnOf(coordinate);
    const { now } = this.#viewer;
    if (column.ofCall?.handlings === this.#parts.handlings.size) return column.ofCall;
    column.ofCall = this.#keptBits(column, now);
    return column.ofCall;
  }

  #keptBits(column: Column, now: Instant): Bits {
    const known = column.kept.bits;
    const holds = known !== null && known.from <= now && now < known.until;
    if (holds && known.handlings === this.#parts.handlings.size && known.touched.length === 0) return known;
    const bits = this.#decideBits(column, holds ? known : NOTHING_DECIDED);
    column.kept.bits = bits;
    return bits;
  }

  /** Handlings are only added, so those that have no bit yet come last. */
  #decideBits(column: Column, known: Omit<Bits, 'text' | 'from'>): Bits {
    const { handlings } = this.#parts;
    const set = new BitString(handlings.capacity, known.set);
    let { until } = known;
    const decide = (id: HandlingNumber, handling: Handling): void => {
      const decision = this.#decide(column, handling);
      set.put(id, decision.allowed);
      until = Math.min(until, decision.until);
    };
    for (const id of known.touched) {
      const handling = handlings.byId(id);
      if (handling !== undefined) decide(id, handling);
    }
    let place = 0;
    for (const [id, handling] of handlings.all()) {
      if (place >= known.handlings) decide(id, handling);
      place += 1;
    }
    return { set, text: set.toString(), handlings: handlings.size, touched: [], from: this.#viewer.now, until };
  }

  #decide({ coordinate, field }: Column, handling: Handling): Decided {
    const { profile, view, now } = this.#viewer;
    this.#decider ??= this.#parts.decisions.open(profile, view, now);
    const narrowed = handlingAt(handling, coordinate, field.category, field.floor);
    const decision = this.#decider.decide(field.category, narrowed, 'read');
    const { effect, validUntil, citations } = decision;
    return { allowed: effect === 'allow', until: validUntil, citations };
  }
}
