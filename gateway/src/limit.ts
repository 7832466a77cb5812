import { ClientError } from '@chancery/shared/errors';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** Below the planner's own recursion limit, which it reaches by failing. */
export const DEPTH_MAX = 15;
export const SELECTIONS_MAX = 2_000;
export const BODY_BYTES_MAX = 128 * 1024;
export const DEADLINE_MS = 10_000;

/**
 * Refuses an operation that is too deep or too wide, counted as if every fragment were written out.
 * Runs after validation, so that fragments cannot be cyclic. Throws LIMIT_EXCEEDED.
 */
export function limitOperation(document: DocumentNode, operation: OperationDefinitionNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  let selections = 0;

  const walk = (selectionSet: SelectionSetNode, depth: number): void => {
    if (depth > DEPTH_MAX) throw new ClientError('LIMIT_EXCEEDED', `the operation is deeper than ${DEPTH_MAX} levels`);
    for (const selection of selectionSet.selections) {
      selections += 1;
      if (selections > SELECTIONS_MAX) {
        throw new ClientError('LIMIT_EXCEEDED', `the operation selects more than ${SELECTIONS_MAX} fields`);
      }
      if (selection.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(selection.name.value);
        if (fragment) walk(fragment.selectionSet, depth);
      } else if (selection.selectionSet) {
        walk(selection.selectionSet, selection.kind === Kind.FIELD ? depth + 1 : depth);
      }
    }
  };
  walk(operation.selectionSet, 1);
}
