import { completeMark } from './complete-mark.js';
import type { Mark } from './mark.js';
import { markPlace } from './mark-place.js';
import { rollUp } from './roll-up.js';

/** Marks that have one place in a text, of one owner most often, in the order of the places. */
export function byPlace(marks: readonly Mark[]): Mark[][] {
  const places = new Map<string, Mark[]>();
  for (const mark of marks) places.set(markPlace(mark), [...(places.get(markPlace(mark)) ?? []), mark]);
  return [...places].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, same]) => same);
}

/** Complete marks, one of each owner: what had to be completed into another's is a part of that one. */
export function inOrder(pages: readonly Mark[]): Mark[] {
  return byPlace(pages).flatMap((same) => (same.length === 1 ? same : rollUp(same).map(completeMark)));
}
