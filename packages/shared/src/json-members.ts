const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
/** Brackets and braces differ in this one bit. */
const CURLY = 0x20;
const OPENER = 0x7b; // { and, without the bit, [
const CLOSER = 0x7d; // } and, without the bit, ]

/**
 * The number of members that the objects of a JSON text have in all, or null where it nests deeper than `max`: told from its bytes
 * before anything parses them (RFC 8259 section 9 lets a reader set such a limit). What is no JSON may be told either way: its parser
 * refuses it. No byte of UTF-8 beyond ASCII looks like one of these.
 */
export function countMembers(json: Uint8Array, max: number): number | null {
  let depth = 0;
  let members = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] as number;
    if (inString) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if (byte === COLON) members++;
    else if ((byte | CURLY) === OPENER) {
      if (++depth > max) return null;
    } else if ((byte | CURLY) === CLOSER) depth--;
  }
  return members;
}

/** The number of members that the objects of a parsed JSON value have in all: of a name that stood there twice its parser kept one. */
export function membersOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const held: readonly unknown[] = Object.values(value);
  return held.reduce<number>((sum, each) => sum + membersOf(each), Array.isArray(value) ? 0 : held.length);
}
