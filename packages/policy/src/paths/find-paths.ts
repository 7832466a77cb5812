import type { Purpose } from '@chancery/shared/vocabulary';
import { couldOpenBy, rulesOf } from '../compiled/rule-table.js';
import { decideValue, type RuleSet } from '../decide/decide-value.js';
import { profileInput } from '../facts/profile-input.js';
import { actSteps } from './act-steps.js';
import { type AskedValue, type SupposedStep, suppose } from './asked-value.js';
import { bearingView } from './bearing-acts.js';
import { joinGrantors } from './join-grantors.js';
import { type Budget, minimalChoices } from './minimal-sets.js';
import { attributeSteps, caseSteps, kindSteps, purposeSteps, revocationSteps } from './other-steps.js';
import type { PathsFound, PathToYes } from './path.js';

/** How far paths are looked for. */
export interface PathLimits {
  /** Paths that are listed. */
  readonly pathsMax: number;
  /** Decisions that are made to find them: what takes time. */
  readonly decisionsMax: number;
}

/** What paths are looked for by. */
export interface PathSearch {
  readonly rules: RuleSet;
  readonly limits: PathLimits;
  /** The purposes that who asks may choose from; the others its agreement would have to give. */
  readonly assigned: readonly Purpose[];
}

/** Steps that are taken together. */
type Steps = readonly SupposedStep[];

/** Everything that could be otherwise about a value. */
export interface Vocabulary {
  /** Of these, more never closes. */
  readonly giving: Steps;
  /** These may close as well: any of the acts that turn, and at most one of each other list. */
  readonly turning: Steps;
  readonly oneOf: readonly Steps[];
}

/** Everything that could be otherwise about a value: finite, for it is named by the record, the law and the acts that there are. */
export function vocabularyOf(value: AskedValue, { rules, assigned }: PathSearch): Vocabulary {
  const { giving, turning } = actSteps(value, rulesOf(rules.table, value.category));
  return {
    giving: [...giving, ...attributeSteps(value), ...revocationSteps(value)],
    turning,
    oneOf: [caseSteps(value), kindSteps(value), purposeSteps(value, assigned)],
  };
}

/**
 * Every least set of acts, purposes and attributes that would open a value, each decided by the rules themselves: one that needs
 * what the law forbids does not open, and is not among them. A purpose, an agency, a case and an act that makes a protecting power of
 * who asks may close as well as open, so each combination of them is looked at by itself; of everything else more never closes.
 */
export function findPaths(asked: AskedValue, search: PathSearch): PathsFound {
  const value = { ...asked, view: bearingView(asked.view, asked.handling.record) };
  const { rules, limits } = search;
  const vocabulary = vocabularyOf(value, search);
  const steps = vocabulary.giving;
  const budget: Budget = { left: limits.decisionsMax };
  const found: Steps[] = [];
  let complete = true;
  for (const fixed of combinations(vocabulary)) {
    // What opens with fewer is no part of another path.
    const known = found.filter((set) => set.every((step) => fixed.includes(step) || steps.includes(step)));
    if (known.some((set) => isPart(set, fixed)) || !couldOpen(value, fixed, rules)) continue;
    const opens = (chosen: Steps): boolean => {
      const all = [...fixed, ...chosen];
      return known.some((set) => isPart(set, all)) || decides(value, all, rules);
    };
    if (budget.left <= 0) complete = false;
    if (budget.left <= 0 || !opensAtAll(steps, opens, budget)) continue;
    const pick = (choice: ReadonlySet<number>): Steps => steps.filter((_, index) => choice.has(index));
    const least = minimalChoices(steps.length, (choice) => opens(pick(choice)), budget);
    complete &&= least.complete;
    found.push(...least.choices.map((choice) => [...fixed, ...pick(choice)]));
  }
  const paths = inOrder(joinGrantors(leastSets(found).map((path) => path.map(({ step }) => step))));
  const listed = paths.slice(0, limits.pathsMax);
  return { paths: listed, complete: complete && listed.length === paths.length };
}

/** Whether any record, fact or act could open the kind of data for who would ask. */
function couldOpen(value: AskedValue, fixed: Steps, { table }: RuleSet): boolean {
  const { profile, category } = suppose(value, fixed);
  return couldOpenBy(rulesOf(table, category), profileInput(profile, category));
}

function opensAtAll(steps: Steps, opens: (chosen: Steps) => boolean, budget: Budget): boolean {
  budget.left -= 1;
  return opens(steps);
}

/** Whether a value is open after some steps. */
export function decides(value: AskedValue, steps: Steps, rules: RuleSet): boolean {
  return decideValue({ ...suppose(value, steps), action: 'read' }, rules).effect === 'allow';
}

/** What may close as well as open, in every combination; the fewest first. */
function combinations({ turning, oneOf }: Vocabulary): readonly Steps[] {
  let sets: readonly Steps[] = [[]];
  for (const step of turning) sets = sets.flatMap((set) => [set, [...set, step]]);
  for (const steps of oneOf) sets = sets.flatMap((set) => [set, ...steps.map((step) => [...set, step])]);
  return sets.toSorted((a, b) => a.length - b.length);
}

const isPart = (part: Steps, whole: Steps): boolean => part.every((step) => whole.includes(step));

/** Those sets that hold no other of them. */
export function leastSets(sets: readonly Steps[]): readonly Steps[] {
  return sets.filter((set) => !sets.some((other) => other.length < set.length && isPart(other, set)));
}

/** The shortest first, then those that who asks can go by itself, then by their words. */
function inOrder(paths: readonly PathToYes[]): readonly PathToYes[] {
  const own = (path: PathToYes): number => path.filter((each) => each.step === 'PURPOSE' && each.assigned).length;
  const key = (path: PathToYes): string => JSON.stringify(path);
  return paths.toSorted((a, b) => a.length - b.length || own(b) - own(a) || (key(a) < key(b) ? -1 : 1));
}
