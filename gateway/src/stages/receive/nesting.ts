const QUOTE = 0x22;
const BACKSLASH = 0x5c;
/** Brackets and braces differ in this one bit. */
const CURLY = 0x20;
const OPENER = 0x7b; // { and, without the bit, [
const CLOSER = 0x7d; // } and, without the bit, ]

/**
 * Whether JSON nests deeper than `max`, told from its bytes before anything parses them (RFC 8259 section 9 lets a reader set
 * such a limit). What is no JSON may be told either way: its parser refuses it. No byte of UTF-8 beyond ASCII looks like one of these.
 */
export function nestsDeeper(json: Uint8Array, max: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at++) {
    const byte = json[at] as number;
    if (inString) {
      if (byte === BACKSLASH) at++;
      else if (byte === QUOTE) inString = false;
    } else if (byte === QUOTE) inString = true;
    else if ((byte | CURLY) === OPENER) {
      if (++depth > max) return true;
    } else if ((byte | CURLY) === CLOSER) depth--;
  }
  return false;
}
