import type { TypeLattice } from '../../schema/type-lattice.js';
import type { EntityBatch, RequiredField, RequiredSelection } from '../plan/query-plan.js';
import { isOfType, type Merged, visitEntities } from './entity-paths.js';
import { MergedObject } from './merge.js';

/** The entities of one request, each told to the subgraph once. */
export interface EntityRequest {
  /** A list for every representations variable, empty ones too. */
  readonly variables: Readonly<Record<string, readonly MergedObject[]>>;
  readonly batches: readonly PreparedBatch[];
  /** False when there is no entity to ask about. */
  readonly isNeeded: boolean;
}

export interface PreparedBatch {
  readonly batch: EntityBatch;
  /** By index of the representation, the objects that its answer goes to; empty for another batch's representation. */
  readonly targets: readonly (readonly MergedObject[])[];
}

/** Reads the keys and requirements of all entities at the batches' paths. */
export function prepareEntities(merged: Merged, batches: readonly EntityBatch[]): EntityRequest {
  const lists = new Map<string, RepresentationList>();
  const collected = batches.map((batch) => {
    const list = lists.get(batch.representationsVariable) ?? new RepresentationList();
    lists.set(batch.representationsVariable, list);
    return { batch, list, targets: collectTargets(merged, batch, list) };
  });
  // A list may have grown through a later batch that shares it: every batch gets a place for each of its entries.
  const prepared = collected.map(({ batch, list, targets }) => ({
    batch,
    targets: list.representations.map((_, index) => targets.get(index) ?? []),
  }));
  return {
    variables: Object.fromEntries(Array.from(lists, ([name, list]) => [name, list.representations])),
    batches: prepared,
    isNeeded: [...lists.values()].some((list) => list.representations.length > 0),
  };
}

class RepresentationList {
  readonly representations: MergedObject[] = [];
  readonly #indices = new Map<string, number>();

  indexOf(representation: MergedObject): number {
    const text = JSON.stringify(representation);
    const known = this.#indices.get(text);
    if (known !== undefined) return known;
    this.#indices.set(text, this.representations.length);
    return this.representations.push(representation) - 1;
  }
}

/** Of an entity that is asked for nothing: it says too little. */
const NOWHERE = -1;

function collectTargets(
  merged: Merged,
  batch: EntityBatch,
  list: RepresentationList,
): ReadonlyMap<number, readonly MergedObject[]> {
  const targets = new Map<number, MergedObject[]>();
  // A hundred places hold a handful of entities: each is read and written out once, and known again by what it is read of.
  const known = new Map<string, number>();
  const place = (entity: MergedObject): number => {
    const representation = representationOf(entity, batch, merged.types);
    return representation === null ? NOWHERE : list.indexOf(representation);
  };
  for (const path of batch.paths) {
    visitEntities(merged, path, (entity) => {
      const text = textOfRead(entity, batch.requires);
      let index = text === null ? undefined : known.get(text);
      if (index === undefined) {
        index = place(entity);
        if (text !== null) known.set(text, index);
      }
      if (index === NOWHERE) return;
      const same = targets.get(index);
      if (same) same.push(entity);
      else targets.set(index, [entity]);
    });
  }
  return targets;
}

/**
 * Everything that a representation is read of, the type first; null where something in it is nested. Equal texts are of entities
 * that are read alike: a text in it has its length before it, so that no two readings run into one another.
 */
function textOfRead(entity: MergedObject, requires: readonly RequiredSelection[]): string | null {
  const { __typename } = entity;
  let text = typeof __typename === 'string' ? __typename : '';
  for (const selection of requires) {
    const part =
      selection.kind === 'fragment' ? textOfRead(entity, selection.selections) : textOfField(entity, selection);
    if (part === null) return null;
    text += `,${part}`;
  }
  return text;
}

function textOfField(entity: MergedObject, { readKey, selections }: RequiredField): string | null {
  const value = entity[readKey];
  if (typeof value === 'string') return `${value.length}:${value}`;
  if (selections.length > 0 || (typeof value === 'object' && value !== null)) return null;
  return String(value);
}

/** Null when nothing but the type is known: a subgraph cannot find such an entity. */
function representationOf(
  entity: MergedObject,
  { requires, typenameRewrites }: EntityBatch,
  types: TypeLattice,
): MergedObject | null {
  const representation = readRequired(entity, requires, types);
  const isIdentified = Object.entries(representation).some(([key, value]) => key !== '__typename' && value !== null);
  if (!isIdentified) return null;
  for (const { typeNames, key, value } of typenameRewrites) {
    // Into the representation only: the entity keeps its own type.
    if (isOfType(entity, typeNames, types)) representation[key] = value;
  }
  return representation;
}

function readRequired(
  entity: MergedObject,
  selections: readonly RequiredSelection[],
  types: TypeLattice,
): MergedObject {
  const representation = new MergedObject();
  const read = (required: readonly RequiredSelection[]): void => {
    for (const selection of required) {
      if (selection.kind === 'fragment') {
        if (isOfType(entity, [selection.typeName], types)) read(selection.selections);
        continue;
      }
      const value = entity[selection.readKey];
      if (value === undefined) continue;
      representation[selection.sendKey] =
        selection.selections.length > 0 ? readNested(value, selection.selections, types) : value;
    }
  };
  read(selections);
  return representation;
}

function readNested(value: unknown, selections: readonly RequiredSelection[], types: TypeLattice): unknown {
  if (Array.isArray(value)) return value.map((item) => readNested(item, selections, types));
  return value instanceof MergedObject ? readRequired(value, selections, types) : null;
}
