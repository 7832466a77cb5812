import { PAGE_MAX } from '@chancery/shared/schema/connection-args';
import {
  type DocumentNode,
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  SchemaMetaFieldDef,
  type SelectionSetNode,
  TypeMetaFieldDef,
  type ValueNode,
} from 'graphql';
import { type ListSize, listSizeOf } from '../../schema/list-sizes.js';
import { DocumentError } from '../read/document-error.js';
import { collectFields, type Expansion } from '../rewrite/collect-fields.js';
import type { CoercedVariables } from '../rewrite/conditions.js';
import { INTROSPECTED_LIST_ASSUMED, INTROSPECTED_OBJECTS_MAX, OBJECTS_MAX, SELECTIONS_MAX } from './limits.js';

/** An operation whose variables are coerced. */
export interface OperationToCost {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: CoercedVariables;
}

/**
 * Refuses an operation that could be answered with more objects than may be: page sizes multiply along a path, and each alias
 * counts. By the document and its variables alone, before anything is fetched. Throws LIMIT_EXCEEDED.
 */
export function limitCost({ document, operation, variables }: OperationToCost, schema: GraphQLSchema): void {
  const root = schema.getRootType(operation.operation);
  // What is no query is refused as such.
  if (!root) return;
  const fragments = new Map(
    document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])),
  );
  const expansion: Expansion = { schema, fragments, variables, selectionsMax: SELECTIONS_MAX, selections: 0 };
  new Costing(expansion).count(root, [operation.selectionSet], 1, NO_PAGE);
}

/** The size that a field has set for lists of the object that it gives. */
interface Page {
  readonly fields: readonly string[];
  readonly size: number;
}

const NO_PAGE: Page = { fields: [], size: 1 };

class Costing {
  #objects = 0;
  #introspected = 0;

  constructor(readonly expansion: Expansion) {}

  /** Counts what is selected on so many objects; `page` says how long their own lists are where the field that gave them has set it. */
  count(type: GraphQLObjectType, selectionSets: readonly SelectionSetNode[], times: number, page: Page): void {
    for (const nodes of collectFields(this.expansion, type, selectionSets).values()) {
      const [node] = nodes;
      const field = fieldOf(type, node);
      const named = field ? getNamedType(field.type) : undefined;
      if (!field || !isCompositeType(named)) continue;
      const objects = times * this.#itemsOf(type, field, node, page);
      this.#add(objects, type, named, node);
      const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
      this.#countBelow(named, below, objects, this.#pageOf(field, node));
    }
  }

  /** An object of an interface or a union is of one type: the dearest counts. */
  #countBelow(type: GraphQLCompositeType, selectionSets: readonly SelectionSetNode[], times: number, page: Page): void {
    if (isObjectType(type)) {
      this.count(type, selectionSets, times, page);
      return;
    }
    const [objects, introspected] = [this.#objects, this.#introspected];
    const dearest = { objects, introspected };
    for (const possible of this.expansion.schema.getPossibleTypes(type)) {
      this.#objects = objects;
      this.#introspected = introspected;
      this.count(possible, selectionSets, times, page);
      dearest.objects = Math.max(dearest.objects, this.#objects);
      dearest.introspected = Math.max(dearest.introspected, this.#introspected);
    }
    this.#objects = dearest.objects;
    this.#introspected = dearest.introspected;
  }

  #itemsOf(holder: GraphQLObjectType, field: GraphQLField<unknown, unknown>, node: FieldNode, page: Page): number {
    if (!isList(field.type)) return 1;
    if (holder.name === '__Schema' && field.name === 'types')
      return Object.keys(this.expansion.schema.getTypeMap()).length;
    if (isIntrospected(holder)) return INTROSPECTED_LIST_ASSUMED;
    if (page.fields.includes(field.name)) return page.size;
    return sizeAsked(listSizeOf(field, this.expansion.schema), node, this.expansion.variables);
  }

  #pageOf(field: GraphQLField<unknown, unknown>, node: FieldNode): Page {
    const size = listSizeOf(field, this.expansion.schema);
    if (size.sizedFields.length === 0) return NO_PAGE;
    return { fields: size.sizedFields, size: sizeAsked(size, node, this.expansion.variables) };
  }

  #add(objects: number, holder: GraphQLObjectType, named: GraphQLCompositeType, node: FieldNode): void {
    if (isIntrospected(holder) || isIntrospected(named)) this.#introspected += objects;
    else this.#objects += objects;
    if (this.#objects > OBJECTS_MAX) {
      const coordinate = `${holder.name}.${node.name.value}`;
      const message = `with \`${coordinate}\` the operation asks for more than ${OBJECTS_MAX} objects`;
      throw DocumentError.at('LIMIT_EXCEEDED', message, node);
    }
    if (this.#introspected > INTROSPECTED_OBJECTS_MAX) {
      const message = `the introspection asks for more than ${INTROSPECTED_OBJECTS_MAX} objects`;
      throw DocumentError.at('LIMIT_EXCEEDED', message, node);
    }
  }
}

const isIntrospected = ({ name }: GraphQLCompositeType): boolean => name.startsWith('__');

function fieldOf(type: GraphQLObjectType, { name }: FieldNode): GraphQLField<unknown, unknown> | undefined {
  if (name.value === SchemaMetaFieldDef.name) return SchemaMetaFieldDef;
  return name.value === TypeMetaFieldDef.name ? TypeMetaFieldDef : type.getFields()[name.value];
}

function isList(type: GraphQLOutputType): boolean {
  return isNonNullType(type) ? isList(type.ofType) : isListType(type);
}

/** A number, or how many a list has. */
function sizeOf(value: ValueNode, variables: CoercedVariables): unknown {
  if (value.kind === Kind.LIST) return value.values.length;
  if (value.kind !== Kind.VARIABLE) return 'value' in value ? Number(value.value) : null;
  const given = variables[value.name.value];
  return Array.isArray(given) ? given.length : given;
}

/** The largest size that the field may mean; one that may not be is refused by whoever reads it. */
function sizeAsked(
  { assumedSize, slicingArguments }: ListSize,
  { arguments: given = [] }: FieldNode,
  variables: CoercedVariables,
): number {
  const sizes = given.flatMap(({ name, value }) => {
    if (!slicingArguments.includes(name.value)) return [];
    const size = sizeOf(value, variables);
    return typeof size === 'number' ? [Math.min(Math.max(size, 0), PAGE_MAX)] : [];
  });
  return sizes.length === 0 ? assumedSize : Math.max(...sizes);
}
