import type { CanonicalCursor } from '../canonical-cursor.js';
import { isCountry, isRecipient, ownerPlaceOf, placeOf } from './tables/recipients.js';

const CODE = /[A-Z][A-Z0-9]*/y;
const LIST_MAX = 400;

/** Steps over a space that parts two words of one entry, and not over the one before what stands beside the mark. */
export function acceptSpace(cursor: CanonicalCursor): boolean {
  return /^ [A-Z0-9]/.test(cursor.text.slice(cursor.position, cursor.position + 2)) && cursor.accept(' ');
}

/** Reads `USA, GBR, FVEY`, in the order of the register: two texts for one list are not accepted. */
export function readRecipients(cursor: CanonicalCursor): string[] {
  return readSorted(cursor, ', ', 'a State or an organisation of the register', isRecipient, placeOf, 'recipient');
}

/** Reads `CAN GBR NATO` behind the space before it: States in alphabetical order, then organisations. */
export function readSources(cursor: CanonicalCursor): string[] {
  return readSorted(cursor, ' ', 'a State or an organisation of the register', isRecipient, ownerPlaceOf, 'source');
}

/** Reads `CAN/GBR` before EYES ONLY. */
export function readNationals(cursor: CanonicalCursor): string[] {
  return readSorted(cursor, '/', 'a State', isCountry, ownerPlaceOf, 'State');
}

function readSorted(
  cursor: CanonicalCursor,
  separator: string,
  what: string,
  isKnown: (code: string) => boolean,
  place: (code: string) => string,
  noun: string,
): string[] {
  const codes: string[] = [];
  do {
    const start = cursor.position;
    const code = cursor.take(CODE, what);
    if (!isKnown(code)) return cursor.fail(what, start);
    const before = codes.at(-1);
    if (before !== undefined && place(code) <= place(before)) cursor.fail(`a ${noun} after \`${before}\``, start);
    if (codes.length === LIST_MAX) cursor.fail(`at most ${LIST_MAX} codes`, start);
    codes.push(code);
  } while (separator === ' ' ? acceptSpace(cursor) : cursor.accept(separator));
  return codes;
}
