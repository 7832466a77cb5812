/** A banner stands above a page; a portion stands in parentheses before a paragraph, and abbreviates. */
export type MarkForm = 'banner' | 'portion';

/** Beside a mark: what it stands on was made for an exercise. It is a training marking, and no part of the mark. */
export const EXERCISE_PREFIX = 'EXERCISE//';

/** Parts the marks of several owners, where no register has one mark for all; each of them is to be obeyed. */
export const MARK_SEPARATOR = ' | ';
