import type { Adding, CollectedPlaces, CountedObjects, Undoable } from './undo-log.js';

/** A place below an object that stands in a group, by its path from there. */
export interface PlaceBelow {
  readonly group: CollectedPlaces;
  readonly path: readonly (string | number)[];
}

/** What completing an object has come to, whatever the place where it stands. */
export interface CompletedObject {
  readonly answer: object;
  /** What of the budget it has taken. */
  readonly spent: Spent;
  /** The most that it had taken while it was completed, or more. */
  readonly atMost: Spent;
  /** The objects in it, itself among them, by how they are counted. */
  readonly visits: ReadonlyMap<CountedObjects, number>;
  /** The rows in it that the answer must not know. */
  readonly hidden: readonly CountedObjects[];
  /** In the order of the answer. */
  readonly places: readonly PlaceBelow[];
}

export interface Spent {
  readonly values: number;
  readonly bytes: number;
}

/** Gathers what the steps have added that were taken for one object, which stands at a path of so many keys. */
export class Gathered implements Adding {
  readonly visited = new Map<CountedObjects, number>();
  readonly places: PlaceBelow[] = [];

  constructor(readonly depth: number) {}

  visits(objects: CountedObjects, count: number): void {
    this.visited.set(objects, (this.visited.get(objects) ?? 0) + count);
  }

  place(group: CollectedPlaces, path: readonly (string | number)[]): void {
    this.places.push({ group, path: path.slice(this.depth) });
  }
}

/** A place that was added to a group, while an object was completed that may come again. */
export class AddedPlace implements Undoable {
  constructor(
    readonly group: CollectedPlaces,
    readonly path: readonly (string | number)[],
  ) {}

  undo(): void {
    this.group.undo();
  }

  addTo(adding: Adding): void {
    adding.place(this.group, this.path);
  }
}

/** An object that came again, at a path. */
export class CameAgain implements Undoable {
  constructor(
    readonly completed: CompletedObject,
    readonly path: readonly (string | number)[],
  ) {
    for (const [objects, count] of completed.visits) objects.visits += count;
  }

  undo(): void {
    for (const [objects, count] of this.completed.visits) objects.visits -= count;
    // All of them are places that were added last.
    for (const { group } of this.completed.places) group.undo();
  }

  addTo(adding: Adding): void {
    for (const [objects, count] of this.completed.visits) adding.visits(objects, count);
    for (const { group, path } of this.completed.places) adding.place(group, [...this.path, ...path]);
  }
}
