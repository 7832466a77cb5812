import type { HandledBy } from '@chancery/shared/vocabulary';
import type { GraphQLOutputType } from 'graphql';
import type { FieldPolicy } from '../../schema/field-policy.js';

/** What the caller selected on one object type, with the keys under which the canonical operation fetches it. */
export interface ObjectProjection {
  readonly typeName: string;
  /** Null for the root types, which have no handling. */
  readonly handledBy: HandledBy | null;
  /** The subgraph whose handling integers this type carries; null unless `handledBy` is OWN. */
  readonly owner: string | null;
  /** The subgraph of whose rows this tells without showing them: a connection by its counts, its page by where it stands. */
  readonly rowsOf: string | null;
  readonly fields: readonly FieldProjection[];
}

/** What the caller selected on an interface or a union: what that is on an object depends on the object's own type. */
export interface AbstractProjection {
  readonly typeName: string;
  /** By the name of each object type that the caller may see there. */
  readonly byType: ReadonlyMap<string, ObjectProjection>;
  /** Of an object whose own type did not come; null where something is decided by it, and then it is not shown at all. */
  readonly untyped: ObjectProjection | null;
  /** Object types that may stand there and that the caller may not know of. */
  readonly inaccessible: ReadonlySet<string>;
}

export type SelectionProjection = ObjectProjection | AbstractProjection;

export const isAbstractProjection = (projection: SelectionProjection): projection is AbstractProjection =>
  'byType' in projection;

/** The selections of which one holds for each object. */
export const alternativesOf = (projection: SelectionProjection): readonly ObjectProjection[] =>
  isAbstractProjection(projection)
    ? [...projection.byType.values(), ...(projection.untyped ? [projection.untyped] : [])]
    : [projection];

export interface FieldProjection {
  /** Key in the answer: the caller's alias or the field's name. */
  readonly responseKey: string;
  /** Key in the merged data: never made of the caller's words. */
  readonly canonicalKey: string;
  readonly fieldName: string;
  /** For `typename` and `introspection` an exempt policy outside the coordinate table, with index -1. */
  readonly policy: FieldPolicy;
  /** The field's type in the schema that the caller sees. */
  readonly type: GraphQLOutputType;
  readonly selection: SelectionProjection | null;
  /** `typename` and `introspection` are answered here and never planned. */
  readonly source: 'data' | 'typename' | 'introspection';
  /** Nothing in the vocabulary could open it for this profile: it was not fetched. */
  readonly pruned: boolean;
  /** False for what is fetched to decide by and not answered: the node of an edge of which only the cursor was asked for. */
  readonly isShown: boolean;
  /** A list of what the caller has named one by one: an item that is hidden keeps its place. */
  readonly isAsked: boolean;
}
