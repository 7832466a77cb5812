import { assertNever } from '@chancery/shared/errors';
import { type Counterexample, confirm, type LiveLaw } from './confirm.js';
import { any, type Formula } from './formula.js';
import type { ToldLaw } from './law.js';
import type { EveryTheorem, NeverTheorem, SomeTheorem, Theorem } from './theorem.js';

/** One way in which a theorem does not hold. */
export interface Failure {
  readonly part: string;
  /** Null where a theorem says that something must be possible, and nothing is there to show. */
  readonly counterexample: Counterexample | null;
  /** A request that shows it, where the statement is about the facts layer. */
  readonly request?: unknown;
}

/** What came of a theorem. */
export interface Verdict {
  readonly theorem: Theorem;
  readonly failures: readonly Failure[];
  readonly ms: number;
}

async function neverFails(law: ToldLaw, live: LiveLaw, theorem: NeverTheorem): Promise<readonly Failure[]> {
  const { parts, questions } = theorem;
  // One question to the solver where the law is right; part by part only where it is not.
  if (!(await law.canHold(any(...parts.map(({ breaks }) => breaks)), questions))) return [];
  const failures: Failure[] = [];
  for (const { name, breaks } of parts) {
    const breach = await law.findBreach(breaks, questions);
    if (breach !== null) failures.push({ part: name, counterexample: confirm(live, breach, breaks) });
  }
  return failures;
}

/** A need is met by a question that the live engine confirms; were a guarantee missing, an impossible one might meet it. */
async function isMet(law: ToldLaw, live: LiveLaw, meets: Formula): Promise<Counterexample | null> {
  const found = await law.findOne(meets);
  if (found === null) return null;
  const shown = confirm(live, found, meets);
  if (shown.confirmed) return shown;
  const least = await law.findBreach(meets, ['a']);
  return least === null ? null : confirm(live, least, meets);
}

async function someFails(law: ToldLaw, live: LiveLaw, { needs }: SomeTheorem): Promise<readonly Failure[]> {
  const failures: Failure[] = [];
  for (const { name, meets } of needs) {
    const shown = await isMet(law, live, meets);
    if (shown?.confirmed !== true) failures.push({ part: name, counterexample: shown });
  }
  return failures;
}

function everyFails({ exceptions }: EveryTheorem): readonly Failure[] {
  return exceptions().map(({ name, request }) => ({ part: name, counterexample: null, request }));
}

/** Proves a theorem, or finds what breaks it. */
export async function prove(law: ToldLaw, live: LiveLaw, theorem: Theorem): Promise<Verdict> {
  const started = performance.now();
  const failures = await failuresOf(law, live, theorem);
  return { theorem, failures, ms: performance.now() - started };
}

async function failuresOf(law: ToldLaw, live: LiveLaw, theorem: Theorem): Promise<readonly Failure[]> {
  switch (theorem.kind) {
    case 'never':
      return neverFails(law, live, theorem);
    case 'some':
      return someFails(law, live, theorem);
    case 'every':
      return everyFails(theorem);
    default:
      return assertNever(theorem);
  }
}
