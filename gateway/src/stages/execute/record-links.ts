import {
  buildASTSchema,
  type DirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type GraphQLSchema,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
} from 'graphql';
import { type NodeReference, nodeOf } from './nodes.js';

/** What the planner tells of a record of another service: its type, its id, and the fields that a link of it requires. */
export interface Representation {
  readonly __typename: string;
  readonly [field: string]: unknown;
}

/** The schema of the gateway's own part, and what it says of a record of another service. */
export interface LinkedSchema {
  readonly schema: GraphQLSchema;
  linksOf(representation: Representation): Representation;
}

/** A field that leads to a record of whatever type, by the id that another field of the same record holds. */
interface RecordLink {
  readonly field: string;
  readonly by: string;
}

/**
 * Some records name a record of whatever type by its id, and their service cannot know the types of all others. The gateway does, by what an id begins
 * with: it adds the link, as a field that requires that one (Apollo Federation, `@requires`). Nothing is looked up: who may not read the field is told
 * of no id here, and whether there is a record its owner says, and the handling that comes with it.
 */
export function withRecordLinks(document: DocumentNode): LinkedSchema {
  const definitions = document.definitions.filter((definition) => definition.kind !== Kind.SCHEMA_EXTENSION);
  const links = new Map(
    definitions.flatMap((definition): [string, readonly RecordLink[]][] => {
      const found = definition.kind === Kind.OBJECT_TYPE_DEFINITION ? linksIn(definition) : [];
      return found.length === 0 || !('name' in definition) ? [] : [[definition.name?.value ?? '', found]];
    }),
  );
  const schema = buildASTSchema(
    { ...document, definitions: [...definitions, ...entitiesOf([...links.keys()])] },
    // Composition has validated it; the federation directives are not defined in this file.
    { assumeValidSDL: true },
  );
  const linksOf = (representation: Representation): Representation => {
    const own = links.get(representation.__typename) ?? [];
    const found = own.map(({ field, by }): [string, NodeReference | null] => {
      const id = representation[by];
      return [field, typeof id === 'string' ? nodeOf({ id }) : null];
    });
    return { ...representation, ...Object.fromEntries(found) };
  };
  return { schema, linksOf };
}

const linksIn = ({ fields = [] }: ObjectTypeDefinitionNode): readonly RecordLink[] =>
  fields.flatMap((field) => {
    const by = requiredBy(field);
    return by === null ? [] : [{ field: field.name.value, by }];
  });

function requiredBy({ directives = [] }: FieldDefinitionNode): string | null {
  const requires = directives.find(({ name }: DirectiveNode) => name.value === 'requires');
  const value = requires?.arguments?.find(({ name }) => name.value === 'fields')?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}

/** The field by which records are asked about, as the subgraph specification has it. */
function entitiesOf(types: readonly string[]): DocumentNode['definitions'] {
  if (types.length === 0) return [];
  const text = `scalar _Any union _Entity = ${types.join(' | ')}
    extend type Query { _entities(representations: [_Any!]!): [_Entity]! }`;
  return parse(text).definitions;
}
