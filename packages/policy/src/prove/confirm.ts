import type { Category } from '@chancery/shared/vocabulary';
import type { CompiledPolicy } from '../compiled/compiled-policy.js';
import type { Decision } from '../decision.js';
import type { PolicyEngine } from '../engine.js';
import { type CaseRequest, decideCase } from '../testkit/case-file.js';
import { readAtom } from './atoms.js';
import { evaluate, type Formula, type QuestionName } from './formula.js';
import type { Breach } from './law.js';
import { type Replayed, replay } from './replay.js';

/** A question that breaks a theorem, as the live engine answers it. */
export interface LiveQuestion {
  readonly request: CaseRequest;
  readonly decision: Decision;
  /** What the facts layer makes otherwise than the solver supposed. */
  readonly differences: readonly string[];
}

/** A counterexample: it counts only when the live engine shows it too. */
export interface Counterexample {
  readonly questions: ReadonlyMap<QuestionName, LiveQuestion>;
  readonly confirmed: boolean;
}

/** What counterexamples are put to. */
export interface LiveLaw {
  readonly engine: PolicyEngine;
  readonly policies: readonly CompiledPolicy[];
}

function holdsLive({ policies }: LiveLaw, replayed: Replayed, decision: Decision, name: string): boolean {
  const { situation } = replayed;
  const read = readAtom(name, situation);
  if (read !== undefined) return read;
  if (name === 'open') return decision.effect === 'allow';
  const about = policies.filter(({ categories }) => categories.some((each: Category) => each === situation.category));
  const holds = (policy: CompiledPolicy): boolean => policy.holds(situation.input);
  if (name === 'barred') return about.some((policy) => policy.effect === 'forbid' && holds(policy));
  if (name === 'based') return about.some((policy) => policy.effect === 'permit' && holds(policy));
  return about.some((policy) => `rule ${policy.id}` === name && holds(policy));
}

/** Puts what a solver found to the live engine, from a request on. */
export function confirm(live: LiveLaw, breach: Breach, breaks: Formula): Counterexample {
  const replayed = new Map([...breach].map(([question, names]) => [question, replay(names)]));
  const decided = new Map([...replayed].map(([question, { request }]) => [question, decideCase(live.engine, request)]));
  const confirmed = evaluate(breaks, (name, question) => {
    const [one, decision] = [replayed.get(question), decided.get(question)];
    if (one === undefined || decision === undefined) throw new RangeError(`no question \`${question}\``);
    return holdsLive(live, one, decision, name);
  });
  const questions = new Map(
    [...replayed].flatMap(([question, { request, differences }]): [QuestionName, LiveQuestion][] => {
      const decision = decided.get(question);
      return decision === undefined ? [] : [[question, { request, decision, differences }]];
    }),
  );
  return { questions, confirmed };
}
