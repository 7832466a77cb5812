import type { Category } from '@chancery/shared/vocabulary';
import { composeDecision } from '../decide/compose-decision.js';
import type { LegalFinding } from '../decide/legal.js';
import type { CitedRule, Decision } from '../decision.js';
import type { MandatoryFinding } from '../mandatory/assess-mandatory.js';
import { BoundedMap } from './bounded-map.js';

/**
 * Keeps composed decisions, so that equal outcomes are one object.
 * Law: a decision is composed of two findings and the kind of data, and of nothing else.
 */
export class KeptDecisions {
  /** By the findings themselves; gone when either is. A legal finding is of one kind of data. */
  readonly #composed = new WeakMap<LegalFinding, WeakMap<MandatoryFinding, Decision>>();
  readonly #byText: BoundedMap<string, Decision>;

  constructor(sizeMax: number) {
    this.#byText = new BoundedMap(sizeMax);
  }

  /** The decision that two kept findings make. */
  ofFindings(category: Category, mandatory: MandatoryFinding, legal: LegalFinding): Decision {
    let byLabel = this.#composed.get(legal);
    if (byLabel === undefined) {
      byLabel = new WeakMap();
      this.#composed.set(legal, byLabel);
    }
    let decision = byLabel.get(mandatory);
    if (decision === undefined) {
      decision = this.one(category, composeDecision(category, mandatory, legal));
      byLabel.set(mandatory, decision);
    }
    return decision;
  }

  /** The one object for an outcome. */
  one(category: Category, decision: Decision): Decision {
    return this.#byText.compute(`${category} ${textOf(decision)}`, () => decision);
  }
}

/** A part of a decision or a citation that is added makes this `never`, until decisions are told apart by it. */
type Whole<Part, Told extends keyof Part> = [Exclude<keyof Part, Told>] extends [never] ? Part : never;
type WholeDecision = Whole<Decision, 'effect' | 'code' | 'citations' | 'obligations' | 'acts' | 'validUntil'>;
type WholeCitation = Whole<CitedRule, 'rule' | 'instrument' | 'article' | 'tell' | 'liftedBy'>;

/** All that it says: of one rule one limb withholds and another hides, by an article of its own, and is lifted by other acts. */
function textOf({ effect, code, citations, obligations, acts, validUntil }: WholeDecision): string {
  const cited = citations.map(citedText).join();
  const owed = obligations.map(({ rule, kind, dueInSeconds }) => `${rule}:${kind}:${dueInSeconds}`).join();
  return `${effect} ${code} ${cited} ${owed} ${acts.join()} ${validUntil}`;
}

const citedText = ({ rule, instrument, article, tell, liftedBy }: WholeCitation): string =>
  `${rule}|${instrument}|${article}|${tell}|${liftedBy.join('+')}`;
