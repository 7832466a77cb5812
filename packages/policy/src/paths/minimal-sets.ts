/** A choice among things numbered from 0. */
export type Choice = ReadonlySet<number>;

/** Every minimal choice that serves, or as many as were found before the budget was spent. */
export interface MinimalChoices {
  readonly choices: readonly Choice[];
  /** False when the budget was spent first: those found are minimal, and there may be others. */
  readonly complete: boolean;
}

/** How often it may still be asked whether a choice serves. */
export interface Budget {
  left: number;
}

const isSubset = (part: Choice, whole: Choice): boolean => [...part].every((each) => whole.has(each));

/** Those of the choices that hold no other. */
export function leastOf(choices: readonly Choice[]): readonly Choice[] {
  return choices.filter(
    (choice, index) =>
      !choices.some((other, at) => at !== index && isSubset(other, choice) && (other.size < choice.size || at < index)),
  );
}

/** The minimal choices that take something of each clause; none when a clause is empty, and the empty one of no clause. */
export function minimalTransversals(clauses: readonly (readonly number[])[]): readonly Choice[] {
  let found: readonly Choice[] = [new Set()];
  for (const clause of clauses) {
    const [met, unmet] = [
      found.filter((choice) => clause.some((each) => choice.has(each))),
      found.filter((choice) => !clause.some((each) => choice.has(each))),
    ];
    const extended = unmet.flatMap((choice) => clause.map((each) => new Set([...choice, each])));
    found = leastOf([...met, ...extended]);
  }
  return found;
}

/**
 * Every minimal choice among `count` things that serves, where more never serves less. What does not serve is grown until
 * nothing can be added; whatever serves takes something from beyond each of these, so the minimal transversals of what lies
 * beyond are the candidates. Once all of them serve, they are all: a part of one lies within something that does not serve.
 */
export function minimalChoices(count: number, serves: (choice: Choice) => boolean, budget: Budget): MinimalChoices {
  const beyond: number[][] = [];
  const known = new Set<Choice>();
  const asks = (choice: Choice): boolean => {
    budget.left -= 1;
    return serves(choice);
  };
  let candidates: readonly Choice[] = [new Set()];
  for (;;) {
    const untried = candidates.find((candidate) => !known.has(candidate));
    if (untried === undefined) return { choices: candidates, complete: true };
    if (budget.left <= count) return { choices: candidates.filter((each) => known.has(each)), complete: false };
    if (asks(untried)) known.add(untried);
    else beyond.push(beyondGrown(untried, count, asks));
    candidates = withKnown(minimalTransversals(beyond), known);
  }
}

/** What is left out of a choice that does not serve, once everything has been added with which it still does not. */
function beyondGrown(choice: Choice, count: number, serves: (choice: Choice) => boolean): number[] {
  const grown = new Set(choice);
  const out: number[] = [];
  for (let each = 0; each < count; each += 1) {
    if (grown.has(each)) continue;
    grown.add(each);
    if (!serves(grown)) continue;
    grown.delete(each);
    out.push(each);
  }
  return out;
}

/** The same choice is the same object, so that none is tried twice. */
function withKnown(candidates: readonly Choice[], known: ReadonlySet<Choice>): readonly Choice[] {
  return candidates.map(
    (candidate) => [...known].find((each) => each.size === candidate.size && isSubset(each, candidate)) ?? candidate,
  );
}
