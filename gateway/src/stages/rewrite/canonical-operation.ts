import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import type { FieldPolicy } from '../../schema/field-policy.js';
import type { Supergraph } from '../../schema/supergraph.js';
import { SELECTIONS_MAX } from '../limit/limits.js';
import { DocumentError } from '../read/document-error.js';
import { bindArguments } from './bind-arguments.js';
import { CanonicalCalls, type CanonicalField, type CanonicalSelection } from './canonical-selection.js';
import { collectFields, type Expansion, refuseAbstract } from './collect-fields.js';
import type { CoercedVariables } from './conditions.js';
import { countBelow, introspectionDocument } from './introspection.js';
import { isMetaField, projectMetaField } from './meta-fields.js';
import type { FieldProjection, ObjectProjection } from './projection.js';
import { type WrittenOperation, writeOperation } from './write-operation.js';

/** A validated operation, rewritten in words of our own: what is planned, and how its data maps back to what was asked. */
export interface CanonicalOperation {
  /** The text to plan, and the plan's key; null when nothing has to be fetched. */
  readonly text: string | null;
  readonly root: ObjectProjection;
  /** Selections visited, fragments counted at each spread. */
  readonly selections: number;
  /** The caller's own `__schema` and `__type`, to be executed on the consumer schema; null when there are none. */
  readonly introspection: DocumentNode | null;
  /** The values of the text's variables. Everything else here depends on the variables only through `@skip` and `@include`. */
  bind(variables: CoercedVariables): Record<string, unknown>;
}

export interface OperationToCanonicalise {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** Coerced, defaults applied. */
  readonly variables: CoercedVariables;
}

export interface CanonicaliseOptions {
  readonly supergraph: Supergraph;
  /** Nothing in the vocabulary could open the coordinate for this profile. */
  readonly isPruned: (policy: FieldPolicy) => boolean;
  readonly selectionsMax?: number;
}

const NOT_SERVED: Readonly<Record<OperationTypeNode, string>> = {
  query: 'queries are not served',
  mutation: 'mutations are not served yet',
  subscription: 'subscriptions are not served yet',
};

/**
 * Rewrites a validated operation so that no word of the caller's reaches the planner or the merged data: conditions
 * resolved, fragments inlined, aliases gone, handlings added. A caller that could name a key there could write the
 * handling, the entity key or the type by which its own request is decided.
 */
export function canonicalise(asked: OperationToCanonicalise, options: CanonicaliseOptions): CanonicalOperation {
  const { operation, document, variables } = asked;
  const { consumerSchema: schema } = options.supergraph;
  const queryType = operation.operation === 'query' ? schema.getQueryType() : null;
  if (!queryType) throw DocumentError.at('DOCUMENT_INVALID', NOT_SERVED[operation.operation], operation);

  const { selectionsMax = SELECTIONS_MAX } = options;
  const expansion: Expansion = { schema, fragments: fragmentsOf(document), variables, selectionsMax, selections: 0 };
  const wanted: CanonicalSelection = new Map();
  const projector = new Projector(expansion, options);
  const root = projector.project(queryType, [operation.selectionSet], wanted);
  const written: WrittenOperation | null = wanted.size > 0 ? writeOperation(wanted) : null;
  return {
    text: written?.text ?? null,
    root,
    selections: expansion.selections,
    introspection: introspectionDocument(operation, projector.introspection, expansion.fragments.values()),
    bind: (values) => (written ? bindArguments(written.bound, values) : {}),
  };
}

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );

/** Builds the projection and, beside it, the selection to fetch; a pruned field is in the first and not in the second. */
class Projector {
  readonly introspection: FieldNode[] = [];
  readonly #calls = new CanonicalCalls();

  constructor(
    readonly expansion: Expansion,
    readonly options: CanonicaliseOptions,
  ) {}

  project(
    type: GraphQLObjectType,
    selectionSets: readonly SelectionSetNode[],
    wanted: CanonicalSelection | null,
    pageOf: string | null = null,
  ): ObjectProjection {
    const { supergraph } = this.options;
    const rowsOf = supergraph.countedBy(type.name) ?? (type.name === 'PageInfo' ? pageOf : null);
    const handledBy = supergraph.handledBy(type.name);
    if (handledBy === 'OWN') {
      // The owner's integer, by which the object is decided; the caller's schema has no such field.
      wanted?.set('handling', leaf('handling'));
      // The ledger names each row that was read, whether or not the caller asked for its id.
      wanted?.set('id', leaf('id'));
    }

    const collected = collectFields(this.expansion, type, selectionSets);
    const asked = Array.from(collected, ([responseKey, nodes]) =>
      this.#field(type, responseKey, nodes, wanted, rowsOf),
    );
    // What a count or a page tells of rows is marked by their handlings.
    if (rowsOf !== null && asked.some(tellsOfRows)) wanted?.set('handlings', leaf('handlings'));
    const guard = asked.some(({ fieldName }) => fieldName === 'node') ? null : this.#edgeGuard(type, wanted);
    const fields = guard === null ? asked : [...asked, guard];
    return { typeName: type.name, handledBy, owner: supergraph.ownerOf(type.name), rowsOf, fields };
  }

  #field(
    parent: GraphQLObjectType,
    responseKey: string,
    nodes: readonly [FieldNode, ...FieldNode[]],
    wanted: CanonicalSelection | null,
    rowsOf: string | null,
  ): FieldProjection {
    const [node] = nodes;
    if (isMetaField(node)) return this.#metaField(parent, responseKey, nodes);
    const field = parent.getFields()[node.name.value];
    if (!field) throw DocumentError.at('DOCUMENT_INVALID', `unknown field \`${node.name.value}\``, node);
    const policy = this.options.supergraph.policyOf(parent.name, field.name);
    const pruned = this.options.isPruned(policy);

    const fetched = pruned || !wanted ? null : this.#fetch(parent, field, node, wanted);
    const selection = this.#selection(field, nodes, fetched?.selection ?? null, rowsOf);
    return {
      responseKey,
      canonicalKey: fetched?.key ?? field.name,
      fieldName: field.name,
      policy,
      type: field.type,
      selection,
      source: 'data',
      pruned,
      isShown: true,
    };
  }

  /** An edge goes with its node: of an edge without one in the selection, the node is fetched to be decided. */
  #edgeGuard(type: GraphQLObjectType, wanted: CanonicalSelection | null): FieldProjection | null {
    const { supergraph } = this.options;
    const field = type.name.endsWith('Edge') ? type.getFields().node : undefined;
    const named = field ? getNamedType(field.type) : undefined;
    if (!field || !isObjectType(named) || supergraph.handledBy(named.name) !== 'OWN') return null;
    const node: CanonicalField = {
      key: 'node',
      name: 'node',
      call: null,
      selection: wanted === null ? null : new Map(),
    };
    wanted?.set('node', node);
    return {
      responseKey: 'node',
      canonicalKey: 'node',
      fieldName: 'node',
      policy: supergraph.policyOf(type.name, 'node'),
      type: field.type,
      selection: this.project(named, [], node.selection),
      source: 'data',
      pruned: false,
      isShown: false,
    };
  }

  #metaField(
    parent: GraphQLObjectType,
    responseKey: string,
    nodes: readonly [FieldNode, ...FieldNode[]],
  ): FieldProjection {
    const projection = projectMetaField(parent, responseKey, nodes[0]);
    if (projection.source === 'introspection') {
      for (const node of nodes) countBelow(this.expansion, node);
      this.introspection.push(...nodes);
    }
    return projection;
  }

  /** Everything below a pruned field is projected too, so that one shape of the operation serves every profile; none of it is fetched. */
  #selection(
    field: GraphQLField<unknown, unknown>,
    nodes: readonly [FieldNode, ...FieldNode[]],
    wanted: CanonicalSelection | null,
    rowsOf: string | null,
  ): ObjectProjection | null {
    const named = getNamedType(field.type);
    if (isAbstractType(named)) refuseAbstract(nodes[0]);
    if (!isObjectType(named)) return null;
    const selectionSets = nodes.flatMap((node) => node.selectionSet ?? []);
    return this.project(named, selectionSets, wanted, rowsOf);
  }

  #fetch(
    parent: GraphQLObjectType,
    field: GraphQLField<unknown, unknown>,
    node: FieldNode,
    wanted: CanonicalSelection,
  ): CanonicalField {
    const call = this.#calls.callOf(parent.name, field, node);
    const key = call?.key ?? field.name;
    const known = wanted.get(key);
    if (known) return known;
    const selection: CanonicalSelection | null = isObjectType(getNamedType(field.type)) ? new Map() : null;
    const fetched: CanonicalField = { key, name: field.name, call, selection };
    wanted.set(key, fetched);
    return fetched;
  }
}

const tellsOfRows = ({ source, selection, pruned }: FieldProjection): boolean =>
  source === 'data' && selection === null && !pruned;

const leaf = (name: string): CanonicalField => ({ key: name, name, call: null, selection: null });
