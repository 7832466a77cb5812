/** The row must not be known to exist: null in a field, dropped from a list, and nowhere named. */
export const HIDDEN = Symbol('hidden');

/** The row cannot be decided, for its handling is missing or unknown: null at the next place that may be, and withheld there. */
export const LOST = Symbol('lost');

/** The row could not be decided because a fetch failed: shown as hidden, with one error at the nearest visible place. */
export const UNREACHED = Symbol('unreached');

/** Null, and the error that explains it is already in the answer. */
export const FAILED = Symbol('failed');

/** A non-null position came out null: the holder becomes null (GraphQL §6.4.4). */
export const BUBBLE = Symbol('bubble');
