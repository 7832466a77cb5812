import type { Coordinate } from '@chancery/shared/vocabulary';
import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  type GraphQLUnionType,
  getNamedType,
  isCompositeType,
  isObjectType,
  isUnionType,
  type SelectionSetNode,
} from 'graphql';
import type { FieldPolicy } from '../../schema/field-policy.js';
import type { Supergraph } from '../../schema/supergraph.js';
import { DocumentError } from '../read/document-error.js';
import { AskedBy } from './asked-by.js';
import type { CanonicalCalls } from './canonical-selection.js';
import { collectFields, type Expansion } from './collect-fields.js';
import { guardedNode, isGoverned, rowsOf } from './handling-selection.js';
import { countBelow } from './introspection.js';
import { isMetaField, projectMetaField } from './meta-fields.js';
import type { AbstractProjection, FieldProjection, ObjectProjection, SelectionProjection } from './projection.js';

export interface ProjectorOptions {
  readonly expansion: Expansion;
  readonly supergraph: Supergraph;
  readonly isPruned: (policy: FieldPolicy) => boolean;
  /** Those that were handed out while the selection to fetch was made. */
  readonly calls: CanonicalCalls;
}

/** Lists with an item for each id that the caller sends. */
const ASKED_ONE_BY_ONE: ReadonlySet<Coordinate> = new Set(['Query.nodes']);

type Nodes = readonly [FieldNode, ...FieldNode[]];

/**
 * Says how what was fetched maps back to what was asked, for each type that an object may turn out to have. What is below
 * a pruned field is projected too, so that one shape of the operation serves every profile.
 */
export class Projector {
  readonly introspection: FieldNode[] = [];
  readonly asked = new AskedBy();
  readonly #options: ProjectorOptions;

  constructor(options: ProjectorOptions) {
    this.#options = options;
  }

  /** `pageOf` is the subgraph whose rows a page tells of, where the holder is a connection. */
  project(
    type: GraphQLCompositeType,
    selectionSets: readonly SelectionSetNode[],
    pageOf: string | null,
  ): SelectionProjection {
    return isObjectType(type)
      ? this.projectObject(type, selectionSets, pageOf)
      : this.#projectAbstract(type, selectionSets);
  }

  projectObject(
    type: GraphQLObjectType,
    selectionSets: readonly SelectionSetNode[],
    pageOf: string | null = null,
  ): ObjectProjection {
    const { supergraph, expansion } = this.#options;
    const told = rowsOf(supergraph, type, pageOf);
    const asked = Array.from(collectFields(expansion, type, selectionSets), ([responseKey, nodes]) =>
      this.#field(type, responseKey, nodes, told),
    );
    const guard = this.#edgeGuard(type, asked);
    return {
      typeName: type.name,
      handledBy: supergraph.handledBy(type.name),
      owner: supergraph.ownerOf(type.name),
      rowsOf: told,
      fields: guard === null ? asked : [...asked, guard],
    };
  }

  #projectAbstract(
    type: GraphQLInterfaceType | GraphQLUnionType,
    selectionSets: readonly SelectionSetNode[],
  ): AbstractProjection {
    const { supergraph, expansion } = this.#options;
    const possible = expansion.schema.getPossibleTypes(type);
    const byType = new Map(possible.map((object) => [object.name, this.projectObject(object, selectionSets)]));
    return {
      typeName: type.name,
      byType,
      untyped: isGoverned(supergraph, possible) ? null : this.#untyped(type, selectionSets),
      inaccessible: new Set(supergraph.types.objectsOf(type.name).filter((name) => !byType.has(name))),
    };
  }

  #untyped(
    type: GraphQLInterfaceType | GraphQLUnionType,
    selectionSets: readonly SelectionSetNode[],
  ): ObjectProjection {
    const collected = collectFields(this.#options.expansion, type, selectionSets);
    const fields = Array.from(collected, ([responseKey, nodes]) => this.#field(type, responseKey, nodes, null));
    return { typeName: type.name, handledBy: null, owner: null, rowsOf: null, fields };
  }

  #field(parent: GraphQLCompositeType, responseKey: string, nodes: Nodes, told: string | null): FieldProjection {
    const [node] = nodes;
    if (isMetaField(node)) return this.#metaField(parent, responseKey, nodes);
    const field = isUnionType(parent) ? undefined : parent.getFields()[node.name.value];
    if (!field) throw DocumentError.at('DOCUMENT_INVALID', `unknown field \`${node.name.value}\``, node);
    const policy = this.#options.supergraph.policyOf(parent.name, field.name);
    this.asked.add(parent, field, node);
    return {
      responseKey,
      canonicalKey: this.#options.calls.keyOf(field, node),
      fieldName: field.name,
      policy,
      type: field.type,
      selection: this.#selection(field, nodes, told),
      source: 'data',
      pruned: this.#options.isPruned(policy),
      isShown: true,
      isAsked: ASKED_ONE_BY_ONE.has(policy.coordinate),
    };
  }

  #selection(field: GraphQLField<unknown, unknown>, nodes: Nodes, told: string | null): SelectionProjection | null {
    const named = getNamedType(field.type);
    if (!isCompositeType(named)) return null;
    const selectionSets = nodes.flatMap((node) => node.selectionSet ?? []);
    return this.project(named, selectionSets, told);
  }

  /** An edge goes with its node: of an edge without one in the selection, the node is fetched to be decided. */
  #edgeGuard(type: GraphQLObjectType, asked: readonly FieldProjection[]): FieldProjection | null {
    const node = asked.some(({ fieldName }) => fieldName === 'node')
      ? null
      : guardedNode(this.#options.supergraph, type);
    if (node === null) return null;
    return {
      responseKey: 'node',
      canonicalKey: 'node',
      fieldName: 'node',
      policy: this.#options.supergraph.policyOf(type.name, 'node'),
      type: node.field.type,
      selection: this.project(node.named, [], null),
      source: 'data',
      pruned: false,
      isShown: false,
      isAsked: false,
    };
  }

  #metaField(parent: GraphQLCompositeType, responseKey: string, nodes: Nodes): FieldProjection {
    const projection = projectMetaField(parent, responseKey, nodes[0]);
    if (projection.source === 'introspection') {
      for (const node of nodes) countBelow(this.#options.expansion, node);
      this.introspection.push(...nodes);
    }
    return projection;
  }
}
