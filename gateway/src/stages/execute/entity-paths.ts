import type { TypeLattice } from '../../schema/type-lattice.js';
import type { PathStep } from '../plan/query-plan.js';
import type { PathKey } from './failures.js';
import { MergedObject } from './merge.js';

/** What has been merged so far, and the types that the objects in it may be of. */
export interface Merged {
  readonly root: MergedObject;
  readonly types: TypeLattice;
  /** Objects of which who labels their type has said that there is none. */
  readonly absent: Set<MergedObject>;
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
