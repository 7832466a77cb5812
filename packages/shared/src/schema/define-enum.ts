import { registerEnumType } from 'type-graphql';

/** A closed vocabulary as the schema knows it. */
export interface Vocabulary {
  readonly name: string;
  readonly words: readonly string[];
  /** One of them with its article, `a severity`; null where nothing is found by them. */
  readonly noun: string | null;
}

const vocabularies = new WeakMap<object, Vocabulary>();

/** An enum of the schema whose values are their own names; `noun` is what its condition is a test of. */
export function defineEnum<V extends string>(
  name: string,
  description: string,
  values: readonly V[],
  noun: string | null = null,
): { readonly [value in V]: value } {
  const members = Object.fromEntries(values.map((value) => [value, value])) as { readonly [value in V]: value };
  registerEnumType(members, { name, description });
  vocabularies.set(members, { name, words: values, noun });
  return members;
}

/** The vocabulary behind an enum; undefined for any other object. */
export function vocabularyOf(members: object): Vocabulary | undefined {
  return vocabularies.get(members);
}
