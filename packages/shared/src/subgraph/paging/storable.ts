// By whole characters, `\p{Cs}` is half a pair and never part of one.
const NOT_STORED = /[\0\p{Cs}]/u;

/**
 * Whether the database can hold a value, which else nothing stored can equal: it has no text with U+0000, and half a
 * surrogate pair would reach it as another character.
 */
export function isStorable(value: unknown): boolean {
  return typeof value !== 'string' || !NOT_STORED.test(value);
}
