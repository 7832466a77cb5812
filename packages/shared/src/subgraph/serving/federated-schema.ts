import { getDocumentNodeFromSchema } from '@graphql-tools/utils';
import { type DefinitionNode, type GraphQLSchema, Kind, print, specifiedDirectives } from 'graphql';
import { buildSchema, type ClassType, type NonEmptyArray } from 'type-graphql';
import { type Sha256, sha256Of } from '../../brands.js';
import { CHANCERY_DIRECTIVES, ROOT_DESCRIPTIONS, SDL_HEAD } from '../../schema/directives.js';
import { type FieldCategory, fieldCategoriesOf } from '../../schema/field-categories.js';
import type { Coordinate } from '../../vocabulary.js';
import { notSubscribedHere } from '../events/record-of-event.js';
import { checkConnections } from '../paging/check-connections.js';
import type { ConnectionSpec } from '../paging/connection-spec.js';
import { noteHandlings, withholdClosed } from '../reading/labelled-fields.js';
import { inOrderOfNames } from './printed-order.js';
import { type ReferenceResolver, withEntities } from './with-entities.js';

/** What a subgraph's schema is made of. */
export interface FederatedSchemaParts {
  readonly resolvers: NonEmptyArray<ClassType>;
  /** Types that no root field leads to. */
  readonly types?: readonly ClassType[];
  /** By name of the entity type. */
  readonly references: Readonly<Record<string, ReferenceResolver>>;
  /** What stands behind each field that takes a filter or an order. */
  readonly connections: readonly ConnectionSpec<object>[];
}

/** An executable subgraph schema, its text, and the category of each of its coordinates. */
export interface FederatedSchema {
  readonly schema: GraphQLSchema;
  readonly sdl: string;
  /** `sha256:` and hex digits of the text: by it the gateway says which schema a call was planned for. */
  readonly digest: Sha256;
  readonly categories: ReadonlyMap<Coordinate, FieldCategory>;
  readonly connections: readonly ConnectionSpec<object>[];
}

/** Builds the schema of a subgraph from its classes. */
export async function buildFederatedSchema(parts: FederatedSchemaParts): Promise<FederatedSchema> {
  const plain = await buildSchema({
    resolvers: parts.resolvers,
    // Without this, every type that another subgraph registered in the same process would be in it.
    orphanedTypes: [...(parts.types ?? [])],
    directives: [...specifiedDirectives, ...CHANCERY_DIRECTIVES],
    // What is valid is decided by the scalars and by the filter itself.
    validate: false,
    skipCheck: true,
    // The library asks for one; a service executes a subscription for each event that it is given and is subscribed to by nobody.
    pubSub: { publish: notSubscribedHere, subscribe: notSubscribedHere },
  });
  const sdl = `${SDL_HEAD}\n${printWithDirectives(plain)}\n`;
  const schema = withEntities(plain, { sdl, references: parts.references });
  const categories = fieldCategoriesOf(schema);
  withholdClosed(schema, categories);
  noteHandlings(schema);
  const { connections } = parts;
  checkConnections(schema, connections);
  const digest = sha256Of(sdl);
  return { schema, sdl, digest, categories, connections };
}

// The printer of graphql itself leaves out every directive that is used, `@key` too.
function printWithDirectives(schema: GraphQLSchema): string {
  const document = inOrderOfNames(getDocumentNodeFromSchema(schema));
  return print({
    ...document,
    definitions: document.definitions.filter(({ kind }) => kind !== Kind.SCHEMA_DEFINITION).map(describeRoot),
  });
}

// type-graphql makes the root types of itself, and has no place for their descriptions.
function describeRoot(definition: DefinitionNode): DefinitionNode {
  if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION) return definition;
  const value = ROOT_DESCRIPTIONS.get(definition.name.value);
  return value === undefined ? definition : { ...definition, description: { kind: Kind.STRING, value, block: true } };
}
