import { InternalError } from '@chancery/shared/errors';
import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type TypeNode,
} from 'graphql';
import { type Expansion, spend } from './collect-fields.js';
import type { CoercedVariables } from './conditions.js';

/** The caller's own `__schema` and `__type` selections as one document for the consumer schema; null when there are none. */
export function introspectionDocument(
  operation: OperationDefinitionNode,
  selections: readonly FieldNode[],
  fragments: Iterable<FragmentDefinitionNode>,
): DocumentNode | null {
  if (selections.length === 0) return null;
  // No argument of introspection is of another type, and the rest have been coerced once already.
  const variableDefinitions = (operation.variableDefinitions ?? []).filter(({ type }) =>
    ['String', 'Boolean'].includes(namedType(type)),
  );
  const selectionSet: SelectionSetNode = { kind: Kind.SELECTION_SET, selections };
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, variableDefinitions, selectionSet }, ...fragments] };
}

/** Answers introspection by response key, from the schema that this caller sees and from nothing else. */
export function introspect(
  document: DocumentNode,
  schema: GraphQLSchema,
  variables: CoercedVariables,
): Readonly<Record<string, unknown>> {
  const { data, errors } = executeSync({ schema, document, variableValues: { ...variables } });
  if (errors || !data)
    throw new InternalError('INTERNAL', `introspection failed: ${errors?.[0]?.message ?? 'no data'}`);
  return data;
}

/** Counts what is selected below an introspection field, where no field of ours is collected. */
export function countBelow(
  expansion: Expansion,
  { selectionSet }: { selectionSet?: SelectionSetNode | undefined },
): void {
  for (const selection of selectionSet?.selections ?? []) {
    spend(expansion, selection);
    if (selection.kind !== Kind.FRAGMENT_SPREAD) countBelow(expansion, selection);
    else countBelow(expansion, expansion.fragments.get(selection.name.value) ?? {});
  }
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}
