import { InternalError } from '@chancery/shared/errors';
import { type GraphQLOutputType, getNullableType, isLeafType, isListType, isNonNullType } from 'graphql';
import {
  type AbstractProjection,
  type FieldProjection,
  isAbstractProjection,
  type ObjectProjection,
} from '../rewrite/projection.js';
import { bytesOfBlank } from './answer-budget.js';
import { type LeafCompleter, leafCompleter } from './complete-leaf.js';
import { abstract, leaf, list, nonNull, object, whole } from './complete-value.js';
import type { AbstractPlan, Completer, FieldPlan, ObjectPlan, RedactionPlan } from './redaction-plan.js';

/** Compiles a projection. Throws when a type says no handling that this pass knows how to read. */
export function compileProjection(projection: ObjectProjection): RedactionPlan {
  const counter = { objects: 0 };
  const root = compileObject(projection, counter);
  return { root, objectCount: counter.objects };
}

interface Counter {
  objects: number;
}

function compileObject(projection: ObjectProjection, counter: Counter, isTyped = true): ObjectPlan {
  const index = counter.objects++;
  const { typeName, rowsOf } = projection;
  const asked = projection.fields.map((field) => compileField(field, projection, counter, isTyped));
  // Whether an edge is there is settled before anything else of it is looked at: a bad cursor must not tell of a hidden node.
  const nodes = asked.filter((field) => field.isEdgeNode);
  const fields = [...nodes, ...asked.filter((field) => !field.isEdgeNode)];
  const shown = asked.filter((field) => field.isShown);
  const blank = Object.fromEntries(shown.map((field) => [field.responseKey, null]));
  const blankBytes = bytesOfBlank(Object.keys(blank));
  return { index, typeName, owner: ownerOf(projection), rowsOf, fields, blank, blankBytes };
}

function compileAbstract(projection: AbstractProjection, counter: Counter): AbstractPlan {
  const { typeName, byType, untyped, inaccessible } = projection;
  return {
    typeName,
    byType: new Map(Array.from(byType, ([name, object]) => [name, compileObject(object, counter)])),
    untyped: untyped && compileObject(untyped, counter, false),
    inaccessible,
  };
}

/** Closed: a row whose handling this pass cannot read is not answered as if it had none. */
function ownerOf({ typeName, handledBy, owner }: ObjectProjection): string | null {
  if (handledBy === 'COMPUTED') throw new InternalError('INTERNAL', `type ${typeName} has a computed handling`);
  if (handledBy !== 'OWN') return null;
  if (owner === null) throw new InternalError('INTERNAL', `type ${typeName} has its own handling and no owner`);
  return owner;
}

function compileField(field: FieldProjection, holder: ObjectProjection, counter: Counter, isTyped: boolean): FieldPlan {
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
    typeName: isTyped ? holder.typeName : null,
    complete: compileCompleter(type, field, counter),
    leaf: leafOf(field),
  };
}

function leafOf({ type, source }: FieldProjection): LeafCompleter | null {
  const nullable = getNullableType(type);
  return source === 'data' && isLeafType(nullable) ? leafCompleter(nullable) : null;
}

function compileCompleter(type: GraphQLOutputType, field: FieldProjection, counter: Counter): Completer {
  if (isNonNullType(type)) return nonNull(compileCompleter(type.ofType, field, counter));
  if (isListType(type)) return list(compileCompleter(type.ofType, field, counter), field, isNonNullType(type.ofType));
  if (isLeafType(type)) return leaf(leafCompleter(type));
  // Introspection is answered as a whole, so its object types have no selection of ours.
  if (field.source === 'introspection') return whole;
  if (field.selection === null) throw new InternalError('INTERNAL', `no selection on ${field.policy.coordinate}`);
  if (isAbstractProjection(field.selection)) return abstract(compileAbstract(field.selection, counter));
  return object(compileObject(field.selection, counter));
}
