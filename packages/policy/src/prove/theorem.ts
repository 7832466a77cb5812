import { VARIABLES } from './atoms.js';
import { all, atom, type Formula, iff, of, type QuestionName } from './formula.js';

/** One thing that must never be, of many that a theorem is about. */
export interface Part {
  readonly name: string;
  /** What would break the theorem; the law and the guarantees must exclude it. */
  readonly breaks: Formula;
}

/** One thing that must be possible. */
export interface Need {
  readonly name: string;
  /** Some question must meet it. */
  readonly meets: Formula;
}

interface Stated {
  readonly id: string;
  readonly article: string;
  /** In one sentence. */
  readonly forbids: string;
}

/** A statement about every question to the law. */
export interface NeverTheorem extends Stated {
  readonly kind: 'never';
  readonly questions: readonly QuestionName[];
  readonly parts: readonly Part[];
}

/** A statement that something is not empty: a rule that decides, a kind of data that reaches somebody. */
export interface SomeTheorem extends Stated {
  readonly kind: 'some';
  readonly needs: readonly Need[];
}

/** A statement about what the facts layer computes, tried on all of its inputs. */
export interface EveryTheorem extends Stated {
  readonly kind: 'every';
  /** What is not so: one line each, with the request that shows it. */
  readonly exceptions: () => readonly Exception[];
}

/** An input that a statement about the facts layer does not hold of. */
export interface Exception {
  readonly name: string;
  readonly request: unknown;
}

export type Theorem = NeverTheorem | SomeTheorem | EveryTheorem;

/** The two questions are the same but for the named variables. */
export function sameBut(differs: (name: string) => boolean): Formula {
  const same = VARIABLES.filter(({ name }) => !differs(name));
  return all(...same.map(({ name }) => iff(of('a', atom(name)), of('b', atom(name)))));
}
