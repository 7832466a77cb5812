import type { FieldNode, GraphQLArgument, GraphQLField } from 'graphql';
import { print } from 'graphql';

/** One field of the canonical operation: a caller's field without the caller's words. */
export interface CanonicalField {
  readonly key: string;
  readonly name: string;
  readonly call: CanonicalCall | null;
  readonly selection: CanonicalSelection | null;
}

/** What is fetched of one object. Aliases of one field meet here, so it is fetched once. */
export class CanonicalSelection {
  /** By canonical key. */
  readonly fields = new Map<string, CanonicalField>();
  /** What is fetched only of objects of some type, by the type's name. */
  readonly #fragments = new Map<string, CanonicalSelection>();

  get fragments(): ReadonlyMap<string, CanonicalSelection> {
    return this.#fragments;
  }

  get isEmpty(): boolean {
    return this.fields.size === 0 && [...this.#fragments.values()].every((fragment) => fragment.isEmpty);
  }

  addLeaf(name: string): void {
    if (!this.fields.has(name)) this.fields.set(name, { key: name, name, call: null, selection: null });
  }

  /** What is fetched of objects of that type alone; begun when it is first asked for. */
  on(typeName: string): CanonicalSelection {
    const known = this.#fragments.get(typeName);
    if (known) return known;
    const fragment = new CanonicalSelection();
    this.#fragments.set(typeName, fragment);
    return fragment;
  }
}

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

/**
 * Hands out canonical keys; one for each operation. A call's identity has no type in it: what is asked of an interface must
 * be found under the same key on an object of whatever type comes.
 */
export class CanonicalCalls {
  readonly #calls = new Map<string, CanonicalCall>();
  readonly #alone = new Map<FieldNode, CanonicalCall>();

  /** Null when the field's own name is its key. */
  callOf(field: GraphQLField<unknown, unknown>, node: FieldNode): CanonicalCall | null {
    const given = givenArguments(field, node);
    if (given.length === 0 && !RESERVED_NAME.test(field.name)) return null;
    const identity = identityOf(field, node, given);
    const known = this.#calls.get(identity);
    if (known) return known;
    const call = this.#make(field, node, given);
    this.#calls.set(identity, call);
    return call;
  }

  /** A call that no other is equal to: each field at the root of a mutation is run for itself. */
  callAlone(field: GraphQLField<unknown, unknown>, node: FieldNode): CanonicalCall {
    const known = this.#alone.get(node);
    if (known) return known;
    const call = this.#make(field, node, givenArguments(field, node));
    this.#alone.set(node, call);
    return call;
  }

  /** The key that a field was fetched under; its own name where it was not. */
  keyOf(field: GraphQLField<unknown, unknown>, node: FieldNode): string {
    const alone = this.#alone.get(node);
    if (alone) return alone.key;
    return this.#calls.get(identityOf(field, node, givenArguments(field, node)))?.key ?? field.name;
  }

  #make(field: GraphQLField<unknown, unknown>, node: FieldNode, given: readonly GraphQLArgument[]): CanonicalCall {
    const key = `_${this.#calls.size + this.#alone.size}_${field.name}`;
    return { key, field, node, argumentNames: given.map(({ name }) => name) };
  }
}

function givenArguments(field: GraphQLField<unknown, unknown>, node: FieldNode): readonly GraphQLArgument[] {
  const names = new Set((node.arguments ?? []).map(({ name }) => name.value));
  return field.args.filter(({ name }) => names.has(name));
}

function identityOf(field: GraphQLField<unknown, unknown>, node: FieldNode, given: readonly GraphQLArgument[]): string {
  const printed = given.map(({ name, type }) => {
    const value = node.arguments?.find((argument) => argument.name.value === name)?.value;
    return `${name}:${type}:${value ? print(value) : ''}`;
  });
  return `${field.name}(${printed.join(',')})`;
}
