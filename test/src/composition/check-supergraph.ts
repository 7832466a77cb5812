import { transformSupergraphToPublicSchema } from '@theguild/federation-composition';
import { type DocumentNode, visit } from 'graphql';
import { categoryText } from './check-categories.js';
import { handledBy, objectsOf, placesOf } from './coordinates.js';
import { isHandlingField } from './exemptions.js';
import type { Problem } from './problem.js';
import type { Subgraph } from './subgraph.js';

/** The composer is not trusted either: what it made says of each coordinate what the subgraphs said, once. */
export function checkSupergraph(subgraphs: readonly Subgraph[], supergraph: DocumentNode): Problem[] {
  const places = new Map([...placesOf(supergraph)].map((place) => [place.name, categoryText(place)]));
  const handled = new Map(objectsOf(supergraph).map((object) => [object.name.value, handledBy(object)]));
  return subgraphs.flatMap(({ name: subgraph, document }) => [
    ...[...placesOf(document)]
      .filter((place) => places.get(place.name) !== categoryText(place))
      .map(({ name }) => ({ subgraph, place: name, rule: 'its category did not survive composition' })),
    ...objectsOf(document)
      .filter((object) => handled.get(object.name.value) !== handledBy(object))
      .map((object) => ({ subgraph, place: object.name.value, rule: 'its @handled did not survive composition' })),
  ]);
}

/** A caller's schema knows nothing of handlings: neither the field nor the scalar. */
export function checkConsumerSchema(supergraph: DocumentNode): Problem[] {
  const problems: Problem[] = [];
  const refuse = (place: string): void => {
    problems.push({ subgraph: null, place, rule: 'is visible in the consumer schema' });
  };
  visit(transformSupergraphToPublicSchema(supergraph), {
    FieldDefinition: ({ name }) => (isHandlingField(name.value) ? refuse(name.value) : undefined),
    ScalarTypeDefinition: ({ name }) => (name.value === 'Handling' ? refuse(name.value) : undefined),
  });
  return problems;
}
