import { type GraphQLEnumType, type GraphQLLeafType, isEnumType } from 'graphql';

/** A value that the type does not allow. */
export const INVALID = Symbol('invalid');

/** Turns a fetched value into the value to answer, or INVALID. Never called with null. */
export type LeafCompleter = (value: unknown) => unknown;

const INT_MAX = 2_147_483_647;

const text: LeafCompleter = (value) => (typeof value === 'string' ? value : INVALID);

const SCALARS: ReadonlyMap<string, LeafCompleter> = new Map<string, LeafCompleter>([
  ['Boolean', (value) => (typeof value === 'boolean' ? value : INVALID)],
  ['Float', (value) => (typeof value === 'number' && Number.isFinite(value) ? value : INVALID)],
  ['ID', (value) => (Number.isSafeInteger(value) ? String(value) : text(value))],
  ['Int', (value) => (Number.isInteger(value) && Math.abs(Number(value)) <= INT_MAX ? value : INVALID)],
]);

/** Names the extension of a scalar whose values may be any JSON; the scalars of this project are text. */
export const ANY_JSON = 'anyJson';

const whatever: LeafCompleter = (value) => value;

/** How values of a leaf type are checked. A scalar of ours is text on the wire, so any other is refused. */
export function leafCompleter(type: GraphQLLeafType): LeafCompleter {
  if (isEnumType(type)) return enumCompleter(type);
  return SCALARS.get(type.name) ?? (type.extensions[ANY_JSON] === true ? whatever : text);
}

/** The names come from the schema that the caller sees, so an inaccessible value is as unknown as a made-up one. */
function enumCompleter(type: GraphQLEnumType): LeafCompleter {
  const names = new Set<unknown>(type.getValues().map((value) => value.name));
  return (value) => (names.has(value) ? value : INVALID);
}
