import type { HandlingNumber } from '../../brands.js';
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
  /** Handlings under which the viewer may read the coordinate, as a bit string. */
  at(coordinate: Coordinate): string;
  /** Whether the viewer may read the coordinate under one handling. */
  mayRead(coordinate: Coordinate, handling: HandlingNumber): boolean;
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

/** Bits over all handlings, and when they hold. */
interface Bits {
  readonly text: string;
  /** Handlings that were known when they were made. */
  readonly handlings: number;
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
}

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
    return this.#bitsOf(this.#columnOf('EXISTENCE'));
  }

  at(coordinate: Coordinate): string {
    return this.#bitsOf(this.#columnOf(coordinate));
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
    const column = { coordinate, field, isMarked, kept };
    this.#columns.set(coordinate, column);
    return column;
  }

  #bitsOf(column: Column): string {
    const { now } = this.#viewer;
    const known = column.kept.bits;
    const isWhole = known?.handlings === this.#parts.handlings.size;
    if (known !== null && isWhole && known.from <= now && now < known.until) return known.text;
    const bits = this.#decideAll(column);
    column.kept.bits = bits;
    return bits.text;
  }

  #decideAll(column: Column): Bits {
    const { handlings } = this.#parts;
    const bits = new BitString(handlings.capacity);
    let until = Number.POSITIVE_INFINITY;
    for (const [id, handling] of handlings.all()) {
      const decision = this.#decide(column, handling);
      if (decision.allowed) bits.set(id);
      until = Math.min(until, decision.until);
    }
    return { text: bits.toString(), handlings: handlings.size, from: this.#viewer.now, until };
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
