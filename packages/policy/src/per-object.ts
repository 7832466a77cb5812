/**
 * Works out once for each object what follows from it alone, and forgets it with the object. For what is frozen only:
 * a fact, an act, a snapshot.
 */
export function perObject<Given extends object, Made extends object>(
  make: (given: Given) => Made,
): (given: Given) => Made {
  const made = new WeakMap<Given, Made>();
  return (given) => {
    let found = made.get(given);
    if (found === undefined) {
      found = make(given);
      made.set(given, found);
    }
    return found;
  };
}
