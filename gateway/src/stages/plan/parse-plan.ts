import { InternalError } from '@chancery/shared/errors';
import { renamed, shapeAt, shapeOf } from './answer-shape.js';
import {
  type PlannerBatchFetch,
  type PlannerFetch,
  type PlannerFlatten,
  type PlannerNode,
  type PlannerPathSegment,
  type PlannerRequires,
  type PlannerSubscription,
  plannerAnswer,
  type ValueSetter,
} from './planner-answer.js';
import type {
  EntityFetchNode,
  PathStep,
  PlanNode,
  QueryPlan,
  RequiredSelection,
  RootFetchNode,
  TypenameRewrite,
} from './query-plan.js';

/** Reads a plan as the planner gave it. Throws on anything that it does not know: a step that is skipped may be the one that filters. */
export function parseQueryPlan(answer: unknown): QueryPlan {
  const parsed = plannerAnswer.safeParse(answer);
  if (!parsed.success)
    throw new InternalError('INTERNAL', 'the query plan has an unknown form', { cause: parsed.error });
  return { node: parsed.data.node ? toNode(parsed.data.node) : null };
}

function toNode(node: PlannerNode): PlanNode {
  switch (node.kind) {
    case 'Sequence':
      return { kind: 'sequence', nodes: node.nodes.map(toNode) };
    case 'Parallel':
      return { kind: 'parallel', nodes: node.nodes.map(toNode) };
    case 'Condition':
      return {
        kind: 'condition',
        variableName: node.condition,
        whenTrue: node.ifClause ? toNode(node.ifClause) : null,
        otherwise: node.elseClause ? toNode(node.elseClause) : null,
      };
    case 'Fetch':
      return toRootFetch(node);
    case 'Subscription':
      return { kind: 'root-fetch', ...toRequest(node.primary), shape: shapeOf(node.primary.operation) };
    case 'Flatten':
      return toEntityFetch(node);
    case 'BatchFetch':
      return toBatchedEntityFetch(node);
  }
}

const toRequest = (node: PlannerFetch | PlannerBatchFetch | PlannerSubscription['primary']) => ({
  subgraph: node.serviceName,
  action: node.operationKind === 'mutation' ? ('write' as const) : ('read' as const),
  operation: node.operation,
  operationName: node.operationName ?? null,
  variableNames: node.variableUsages ?? [],
});

function toRootFetch(node: PlannerFetch): RootFetchNode {
  // Rewrites of its input may stand there all the same, and mean nothing: it has none.
  if (node.requires?.length) {
    throw new InternalError('INTERNAL', 'a fetch at the root requires entities');
  }
  const shape = renamed(
    shapeOf(node.operation),
    (node.outputRewrites ?? []).map((rewrite) => rewrite.KeyRenamer),
  );
  return { kind: 'root-fetch', ...toRequest(node), shape };
}

function toEntityFetch({ path, node }: PlannerFlatten): EntityFetchNode {
  const answer = renamed(
    shapeOf(node.operation),
    (node.outputRewrites ?? []).map((rewrite) => rewrite.KeyRenamer),
  );
  const batch = {
    answerKey: '_entities',
    representationsVariable: 'representations',
    paths: [path.map(toStep)],
    requires: (node.requires ?? []).map(toRequired),
    typenameRewrites: (node.inputRewrites ?? []).map((rewrite) => toTypenameRewrite(rewrite.ValueSetter)),
    shape: shapeAt(answer, '_entities'),
  };
  return { kind: 'entity-fetch', ...toRequest(node), batches: [batch] };
}

function toBatchedEntityFetch(node: PlannerBatchFetch): EntityFetchNode {
  const answer = shapeOf(node.operation);
  const batches = node.entityBatch.aliases.map((alias) => ({
    answerKey: alias.alias,
    representationsVariable: alias.representationsVariableName,
    paths: alias.paths.map((path) => path.map(toStep)),
    requires: alias.requires.map(toRequired),
    typenameRewrites: (alias.inputRewrites ?? []).map((rewrite) => toTypenameRewrite(rewrite.ValueSetter)),
    shape: renamed(
      shapeAt(answer, alias.alias),
      (alias.outputRewrites ?? []).map((rewrite) => rewrite.KeyRenamer),
    ),
  }));
  return { kind: 'entity-fetch', ...toRequest(node), batches };
}

function toStep(segment: PlannerPathSegment): PathStep {
  if (segment === '@') return { kind: 'items' };
  return 'Field' in segment ? { kind: 'key', key: segment.Field } : { kind: 'type', typeNames: segment.TypeCondition };
}

/** Here `name` is where the value is and `alias` what the subgraph calls it: the reverse of an alias in GraphQL. */
function toRequired(selection: PlannerRequires): RequiredSelection {
  if (selection.kind === 'InlineFragment') {
    return { kind: 'fragment', typeName: selection.typeCondition, selections: selection.selections.map(toRequired) };
  }
  return {
    kind: 'field',
    readKey: selection.name,
    sendKey: selection.alias ?? selection.name,
    selections: (selection.selections ?? []).map(toRequired),
  };
}

/** The one form that is known to occur: `__typename` of entities of some types. */
function toTypenameRewrite({ path, setValueTo }: ValueSetter): TypenameRewrite {
  const [test, target, ...rest] = path;
  if (!test || !target || rest.length > 0 || !('TypenameEquals' in test) || !('Key' in target)) {
    throw new InternalError('INTERNAL', 'the query plan rewrites its input in an unknown way');
  }
  return { typeNames: test.TypenameEquals, key: target.Key, value: setValueTo };
}
