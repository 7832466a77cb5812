import type { Fact } from '@chancery/shared/snapshot/snapshot';
import type { ActFlag } from '../compiled/bits.js';

/** Whose act it is: a State that the mission or the record names. */
type Issuer =
  | 'UN'
  | 'SENDING'
  | 'SENDING_OR_UN'
  | 'RECEIVING'
  | 'RESCUERS_OR_POST'
  | 'OWNER'
  | 'OTHER_PARTY'
  | 'SUBJECT';

/** An act that a rule may name, in words: what it is, and who may issue it. */
interface ActWord {
  readonly what: string;
  readonly issuer: Issuer;
  /** Null when the law asks for no particular office. */
  readonly office: string | null;
}

const named = (what: string, issuer: Issuer, office: string | null = null): ActWord => ({ what, issuer, office });
const party = (instrument: string): ActWord => named(`PARTY_STATUS (${instrument})`, 'SUBJECT');

/** What facts/act-issuers.ts, party-status.ts and agreements.ts ask of each act, in words; a test keeps them complete. */
export const ACT_WORDS: Readonly<Partial<Record<ActFlag, ActWord>>> = {
  CONSENT_HEAD_OF_MISSION: named('CONSENT', 'SENDING', 'HEAD_OF_MISSION'),
  CONSENT_HEAD_OF_POST: named('CONSENT', 'SENDING', 'HEAD_OF_POST'),
  CONSENT_DESIGNEE: named('CONSENT', 'SENDING', 'DESIGNEE'),
  CONSENT_UN_SG: named('CONSENT', 'UN', 'UN_SG'),
  CONSENT_REFUSAL: named('CONSENT_REFUSAL', 'SENDING'),
  CONSENT_BY_MAKER: named('CONSENT of whose agency made the record', 'OWNER'),
  RELEASE: named('RELEASE', 'SENDING'),
  RELEASE_BY_MAKER: named('RELEASE of whose agency made the record', 'OWNER'),
  ORIGINATOR_CONSENT: named('ORIGINATOR_CONSENT', 'OWNER'),
  WAIVER_EXPRESS: named('WAIVER', 'SENDING_OR_UN'),
  WAIVER_WRITTEN: named('WAIVER in writing', 'SENDING_OR_UN'),
  WAIVER_EXECUTION: named('WAIVER of immunity from execution', 'SENDING_OR_UN'),
  MANDATE: named('MANDATE', 'SENDING'),
  DISASTER: named('DISASTER', 'RESCUERS_OR_POST'),
  JUDICIAL_DECISION: named('JUDICIAL_DECISION', 'RECEIVING', 'COURT'),
  EMERGENCY_DISCLOSURE: named('EMERGENCY_DISCLOSURE', 'OWNER', 'AGENCY_HEAD or AGENCY_HEAD_DESIGNEE'),
  ASSIGNMENT: named('ASSIGNMENT', 'OWNER'),
  AGREEMENT_CHANNEL: named('AGREEMENT (channel)', 'OTHER_PARTY'),
  AGREEMENT_CONSULAR_NOTICE: named('AGREEMENT (consular notice)', 'OTHER_PARTY'),
  AGREEMENT_LEGAL_ASSISTANCE: named('AGREEMENT (legal assistance)', 'OTHER_PARTY'),
  AGREEMENT_ADEQUACY: named('AGREEMENT (data adequacy)', 'OTHER_PARTY'),
  AGREEMENT_ADEQUACY_LED: named('AGREEMENT (data adequacy, law enforcement)', 'OTHER_PARTY'),
  AGREEMENT_SAFEGUARDS: named('AGREEMENT (data safeguards)', 'OTHER_PARTY'),
  PARTY_VCDR_1961: party('VCDR 1961'),
  PARTY_VCCR_1963: party('VCCR 1963'),
  PARTY_IPP_1973: party('IPP 1973'),
  PARTY_HOSTAGES_1979: party('HOSTAGES 1979'),
  PARTY_UNSAFE_1994: party('UNSAFE 1994'),
  PARTY_CPIUN_1946: party('CPIUN 1946'),
  PARTY_C108: party('C108'),
};

/** The States by which an issuer is named. */
export interface States {
  readonly fact: Fact | null;
  /** State of the agency that made the record. */
  readonly owner: string;
  /** State that the subject acts for. */
  readonly subject: string;
}

/** An act as a report names it: `CONSENT by HEAD_OF_MISSION of USA`. */
export function sayAct(flag: string, states: States): string {
  const word = isActFlag(flag) ? ACT_WORDS[flag] : undefined;
  if (word === undefined) return flag;
  const { what, issuer, office } = word;
  const state = stateOf(issuer, states);
  return `${what} by ${office === null ? state : `${office} of ${state}`}`;
}

function isActFlag(flag: string): flag is ActFlag {
  return Object.hasOwn(ACT_WORDS, flag);
}

function stateOf(issuer: Issuer, { fact, owner, subject }: States): string {
  const sending = fact?.sending ?? 'the sending State';
  const receiving = fact?.receiving ?? 'the receiving State';
  switch (issuer) {
    case 'UN':
      return issuer;
    case 'SENDING':
      return sending;
    case 'SENDING_OR_UN':
      return sending === 'UN' ? sending : `${sending} (UN for its officials)`;
    case 'RECEIVING':
      return receiving;
    case 'RESCUERS_OR_POST':
      return `EMERGENCY_SERVICE of ${receiving} or the post of ${sending} itself`;
    case 'OWNER':
      return owner;
    case 'OTHER_PARTY':
      return [...new Set([owner, sending, receiving])].join(' or ');
    case 'SUBJECT':
      return subject;
  }
}
