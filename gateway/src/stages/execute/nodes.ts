import { type EntityType, ID_PREFIXES, isEntityId } from '@chancery/shared/brands';
import { PAGE_MAX } from '@chancery/shared/schema/connection-args';
import { GraphQLError } from 'graphql';

/** A record by its id alone: what it is, its owner says. */
export interface NodeReference {
  readonly __typename: EntityType;
  readonly id: string;
}

const TYPES = Object.keys(ID_PREFIXES) as EntityType[];

/**
 * The type that an id is of, by what it begins with; null for words that no id has. Whether there is such a record, and
 * whether the caller sees it, is for its owner and for the handling that comes with it: here nothing is looked up.
 */
export function nodeOf({ id }: { readonly id: string }): NodeReference | null {
  const type = TYPES.find((candidate) => isEntityId(candidate, id));
  return type === undefined ? null : { __typename: type, id };
}

/** Each in its place. Throws in the caller's words when there are more than a page. */
export function nodesOf({ ids }: { readonly ids: readonly string[] }): readonly (NodeReference | null)[] {
  if (ids.length > PAGE_MAX) {
    const extensions = { code: 'INPUT_INVALID', argument: 'ids' };
    throw new GraphQLError(`\`ids\` has ${ids.length} items, more than ${PAGE_MAX}`, { extensions });
  }
  return ids.map((id) => nodeOf({ id }));
}
