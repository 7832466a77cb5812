import { LruCache } from '@chancery/shared/lru-cache';
import type { Coordinate } from '@chancery/shared/vocabulary';
import {
  type FieldNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  Kind,
  type ValueNode,
} from 'graphql';
import type { CoercedVariables } from './conditions.js';

/** What a variable stands for: it is given, and so is what is in it, where the caller sends it. */
interface OpenPlace {
  /** Null of an item of a list, which has none. */
  readonly coordinate: Coordinate | null;
  readonly type: GraphQLInputType;
  readonly variable: string;
}

/** Lists of one operation, by what its variables hold: whoever varies them must not fill the memory. */
const LISTS_MAX = 32;

/**
 * What an operation is asked by: the schema coordinates of the arguments and input fields that it gives, filters and orders among
 * them, whatever the caller calls its fields and however it sends a value. Never a value; and null is none.
 */
export class AskedBy {
  readonly #written = new Set<Coordinate>();
  readonly #open: OpenPlace[] = [];
  readonly #lists = new LruCache<string, readonly Coordinate[]>(LISTS_MAX);

  /** Takes the arguments of one field of the operation. */
  add(parent: GraphQLCompositeType, field: GraphQLField<unknown, unknown>, { arguments: given = [] }: FieldNode): void {
    for (const { name, value } of given) {
      const argument = field.args.find((each) => each.name === name.value);
      if (argument) this.#take(`${parent.name}.${field.name}(${argument.name}:)`, argument.type, value);
    }
  }

  /** Sorted, each once; one list for all requests that give the same. */
  of(variables: CoercedVariables): readonly Coordinate[] {
    const sent = new Set<Coordinate>();
    for (const { coordinate, type, variable } of this.#open) {
      const value = variables[variable];
      if (value === null || value === undefined) continue;
      if (coordinate !== null) sent.add(coordinate);
      addGiven(sent, type, value);
    }
    return this.#lists.compute([...sent].join(' '), () => [...new Set([...this.#written, ...sent])].sort());
  }

  #take(coordinate: Coordinate | null, type: GraphQLInputType, node: ValueNode): void {
    if (node.kind === Kind.NULL) return;
    if (node.kind === Kind.VARIABLE) {
      this.#open.push({ coordinate, type, variable: node.name.value });
      return;
    }
    if (coordinate !== null) this.#written.add(coordinate);
    if (node.kind === Kind.LIST) for (const item of node.values) this.#take(null, type, item);
    const named = getNamedType(type);
    if (node.kind !== Kind.OBJECT || !isInputObjectType(named)) return;
    const fields = named.getFields();
    for (const { name, value } of node.fields) {
      const field = fields[name.value];
      if (field) this.#take(`${named.name}.${field.name}`, field.type, value);
    }
  }
}

/** Adds the input fields that a coerced value gives, each once, and those within them. */
export function addGiven(given: Set<Coordinate>, type: GraphQLInputType, value: unknown): void {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const item of value) addGiven(given, type, item);
    return;
  }
  for (const [name, item] of Object.entries(value)) {
    const field = named.getFields()[name];
    if (field === undefined || item === null || item === undefined) continue;
    given.add(`${named.name}.${name}`);
    addGiven(given, field.type, item);
  }
}
