import {
  buildASTSchema,
  type DefinitionNode,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLScalarType,
  type GraphQLSchema,
  isScalarType,
  Kind,
  visit,
} from 'graphql';

const SPEC_PREFIXES = ['join__', 'link__'];
/** The vocabulary of handling is for composition; a caller has no use for it and must not plan by it. */
const HANDLING_TYPES = new Set(['Category', 'HandledBy', 'Handling']);
const PUBLIC_DIRECTIVES = new Set(['deprecated', 'specifiedBy', 'oneOf']);

const isInaccessible = (node: { readonly directives?: readonly DirectiveNode[] }): boolean =>
  node.directives?.some((directive) => directive.name.value === 'inaccessible') ?? false;

const isInternalName = (name: string): boolean =>
  HANDLING_TYPES.has(name) || SPEC_PREFIXES.some((prefix) => name.startsWith(prefix));

function isPublicDefinition(definition: DefinitionNode): boolean {
  if (definition.kind === Kind.DIRECTIVE_DEFINITION) return false;
  if (definition.kind === Kind.SCHEMA_DEFINITION) return true;
  if (!('name' in definition) || definition.name === undefined) return false;
  return !isInternalName(definition.name.value) && !isInaccessible(definition);
}

const dropIfInaccessible = (node: { readonly directives?: readonly DirectiveNode[] }): null | undefined =>
  isInaccessible(node) ? null : undefined;

/** The schema that callers see, validate against and introspect. Scalars with rules of their own take them from `scalars`. */
export function buildConsumerSchema(document: DocumentNode, scalars: readonly GraphQLScalarType[]): GraphQLSchema {
  const publicDocument = visit(
    { ...document, definitions: document.definitions.filter(isPublicDefinition) },
    {
      FieldDefinition: dropIfInaccessible,
      InputValueDefinition: dropIfInaccessible,
      EnumValueDefinition: dropIfInaccessible,
      Directive: { leave: (node) => (PUBLIC_DIRECTIVES.has(node.name.value) ? undefined : null) },
    },
  );
  const schema = buildASTSchema(publicDocument, { assumeValidSDL: false });
  for (const scalar of scalars) adoptScalar(schema, scalar);
  return schema;
}

/** Gives a scalar of the built schema the parsing rules of ours, so that a malformed date is refused before anything is planned. */
function adoptScalar(schema: GraphQLSchema, rules: GraphQLScalarType): void {
  const built = schema.getType(rules.name);
  if (!isScalarType(built)) return;
  built.parseValue = rules.parseValue;
  built.parseLiteral = rules.parseLiteral;
}
