import type { Action } from '@chancery/shared/vocabulary';
import type { AnswerShape } from './answer-shape.js';

/** What to ask of which subgraph in which order, read strictly from the planner's answer and ready to run. */
export interface QueryPlan {
  readonly node: PlanNode | null;
}

export type PlanNode = SequenceNode | ParallelNode | ConditionNode | RootFetchNode | EntityFetchNode;

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly nodes: readonly PlanNode[];
}

export interface ParallelNode {
  readonly kind: 'parallel';
  readonly nodes: readonly PlanNode[];
}

export interface ConditionNode {
  readonly kind: 'condition';
  readonly variableName: string;
  readonly whenTrue: PlanNode | null;
  readonly otherwise: PlanNode | null;
}

interface FetchRequest {
  readonly subgraph: string;
  /** What its signed context lets it do. */
  readonly action: Action;
  readonly operation: string;
  readonly operationName: string | null;
  /** Variables of the canonical operation that this one uses too. */
  readonly variableNames: readonly string[];
}

/** Asks root fields and merges the answer into the root. */
export interface RootFetchNode extends FetchRequest {
  readonly kind: 'root-fetch';
  readonly shape: AnswerShape;
}

/** Asks for more of entities that earlier fetches brought: one `_entities` call for each batch, in one request. */
export interface EntityFetchNode extends FetchRequest {
  readonly kind: 'entity-fetch';
  readonly batches: readonly EntityBatch[];
}

export interface EntityBatch {
  /** Key of the entities in the answer. */
  readonly answerKey: string;
  /** Batches may share one variable: then they send one list of representations. */
  readonly representationsVariable: string;
  readonly paths: readonly (readonly PathStep[])[];
  readonly requires: readonly RequiredSelection[];
  readonly typenameRewrites: readonly TypenameRewrite[];
  /** Of one entity. */
  readonly shape: AnswerShape;
}

/** One step from the root of the merged data to the entities of a batch. */
export type PathStep =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'items' }
  | { readonly kind: 'type'; readonly typeNames: readonly string[] };

export type RequiredSelection = RequiredField | RequiredFragment;

export interface RequiredField {
  readonly kind: 'field';
  /** Key to read in the merged data. */
  readonly readKey: string;
  /** Key to send. */
  readonly sendKey: string;
  readonly selections: readonly RequiredSelection[];
}

export interface RequiredFragment {
  readonly kind: 'fragment';
  readonly typeName: string;
  readonly selections: readonly RequiredSelection[];
}

/** Tells a subgraph the type name that it knows the entity by. */
export interface TypenameRewrite {
  readonly typeNames: readonly string[];
  readonly key: string;
  readonly value: string;
}
