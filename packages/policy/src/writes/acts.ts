import { assertNever } from '@chancery/shared/errors';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import { EXECUTION, mayConsent, mayDeclareDisaster, TRANSIT_NOTICE } from '../facts/act-issuers.js';
import { AGREEMENT_KEYS } from '../facts/agreements.js';
import { isEmergencyDisclosure } from '../facts/emergency-disclosure.js';
import { INSTRUMENT_KEYS } from '../facts/party-status.js';
import { assessDisclosureNotice, type DisclosureNotice } from './emergency-disclosure.js';
import { ACCEPTED, isStated, refused, type Verdict } from './verdict.js';
import { assessWaiver, type WaiverText } from './waiver.js';

/** An act before it is kept, with what its form must show and the act itself has no room for. */
export interface ActDraft {
  readonly act: Act;
  /** The facts of the mission that it is about; null when it is about none or they are UNKNOWN. */
  readonly fact: Fact | null;
  /** State of the agency that made the record that it is about; null when it is about none. */
  readonly ownerState: string | null;
  /** Of a waiver. */
  readonly waiver: WaiverText | null;
  /** Whether a waiver is about a member of a consular post. */
  readonly consular: boolean;
  /** Of an emergency disclosure. */
  readonly notice: DisclosureNotice | null;
}

const DAY_MS = 24 * 60 * 60 * 1000;
const FORM = 'ACT-FORM';

/** Whether an act may be kept: who issued it, what it covers, how long, and in what form. */
export function assessAct(draft: ActDraft): Verdict {
  const { act, fact } = draft;
  switch (act.kind) {
    case 'CONSENT':
    case 'CONSENT_REFUSAL':
      return assessConsent(act, fact);
    case 'RELEASE':
      return assessRelease(act, fact);
    case 'WAIVER':
      return assessWaiverDraft(draft);
    case 'MANDATE':
      return assessMandate(act, fact);
    case 'DISASTER':
      return assessDisaster(act, fact);
    case 'JUDICIAL_DECISION':
      return assessJudicialDecision(act, fact);
    case 'ORIGINATOR_CONSENT':
      return assessOwnersAct(draft);
    case 'EMERGENCY_DISCLOSURE':
      return assessEmergencyDisclosure(draft);
    case 'AGREEMENT':
      return assessAgreement(act);
    case 'PARTY_STATUS':
      return assessPartyStatus(act);
    case 'ASSIGNMENT':
      return assessAssignment(draft);
    default:
      return assertNever(act.kind);
  }
}

const notFor = (rule: string, act: Act): Verdict => {
  return refused(rule, `\`${act.kind}\` is not for \`${act.by.office}\` of \`${act.by.represents}\` to give`);
};

/** It ends, and names its missions: nobody consents to the entry of every post for ever. */
function assessConsent(act: Act, fact: Fact | null): Verdict {
  if (!mayConsent(act, fact)) return notFor(fact?.regime === 'VCDR' ? 'VCDR-22-1' : 'VCCR-31-2', act);
  if (act.scope.missions.includes('*')) return refused(FORM, 'a consent or its refusal names the missions');
  if (act.kind === 'CONSENT' && act.until === null) return refused(FORM, 'a consent ends');
  return ACCEPTED;
}

/** What is released is named, be it by mission or by key: not everything there is. */
function assessRelease(act: Act, fact: Fact | null): Verdict {
  if (fact === null || act.by.represents !== fact.sending) return notFor('VCDR-24', act);
  return namesScope(act);
}

function namesScope({ scope: { missions, keys } }: Act): Verdict {
  if (missions.includes('*') || keys.includes('*')) return refused(FORM, 'the act names its missions or keys');
  if (missions.length + keys.length === 0) return refused(FORM, 'the act is about nothing');
  return ACCEPTED;
}

function assessWaiverDraft({ act, fact, waiver, consular }: ActDraft): Verdict {
  if (fact === null) return notFor('VCDR-32', act);
  if (waiver === null) return refused('VCDR-32', 'a waiver is always express, and no words waive');
  const verdict = assessWaiver(act, waiver, fact, consular);
  return verdict.accepted ? namesScope(act) : verdict;
}

/** VCDR 45(b)-(c), 46: a third State that is neither of the two, acceptable to the receiving State, whose note is named. */
function assessMandate(act: Act, fact: Fact | null): Verdict {
  if (fact === null || act.by.represents !== fact.sending) return notFor('VCDR-45bc', act);
  if (act.to.represents === '*' || act.to.represents === fact.sending || act.to.represents === fact.receiving) {
    return refused('VCDR-45bc', `\`${act.to.represents}\` is no third State`);
  }
  if (!isStated(act.ref)) return refused('VCDR-45bc', 'a mandate names the acceptance by the receiving State');
  return ACCEPTED;
}

function assessDisaster(act: Act, fact: Fact | null): Verdict {
  if (!mayDeclareDisaster(act, fact)) return notFor('VCCR-31-2D', act);
  if (act.until === null || Date.parse(act.until) - Date.parse(act.from) > DAY_MS) {
    return refused('VCCR-31-2D', 'a disaster ends within 24 hours');
  }
  return ACCEPTED;
}

/** VCCR 41(1): the competent judicial authority of the receiving State. */
function assessJudicialDecision(act: Act, fact: Fact | null): Verdict {
  if (fact === null || act.by.represents !== fact.receiving || act.by.office !== 'COURT') return notFor('VCCR-41', act);
  if (!isStated(act.ref)) return refused('VCCR-41', 'a judicial decision is named');
  return namesScope(act);
}

function assessOwnersAct({ act, ownerState }: ActDraft): Verdict {
  return ownerState === act.by.represents ? namesScope(act) : notFor(FORM, act);
}

function assessEmergencyDisclosure({ act, ownerState, notice }: ActDraft): Verdict {
  if (ownerState === null || !isEmergencyDisclosure(act, ownerState)) return notFor('EO-4.2b', act);
  if (notice === null) return refused('EO-4.2b', 'an emergency disclosure comes with its notice');
  return assessDisclosureNotice(notice);
}

function assessAgreement(act: Act): Verdict {
  if (act.to.represents === '*') return refused(FORM, 'an agreement names the other party');
  if (!act.written || !isStated(act.ref)) return refused(FORM, 'an agreement is in writing and names its text');
  if (!act.scope.keys.some((key) => AGREEMENT_KEYS.has(key))) {
    return refused(FORM, `no rule asks for an agreement on \`${act.scope.keys.join(', ')}\``);
  }
  return ACCEPTED;
}

function assessPartyStatus(act: Act): Verdict {
  const [key, ...others] = act.scope.keys;
  if (key === undefined || others.length > 0 || !INSTRUMENT_KEYS.has(key)) {
    return refused(FORM, `\`${act.scope.keys.join(', ')}\` is no single instrument that a rule asks for`);
  }
  if (act.to.represents !== '*') return refused(FORM, 'the status of a party is owed to everyone');
  return ACCEPTED;
}

/** To a case that it names; a notice of transit is the sending State's, any other assignment the owner's. */
function assessAssignment({ act, fact, ownerState }: ActDraft): Verdict {
  const issuer = act.by.office === TRANSIT_NOTICE ? (fact?.sending ?? null) : ownerState;
  if (issuer === null || issuer !== act.by.represents) return notFor(FORM, act);
  if (act.to.represents === '*') return refused(FORM, 'an assignment names who is assigned');
  if (act.scope.keys.includes(EXECUTION)) return refused(FORM, `\`${EXECUTION}\` is no case`);
  return namesScope(act);
}
