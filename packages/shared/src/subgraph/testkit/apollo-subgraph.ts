import { buildSubgraphSchema } from '@apollo/subgraph';
import {
  type DocumentNode,
  GraphQLSchema,
  Kind,
  lexicographicSortSchema,
  parse,
  print,
  printSchema,
  validateSchema,
  visit,
} from 'graphql';
import type { FederatedSchema } from '../serving/federated-schema.js';

/** A schema as it is served and as Apollo's library makes it of the same text, both as texts; and what graphql finds wrong with the first. */
export function besideApollo({ schema, sdl }: FederatedSchema): {
  readonly served: string;
  readonly reference: string;
  readonly faults: readonly string[];
} {
  return {
    served: typesOf(schema),
    reference: typesOf(buildSubgraphSchema({ typeDefs: withoutOneOf(parse(sdl)) })),
    faults: validateSchema(new GraphQLSchema({ ...schema.toConfig(), assumeValid: false })).map(
      ({ message }) => message,
    ),
  };
}

// The library knows no `@oneOf`. It is composed and held by the gateway, and the order reads it once more.
const withoutOneOf = (document: DocumentNode): DocumentNode =>
  visit(document, { Directive: ({ name }) => (name.value === 'oneOf' ? null : undefined) });

/** What an operation can be executed by: without texts for people, and without what only composition reads. */
function typesOf(schema: GraphQLSchema): string {
  const document = parse(printSchema(lexicographicSortSchema(schema)));
  const executed = visit(document, {
    enter: (node) => ('description' in node && node.description ? { ...node, description: undefined } : undefined),
  });
  return print({
    ...executed,
    definitions: executed.definitions.filter(
      (each) =>
        each.kind !== Kind.DIRECTIVE_DEFINITION &&
        !('name' in each && /^(link|federation)__/.test(each.name?.value ?? '')),
    ),
  });
}
