/** A count or flag of the pass that can take back its last step. */
export interface Undoable {
  undo(): void;
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

  rollBack(length: number): void {
    while (this.#steps.length > length) this.#steps.pop()?.undo();
  }
}
