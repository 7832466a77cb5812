import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
} from 'graphql';
import type { FieldPolicy } from '../../schema/field-policy.js';
import type { Supergraph } from '../../schema/supergraph.js';
import { SELECTIONS_MAX } from '../limit/limits.js';
import { DocumentError } from '../read/document-error.js';
import { namingCoordinates } from '../read/name-coordinate.js';
import type { AskedBy } from './asked-by.js';
import { bindArguments } from './bind-arguments.js';
import { CanonicalCalls, CanonicalSelection } from './canonical-selection.js';
import { collectFields, type Expansion } from './collect-fields.js';
import type { CoercedVariables } from './conditions.js';
import { introspectionDocument } from './introspection.js';
import { isMetaField } from './meta-fields.js';
import type { ObjectProjection } from './projection.js';
import { Projector } from './projector.js';
import { Selector } from './selection-to-fetch.js';
import { writeOperation } from './write-operation.js';

/** A validated operation, rewritten in words of our own: what is planned, and how its data maps back to what was asked. */
export interface CanonicalOperation {
  /** What to fetch, one after the other; none when nothing has to be. A mutation has a step for each field at its root. */
  readonly steps: readonly CanonicalStep[];
  readonly root: ObjectProjection;
  /** What it is asked by, for its entry. */
  readonly asked: AskedBy;
  /** Selections visited, fragments counted at each spread. */
  readonly selections: number;
  /** The caller's own `__schema` and `__type`, to be executed on the consumer schema; null when there are none. */
  readonly introspection: DocumentNode | null;
}

export interface CanonicalStep {
  /** The text to plan, and the plan's key. */
  readonly text: string;
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

/**
 * Rewrites a validated operation so that no word of the caller's reaches the planner or the merged data: conditions
 * resolved, fragments inlined, aliases gone, handlings added. A caller that could name a key there could write the
 * handling, the entity key or the type by which its own request is decided.
 */
export function canonicalise(asked: OperationToCanonicalise, options: CanonicaliseOptions): CanonicalOperation {
  const { consumerSchema } = options.supergraph;
  return namingCoordinates(consumerSchema, asked.document, () => rewrite(asked, options));
}

function rewrite(asked: OperationToCanonicalise, options: CanonicaliseOptions): CanonicalOperation {
  const { operation, document, variables } = asked;
  const { supergraph, isPruned, selectionsMax = SELECTIONS_MAX } = options;
  const { consumerSchema: schema } = supergraph;
  const type = rootTypeOf(operation, supergraph);
  const fragments = fragmentsOf(document);
  const expanding = (): Expansion => ({ schema, fragments, variables, selectionsMax, selections: 0 });
  const calls = new CanonicalCalls();
  const selected = selectAll(operation, type, { expansion: expanding(), supergraph, isPruned, calls });
  const expansion = expanding();
  const projector = new Projector({ expansion, supergraph, isPruned, calls });
  const root = projector.projectObject(type, [operation.selectionSet]);
  return {
    steps: selected.filter((wanted) => !wanted.isEmpty).map((wanted) => stepOf(asked, wanted, schema)),
    root,
    asked: projector.asked,
    selections: expansion.selections,
    introspection: introspectionDocument(operation, projector.introspection, fragments.values()),
  };
}

function rootTypeOf(operation: OperationDefinitionNode, { consumerSchema }: Supergraph): GraphQLObjectType {
  const type = consumerSchema.getRootType(operation.operation);
  if (type) return type;
  throw DocumentError.at('DOCUMENT_INVALID', `there is no ${operation.operation}`, operation);
}

/** A mutation's fields run one after the other, and what is below one before the next begins (GraphQL 6.2.2). */
function selectAll(
  { operation, selectionSet }: OperationDefinitionNode,
  type: GraphQLObjectType,
  options: ConstructorParameters<typeof Selector>[0],
): readonly CanonicalSelection[] {
  const selector = new Selector(options);
  if (operation !== 'mutation') {
    const wanted = new CanonicalSelection();
    selector.select(type, [selectionSet], wanted);
    return [wanted];
  }
  const fields = [...collectFields(options.expansion, type, [selectionSet]).values()];
  return fields.filter(([node]) => !isMetaField(node)).map((nodes) => selector.selectAlone(type, nodes));
}

function stepOf(
  { document, operation }: OperationToCanonicalise,
  wanted: CanonicalSelection,
  schema: GraphQLSchema,
): CanonicalStep {
  const { text, bound } = writeOperation(operation.operation, wanted);
  return { text, bind: (values) => namingCoordinates(schema, document, () => bindArguments(bound, values)) };
}

const fragmentsOf = (document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
