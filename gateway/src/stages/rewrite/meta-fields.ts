import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  TypeNameMetaFieldDef,
} from 'graphql';
import type { FieldPolicy } from '../../schema/field-policy.js';
import type { FieldProjection } from './projection.js';

const META_FIELDS = new Map<string, GraphQLField<unknown, unknown>>(
  [TypeNameMetaFieldDef, SchemaMetaFieldDef, TypeMetaFieldDef].map((field) => [field.name, field]),
);

/** `__typename`, `__schema` and `__type`: facts about the schema, answered without asking any subgraph. */
export const isMetaField = (node: FieldNode): boolean => META_FIELDS.has(node.name.value);

/** A meta field as the caller asked for it; no coordinate of the table, so exempt. */
export function projectMetaField(parent: GraphQLCompositeType, responseKey: string, node: FieldNode): FieldProjection {
  const field = META_FIELDS.get(node.name.value) ?? TypeNameMetaFieldDef;
  const policy: FieldPolicy = {
    index: -1,
    coordinate: `${parent.name}.${field.name}`,
    category: null,
    floor: 0,
    optional: false,
  };
  return {
    responseKey,
    canonicalKey: field.name,
    fieldName: field.name,
    policy,
    type: field.type,
    selection: null,
    source: field === TypeNameMetaFieldDef ? 'typename' : 'introspection',
    pruned: false,
    isShown: true,
    isAsked: false,
  };
}
