const types = new WeakSet<object>();

/** Notes that rows of a class are kept by another service alone. */
export function noteElsewhere(type: object): void {
  types.add(type);
}

/** Whether rows of a class are kept by another service alone, so that a link to one is its id and no look at it. */
export const isElsewhere = (type: object): boolean => types.has(type);
