import { assertNever } from '@chancery/shared/errors';
import type { Act, Fact } from '@chancery/shared/snapshot/snapshot';
import type { Regime } from '@chancery/shared/vocabulary';
import type { ActFlag } from '../rules/bits.js';
import type { ActQuestion } from './act-matching.js';

/** The State of an agency: `USA` of `USA.diplomatic-security`. */
export function stateOfAgency(agency: string): string {
  const dot = agency.indexOf('.');
  return dot < 0 ? agency : agency.slice(0, dot);
}

const CONSENT_FLAGS: ReadonlyMap<string, ActFlag> = new Map<string, ActFlag>([
  ['HEAD_OF_MISSION', 'CONSENT_HEAD_OF_MISSION'],
  ['HEAD_OF_POST', 'CONSENT_HEAD_OF_POST'],
  ['DESIGNEE', 'CONSENT_DESIGNEE'],
]);
const HEAD_OF_MISSION = new Set(['HEAD_OF_MISSION']);
const HEADS_AND_DESIGNEE = new Set(['HEAD_OF_MISSION', 'HEAD_OF_POST', 'DESIGNEE']);

/** Who may consent to entry or refuse it: VCDR 22(1), VCCR 31(2). Premises of the United Nations have no head of mission. */
const CONSENTING_OFFICES: Readonly<Record<Regime, ReadonlySet<string>>> = {
  VCDR: HEAD_OF_MISSION,
  VCCR: HEADS_AND_DESIGNEE,
  VCCR_HONORARY: HEADS_AND_DESIGNEE,
  CPIUN: new Set(),
  NONE: HEAD_OF_MISSION,
};

function mayConsent(act: Act, fact: Fact | null): boolean {
  if (fact === null || act.by.represents !== fact.sending) return false;
  return CONSENTING_OFFICES[fact.regime].has(act.by.office);
}

/** A disaster is declared by the sending post or by the receiving State's emergency service. */
function mayDeclareDisaster(act: Act, fact: Fact | null): boolean {
  if (fact === null) return false;
  if (act.by.represents === fact.sending) return HEADS_AND_DESIGNEE.has(act.by.office);
  return act.by.represents === fact.receiving && act.by.office === 'EMERGENCY_SERVICE';
}

function isOwnerState(act: Act, asked: ActQuestion): boolean {
  return act.by.represents === stateOfAgency(asked.record.owner);
}

/** The case is the one that the subject asks under, named by a key or a mission of the act. */
function namesCase(act: Act, caseId: string | null): boolean {
  return caseId !== null && (act.scope.keys.includes(caseId) || act.scope.missions.includes(caseId));
}

/** The flag that an act raises for one value when whoever issued it was entitled to; null when it raises none. */
export function flagOf(act: Act, asked: ActQuestion): ActFlag | null {
  switch (act.kind) {
    case 'CONSENT':
      return mayConsent(act, asked.fact) ? (CONSENT_FLAGS.get(act.by.office) ?? null) : null;
    case 'CONSENT_REFUSAL':
      return mayConsent(act, asked.fact) ? 'CONSENT_REFUSAL' : null;
    case 'RELEASE':
      return act.by.represents === asked.fact?.sending ? 'RELEASE' : null;
    case 'MANDATE':
      return act.by.represents === asked.fact?.sending ? 'MANDATE' : null;
    case 'DISASTER':
      return mayDeclareDisaster(act, asked.fact) ? 'DISASTER' : null;
    case 'ORIGINATOR_CONSENT':
      return isOwnerState(act, asked) ? 'ORIGINATOR_CONSENT' : null;
    case 'ASSIGNMENT':
      return isOwnerState(act, asked) && namesCase(act, asked.profile.caseId) ? 'ASSIGNMENT' : null;
    // No rule names these yet; PARTY_STATUS is a fact about a State, not about a record (party-status.ts).
    case 'WAIVER':
    case 'AGREEMENT':
    case 'JUDICIAL_DECISION':
    case 'EMERGENCY_DISCLOSURE':
    case 'PARTY_STATUS':
      return null;
    default:
      return assertNever(act.kind);
  }
}
