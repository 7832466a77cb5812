import type { Handling, Label, RecordMarks } from '@chancery/shared/labels/label';
import type { Fact, SnapshotView } from '@chancery/shared/snapshot/snapshot';
import { perObject } from '../per-object.js';
import type { MemoryLimits } from './limits.js';

/**
 * The class of a record on which no act bears, which concerns no person, and which concerns one mission whose facts differ
 * by the State of accreditation alone. Nearly all have one, and what is decided of such a record depends on a few things only: one decision serves thousands.
 */
export interface RecordClass {
  /** Numbers the label and all marks but the mission. */
  readonly shape: number;
  /** Numbers what the fact says besides its mission and its two States. */
  readonly kind: number;
  readonly sending: string;
  /** Every State of accreditation. */
  readonly receiving: readonly string[];
}

/** Every mark is told apart or shuts a record out; one that is added makes this `never`, until it is placed. */
type KnownMarks = [Exclude<keyof RecordMarks, 'missions' | 'person' | 'who' | 'owner' | 'tags' | 'key'>] extends [never]
  ? RecordMarks
  : never;

/** Whether facts are told apart by it, besides the relation of their States to who asks. One that is added does not compile. */
const SAYINGS = {
  m: false,
  sending: false,
  receiving: false,
  regime: true,
  legalStatus: true,
  protectingPower: true,
  from: true,
  until: true,
} as const satisfies Readonly<Record<keyof Fact, boolean>>;
const TELLING = (Object.keys(SAYINGS) as (keyof Fact)[]).filter((each) => SAYINGS[each]);

/** Numbers what is met, in the order in which it is met, up to a limit. */
class Numbering<Met> {
  readonly #numbers = new Map<Met, number>();

  constructor(readonly sizeMax: number) {}

  get isFull(): boolean {
    return this.#numbers.size >= this.sizeMax;
  }

  /** Null when the numbers are used up. */
  of(met: Met): number | null {
    const known = this.#numbers.get(met);
    if (known !== undefined) return known;
    if (this.isFull) return null;
    const made = this.#numbers.size;
    this.#numbers.set(met, made);
    return made;
  }
}

/** Finds the class of a record under a view. */
export interface ClassLookup {
  /** Null when the record has none and must be judged by itself. */
  of(handling: Handling): RecordClass | null;
}

/**
 * One generation of classes: its numbers are never given twice. When they are used up, records that would need new ones
 * have no class, and whoever opens the next evaluation begins a new generation.
 */
export class RecordClasses {
  readonly #labels: Numbering<Label>;
  readonly #shapes: Numbering<string>;
  readonly #kinds: Numbering<string>;
  readonly #shapeByOrdinal: (number | null | undefined)[] = [];
  /** The classes under a view; the same object each time, so that every profile uses what the first has looked up. */
  readonly under = perObject((view: SnapshotView) => this.#lookupUnder(view));

  constructor(readonly limits: MemoryLimits) {
    this.#labels = new Numbering(limits.labels);
    this.#shapes = new Numbering(limits.shapes);
    this.#kinds = new Numbering(limits.kinds);
  }

  get isFull(): boolean {
    return this.#labels.isFull || this.#shapes.isFull || this.#kinds.isFull;
  }

  #lookupUnder(view: SnapshotView): ClassLookup {
    const byOrdinal: (RecordClass | null | undefined)[] = [];
    return {
      of: (handling) => {
        const known = byOrdinal[handling.ordinal];
        if (known !== undefined) return known;
        const made = this.#find(view, handling);
        if (handling.ordinal < this.limits.handlings) byOrdinal[handling.ordinal] = made;
        return made;
      },
    };
  }

  #find(view: SnapshotView, handling: Handling): RecordClass | null {
    const { missions, person, who, key } = handling.record;
    const mission = missions[0];
    if (mission === undefined || missions.length > 1 || person !== null || who !== null) return null;
    const facts = view.factsOf(mission);
    const [fact, ...others] = facts;
    if (fact === undefined) return null;
    // Acts that name every mission bear on all of them: then no record has a class.
    if (view.actsOn(mission, key, who).length > 0) return null;
    const said = sayingsOf(fact);
    // A post that changed on some day, or stands differently to one of its States, is judged by itself.
    if (others.some((other) => sayingsOf(other) !== said)) return null;
    const shape = this.#shapeOf(handling);
    const kind = this.#kinds.of(said);
    if (shape === null || kind === null) return null;
    return { shape, kind, sending: fact.sending, receiving: facts.map(({ receiving }) => receiving) };
  }

  #shapeOf(handling: Handling): number | null {
    const known = this.#shapeByOrdinal[handling.ordinal];
    if (known !== undefined) return known;
    const label = this.#labels.of(handling.label);
    const made = label === null ? null : this.#shapes.of(`${label} ${marksText(handling.record)}`);
    if (handling.ordinal < this.limits.handlings) this.#shapeByOrdinal[handling.ordinal] = made;
    return made;
  }
}

function sayingsOf(fact: Fact): string {
  return TELLING.map((each) => fact[each]).join(' ');
}

/** No owner, tag or key holds a space. */
function marksText({ owner, tags, key }: KnownMarks): string {
  return tags.size === 0 && key === null ? owner : `${owner} ${[...tags].sort().join('+')} ${key ?? ''}`;
}
