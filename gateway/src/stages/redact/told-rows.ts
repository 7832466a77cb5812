import type { Handling } from '@chancery/shared/labels/label';
import type { Undoable } from './undo-log.js';

class ToldRow implements Undoable {
  /** Places of the answer that tell of it. */
  places = 0;

  constructor(readonly handling: Handling) {}

  undo(): void {
    this.places--;
  }
}

/** Rows that an answer tells of without showing them, one for each handling: a count of them, a further page. */
export class ToldRows {
  readonly #byHandling = new Map<Handling, ToldRow>();

  add(handling: Handling): Undoable {
    const row = this.#byHandling.get(handling) ?? new ToldRow(handling);
    this.#byHandling.set(handling, row);
    row.places++;
    return row;
  }

  /** Of those that are still told of when the answer is whole. */
  get handlings(): Handling[] {
    return [...this.#byHandling.values()].filter(({ places }) => places > 0).map(({ handling }) => handling);
  }
}
