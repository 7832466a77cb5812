import { NEVER } from '@chancery/shared/calendar';
import type { Instant } from '@chancery/shared/clock';
import { CATEGORY_RULES, type Category, type Effect, type WithheldCode } from '@chancery/shared/vocabulary';
import type { CitedRule, Decision, Obligation } from '../decision.js';
import type { MandatoryFinding } from '../mandatory/assess-mandatory.js';
import type { LegalFinding } from './legal.js';
import { DEFAULT_DENY } from './standing-citations.js';

const NOTHING: readonly string[] = Object.freeze([]);
const NO_OBLIGATIONS: readonly Obligation[] = Object.freeze([]);

/** How a denial of this kind of data shows; a word outside the vocabulary shows nothing. */
function denialOf(category: Category): Exclude<Effect, 'allow'> {
  return CATEGORY_RULES[category]?.mode === 'withhold' ? 'withhold' : 'hide';
}

function frozen(decision: Decision): Decision {
  Object.freeze(decision.citations);
  Object.freeze(decision.obligations);
  Object.freeze(decision.acts);
  return Object.freeze(decision);
}

/** A denial. */
export function denied(
  category: Category,
  code: WithheldCode,
  citations: readonly CitedRule[],
  acts: readonly string[],
  validUntil: Instant,
  effect: Decision['effect'] = denialOf(category),
): Decision {
  return frozen({ effect, code, citations, obligations: NO_OBLIGATIONS, acts, validUntil });
}

/** The decision on a write: no rule grants one yet. */
export function writeDecision(category: Category): Decision {
  return denied(category, 'BASIS_MISSING', [DEFAULT_DENY], [], NEVER);
}

function allowed(
  mandatory: MandatoryFinding,
  legal: LegalFinding,
  acts: readonly string[],
  validUntil: Instant,
): Decision {
  const obligations = [...legal.bases, ...legal.duties].flatMap(({ policy }) =>
    policy.obligations.map(({ kind, dueInSeconds }): Obligation => ({ kind, dueInSeconds, rule: policy.id })),
  );
  return frozen({
    effect: 'allow',
    code: null,
    citations: [...legal.bases.map(({ cited }) => cited), ...mandatory.permits],
    obligations: [...obligations, ...mandatory.obligations],
    acts,
    validUntil,
  });
}

/** Access = the mandatory layer lets it through, nothing forbids, and at least one cited rule permits. */
export function composeDecision(category: Category, mandatory: MandatoryFinding, legal: LegalFinding): Decision {
  const validUntil = Math.min(mandatory.validUntil, legal.validUntil);
  const acts = inOrder(legal.acts);
  const bars = legal.bars.map(({ cited }) => cited);
  const [failure] = mandatory.failures;
  if (failure !== undefined) {
    const rules = mandatory.failures.map(({ cited }) => cited);
    // Of a special access programme or a source that must not be named, not even the existence of a value is told.
    const effect = mandatory.failures.some(({ hides }) => hides) ? 'hide' : denialOf(category);
    // What the label closes rests on no act, unless a bar of the law closes it as well and does.
    const behind = bars.length > 0 ? acts : NOTHING;
    return denied(category, failure.code, [...rules, ...bars], behind, validUntil, effect);
  }
  // Whatever else the rules say: one that could not be evaluated may have been the one that bars.
  if (legal.failed.length > 0) {
    const failed = legal.failed.map(({ cited }): CitedRule => ({ ...cited, tell: 'auditor' }));
    return denied(category, 'POLICY_ERROR', [DEFAULT_DENY, ...failed], acts, validUntil);
  }
  const [bar] = legal.bars;
  if (bar !== undefined) return denied(category, bar.policy.code, bars, acts, validUntil);
  if (legal.bases.length === 0) return denied(category, 'BASIS_MISSING', [DEFAULT_DENY], acts, validUntil);
  return allowed(mandatory, legal, inOrder([...mandatory.acts, ...legal.acts]), validUntil);
}

function inOrder(acts: readonly string[]): readonly string[] {
  return [...new Set(acts)].sort();
}
