import { InternalError } from '@chancery/shared/errors';
import { type GraphQLOutputType, isLeafType, isListType, isNonNullType } from 'graphql';
import type { FieldProjection, ObjectProjection } from '../operation/projection.js';
import type { FieldPolicy } from '../schema/field-policy.js';
import { leafCompleter } from './complete-leaf.js';
import { type Completer, leaf, list, nonNull, object } from './complete-value.js';

/** A selection on one object type, compiled: what is constant for a document is worked out once. */
export interface ObjectPlan {
  /** Position among the plans of one projection, from 0. */
  readonly index: number;
  readonly typeName: string;
  /** The subgraph whose handlings its rows carry; null when the object follows its holder. */
  readonly owner: string | null;
  /** In the order in which they are completed. */
  readonly fields: readonly FieldPlan[];
  /**
   * Every response key in the caller's order, with null: an answer is filled into a copy of it. A key such as `__proto__`
   * is data of its own here, so that filling it in cannot reach a prototype.
   */
  readonly blank: Readonly<Record<string, null>>;
}

/** One selected field, compiled. */
export interface FieldPlan {
  readonly responseKey: string;
  readonly canonicalKey: string;
  readonly policy: FieldPolicy;
  readonly source: FieldProjection['source'];
  readonly pruned: boolean;
  readonly isNonNull: boolean;
  /** The `node` of an edge: when there is none to show, the edge goes, and its cursor with it. */
  readonly isEdgeNode: boolean;
  /** False for a node that was fetched only to decide whether its edge is there. */
  readonly isShown: boolean;
  readonly typeName: string;
  readonly complete: Completer;
}

/** A whole projection, compiled; holds nothing of a request and may be cached with its document. */
export interface RedactionPlan {
  readonly root: ObjectPlan;
  readonly objectCount: number;
}

/** Compiles a projection. Throws when a type says no handling that this pass knows how to read. */
export function compileProjection(projection: ObjectProjection): RedactionPlan {
  const counter = { objects: 0 };
  const root = compileObject(projection, counter);
  return { root, objectCount: counter.objects };
}

interface Counter {
  objects: number;
}

function compileObject(projection: ObjectProjection, counter: Counter): ObjectPlan {
  const index = counter.objects++;
  const { typeName } = projection;
  const asked = projection.fields.map((field) => compileField(field, projection, counter));
  // Whether an edge is there is settled before anything else of it is looked at: a bad cursor must not tell of a hidden node.
  const nodes = asked.filter((field) => field.isEdgeNode);
  const fields = [...nodes, ...asked.filter((field) => !field.isEdgeNode)];
  const shown = asked.filter((field) => field.isShown);
  const blank = Object.fromEntries(shown.map((field) => [field.responseKey, null]));
  return { index, typeName, owner: ownerOf(projection), fields, blank };
}

/** Closed: a row whose handling this pass cannot read is not answered as if it had none. */
function ownerOf({ typeName, handledBy, owner }: ObjectProjection): string | null {
  if (handledBy === 'COMPUTED') throw new InternalError('INTERNAL', `type ${typeName} has a computed handling`);
  if (handledBy !== 'OWN') return null;
  if (owner === null) throw new InternalError('INTERNAL', `type ${typeName} has its own handling and no owner`);
  return owner;
}

function compileField(field: FieldProjection, holder: ObjectProjection, counter: Counter): FieldPlan {
  const { responseKey, canonicalKey, policy, source, pruned, type } = field;
  return {
    responseKey,
    canonicalKey,
    policy,
    source,
    pruned,
    isNonNull: isNonNullType(type),
    isEdgeNode: holder.handledBy === 'PARENT' && field.fieldName === 'node' && policy.category === null,
    isShown: field.isShown,
    typeName: holder.typeName,
    complete: compileCompleter(type, field, counter),
  };
}

function compileCompleter(type: GraphQLOutputType, field: FieldProjection, counter: Counter): Completer {
  if (isNonNullType(type)) return nonNull(compileCompleter(type.ofType, field, counter));
  if (isListType(type)) return list(compileCompleter(type.ofType, field, counter));
  if (isLeafType(type)) return leaf(leafCompleter(type));
  // Introspection is answered as a whole, so its object types have no selection of ours.
  if (field.source === 'introspection') return (value) => value ?? null;
  if (field.selection === null) throw new InternalError('INTERNAL', `no selection on ${field.policy.coordinate}`);
  return object(compileObject(field.selection, counter));
}
