import type { Category } from '@chancery/shared/vocabulary';
import { composeDecision } from '../decide/compose-decision.js';
import type { LegalFinding } from '../decide/legal.js';
import type { Decision } from '../decision.js';
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
    const rules = decision.citations.map(({ rule }) => rule).join();
    const owed = decision.obligations.map(({ rule, kind }) => `${rule}:${kind}`).join();
    const text = `${category} ${decision.code} ${rules} ${owed} ${decision.acts.join()} ${decision.validUntil}`;
    return this.#byText.compute(text, () => decision);
  }
}
