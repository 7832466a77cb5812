import { type AnswerBudget, PerhapsTooLarge } from './answer-budget.js';
import { AddedPlace, CameAgain, type CompletedObject, Gathered } from './completed-object.js';
import type { CollectedPlaces, CountedObjects, UndoLog } from './undo-log.js';

const NONE: ReadonlySet<object> = new Set();

/** The part of a pass that completing an object changes. */
interface Changed {
  readonly path: (string | number)[];
  readonly undoLog: UndoLog;
  readonly budget: AnswerBudget;
}

/** Where a pass stood when it began to complete an object. */
export interface Begun {
  readonly step: number;
  readonly hidden: number;
  readonly placed: number;
  readonly values: number;
  readonly bytes: number;
  readonly spentValues: number;
  readonly spentBytes: number;
}

/**
 * Objects that stand at several places, completed once.
 * Law: what completing an object comes to follows from the object, its decisions and the selection below it, and of its place it depends on
 * nothing but the paths that are told, unless something failed or was lost in it; such an object is completed at each place.
 */
export class RepeatedObjects {
  readonly #answers = new Set<object>();
  /** Values of the answer that are there because an object came again. */
  #valuesAgain = 0;
  readonly #shared: { has(object: object): boolean } | null;
  readonly #changed: Changed;
  readonly #known = new Map<object, Map<CountedObjects, CompletedObject>>();
  readonly #hidden: CountedObjects[] = [];
  /** Objects being completed that may come again. */
  #within = 0;
  /** What was reported or lost: both name the place. */
  #placed = 0;

  /** `shared` are the objects that more than one holds; null where each is to be completed at each place. */
  constructor(shared: { has(object: object): boolean } | null, changed: Changed) {
    this.#shared = shared;
    this.#changed = changed;
  }

  /** Answers that stand at several places; none where they are so little of the whole that it is written faster as if there were none. */
  get answers(): ReadonlySet<object> {
    return this.#valuesAgain * 2 >= this.#changed.budget.values ? this.#answers : NONE;
  }

  has(object: object): boolean {
    return this.#shared?.has(object) ?? false;
  }

  /** Something happened that depends on where it did. */
  place(): void {
    this.#placed += 1;
  }

  hide(decisions: CountedObjects): void {
    decisions.hidden += 1;
    if (this.#within > 0) this.#hidden.push(decisions);
  }

  /** Notes a place of a group. */
  add(group: CollectedPlaces, depth: number): void {
    const { path, undoLog } = this.#changed;
    group.add(path, depth, undoLog.length);
    undoLog.add(this.#within > 0 ? new AddedPlace(group, path.slice(0, depth)) : group);
  }

  /** The answer for an object that was completed before; null for one that was not, or is not to be told alike. */
  again(decisions: CountedObjects, object: object, depth: number): object | null {
    const completed = this.#known.get(object)?.get(decisions);
    if (completed === undefined) return null;
    const { path, undoLog, budget } = this.#changed;
    // Which limit is exceeded first only who completes it again can tell.
    if (!budget.hasRoomFor(completed.atMost)) throw new PerhapsTooLarge();
    budget.spend(completed.spent.values, completed.spent.bytes);
    for (const hidden of completed.hidden) this.hide(hidden);
    for (const { group, path: below } of completed.places) {
      for (let index = 0; index < below.length; index++) path[depth + index] = below[index] as string | number;
      group.add(path, depth + below.length, undoLog.length);
    }
    undoLog.add(new CameAgain(completed, path.slice(0, depth)));
    this.#answers.add(completed.answer);
    this.#valuesAgain += completed.spent.values;
    return completed.answer;
  }

  begin(): Begun {
    this.#within += 1;
    const { undoLog, budget } = this.#changed;
    const { values, bytes, spentValues, spentBytes } = budget;
    const [step, hidden, placed] = [undoLog.length, this.#hidden.length, this.#placed];
    return { step, hidden, placed, values, bytes, spentValues, spentBytes };
  }

  /** Keeps what completing an object has come to, as long as it stays in the answer. */
  end(begun: Begun, decisions: CountedObjects, object: object, completed: unknown, depth: number): void {
    this.#within -= 1;
    if (typeof completed !== 'object' || completed === null || begun.placed !== this.#placed) return;
    const { undoLog, budget } = this.#changed;
    const gathered = new Gathered(depth);
    for (const step of undoLog.since(begun.step)) step.addTo?.(gathered);
    const byDecisions = this.#known.get(object) ?? new Map<CountedObjects, CompletedObject>();
    this.#known.set(object, byDecisions);
    byDecisions.set(decisions, {
      answer: completed,
      spent: { values: budget.values - begun.values, bytes: budget.bytes - begun.bytes },
      atMost: { values: budget.spentValues - begun.spentValues, bytes: budget.spentBytes - begun.spentBytes },
      visits: gathered.visited,
      hidden: this.#hidden.slice(begun.hidden),
      places: gathered.places,
    });
    undoLog.add({ undo: () => byDecisions.delete(decisions) });
  }
}
