// By file: the package's front door loads all of Apollo's composition, which no service runs (ADR 0085).
import { AnyType, entitiesField, ServiceType } from '@apollo/subgraph/dist/types.js';
import { GraphQLList, GraphQLNonNull, GraphQLObjectType, GraphQLSchema, GraphQLUnionType, isObjectType } from 'graphql';
import { InternalError } from '../../errors.js';
import type { CallContext } from '../reading/call-context.js';

/** Finds an entity by its id; null when there is none that this viewer sees. */
export type ReferenceResolver = (id: string, context: CallContext, told: object) => Promise<unknown>;

/** What a schema is given of federation. */
export interface FederationParts {
  /** What `_service` tells. */
  readonly sdl: string;
  /** By name of the entity type. */
  readonly references: Readonly<Record<string, ReferenceResolver>>;
}

/**
 * An executable schema with the fields that make it a subgraph, `_service` and `_entities` (Apollo Federation, subgraph specification).
 * It is taken to be valid: `schema.test.ts` of each service holds it equal to what `buildSubgraphSchema` makes of its text.
 */
export function withEntities(plain: GraphQLSchema, { sdl, references }: FederationParts): GraphQLSchema {
  const { query, types, ...config } = plain.toConfig();
  if (!query) throw new InternalError('INTERNAL', 'a subgraph without a query');
  for (const [name, find] of Object.entries(references)) resolveReferences(plain, name, find);
  const entities = types.filter(isObjectType).filter(isEntity);
  const { fields, ...of } = query.toConfig();
  const Query = new GraphQLObjectType({
    ...of,
    fields: {
      ...fields,
      ...(entities.length === 0 ? {} : { _entities: fieldOf(entities) }),
      _service: { type: new GraphQLNonNull(ServiceType), resolve: () => ({ sdl }) },
    },
  });
  return new GraphQLSchema({
    ...config,
    query: Query,
    types: [Query, ...types.filter((type) => type !== query)],
    assumeValid: true,
  });
}

const isEntity = ({ astNode }: GraphQLObjectType): boolean =>
  astNode?.directives?.some(({ name }) => name.value === 'key') ?? false;

/** The library's own field over the entities of this schema: in its file the union is empty. */
function fieldOf(entities: readonly GraphQLObjectType[]): typeof entitiesField {
  const Entity = new GraphQLUnionType({
    name: '_Entity',
    types: entities,
    resolveType: ({ __typename }: { readonly __typename: string }) => __typename,
  });
  const representations = { type: new GraphQLNonNull(new GraphQLList(new GraphQLNonNull(AnyType))) };
  return { ...entitiesField, type: new GraphQLNonNull(new GraphQLList(Entity)), args: { representations } };
}

/** Puts the resolver where the library's field looks for it. */
function resolveReferences(schema: GraphQLSchema, name: string, find: ReferenceResolver): void {
  const type = schema.getType(name);
  if (!isObjectType(type)) return;
  const resolveReference = (reference: { readonly id?: unknown }, context: CallContext) =>
    typeof reference.id === 'string' ? find(reference.id, context, reference) : null;
  type.extensions = { ...type.extensions, apollo: { subgraph: { resolveReference } } };
}
