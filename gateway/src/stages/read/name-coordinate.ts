import {
  type ASTNode,
  BREAK,
  type DocumentNode,
  type GraphQLSchema,
  getNamedType,
  isInputObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { DocumentError } from './document-error.js';

/**
 * Runs a step that may find something wrong with a document, and has its error name the schema coordinate of the place
 * (GraphQL September 2025, section 3.14): of the schema that the caller is served, where the place has one.
 */
export function namingCoordinates<T>(schema: GraphQLSchema, document: DocumentNode, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (!(error instanceof DocumentError) || error.node === null) throw error;
    throw error.at(coordinatesOf(schema, document, [error.node]).get(error.node) ?? null);
  }
}

/** The coordinates of nodes of a document: of the field, argument or input field that each is, or stands in. */
export function coordinatesOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  nodes: Iterable<ASTNode>,
): ReadonlyMap<ASTNode, string> {
  const wanted = new Set(nodes);
  const found = new Map<ASTNode, string>();
  const types = new TypeInfo(schema);
  // Null where what is named there is not in the schema.
  const around: (string | null)[] = [];
  const enter = (node: ASTNode): typeof BREAK | undefined => {
    if (hasPlace(node)) around.push(placeOf(node, types));
    if (!wanted.delete(node)) return undefined;
    const coordinate = around.at(-1);
    if (coordinate != null) found.set(node, coordinate);
    return wanted.size === 0 ? BREAK : undefined;
  };
  const leave = (node: ASTNode): void => {
    if (hasPlace(node)) around.pop();
  };
  if (wanted.size > 0) visit(document, visitWithTypeInfo(types, { enter, leave }));
  return found;
}

/** The first place at which a variable is used. */
export function coordinateOfVariable(schema: GraphQLSchema, document: DocumentNode, name: string): string | null {
  const uses: ASTNode[] = [];
  visit(document, {
    // What declares a variable does not use it.
    VariableDefinition() {
      return false;
    },
    Variable(node) {
      if (node.name.value === name) uses.push(node);
    },
  });
  const [first] = coordinatesOf(schema, document, uses).values();
  return first ?? null;
}

/** The coordinate of the input field at a place in a value of a type; null where the place is the value itself, or is not in the schema. */
export function coordinateWithin(
  type: Parameters<typeof getNamedType>[0],
  path: readonly (string | number)[],
): string | null {
  let coordinate: string | null = null;
  let named = getNamedType(type);
  for (const key of path) {
    if (typeof key === 'number') continue;
    const field = isInputObjectType(named) ? named.getFields()[key] : undefined;
    if (!field) break;
    coordinate = `${named?.name}.${key}`;
    named = getNamedType(field.type);
  }
  return coordinate;
}

const PLACES: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
  Kind.DIRECTIVE,
  Kind.FRAGMENT_DEFINITION,
  Kind.OPERATION_DEFINITION,
]);

const hasPlace = ({ kind }: ASTNode): boolean => PLACES.has(kind);

function placeOf(node: ASTNode, types: TypeInfo): string | null {
  const [parent, field] = [types.getParentType(), types.getFieldDef()];
  switch (node.kind) {
    case Kind.FIELD:
      return coordinateOfField(parent?.name, field?.name);
    case Kind.ARGUMENT: {
      const argument = types.getArgument();
      const directive = types.getDirective();
      const owner = directive ? `@${directive.name}` : coordinateOfField(parent?.name, field?.name);
      return argument && owner !== null ? `${owner}(${argument.name}:)` : null;
    }
    case Kind.OBJECT_FIELD: {
      const holder = getNamedType(types.getParentInputType());
      const isKnown = isInputObjectType(holder) && Object.hasOwn(holder.getFields(), node.name.value);
      return isKnown ? `${holder.name}.${node.name.value}` : null;
    }
    default:
      return null;
  }
}

/** Meta-fields are no elements of a schema. */
const coordinateOfField = (parent: string | undefined, field: string | undefined): string | null =>
  parent === undefined || field === undefined || field.startsWith('__') ? null : `${parent}.${field}`;
