import { readText } from '@chancery/shared/http/read-text';
import { countMembers, membersOf } from '@chancery/shared/json-members';
import { BODY_NESTING_MAX } from '../limit/limits.js';

/** JSON that was read, or why it was not: it nests too deep, is no JSON in UTF-8, or has a name twice in one object. */
export type ReadJson = { readonly value: unknown } | { readonly fault: 'DEEP' | 'UNREADABLE' | 'REPEATED' };

/**
 * Reads JSON of a caller. Of a name that stands twice in one object RFC 8259 (section 4) lets each reader choose: whoever stands
 * before us may have read the one and we the other, so that it is refused.
 */
export function parseJson(bytes: Uint8Array): ReadJson {
  const members = countMembers(bytes, BODY_NESTING_MAX);
  if (members === null) return { fault: 'DEEP' };
  try {
    const value: unknown = JSON.parse(readText(bytes));
    return membersOf(value) === members ? { value } : { fault: 'REPEATED' };
  } catch {
    return { fault: 'UNREADABLE' };
  }
}
