/** A count or flag of the pass that can take back its last step. */
export interface Undoable {
  undo(): void;
  /** What it adds once more where the object comes again that it was a step of; left out where that is nothing. */
  addTo?(adding: Adding): void;
}

/** Objects under one selection and one handling. */
export interface CountedObjects {
  /** In the answer. */
  visits: number;
  /** Rows that the answer must not know. */
  hidden: number;
}

/** Collects places of the answer. */
export interface CollectedPlaces extends Undoable {
  add(path: readonly (string | number)[], depth: number, at: number): void;
}

/** What a step adds to an object that it was taken for: what is to be counted again when the object comes again. */
export interface Adding {
  visits(objects: CountedObjects, count: number): void;
  place(group: CollectedPlaces, path: readonly (string | number)[]): void;
}

/**
 * What a pass has counted, in order. When a value vanishes after its parts were visited (a null that bubbles, an edge whose
 * node is hidden), everything counted since is taken back: nothing may be told of a value that is not in the answer.
 */
export class UndoLog {
  readonly #steps: Undoable[] = [];

  get length(): number {
    return this.#steps.length;
  }

  add(step: Undoable): void {
    this.#steps.push(step);
  }

  /** The steps from a length on. */
  since(length: number): readonly Undoable[] {
    return this.#steps.slice(length);
  }

  rollBack(length: number): void {
    while (this.#steps.length > length) this.#steps.pop()?.undo();
  }
}
