import type { FieldNode, GraphQLField } from 'graphql';
import { print } from 'graphql';

/** One field of the canonical operation: a caller's field without the caller's words. */
export interface CanonicalField {
  readonly key: string;
  readonly name: string;
  readonly call: CanonicalCall | null;
  readonly selection: CanonicalSelection | null;
}

/** The fields that are fetched of one object, by canonical key. Aliases of one field meet here, so it is fetched once. */
export type CanonicalSelection = Map<string, CanonicalField>;

/** A field with its arguments; equal calls share one key and one set of variables, wherever in the operation they stand. */
export interface CanonicalCall {
  readonly key: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
  /** Names of the arguments that the caller gave, in the schema's order. */
  readonly argumentNames: readonly string[];
}

// A field of the schema whose own name looks like one of our keys is keyed like a call, so that the two cannot meet.
const RESERVED_NAME = /^_\d+_/;

/** Hands out canonical keys; one for each operation. */
export class CanonicalCalls {
  readonly #calls = new Map<string, CanonicalCall>();

  /** Null when the field's own name is its key. */
  callOf(typeName: string, field: GraphQLField<unknown, unknown>, node: FieldNode): CanonicalCall | null {
    const given = new Map((node.arguments ?? []).map((argument) => [argument.name.value, argument.value]));
    const argumentNames = field.args.map((argument) => argument.name).filter((name) => given.has(name));
    if (argumentNames.length === 0 && !RESERVED_NAME.test(field.name)) return null;

    const printed = argumentNames.map((name) => {
      const value = given.get(name);
      return `${name}:${value ? print(value) : ''}`;
    });
    const identity = `${typeName}.${field.name}(${printed.join(',')})`;
    const known = this.#calls.get(identity);
    if (known) return known;
    const call = { key: `_${this.#calls.size}_${field.name}`, field, node, argumentNames };
    this.#calls.set(identity, call);
    return call;
  }
}
