import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Supergraph } from '../../schema/supergraph.js';
import type { CanonicalSelection } from './canonical-selection.js';

/** Whether anything is decided by the type that an object turns out to have. */
export const isGoverned = (supergraph: Supergraph, possible: readonly GraphQLObjectType[]): boolean =>
  possible.some(({ name }) => supergraph.handledBy(name) !== null);

/** The subgraph of whose rows an object tells without showing them; null for most types. */
export const rowsOf = (supergraph: Supergraph, type: GraphQLObjectType, pageOf: string | null): string | null =>
  supergraph.countedBy(type.name) ?? (PAGE_PARTS.has(type.name) ? pageOf : null);

/** Parts of a page that tell of rows by themselves, whichever subgraph they are of. */
const PAGE_PARTS: ReadonlySet<string> = new Set(['PageInfo', 'Group']);

/** Selects what an object is decided by and recorded under. The caller's schema has no such field. */
export function selectHandling(
  { supergraph, schema }: { readonly supergraph: Supergraph; readonly schema: GraphQLSchema },
  type: GraphQLCompositeType,
  wanted: CanonicalSelection,
): void {
  if (isObjectType(type)) {
    if (supergraph.handledBy(type.name) !== 'OWN') return;
    wanted.addLeaf('handling');
    // The ledger names each row that was read, whether or not the caller asked for its id.
    wanted.addLeaf('id');
    return;
  }
  const possible = schema.getPossibleTypes(type);
  // What an object is allowed to show depends on what it is: never to be guessed from the place where it stands.
  if (isGoverned(supergraph, possible)) wanted.addLeaf('__typename');
  const isInterfaceLabelled = isInterfaceType(type) && supergraph.types.hasField(type.name, 'handling');
  if (isInterfaceLabelled) wanted.addLeaf('handling');
  for (const object of possible) {
    if (supergraph.handledBy(object.name) !== 'OWN') continue;
    if (isInterfaceLabelled && type.getFields().id !== undefined) wanted.addLeaf('id');
    else selectHandling({ supergraph, schema }, object, wanted.on(object.name));
  }
}

export interface GuardedNode {
  readonly field: GraphQLField<unknown, unknown>;
  readonly named: GraphQLCompositeType;
}

/** The node of an edge, when whether the edge is there depends on it; else null. */
export function guardedNode(supergraph: Supergraph, type: GraphQLObjectType): GuardedNode | null {
  const field = type.name.endsWith('Edge') ? type.getFields().node : undefined;
  const named = field ? getNamedType(field.type) : undefined;
  if (!field || !isCompositeType(named)) return null;
  return supergraph.types.objectsOf(named.name).some((name) => supergraph.handledBy(name) === 'OWN')
    ? { field, named }
    : null;
}
