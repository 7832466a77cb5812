import type { Handling } from '@chancery/shared/labels/label';
import type { SnapshotView } from '@chancery/shared/snapshot/snapshot';
import type { Category } from '@chancery/shared/vocabulary';
import type { Decision } from '../decision.js';
import { type QuietRecord, type QuietRecords, quietRecordsOf } from './quiet-records.js';

/** How the represented State relates to a mission: all that its role in respect of a quiet record depends on. */
const SENDING = 0;
const RECEIVING = 1;
const NEITHER = 2;
const RELATIONS = 3;

/** Keeps decisions on quiet records for one profile at one snapshot and instant. */
export class QuietDecisions {
  readonly #represents: string;
  readonly #records: QuietRecords;
  /** By kind of data, then by shape of the handling, then by kind of fact and relation to the mission. */
  readonly #kept = new Map<Category, (Decision | undefined)[][]>();

  constructor(represents: string, view: SnapshotView) {
    this.#represents = represents;
    this.#records = quietRecordsOf(view);
  }

  /** The decision on a record like this one; made when there is none, and always made for a record that is not quiet. */
  get(category: Category, handling: Handling, judge: () => Decision): Decision {
    const quiet = this.#records.of(handling);
    if (quiet === null) return judge();
    const row = this.#rowOf(category, quiet);
    const place = quiet.kind * RELATIONS + this.#relationTo(quiet);
    const known = row[place];
    if (known !== undefined) return known;
    const made = judge();
    row[place] = made;
    return made;
  }

  #rowOf(category: Category, { shape }: QuietRecord): (Decision | undefined)[] {
    let rows = this.#kept.get(category);
    if (rows === undefined) {
      rows = [];
      this.#kept.set(category, rows);
    }
    let row = rows[shape];
    if (row === undefined) {
      row = [];
      rows[shape] = row;
    }
    return row;
  }

  #relationTo({ fact }: QuietRecord): number {
    if (fact.sending === this.#represents) return SENDING;
    return fact.receiving === this.#represents ? RECEIVING : NEITHER;
  }
}
