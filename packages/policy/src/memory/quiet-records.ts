import type { Handling, Label } from '@chancery/shared/labels/label';
import type { Fact, SnapshotView } from '@chancery/shared/snapshot/snapshot';

/**
 * A record is quiet when no act bears on it, it speaks of no described person, and it concerns one mission with one
 * fact. Nearly all are, and what is decided of one depends on a few things only, so that one decision serves thousands.
 */
export interface QuietRecord {
  /** Numbers the label, owner, tags and scope key: all that a quiet handling says besides its mission. */
  readonly shape: number;
  readonly fact: Fact;
  /** Numbers what a fact says besides its mission and its two States. */
  readonly kind: number;
}

/** Numbers what is met, in the order in which it is met; grows with the handlings of the process, as they themselves do. */
class Numbering {
  readonly #byLabel = new Map<Label, Map<string, Map<string, number>>>();
  #size = 0;

  /** A text of all together would have to be made and hashed for each of ten thousand handlings. */
  of(label: Label, owner: string, rest: string): number {
    let byOwner = this.#byLabel.get(label);
    if (byOwner === undefined) {
      byOwner = new Map();
      this.#byLabel.set(label, byOwner);
    }
    let byRest = byOwner.get(owner);
    if (byRest === undefined) {
      byRest = new Map();
      byOwner.set(owner, byRest);
    }
    let number = byRest.get(rest);
    if (number === undefined) {
      number = this.#size;
      this.#size += 1;
      byRest.set(rest, number);
    }
    return number;
  }
}

const shapes = new Numbering();
const shapeByOrdinal: (number | undefined)[] = [];

function shapeOf({ ordinal, label, record }: Handling): number {
  const known = shapeByOrdinal[ordinal];
  if (known !== undefined) return known;
  const { owner, tags, key } = record;
  // No tag or key holds a space.
  const rest = tags.size === 0 && key === null ? '' : `${[...tags].sort().join('+')} ${key ?? ''}`;
  const made = shapes.of(label, owner, rest);
  shapeByOrdinal[ordinal] = made;
  return made;
}

const factKinds = new Map<string, number>();

function kindOf({ regime, legalStatus, protectingPower, from, until }: Fact): number {
  const text = `${regime} ${legalStatus} ${protectingPower} ${from} ${until}`;
  const known = factKinds.get(text);
  if (known !== undefined) return known;
  const made = factKinds.size;
  factKinds.set(text, made);
  return made;
}

/** The quiet records under one snapshot, each looked up once, whoever asks. */
export class QuietRecords {
  readonly #view: SnapshotView;
  readonly #byOrdinal: (QuietRecord | null | undefined)[] = [];

  constructor(view: SnapshotView) {
    this.#view = view;
  }

  /** Null when the record is not quiet and must be judged by itself. */
  of(handling: Handling): QuietRecord | null {
    const known = this.#byOrdinal[handling.ordinal];
    if (known !== undefined) return known;
    const made = this.#find(handling);
    this.#byOrdinal[handling.ordinal] = made;
    return made;
  }

  #find(handling: Handling): QuietRecord | null {
    const { missions, person, key } = handling.record;
    const mission = missions[0];
    if (mission === undefined || missions.length > 1 || person !== null) return null;
    const facts = this.#view.factsOf(mission);
    const fact = facts[0];
    if (fact === undefined || facts.length > 1) return null;
    // Acts that name every mission bear on all of them: then none is quiet.
    if (this.#view.actsOn(mission, key).length > 0) return null;
    return { shape: shapeOf(handling), fact, kind: kindOf(fact) };
  }
}

const known = new WeakMap<SnapshotView, QuietRecords>();

/** The quiet records of a view; the same object each time, so that every profile uses what the first has looked up. */
export function quietRecordsOf(view: SnapshotView): QuietRecords {
  const found = known.get(view);
  if (found !== undefined) return found;
  const made = new QuietRecords(view);
  known.set(view, made);
  return made;
}
