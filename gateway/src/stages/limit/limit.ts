import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { DocumentError } from '../read/document-error.js';
import { DEPTH_MAX, REPEATS_MAX, SELECTIONS_MAX } from './limits.js';

/**
 * Refuses a document that repeats a field without end: validation compares each with each. Runs before it.
 * Throws LIMIT_EXCEEDED.
 */
export function limitRepetition(document: DocumentNode): void {
  visit(document, {
    SelectionSet({ selections }) {
      const seen = new Map<string, number>();
      for (const selection of selections) {
        if (selection.kind === Kind.INLINE_FRAGMENT) continue;
        const key =
          selection.kind === Kind.FIELD ? (selection.alias ?? selection.name).value : `...${selection.name.value}`;
        const times = (seen.get(key) ?? 0) + 1;
        seen.set(key, times);
        if (times > REPEATS_MAX) {
          const message = `\`${key}\` stands more than ${REPEATS_MAX} times in one selection`;
          throw DocumentError.at('LIMIT_EXCEEDED', message, selection);
        }
      }
    },
  });
}

/**
 * Refuses an operation that is too deep or too wide, counted as if every fragment were written out.
 * Runs after validation, so that fragments cannot be cyclic. Throws LIMIT_EXCEEDED.
 */
export function limitOperation(document: DocumentNode, operation: OperationDefinitionNode): void {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  let selected = 0;

  const walk = ({ selections }: SelectionSetNode, depth: number): void => {
    for (const selection of selections) {
      selected += 1;
      if (selected > SELECTIONS_MAX) {
        const message = `the operation selects more than ${SELECTIONS_MAX} fields`;
        throw DocumentError.at('LIMIT_EXCEEDED', message, selection);
      }
      if (selection.kind === Kind.FIELD && depth > DEPTH_MAX) {
        throw DocumentError.at('LIMIT_EXCEEDED', `the operation is deeper than ${DEPTH_MAX} levels`, selection);
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
