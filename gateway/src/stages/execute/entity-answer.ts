import type { AnswerShape } from '../plan/answer-shape.js';
import type { EntityBatch } from '../plan/query-plan.js';
import { keysOf, type Merged, visitEntities } from './entity-paths.js';
import { type FailureTree, type PathKey, UNREACHABLE } from './failures.js';
import type { Failure } from './fetched.js';
import { Merge } from './merge.js';
import type { MergedObject } from './merged-object.js';
import type { EntityRequest, PreparedBatch } from './representations.js';
import { canonicalPath, type SubgraphError } from './subgraph-errors.js';

/** A failure below one object. */
interface LocalFailure {
  readonly place: readonly PathKey[];
  readonly failure: Failure;
}

/** Merges a subgraph's answer about entities into the objects that it was asked for, and notes what failed where. */
export function takeEntities(
  merged: Merged,
  failures: FailureTree,
  request: Pick<EntityRequest, 'batches' | 'copied'>,
  answer: { readonly data: object; readonly errors: readonly SubgraphError[] },
): void {
  const located = request.batches.map((prepared) => ({
    prepared: { ...prepared, targets: targetsNow(merged, prepared, request.copied) },
    failed: new Map<MergedObject, LocalFailure[]>(),
  }));
  for (const { prepared, failed } of located) {
    const entities = entitiesOf(answer.data, prepared);
    if (entities) mergeEntities(merged, prepared, entities, failed);
    else failBatch(failures, prepared.batch, UNREACHABLE);
  }
  for (const error of answer.errors) {
    const asked = located.filter(({ prepared }) => prepared.batch.answerKey === error.path[0]);
    for (const { prepared, failed } of asked.length > 0 ? asked : located) takeError(failures, prepared, error, failed);
  }
  for (const { prepared, failed } of located) addFailures(merged, failures, prepared.batch, failed);
}

/** What it was asked for, and what another fetch has meanwhile copied of it. */
const targetsNow = ({ shared }: Merged, { targets }: PreparedBatch, copied: number): PreparedBatch['targets'] =>
  shared === null || shared.copied === copied ? targets : targets.map((same) => shared.withCopies(same, copied));

/** Entities are told apart by their place alone, so in a list of another length none can be told. */
function entitiesOf(data: object, { batch, targets }: PreparedBatch): readonly unknown[] | null {
  if (!Object.hasOwn(data, batch.answerKey)) return null;
  const entities = (data as Readonly<Record<string, unknown>>)[batch.answerKey];
  return Array.isArray(entities) && entities.length === targets.length ? entities : null;
}

function mergeEntities(
  merged: Merged,
  { batch, targets }: PreparedBatch,
  entities: readonly unknown[],
  failed: Map<MergedObject, LocalFailure[]>,
): void {
  const merge = new Merge(merged);
  for (const [index, entity] of entities.entries()) {
    if (entity === null || entity === undefined) {
      if (labels(batch)) for (const target of targets[index] ?? []) merged.absent.add(target);
      continue;
    }
    const isObject = typeof entity === 'object' && !Array.isArray(entity);
    for (const target of targets[index] ?? []) {
      const malformed = isObject ? merge.take(batch.shape, entity, target) : fieldPaths(batch.shape);
      note(failed, target, malformed, UNREACHABLE);
    }
  }
}

/** Whether it is asked of the subgraph that labels the entities: nobody else can say that there is none. */
const labels = ({ shape }: EntityBatch): boolean => shape.fields.some(({ key }) => key === 'handling');

function takeError(
  failures: FailureTree,
  { batch, targets }: PreparedBatch,
  { path, failure }: SubgraphError,
  failed: Map<MergedObject, LocalFailure[]>,
): void {
  const [answerKey, index, ...rest] = path;
  if (answerKey !== batch.answerKey || typeof index !== 'number') {
    failBatch(failures, batch, failure);
    return;
  }
  const place = canonicalPath(batch.shape, rest);
  const places = place.length > 0 ? [place] : fieldPaths(batch.shape);
  for (const target of targets[index] ?? []) note(failed, target, places, failure);
}

function note(
  failed: Map<MergedObject, LocalFailure[]>,
  target: MergedObject,
  places: readonly (readonly PathKey[])[],
  failure: Failure,
): void {
  if (places.length === 0) return;
  const known = failed.get(target) ?? [];
  failed.set(target, known);
  known.push(...places.map((place) => ({ place, failure })));
}

/** Where an object stands is worked out only now: it is seldom asked, and keeping it would cost every request. */
function addFailures(
  merged: Merged,
  failures: FailureTree,
  batch: EntityBatch,
  failed: ReadonlyMap<MergedObject, readonly LocalFailure[]>,
): void {
  if (failed.size === 0) return;
  for (const path of batch.paths) {
    visitEntities(merged, path, (entity, position) => {
      for (const { place, failure } of failed.get(entity) ?? []) failures.add([...position, ...place], failure);
    });
  }
}

/** One failure for each field of a whole batch; without indices, for it says nothing of how many objects there are. */
function failBatch(failures: FailureTree, batch: EntityBatch, failure: Failure): void {
  for (const path of batch.paths) {
    for (const place of fieldPaths(batch.shape)) failures.add([...keysOf(path), ...place], failure);
  }
}

const fieldPaths = (shape: AnswerShape): readonly (readonly PathKey[])[] => shape.fields.map((field) => [field.key]);
