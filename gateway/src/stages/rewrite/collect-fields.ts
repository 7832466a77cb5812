import {
  type FieldNode,
  type FragmentDefinitionNode,
  type FragmentSpreadNode,
  type GraphQLCompositeType,
  type GraphQLSchema,
  isAbstractType,
  isUnionType,
  Kind,
  type NamedTypeNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { DocumentError } from '../read/document-error.js';
import { type CoercedVariables, isIncluded } from './conditions.js';

/** What expanding a validated operation needs, and how much of it is left to spend. */
export interface Expansion {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: CoercedVariables;
  readonly selectionsMax: number;
  /** Selections visited so far; a fragment counts each time that it is spread. */
  selections: number;
}

/**
 * GraphQL specification 6.3.2, CollectFields: the fields of one object by response key, in the order of their first
 * appearance. The sub-selections of equal keys are merged by handing all of them in at once. Of an interface it is what
 * holds for each object of it.
 */
export function collectFields(
  expansion: Expansion,
  type: GraphQLCompositeType,
  selectionSets: readonly SelectionSetNode[],
): ReadonlyMap<string, readonly [FieldNode, ...FieldNode[]]> {
  const collected = new Map<string, [FieldNode, ...FieldNode[]]>();
  const spread = new Set<string>();

  const collect = (selectionSet: SelectionSetNode): void => {
    for (const selection of selectionSet.selections) {
      spend(expansion, selection);
      if (!isIncluded(selection, expansion.variables)) continue;
      if (selection.kind === Kind.FIELD) {
        const responseKey = selection.alias?.value ?? selection.name.value;
        const equals = collected.get(responseKey);
        if (equals) equals.push(selection);
        else collected.set(responseKey, [selection]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        if (applies(expansion, type, selection.typeCondition)) collect(selection.selectionSet);
      } else if (!spread.has(selection.name.value)) {
        spread.add(selection.name.value);
        const fragment = fragmentOf(expansion, selection);
        if (applies(expansion, type, fragment.typeCondition)) collect(fragment.selectionSet);
      }
    }
  };
  for (const selectionSet of selectionSets) collect(selectionSet);
  return collected;
}

/** The fragment that is spread. Throws DOCUMENT_INVALID. */
export function fragmentOf({ fragments }: Expansion, spread: FragmentSpreadNode): FragmentDefinitionNode {
  const fragment = fragments.get(spread.name.value);
  if (fragment) return fragment;
  throw DocumentError.at('DOCUMENT_INVALID', `unknown fragment \`${spread.name.value}\``, spread);
}

/** Counts one more selection. Throws LIMIT_EXCEEDED when the operation has had its share. */
export function spend(expansion: Expansion, selection: SelectionNode): void {
  expansion.selections += 1;
  if (expansion.selections <= expansion.selectionsMax) return;
  const message = `the operation selects more than ${expansion.selectionsMax} fields`;
  throw DocumentError.at('LIMIT_EXCEEDED', message, selection);
}

/** Whether a fragment holds for each object of a type. */
export function applies(
  { schema }: Pick<Expansion, 'schema'>,
  type: GraphQLCompositeType,
  condition: NamedTypeNode | undefined,
): boolean {
  if (!condition || condition.name.value === type.name) return true;
  const wanted = schema.getType(condition.name.value);
  return isAbstractType(wanted) && !isUnionType(type) && schema.isSubType(wanted, type);
}
