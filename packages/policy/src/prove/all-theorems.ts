import type { PolicySource } from '../compile/read-policy.js';
import type { PolicyEngine } from '../engine.js';
import type { Theorem } from './theorem.js';
import { ACCREDITED_ALIKE } from './theorems/accreditation.js';
import { MAKERS_SPEAK_FOR_THEMSELVES, OFFICES_ALONE_SPEAK } from './theorems/act-issuers.js';
import { ACTS_REACH_WHAT_THEY_NAME } from './theorems/act-scopes.js';
import { liftsAsTheTableSays, NO_STATE_OPENS_ANOTHERS_RECORD, REFUSAL_OPENS_NOTHING } from './theorems/acts.js';
import { NO_DEAD_CATEGORY, noDeadPolicy } from './theorems/alive.js';
import { HOLDER_HAS_ITS_LAW, oneDataLaw } from './theorems/data-protection.js';
import { IGNORANCE_OPENS_NOTHING } from './theorems/ignorance.js';
import { EXECUTION_APART, IMMUNITIES_BAR } from './theorems/immunities.js';
import { INVIOLABLE } from './theorems/inviolable.js';
import { MORE_GROUNDS_NEVER_CLOSE } from './theorems/more-grounds.js';
import { OVERSIGHT_ALONE } from './theorems/oversight.js';
import { OWN_STATE_NEEDS_TO_KNOW } from './theorems/own-state.js';
import { prunedIsClosed } from './theorems/pruning.js';
import { SAFEGUARDS_HOLD } from './theorems/safeguards.js';
import { CLOSING_OPENS_NOTHING, HONORARY_AS_CHAPTER_III, SISTERS_GRANT_ALIKE } from './theorems/sister-conventions.js';

/** The theorems, those of one question first: a second question doubles what the solver holds. */
export function allTheorems(sources: readonly PolicySource[], engine: PolicyEngine): readonly Theorem[] {
  return [
    IMMUNITIES_BAR,
    EXECUTION_APART,
    INVIOLABLE,
    OVERSIGHT_ALONE,
    SAFEGUARDS_HOLD,
    oneDataLaw(sources),
    HOLDER_HAS_ITS_LAW,
    OWN_STATE_NEEDS_TO_KNOW,
    prunedIsClosed(engine),
    noDeadPolicy(sources),
    NO_DEAD_CATEGORY,
    ACCREDITED_ALIKE,
    ACTS_REACH_WHAT_THEY_NAME,
    OFFICES_ALONE_SPEAK,
    MAKERS_SPEAK_FOR_THEMSELVES,
    liftsAsTheTableSays(sources),
    NO_STATE_OPENS_ANOTHERS_RECORD,
    REFUSAL_OPENS_NOTHING,
    IGNORANCE_OPENS_NOTHING,
    MORE_GROUNDS_NEVER_CLOSE,
    SISTERS_GRANT_ALIKE,
    HONORARY_AS_CHAPTER_III,
    CLOSING_OPENS_NOTHING,
  ];
}
