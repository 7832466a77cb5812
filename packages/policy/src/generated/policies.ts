// Printed from policies/**/*.cedar by `policy:generate`. Change those, not this; a test keeps it fresh.
import { CATEGORIES } from '@chancery/shared/vocabulary';
import { ACT, NONE, REGIME, ROLE, TAG, some } from '../rules/bits.js';
import type { CompiledPolicy } from '../rules/compiled-policy.js';

/** Digest of the policies and of their schema. */
export const POLICY_SET_VERSION = 'sha256:26ee4850c06240786177bf79c3a1b9781d8fa345a8519165097746a961753057';

/** Every policy, in order of rule id. */
export const POLICIES: readonly CompiledPolicy[] = [
  // chancery/CHY-ACT.cedar
  {
    effect: 'permit',
    id: 'CHY-ACT',
    instrument: 'CHANCERY',
    article: 'CHY-ACT',
    title: 'A consent or release is itself the basis',
    inForce: '2026-01-01',
    tell: 'caller',
    categories: CATEGORIES,
    acts: ACT.CONSENT_DESIGNEE | ACT.CONSENT_HEAD_OF_MISSION | ACT.CONSENT_HEAD_OF_POST | ACT.ORIGINATOR_CONSENT | ACT.RELEASE,
    holds: (q) =>
      q.kind !== 'OVERSIGHT' &&
      some(q.inForce, ACT.CONSENT_HEAD_OF_MISSION | ACT.CONSENT_HEAD_OF_POST | ACT.CONSENT_DESIGNEE | ACT.RELEASE | ACT.ORIGINATOR_CONSENT),
    obligations: [],
    couldHold: (p) => !(p.kind === 'OVERSIGHT'),
  },
  // chancery/CHY-ASG.cedar
  {
    effect: 'permit',
    id: 'CHY-ASG',
    instrument: 'CHANCERY',
    article: 'CHY-ASG',
    title: 'An assignment to a case',
    inForce: '2026-01-01',
    tell: 'caller',
    categories: CATEGORIES,
    acts: ACT.ASSIGNMENT,
    holds: (q) =>
      q.kind !== 'OVERSIGHT' &&
      some(q.inForce, ACT.ASSIGNMENT),
    obligations: [],
    couldHold: (p) => !(p.kind === 'OVERSIGHT'),
  },
  // chancery/CHY-EXIST.cedar
  {
    effect: 'permit',
    id: 'CHY-EXIST',
    instrument: 'CHANCERY',
    article: 'CHY-EXIST',
    title: 'Existence of a row',
    inForce: '2026-01-01',
    tell: 'caller',
    categories: ['EXISTENCE'],
    acts: NONE,
    holds: () => true,
    obligations: [],
    couldHold: () => true,
  },
  // chancery/CHY-ORIG.cedar
  {
    effect: 'permit',
    id: 'CHY-ORIG',
    instrument: 'CHANCERY',
    article: 'CHY-ORIG',
    title: 'The originator reads what it made',
    inForce: '2026-01-01',
    tell: 'caller',
    categories: CATEGORIES,
    acts: NONE,
    holds: (q) =>
      q.originator &&
      q.kind !== 'OVERSIGHT',
    obligations: [],
    couldHold: (p) => !(p.kind === 'OVERSIGHT'),
  },
  // chancery/CHY-OVS.cedar
  {
    effect: 'permit',
    id: 'CHY-OVS',
    instrument: 'CHANCERY',
    article: 'CHY-OVS',
    title: 'Oversight of its own State',
    inForce: '2026-01-01',
    tell: 'caller',
    categories: ['LEGAL_ACT', 'AUDIT'],
    acts: NONE,
    holds: (q) =>
      some(q.role, ROLE.OVERSIGHT) &&
      q.ownState,
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.OVERSIGHT),
  },
  // chancery/CHY-OWN.cedar
  {
    effect: 'permit',
    id: 'CHY-OWN',
    instrument: 'CHANCERY',
    article: 'CHY-OWN',
    title: 'A State reads its own records',
    inForce: '2026-01-01',
    tell: 'caller',
    categories: CATEGORIES,
    acts: NONE,
    holds: (q) =>
      some(q.role, ROLE.SENDING_STATE) &&
      (q.ownState || q.registerRecord),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE),
  },
  // chancery/CHY-PUB.cedar
  {
    effect: 'permit',
    id: 'CHY-PUB',
    instrument: 'CHANCERY',
    article: 'CHY-PUB',
    title: 'Public facts',
    inForce: '2026-01-01',
    tell: 'caller',
    categories: ['PUBLIC_FACT', 'INCIDENT_FACT'],
    acts: NONE,
    holds: (q) => q.published,
    obligations: [],
    couldHold: () => true,
  },
  // ipp-1973/IPP-4.cedar
  {
    effect: 'permit',
    id: 'IPP-4',
    instrument: 'IPP 1973',
    article: '4(a)-(b)',
    title: 'Co-operation in prevention between States Parties',
    inForce: '1977-02-20',
    tell: 'caller',
    categories: ['THREAT'],
    acts: ACT.PARTY_IPP_1973,
    holds: (q) =>
      some(q.inForce, ACT.PARTY_IPP_1973) &&
      q.purpose === 'THREAT_PREVENTION' &&
      some(q.role, ROLE.SENDING_STATE | ROLE.RECEIVING_STATE_LEA | ROLE.RECEIVING_STATE_MFA | ROLE.THIRD_STATE),
    obligations: [],
    couldHold: (p) => p.purpose === 'THREAT_PREVENTION' && some(p.roles, ROLE.SENDING_STATE | ROLE.RECEIVING_STATE_LEA | ROLE.RECEIVING_STATE_MFA | ROLE.THIRD_STATE),
  },
  // vccr-1963/VCCR-31-2.cedar
  {
    effect: 'forbid',
    id: 'VCCR-31-2',
    instrument: 'VCCR 1963',
    article: '31(2)',
    title: 'Inviolability of consular premises',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR'],
    acts: ACT.CONSENT_DESIGNEE | ACT.CONSENT_HEAD_OF_MISSION | ACT.CONSENT_HEAD_OF_POST | ACT.CONSENT_REFUSAL | ACT.DISASTER,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR) &&
      some(q.tags, TAG.exclusiveUse) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA | ROLE.RECEIVING_STATE_LEA | ROLE.RECEIVING_STATE_EMERGENCY | ROLE.RECEIVING_STATE_COURT | ROLE.RECEIVING_STATE_FISCAL | ROLE.RECEIVING_STATE_CUSTOMS | ROLE.RECEIVING_STATE_BORDER | ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.CONSENT_HEAD_OF_POST | ACT.CONSENT_DESIGNEE | ACT.CONSENT_HEAD_OF_MISSION) &&
      !(q.rescueMinimum && some(q.role, ROLE.RECEIVING_STATE_EMERGENCY) && q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.DISASTER) && !some(q.notExcluded, ACT.CONSENT_REFUSAL)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: null }, { act: 'DISASTER', categories: ['PREMISES_RESCUE'] }],
  },
  // vccr-1963/VCCR-31-2D.cedar
  {
    effect: 'permit',
    id: 'VCCR-31-2D',
    instrument: 'VCCR 1963',
    article: '31(2)',
    title: 'Consent assumed in fire or other disaster',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PREMISES_RESCUE'],
    acts: ACT.CONSENT_REFUSAL | ACT.DISASTER,
    holds: (q) =>
      some(q.regime, REGIME.VCCR) &&
      some(q.role, ROLE.RECEIVING_STATE_EMERGENCY) &&
      q.purpose === 'PROTECT_LIFE' &&
      some(q.inForce, ACT.DISASTER) &&
      !some(q.notExcluded, ACT.CONSENT_REFUSAL),
    obligations: [{ kind: 'NOTIFY_POST', dueInSeconds: 300 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_EMERGENCY) && p.purpose === 'PROTECT_LIFE',
  },
  // vccr-1963/VCCR-33.cedar
  {
    effect: 'forbid',
    id: 'VCCR-33',
    instrument: 'VCCR 1963',
    article: '33',
    title: 'Inviolability of the consular archives',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['ARCHIVE'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA | ROLE.RECEIVING_STATE_LEA | ROLE.RECEIVING_STATE_EMERGENCY | ROLE.RECEIVING_STATE_COURT | ROLE.RECEIVING_STATE_FISCAL | ROLE.RECEIVING_STATE_CUSTOMS | ROLE.RECEIVING_STATE_BORDER | ROLE.RECEIVING_STATE_OTHER | ROLE.THIRD_STATE) &&
      !some(q.inForce, ACT.RELEASE),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
  },
  // vccr-1963/VCCR-59.cedar
  {
    effect: 'permit',
    id: 'VCCR-59',
    instrument: 'VCCR 1963',
    article: '59',
    title: 'Protection of the premises of an honorary post',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PREMISES_RESCUE'],
    acts: ACT.CONSENT_REFUSAL | ACT.DISASTER,
    holds: (q) =>
      some(q.regime, REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_EMERGENCY) &&
      q.purpose === 'PROTECT_LIFE' &&
      some(q.inForce, ACT.DISASTER) &&
      !some(q.notExcluded, ACT.CONSENT_REFUSAL),
    obligations: [{ kind: 'NOTIFY_POST', dueInSeconds: 300 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_EMERGENCY) && p.purpose === 'PROTECT_LIFE',
  },
  // vccr-1963/VCCR-61-71.cedar
  {
    effect: 'forbid',
    id: 'VCCR-61-71',
    instrument: 'VCCR 1963',
    article: '61',
    title: 'Inviolability of the separate archives of an honorary post',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['ARCHIVE'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR_HONORARY) &&
      some(q.tags, TAG.keptSeparate) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA | ROLE.RECEIVING_STATE_LEA | ROLE.RECEIVING_STATE_EMERGENCY | ROLE.RECEIVING_STATE_COURT | ROLE.RECEIVING_STATE_FISCAL | ROLE.RECEIVING_STATE_CUSTOMS | ROLE.RECEIVING_STATE_BORDER | ROLE.RECEIVING_STATE_OTHER | ROLE.THIRD_STATE) &&
      !some(q.inForce, ACT.RELEASE),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
  },
  // vcdr-1961/VCDR-22-1.cedar
  {
    effect: 'forbid',
    id: 'VCDR-22-1',
    instrument: 'VCDR 1961',
    article: '22(1)',
    title: 'Inviolability of the premises of the mission',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR'],
    acts: ACT.CONSENT_HEAD_OF_MISSION,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCDR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA | ROLE.RECEIVING_STATE_LEA | ROLE.RECEIVING_STATE_EMERGENCY | ROLE.RECEIVING_STATE_COURT | ROLE.RECEIVING_STATE_FISCAL | ROLE.RECEIVING_STATE_CUSTOMS | ROLE.RECEIVING_STATE_BORDER | ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.CONSENT_HEAD_OF_MISSION),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: null }],
  },
  // vcdr-1961/VCDR-22-2.cedar
  {
    effect: 'permit',
    id: 'VCDR-22-2',
    instrument: 'VCDR 1961',
    article: '22(2)',
    title: 'Duty of the receiving State to protect the premises',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PREMISES_PERIMETER', 'THREAT'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.RECEIVING_STATE_LEA | ROLE.RECEIVING_STATE_MFA) &&
      (q.purpose === 'THREAT_PREVENTION' || q.purpose === 'INCIDENT_RESPONSE'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_LEA | ROLE.RECEIVING_STATE_MFA) && (p.purpose === 'THREAT_PREVENTION' || p.purpose === 'INCIDENT_RESPONSE'),
  },
  // vcdr-1961/VCDR-24.cedar
  {
    effect: 'forbid',
    id: 'VCDR-24',
    instrument: 'VCDR 1961',
    article: '24',
    title: 'Inviolability of the archives of the mission',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['ARCHIVE'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCDR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA | ROLE.RECEIVING_STATE_LEA | ROLE.RECEIVING_STATE_EMERGENCY | ROLE.RECEIVING_STATE_COURT | ROLE.RECEIVING_STATE_FISCAL | ROLE.RECEIVING_STATE_CUSTOMS | ROLE.RECEIVING_STATE_BORDER | ROLE.RECEIVING_STATE_OTHER | ROLE.THIRD_STATE | ROLE.TRANSIT_STATE) &&
      !some(q.inForce, ACT.RELEASE),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
  },
  // vcdr-1961/VCDR-45bc.cedar
  {
    effect: 'permit',
    id: 'VCDR-45bc',
    instrument: 'VCDR 1961',
    article: '45(b)-(c)',
    title: 'Custody and protection of interests by a third State',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['CONSULAR_CASE', 'LEGAL_ACT'],
    acts: ACT.MANDATE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.PROTECTING_POWER) &&
      some(q.inForce, ACT.MANDATE) &&
      (q.purpose === 'INTERESTS_PROTECTION' || q.purpose === 'CONSULAR_ASSISTANCE'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.PROTECTING_POWER) && (p.purpose === 'INTERESTS_PROTECTION' || p.purpose === 'CONSULAR_ASSISTANCE'),
  },
];
