import type { Handling } from '@chancery/shared/labels/label';
import type { Category } from '@chancery/shared/vocabulary';
import type { Decision } from '../decision.js';
import { BoundedMap } from './bounded-map.js';
import type { MemoryLimits } from './limits.js';
import type { ClassLookup, RecordClass } from './record-classes.js';

/** How the represented State relates to a mission. */
const SENDING = 0;
const RECEIVING = 1;
const NEITHER = 2;
const RELATIONS = 3;

/**
 * Keeps the decisions on records that have a class, for one profile at one snapshot and instant.
 * Law: records of one class whose missions relate alike to the represented State are decided alike for one kind of data,
 * as long as every agreement that is addressed to the subject reaches records by their maker alone, which a class tells
 * apart, and none by the States of the mission, which it does not.
 */
export class ClassDecisions {
  /** By kind of data, then by shape of the record; in it by kind of fact and relation to the mission. */
  readonly #kept = new Map<Category, BoundedMap<number, (Decision | undefined)[]>>();

  constructor(
    readonly represents: string,
    readonly classes: ClassLookup,
    readonly limits: MemoryLimits,
  ) {}

  /** The decision on a record like this one; made when there is none, and always made for a record without a class. */
  compute(category: Category, handling: Handling, make: () => Decision): Decision {
    const found = this.classes.of(handling);
    if (found === null) return make();
    const row = this.#rowsOf(category).compute(found.shape, () => []);
    const place = found.kind * RELATIONS + this.#relationTo(found);
    const known = row[place];
    if (known !== undefined) return known;
    const made = make();
    row[place] = made;
    return made;
  }

  /** No more than there are kinds of data. */
  #rowsOf(category: Category): BoundedMap<number, (Decision | undefined)[]> {
    let rows = this.#kept.get(category);
    if (rows === undefined) {
      rows = new BoundedMap(this.limits.shapes);
      this.#kept.set(category, rows);
    }
    return rows;
  }

  #relationTo({ sending, receiving }: RecordClass): number {
    if (sending === this.represents) return SENDING;
    return receiving.includes(this.represents) ? RECEIVING : NEITHER;
  }
}
