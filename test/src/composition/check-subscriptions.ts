import { type DocumentNode, Kind } from 'graphql';
import { objectsOf } from './coordinates.js';
import type { Problem } from './problem.js';
import type { Subgraph } from './subgraph.js';

/**
 * A subscription tells of one record of the subgraph that has it: that one writes the events of its own records, and whether a
 * subscriber sees a change is told from the handling of the record that changed. It may be of several kinds: then it tells of an object
 * whose fields are such records, each of them null where it is another; some of these may be another subgraph's, which tells of their events.
 */
export function checkSubscriptions(subgraphs: readonly Subgraph[]): Problem[] {
  const everywhere = new Set(subgraphs.flatMap(({ document }) => [...recordsOf(document)]));
  return subgraphs.flatMap(({ name, document }) => {
    const objects = objectsOf(document);
    const own = recordsOf(document);
    const match = new Set(
      objects.flatMap(({ name: object, fields = [] }) => {
        const types = fields.flatMap(({ type }) => (type.kind === Kind.NAMED_TYPE ? [type.name.value] : [null]));
        const isMatch =
          types.every((type) => type !== null && everywhere.has(type)) && types.some((type) => own.has(type ?? ''));
        return types.length > 0 && isMatch ? [object.value] : [];
      }),
    );
    const fields = objects.flatMap((object) => (object.name.value === 'Subscription' ? (object.fields ?? []) : []));
    return fields.flatMap(({ name: field, type }): Problem[] =>
      type.kind === Kind.NAMED_TYPE && (own.has(type.name.value) || match.has(type.name.value))
        ? []
        : [{ subgraph: name, place: `Subscription.${field.value}`, rule: 'must return one record of this subgraph' }],
    );
  });
}

/** Types of which a subgraph has the records. */
const recordsOf = (document: DocumentNode): Set<string> =>
  new Set(
    objectsOf(document).flatMap((object) =>
      (object.fields ?? []).some((field) => field.name.value === 'handling') ? [object.name.value] : [],
    ),
  );
