import {
  type ArgumentNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  print,
  type SelectionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql';
import { DocumentError } from '../stages/read/document-error.js';
import type { ChosenOperation } from '../stages/read/read-operation.js';

/** An operation that asks for one page of a connection which is exported whole. */
export interface PageDocument {
  readonly text: string;
  /** The field at its root, which is the key of the connection in an answer. */
  readonly field: string;
  /** Names of the variables that say which page. */
  readonly first: string;
  readonly after: string;
}

const PAGING: ReadonlySet<string> = new Set(['first', 'after', 'last', 'before']);

/**
 * Makes of an operation the one that asks for a page: `first` and `after` are variables, so that every page has one plan, and
 * it says where the next begins. Throws DOCUMENT_INVALID for what is not the rows of one connection.
 */
export function pageDocumentOf({ document, operation }: ChosenOperation, schema: GraphQLSchema): PageDocument {
  if (operation.operation !== OperationTypeNode.QUERY) refuse('an export is a query', operation);
  const root = onlyField(operation.selectionSet, operation);
  const edges = onlyField(root.selectionSet, root, 'edges');
  onlyField(edges.selectionSet, edges, 'node');
  const field = root.name.value;
  const type = getNamedType(schema.getQueryType()?.getFields()[field]?.type);
  if (!isObjectType(type) || type.getFields().pageInfo === undefined) refuse('an export is of a connection', root);
  const paged = root.arguments?.find(({ name }) => PAGING.has(name.value));
  if (paged) refuse('an export is of the whole: without `first`, `after`, `last` and `before`', paged);
  const [first, after] = [freeName('pageFirst', operation), freeName('pageAfter', operation)];
  const text = print(replaced(document, operation, pageOf(operation, root, { first, after })));
  return { text, field, first, after };
}

/** The one field that is selected, by its own name and under no condition: what comes of it must be known. */
function onlyField(set: SelectionSetNode | undefined, holder: FieldNode | OperationDefinitionNode, name?: string) {
  const [field, second] = set?.selections ?? [];
  const is = field?.kind === Kind.FIELD && !field.alias && !field.directives?.length ? field : null;
  if (is && !second && (name === undefined || is.name.value === name)) return is;
  return refuse(
    'an export selects `edges { node { … } }` of one connection, under these names, and nothing beside',
    holder,
  );
}

function pageOf(
  operation: OperationDefinitionNode,
  root: FieldNode,
  { first, after }: Pick<PageDocument, 'first' | 'after'>,
): OperationDefinitionNode {
  const asked: FieldNode = {
    ...root,
    arguments: [...(root.arguments ?? []), argument('first', first), argument('after', after)],
    selectionSet: {
      kind: Kind.SELECTION_SET,
      selections: [...(root.selectionSet?.selections ?? []), field('pageInfo', ['hasNextPage', 'endCursor'])],
    },
  };
  return {
    ...operation,
    variableDefinitions: [
      ...(operation.variableDefinitions ?? []),
      definition(first, 'Int'),
      definition(after, 'String'),
    ],
    selectionSet: { kind: Kind.SELECTION_SET, selections: [asked] },
  };
}

function replaced(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  by: OperationDefinitionNode,
): DocumentNode {
  return { ...document, definitions: document.definitions.map((each) => (each === operation ? by : each)) };
}

/** A name that none of the caller's variables has. */
function freeName(wanted: string, { variableDefinitions = [] }: OperationDefinitionNode): string {
  const taken = new Set(variableDefinitions.map(({ variable }) => variable.name.value));
  let name = wanted;
  while (taken.has(name)) name += '_';
  return name;
}

const nameOf = (value: string) => ({ kind: Kind.NAME, value }) as const;
const variableOf = (name: string) => ({ kind: Kind.VARIABLE, name: nameOf(name) }) as const;
const argument = (name: string, variable: string): ArgumentNode => ({
  kind: Kind.ARGUMENT,
  name: nameOf(name),
  value: variableOf(variable),
});
const definition = (name: string, type: string): VariableDefinitionNode => ({
  kind: Kind.VARIABLE_DEFINITION,
  variable: variableOf(name),
  type: { kind: Kind.NAMED_TYPE, name: nameOf(type) },
});
const field = (name: string, selected: readonly string[]): FieldNode => {
  const selections = selected.map((each): SelectionNode => ({ kind: Kind.FIELD, name: nameOf(each) }));
  return { kind: Kind.FIELD, name: nameOf(name), selectionSet: { kind: Kind.SELECTION_SET, selections } };
};

function refuse(message: string, node: FieldNode | OperationDefinitionNode | ArgumentNode): never {
  throw DocumentError.at('DOCUMENT_INVALID', message, node);
}
