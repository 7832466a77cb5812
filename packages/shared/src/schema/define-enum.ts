import { registerEnumType } from 'type-graphql';

/** An enum of the schema whose values are their own names. */
export function defineEnum<V extends string>(
  name: string,
  description: string,
  values: readonly V[],
): { readonly [value in V]: value } {
  const members = Object.fromEntries(values.map((value) => [value, value])) as { readonly [value in V]: value };
  registerEnumType(members, { name, description });
  return members;
}
