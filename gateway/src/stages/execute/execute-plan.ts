import { assertNever } from '@chancery/shared/errors';
import type { TypeLattice } from '../../schema/type-lattice.js';
import type { EntityFetchNode, PlanNode, QueryPlan, RootFetchNode } from '../plan/query-plan.js';
import type { CallSubgraph, SubgraphAnswer } from './call-subgraph.js';
import type { Cut } from './cut.js';
import { takeEntities } from './entity-answer.js';
import type { Merged } from './entity-paths.js';
import { FailureTree, UNKNOWN, UNREACHABLE } from './failures.js';
import type { Failure, Fetched } from './fetched.js';
import { mergeAnswer } from './merge.js';
import { MergedObject } from './merged-object.js';
import { prepareEntities } from './representations.js';
import { SharedObjects } from './shared-objects.js';
import { canonicalPath, readSubgraphErrors } from './subgraph-errors.js';

export interface ExecutionOptions {
  readonly types: TypeLattice;
  /** Of the canonical operation. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly callSubgraph: CallSubgraph;
  /** Aborted at the deadline or when the caller goes away: what has not answered by then did not answer. */
  readonly signal: Cut;
  /** False where each place is to have an object of its own: what is fetched and what fails is the same. */
  readonly shares?: boolean;
}

/** Runs a plan and merges what the subgraphs answer. Whatever they answer, it returns: what went wrong is in `failures`. */
export async function executePlan(plan: QueryPlan, options: ExecutionOptions): Promise<Fetched> {
  const execution = new Execution(options);
  if (plan.node) await execution.run(plan.node);
  const { data, failures, absent, shared } = execution;
  return {
    data,
    failures: failures.toNode(),
    ...(absent.size > 0 ? { absent } : {}),
    ...(shared === null || shared.isEmpty ? {} : { shared }),
  };
}

class Execution {
  readonly data = new MergedObject();
  readonly failures = new FailureTree();
  readonly absent = new Set<MergedObject>();
  readonly shared: SharedObjects | null;
  readonly #merged: Merged;

  constructor(readonly options: ExecutionOptions) {
    const { types, shares = true } = options;
    this.shared = shares ? new SharedObjects(this.absent) : null;
    this.#merged = { root: this.data, types, absent: this.absent, shared: this.shared };
  }

  async run(node: PlanNode): Promise<void> {
    switch (node.kind) {
      case 'sequence':
        for (const step of node.nodes) await this.run(step);
        return;
      case 'parallel':
        await Promise.all(node.nodes.map((branch) => this.run(branch)));
        return;
      case 'condition': {
        const next = this.options.variables[node.variableName] === true ? node.whenTrue : node.otherwise;
        if (next) await this.run(next);
        return;
      }
      case 'root-fetch':
        return this.#fetchRoot(node);
      case 'entity-fetch':
        return this.#fetchEntities(node);
      default:
        return assertNever(node);
    }
  }

  async #fetchRoot(node: RootFetchNode): Promise<void> {
    const answer = await this.#call(node, {});
    const { data, errors } = answer.outcome === 'answered' ? answer : NOTHING;
    for (const { failure, path } of readSubgraphErrors(errors, node.action)) {
      const place = canonicalPath(node.shape, path);
      if (place.length > 0) this.failures.add(place, failure);
      else this.#failRoot(node, failure);
    }
    if (!isObject(data)) return this.#failRoot(node, failureOf(node, answer));
    for (const place of mergeAnswer(node.shape, data, this.data, this.#merged))
      this.failures.add(place, node.action === 'write' && place.length === 1 ? UNKNOWN : UNREACHABLE);
    if (node.action === 'read') return;
    // A command of which nothing is said, not even null, was not refused.
    for (const { key, answerKey } of node.shape.fields)
      if (!Object.hasOwn(data, answerKey)) this.failures.add([key], UNKNOWN);
  }

  async #fetchEntities(node: EntityFetchNode): Promise<void> {
    const request = prepareEntities(this.#merged, node.batches);
    if (!request.isNeeded) return;
    const answer = await this.#call(node, request.variables);
    const { data, errors } = answer.outcome === 'answered' ? answer : NOTHING;
    takeEntities(this.#merged, this.failures, request, {
      data: isObject(data) ? data : {},
      errors: readSubgraphErrors(errors, node.action),
    });
  }

  #call(node: RootFetchNode | EntityFetchNode, variables: Readonly<Record<string, unknown>>): Promise<SubgraphAnswer> {
    const { subgraph, action, operation, operationName, variableNames } = node;
    const { signal, callSubgraph, variables: known } = this.options;
    const sent = variableNames.filter((name) => Object.hasOwn(known, name)).map((name) => [name, known[name]]);
    return callSubgraph({
      subgraph,
      action,
      operation,
      operationName,
      variables: sent.length === 0 ? variables : { ...Object.fromEntries(sent), ...variables },
      signal,
    });
  }

  /** One failure for each root field that was asked for. */
  #failRoot({ shape }: RootFetchNode, failure: Failure): void {
    for (const field of shape.fields) this.failures.add([field.key], failure);
  }
}

/** Of a command that gave no data and no reason nobody can say what became of it, unless it was never taken. */
function failureOf({ action }: RootFetchNode, answer: SubgraphAnswer): Failure {
  const mayHaveRun = answer.outcome === 'answered' ? answer.errors.length === 0 : answer.mayHaveRun;
  return action === 'write' && mayHaveRun ? UNKNOWN : UNREACHABLE;
}

const NOTHING = { data: null, errors: [] };

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
