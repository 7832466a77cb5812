import type { TypeLattice } from '../../schema/type-lattice.js';
import type { EntityBatch, RequiredSelection } from '../plan/query-plan.js';
import { entitiesAt, isOfType, type Merged } from './entity-paths.js';
import { MergedObject } from './merged-object.js';

/** The entities of one request, each told to the subgraph once. */
export interface EntityRequest {
  /** A list for every representations variable, empty ones too. */
  readonly variables: Readonly<Record<string, readonly MergedObject[]>>;
  readonly batches: readonly PreparedBatch[];
  /** How many copies of shared objects had been made by then. */
  readonly copied: number;
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
    copied: merged.shared?.copied ?? 0,
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
  // A hundred places may hold a handful of entities: each is read and written out once, and known again by what it is read of.
  const known = new Readings(batch.requires);
  const place = (entity: MergedObject): number => {
    const representation = representationOf(entity, batch, merged.types);
    return representation === null ? NOWHERE : list.indexOf(representation);
  };
  for (const entity of entitiesOf(merged, batch)) {
    const index = known.indexOf(entity, place);
    if (index === NOWHERE) continue;
    const same = targets.get(index);
    if (same) same.push(entity);
    else targets.set(index, [entity]);
  }
  return targets;
}

/** Each once, though two of the paths may lead to it. */
function entitiesOf(merged: Merged, { paths }: EntityBatch): Iterable<MergedObject> {
  const [first, second] = paths;
  if (first !== undefined && second === undefined) return entitiesAt(merged, first);
  return new Set(paths.flatMap((path) => entitiesAt(merged, path)));
}

/** What was read so far, one value after another. */
class Reading {
  /** Of the representation of whatever reads so; null before the first. */
  index: number | null = null;
  #further: Map<unknown, Reading> | null = null;

  with(value: unknown): Reading {
    this.#further ??= new Map();
    const known = this.#further.get(value);
    if (known !== undefined) return known;
    const begun = new Reading();
    this.#further.set(value, begun);
    return begun;
  }
}

/** Knows entities again that are read alike: by every value that a representation is read of, their type first. */
class Readings {
  readonly #keys: readonly string[] | null;
  readonly #begin = new Reading();

  constructor(requires: readonly RequiredSelection[]) {
    this.#keys = keysRead(requires);
  }

  indexOf(entity: MergedObject, make: (entity: MergedObject) => number): number {
    if (this.#keys === null) return make(entity);
    let reading = this.#begin;
    for (const key of this.#keys) {
      const value = entity[key];
      // A value with an inside is not known again by itself.
      if (typeof value === 'object' && value !== null) return make(entity);
      reading = reading.with(value);
    }
    reading.index ??= make(entity);
    return reading.index;
  }
}

// What is required is kept with its plan.
const keysByRequired = new WeakMap<readonly RequiredSelection[], readonly string[] | null>();

function keysRead(requires: readonly RequiredSelection[]): readonly string[] | null {
  let keys = keysByRequired.get(requires);
  if (keys === undefined) {
    keys = keysOf(requires);
    keysByRequired.set(requires, keys);
  }
  return keys;
}

/** The keys that a representation is read of, whatever the type; null where something in it is nested. */
function keysOf(requires: readonly RequiredSelection[]): readonly string[] | null {
  const keys = new Set(['__typename']);
  for (const selection of requires) {
    const below = selection.kind === 'fragment' ? keysOf(selection.selections) : [selection.readKey];
    if (below === null || (selection.kind === 'field' && selection.selections.length > 0)) return null;
    for (const key of below) keys.add(key);
  }
  return [...keys];
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
