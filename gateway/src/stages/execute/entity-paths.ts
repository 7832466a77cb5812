import type { TypeLattice } from '../../schema/type-lattice.js';
import type { PathStep } from '../plan/query-plan.js';
import type { PathKey } from './failures.js';
import type { Merging } from './merge.js';
import { MergedObject } from './merged-object.js';
import type { SharedObjects } from './shared-objects.js';

/** What has been merged so far, and the types that the objects in it may be of. */
export interface Merged extends Merging {
  readonly root: MergedObject;
  /** Objects of which who labels their type has said that there is none. */
  readonly absent: Set<MergedObject>;
}

/**
 * The objects at the end of a path, each once, in the order of the first places where they stand. An object that stands at other places too
 * leaves them to what it was, and is copied for these: all places of what is returned are at the end of the path.
 */
export function entitiesAt({ root, types, shared }: Merged, steps: readonly PathStep[]): readonly MergedObject[] {
  let objects: readonly MergedObject[] = [root];
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'type') objects = objects.filter((object) => isOfType(object, step.typeNames, types));
    else if (step.kind === 'key') objects = objectsBelow(objects, step.key, listsAfter(steps, index), shared);
    else if (index === 0 || steps[index - 1]?.kind === 'type') return [];
  }
  return objects;
}

/** How many lists the planner says that what is below a key stands in. It writes one `@` for a list of lists, so these are the fewest. */
function listsAfter(steps: readonly PathStep[], index: number): number {
  let next = index + 1;
  while (steps[next]?.kind === 'items') next += 1;
  return next - index - 1;
}

function objectsBelow(
  holders: readonly MergedObject[],
  key: string,
  lists: number,
  shared: SharedObjects | null,
): readonly MergedObject[] {
  const found: MergedObject[] = [];
  const held = shared === null || shared.isEmpty ? null : new Map<MergedObject, number>();
  const note = (object: MergedObject): void => {
    if (held === null || !shared?.has(object)) {
      found.push(object);
      return;
    }
    const count = held.get(object) ?? 0;
    if (count === 0) found.push(object);
    held.set(object, count + 1);
  };
  for (const holder of holders) walkLists(holder, key, lists, note);
  const copies = shared === null || held === null ? null : copiesOf(held, shared);
  if (copies === null) return found;
  const replace = (object: MergedObject, holder: Holder, at: string | number): void => {
    const copy = copies.get(object);
    if (copy !== undefined) holder[at] = copy;
  };
  for (const holder of holders) walkLists(holder, key, lists, replace);
  return found.map((object) => copies.get(object) ?? object);
}

/** Copies of those objects that others hold beside these holders, which is told by how many there are; null where there is none. */
function copiesOf(
  held: ReadonlyMap<MergedObject, number>,
  shared: SharedObjects,
): ReadonlyMap<MergedObject, MergedObject> | null {
  let copies: Map<MergedObject, MergedObject> | null = null;
  for (const [object, count] of held) {
    if (count === shared.heldBy(object)) continue;
    copies ??= new Map();
    copies.set(object, shared.copyFor(object, count));
  }
  return copies;
}

/** An object, by key, or a list, by index. */
type Holder = Record<string | number, unknown>;

/** Visits what a holder has at a key, however deep in lists. */
function walkLists(
  holder: Holder,
  at: string | number,
  lists: number,
  visit: (object: MergedObject, holder: Holder, at: string | number) => void,
): void {
  const value = holder[at];
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) walkLists(value as unknown as Holder, index, lists - 1, visit);
  } else if (value instanceof MergedObject && lists <= 0) visit(value, holder, at);
}

/** Visits the objects at the end of a path through the merged data, each with where it stands; `path` changes after the visit. */
export function visitEntities(
  { root, types }: Merged,
  steps: readonly PathStep[],
  visit: (entity: MergedObject, path: readonly PathKey[]) => void,
): void {
  const trail: PathKey[] = [];
  const walk = (value: unknown, index: number): void => {
    const step = steps[index];
    if (Array.isArray(value)) {
      // The planner writes one `@` for a list of lists, so what follows holds for items however deep they are nested.
      const next = step?.kind === 'items' ? index + 1 : index;
      for (let position = 0; position < value.length; position++) {
        trail.push(position);
        walk(value[position], next);
        trail.pop();
      }
      return;
    }
    if (!(value instanceof MergedObject) || step?.kind === 'items') return;
    if (!step) visit(value, trail);
    else if (step.kind === 'type') {
      if (isOfType(value, step.typeNames, types)) walk(value, index + 1);
    } else {
      trail.push(step.key);
      walk(value[step.key], index + 1);
      trail.pop();
    }
  };
  walk(root, 0);
}

/** The path without indices, under which a failure of the whole fetch is kept. */
export const keysOf = (steps: readonly PathStep[]): readonly string[] =>
  steps.flatMap((step) => (step.kind === 'key' ? [step.key] : []));

/** Whether an object is of one of these types, or of a type that is. One whose type did not come is of none. */
export function isOfType({ __typename }: MergedObject, typeNames: readonly string[], types: TypeLattice): boolean {
  if (typeof __typename !== 'string') return false;
  return typeNames.includes(__typename) || typeNames.some((name) => types.isSubtype(__typename, name));
}
