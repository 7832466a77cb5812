import { z } from 'zod';

/** The planner's own JSON. Strict everywhere: a field or a word that we do not know may change what the plan means. */

const pathSegment = z.union([
  z.literal('@'),
  z.strictObject({ Field: z.string() }),
  z.strictObject({ TypeCondition: z.array(z.string()) }),
]);
export type PlannerPathSegment = z.infer<typeof pathSegment>;

const rewriteSegment = z.union([
  z.strictObject({ Key: z.string() }),
  z.strictObject({ TypenameEquals: z.array(z.string()) }),
]);
const valueSetter = z.strictObject({
  ValueSetter: z.strictObject({ path: z.array(rewriteSegment), setValueTo: z.string() }),
});
const keyRenamer = z.strictObject({
  KeyRenamer: z.strictObject({ path: z.array(rewriteSegment), renameKeyTo: z.string() }),
});
export type ValueSetter = z.infer<typeof valueSetter>['ValueSetter'];
export type KeyRenamer = z.infer<typeof keyRenamer>['KeyRenamer'];

export type PlannerRequires =
  | { kind: 'Field'; name: string; alias?: string | undefined; selections?: PlannerRequires[] | undefined }
  | { kind: 'InlineFragment'; typeCondition: string; selections: PlannerRequires[] };

const requires: z.ZodType<PlannerRequires> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('Field'),
      name: z.string(),
      alias: z.string().optional(),
      selections: z.array(requires).optional(),
    }),
    z.strictObject({ kind: z.literal('InlineFragment'), typeCondition: z.string(), selections: z.array(requires) }),
  ]),
);

const request = {
  serviceName: z.string(),
  operationKind: z.enum(['query', 'mutation', 'subscription']),
  operation: z.string(),
  operationName: z.string().optional(),
  variableUsages: z.array(z.string()).optional(),
  // Says what the operation's own text says: a field without sub-selections is taken whole.
  customScalarPaths: z.unknown().optional(),
};
const fetchNode = z.strictObject({
  kind: z.literal('Fetch'),
  ...request,
  requires: z.array(requires).optional(),
  inputRewrites: z.array(valueSetter).optional(),
  outputRewrites: z.array(keyRenamer).optional(),
});
export type PlannerFetch = z.infer<typeof fetchNode>;

const batchFetchNode = z.strictObject({
  kind: z.literal('BatchFetch'),
  ...request,
  entityBatch: z.strictObject({
    aliases: z.array(
      z.strictObject({
        alias: z.string(),
        representationsVariableName: z.string(),
        paths: z.array(z.array(pathSegment)),
        requires: z.array(requires),
        inputRewrites: z.array(valueSetter).optional(),
        outputRewrites: z.array(keyRenamer).optional(),
      }),
    ),
  }),
});
export type PlannerBatchFetch = z.infer<typeof batchFetchNode>;

/** Executed once for each event: what it fetches first is of the record that the event is about. */
const subscriptionNode = z.strictObject({ kind: z.literal('Subscription'), primary: z.strictObject(request) });
export type PlannerSubscription = z.infer<typeof subscriptionNode>;

const flattenNode = z.strictObject({ kind: z.literal('Flatten'), path: z.array(pathSegment), node: fetchNode });
export type PlannerFlatten = z.infer<typeof flattenNode>;

export type PlannerNode =
  | PlannerFetch
  | PlannerBatchFetch
  | PlannerFlatten
  | PlannerSubscription
  | { kind: 'Sequence'; nodes: PlannerNode[] }
  | { kind: 'Parallel'; nodes: PlannerNode[] }
  | { kind: 'Condition'; condition: string; ifClause?: PlannerNode | undefined; elseClause?: PlannerNode | undefined };

const planNode: z.ZodType<PlannerNode> = z.lazy(() =>
  z.discriminatedUnion('kind', [
    fetchNode,
    batchFetchNode,
    flattenNode,
    subscriptionNode,
    z.strictObject({ kind: z.literal('Sequence'), nodes: z.array(planNode) }),
    z.strictObject({ kind: z.literal('Parallel'), nodes: z.array(planNode) }),
    z.strictObject({
      kind: z.literal('Condition'),
      condition: z.string(),
      ifClause: planNode.optional(),
      elseClause: planNode.optional(),
    }),
  ]),
);

/** A whole plan as the planner writes it. */
export const plannerAnswer = z.strictObject({ kind: z.literal('QueryPlan'), node: planNode.optional() });
