import { sha256Of } from '@chancery/shared/brands';
import type { Coordinate } from '@chancery/shared/vocabulary';
import { type GraphQLSchema, isScalarType, isSpecifiedScalarType, parse } from 'graphql';
import { buildConsumerSchema } from '../../schema/consumer-schema.js';
import type { FieldPolicy } from '../../schema/field-policy.js';
import { isOfComposition, joinedGraphs } from '../../schema/join-directives.js';
import type { Supergraph } from '../../schema/supergraph.js';
import { typeLatticeOf } from '../../schema/type-lattice.js';
import { ANY_JSON } from '../../stages/redact/complete-leaf.js';

const exempt = (coordinate: Coordinate): FieldPolicy => ({
  index: 0,
  coordinate,
  category: null,
  floor: 0,
  optional: false,
});

/**
 * Reads any supergraph, of which nothing is labelled: an open policy, for tests of composition alone. Every coordinate is
 * exempt, no type has a handling, a scalar may be any JSON.
 */
export function loadUnlabelledSupergraph(sdl: string): Supergraph {
  const document = parse(sdl, { noLocation: true });
  const consumerSchema = buildConsumerSchema(document, [], isOfComposition);
  for (const type of Object.values(consumerSchema.getTypeMap())) {
    if (isScalarType(type) && !isSpecifiedScalarType(type)) type.extensions = { [ANY_JSON]: true };
  }
  const subgraphNames = Array.from(joinedGraphs(document).values(), ({ name }) => name);
  return { ...unlabelled(sdl, consumerSchema), subgraphNames };
}

/** A supergraph of which nothing is labelled, by what callers see of it. */
export function unlabelled(sdl: string, consumerSchema: GraphQLSchema): Supergraph {
  const digest = sha256Of(sdl);
  return {
    digest,
    sdl,
    consumerSchema,
    types: typeLatticeOf(parse(sdl, { noLocation: true })),
    subgraphNames: [],
    schemaOf: () => digest,
    policies: [],
    inputs: new Map(),
    policyOf: (typeName, fieldName) => exempt(`${typeName}.${fieldName}`),
    handledBy: () => null,
    ownerOf: () => null,
    countedBy: () => null,
  };
}
