import {
  buildASTSchema,
  type DefinitionNode,
  type DirectiveDefinitionNode,
  DirectiveLocation,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLScalarType,
  type GraphQLSchema,
  isScalarType,
  Kind,
  type NamedTypeNode,
  visit,
} from 'graphql';
import { withListSizes } from './list-sizes.js';

const EXECUTABLE_LOCATIONS: ReadonlySet<string> = new Set([
  DirectiveLocation.QUERY,
  DirectiveLocation.MUTATION,
  DirectiveLocation.SUBSCRIPTION,
  DirectiveLocation.FIELD,
  DirectiveLocation.FRAGMENT_DEFINITION,
  DirectiveLocation.FRAGMENT_SPREAD,
  DirectiveLocation.INLINE_FRAGMENT,
  DirectiveLocation.VARIABLE_DEFINITION,
]);
const PUBLIC_DIRECTIVES = new Set(['deprecated', 'specifiedBy', 'oneOf', 'listSize']);

const isInaccessible = (node: { readonly directives?: readonly DirectiveNode[] }): boolean =>
  node.directives?.some((directive) => directive.name.value === 'inaccessible') ?? false;

const dropIfInaccessible = (node: { readonly directives?: readonly DirectiveNode[] }): null | undefined =>
  isInaccessible(node) ? null : undefined;

/**
 * The schema that callers see, validate against and introspect. Scalars with rules of their own take them from `scalars`;
 * `isInternal` names the types that are nothing to a caller, without saying so themselves.
 */
export function buildConsumerSchema(
  document: DocumentNode,
  scalars: readonly GraphQLScalarType[],
  isInternal: (typeName: string) => boolean,
): GraphQLSchema {
  const definitions = document.definitions.filter((definition) => isPublicDefinition(definition, isInternal));
  const named = new Set(definitions.flatMap((node) => ('name' in node && node.name ? [node.name.value] : [])));
  const publicDocument = visit(
    { ...document, definitions: definitions.map((definition) => withTypes(definition, named)) },
    {
      FieldDefinition: dropIfInaccessible,
      InputValueDefinition: dropIfInaccessible,
      EnumValueDefinition: dropIfInaccessible,
      Directive: { leave: (node) => (PUBLIC_DIRECTIVES.has(node.name.value) ? undefined : null) },
    },
  );
  const schema = buildASTSchema(withListSizes(publicDocument), { assumeValidSDL: false });
  for (const scalar of scalars) adoptScalar(schema, scalar);
  return schema;
}

function isPublicDefinition(definition: DefinitionNode, isInternal: (typeName: string) => boolean): boolean {
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return isExecutable(definition);
  if (definition.kind === Kind.SCHEMA_DEFINITION) return true;
  if (!('name' in definition) || definition.name === undefined) return false;
  return !isInternal(definition.name.value) && !isInaccessible(definition);
}

/** What documents may be marked with; all others are for composition. */
const isExecutable = ({ locations }: DirectiveDefinitionNode): boolean =>
  locations.some(({ value }) => EXECUTABLE_LOCATIONS.has(value));

/** Of its interfaces and members those that the caller may know of. */
function withTypes(definition: DefinitionNode, named: ReadonlySet<string>): DefinitionNode {
  const known = (types: readonly NamedTypeNode[] = []) => types.filter(({ name }) => named.has(name.value));
  switch (definition.kind) {
    case Kind.OBJECT_TYPE_DEFINITION:
    case Kind.INTERFACE_TYPE_DEFINITION:
      return { ...definition, interfaces: known(definition.interfaces) };
    case Kind.UNION_TYPE_DEFINITION:
      return { ...definition, types: known(definition.types) };
    default:
      return definition;
  }
}

/** Gives a scalar of the built schema the parsing rules of ours, so that a malformed date is refused before anything is planned. */
function adoptScalar(schema: GraphQLSchema, rules: GraphQLScalarType): void {
  const built = schema.getType(rules.name);
  if (!isScalarType(built)) return;
  built.parseValue = rules.parseValue;
  built.parseLiteral = rules.parseLiteral;
}
