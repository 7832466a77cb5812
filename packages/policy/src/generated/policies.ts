// Printed from law/**/*.cedar by `policy:generate`. Change those, not this; a test keeps it fresh.
import { CATEGORIES } from '@chancery/shared/vocabulary';
import { ACT, GROUND, IMMUNITY, LEGAL_STATUS, NONE, OFFENCE, PERSON, REGIME, ROLE, TAG, some } from '../compiled/bits.js';
import type { CompiledPolicy } from '../compiled/compiled-policy.js';

/** Digest of the policies and of their schema. */
export const POLICY_SET_VERSION = 'sha256:a5a98d28e5af18a024993a573902075e83f2ff2aa575fb56e133a02d516f25a1';

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
    acts: ACT.CONSENT_BY_MAKER + ACT.ORIGINATOR_CONSENT + ACT.RELEASE_BY_MAKER,
    holds: (q) => some(q.inForce, ACT.CONSENT_BY_MAKER + ACT.RELEASE_BY_MAKER + ACT.ORIGINATOR_CONSENT),
    obligations: [],
    couldHold: () => true,
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
    holds: (q) => some(q.inForce, ACT.ASSIGNMENT),
    obligations: [],
    couldHold: () => true,
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
      q.ownUse,
    obligations: [],
    couldHold: (p) => p.ownUse,
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
  // chancery/CHY-OVSB.cedar
  {
    effect: 'forbid',
    id: 'CHY-OVSB',
    instrument: 'CHANCERY',
    article: 'CHY-OVSB',
    title: 'Oversight reads nothing else',
    inForce: '2026-01-01',
    tell: 'caller',
    categories: ['LEGAL_STATUS', 'PREMISES_PERIMETER', 'PREMISES_RESCUE', 'PREMISES_INTERIOR', 'RESIDENCE', 'SECURITY_POSTURE', 'PREPAREDNESS', 'SURVEILLANCE', 'COMMS', 'ARCHIVE', 'CORRESPONDENCE', 'BAG', 'COURIER', 'ASSET', 'HOST_FACILITY', 'FISCAL', 'ROSTER', 'PERSON_STATUS', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'BIOMETRIC', 'HEALTH', 'RESPONSE_RECORD', 'RESPONSE_REQUEST', 'VICTIM', 'OFFENDER', 'DETENTION', 'CASE', 'TESTIMONY', 'EVIDENCE', 'PROCEEDING', 'EVACUATION', 'EVACUEE', 'TRANSIT', 'CONSULAR_CASE', 'THREAT', 'INTEL_REPORT', 'INTEL_SOURCE'],
    acts: NONE,
    holds: (q) => q.kind === 'OVERSIGHT',
    code: 'NEED_TO_KNOW',
    liftedBy: [],
    alwaysHolds: (p) => p.kind === 'OVERSIGHT',
  },
  // chancery/CHY-OVSO.cedar
  {
    effect: 'forbid',
    id: 'CHY-OVSO',
    instrument: 'CHANCERY',
    article: 'CHY-OVSO',
    title: 'Oversight of no other State',
    inForce: '2026-01-01',
    tell: 'caller',
    categories: ['LEGAL_ACT', 'AUDIT'],
    acts: NONE,
    holds: (q) =>
      q.kind === 'OVERSIGHT' &&
      !q.ownState,
    code: 'NEED_TO_KNOW',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // chancery/CHY-OVSP.cedar
  {
    effect: 'forbid',
    id: 'CHY-OVSP',
    instrument: 'CHANCERY',
    article: 'CHY-OVSP',
    title: 'Oversight reads published incidents',
    inForce: '2026-01-01',
    tell: 'caller',
    categories: ['INCIDENT_FACT'],
    acts: NONE,
    holds: (q) =>
      q.kind === 'OVERSIGHT' &&
      !q.published,
    code: 'NEED_TO_KNOW',
    liftedBy: [],
    alwaysHolds: () => false,
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
      (q.ownState || q.registerRecord) &&
      q.needToKnow,
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && p.needToKnow,
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
  // chancery/CHY-PUBA.cedar
  {
    effect: 'permit',
    id: 'CHY-PUBA',
    instrument: 'CHANCERY',
    article: 'CHY-PUBA',
    title: 'Published acts',
    inForce: '2026-01-01',
    tell: 'caller',
    categories: ['LEGAL_ACT'],
    acts: NONE,
    holds: (q) => q.published,
    obligations: [],
    couldHold: () => true,
  },
  // chancery/CHY-PURP.cedar
  {
    effect: 'forbid',
    id: 'CHY-PURP',
    instrument: 'CHANCERY',
    article: 'CHY-PURP',
    title: 'Nothing of the inside for training or transit',
    inForce: '2026-01-01',
    tell: 'caller',
    categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR', 'RESIDENCE', 'SURVEILLANCE', 'ARCHIVE', 'ROSTER', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'BIOMETRIC', 'HEALTH', 'VICTIM', 'OFFENDER', 'DETENTION', 'CASE', 'TESTIMONY', 'EVIDENCE', 'PROCEEDING', 'EVACUEE', 'CONSULAR_CASE', 'INTEL_REPORT', 'INTEL_SOURCE'],
    acts: NONE,
    holds: (q) => (q.purpose === 'TRAINING' || q.purpose === 'TRANSIT'),
    code: 'PURPOSE_MISMATCH',
    liftedBy: [],
    alwaysHolds: (p) => (p.purpose === 'TRAINING' || p.purpose === 'TRANSIT'),
  },
  // chancery/CHY-TRST.cedar
  {
    effect: 'permit',
    id: 'CHY-TRST',
    instrument: 'CHANCERY',
    article: 'CHY-TRST',
    title: 'A trust agreement is read by its parties',
    inForce: '2026-01-01',
    tell: 'caller',
    categories: ['LEGAL_ACT'],
    acts: NONE,
    holds: (q) =>
      some(q.tags, TAG.trustAgreement) &&
      q.registerRecord,
    obligations: [],
    couldHold: () => true,
  },
  // cpiun-1946/CPIUN-10.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-10',
    instrument: 'CPIUN 1946',
    article: 'III, s 10; IV, s 11(c)',
    title: 'Bags of the United Nations and of permanent missions',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['BAG'],
    acts: NONE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.CPIUN + REGIME.CPIUN_MISSION) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.TRANSIT_STATE + ROLE.IGO + ROLE.THIRD_STATE),
    code: 'INVIOLABILITY',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-10C.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-10C',
    instrument: 'CPIUN 1946',
    article: 'III, s 10; IV, s 11(c)',
    title: 'Personal inviolability of couriers of the United Nations and of permanent missions',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['PERSON_LOCATION', 'CASE', 'PROCEEDING'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.CONSENT_UN_SG + ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.CPIUN + REGIME.CPIUN_MISSION) &&
      some(q.possiblePerson, PERSON.COURIER) &&
      ((some(q.possibleImmunity, IMMUNITY.IMMUNE_ARREST) && some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER)) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_TRANSIT) && (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))))) &&
      (!q.proceedings || q.purpose === 'ARREST') &&
      !(q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.RELEASE + ACT.CONSENT_UN_SG + ACT.CONSENT_HEAD_OF_MISSION)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: ['PERSON_LOCATION'] }, { act: 'RELEASE', categories: ['PERSON_LOCATION'] }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-10D.cedar
  {
    effect: 'permit',
    id: 'CPIUN-10D',
    instrument: 'CPIUN 1946',
    article: 'III, s 10; IV, s 11(c)',
    title: 'Status of such a courier and number of packages',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['COURIER'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.CPIUN + REGIME.CPIUN_MISSION) &&
      some(q.role, ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.TRANSIT_STATE) &&
      (q.purpose === 'TRANSIT' || q.purpose === 'CUSTOMS'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.TRANSIT_STATE) && (p.purpose === 'TRANSIT' || p.purpose === 'CUSTOMS'),
  },
  // cpiun-1946/CPIUN-11.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-11',
    instrument: 'CPIUN 1946',
    article: 'IV, ss 11(a), 12, 14',
    title: 'Immunity of representatives of Members from legal process',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['CASE', 'TESTIMONY', 'PROCEEDING'],
    acts: ACT.WAIVER_EXECUTION + ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.UN_REPRESENTATIVE) &&
      ((some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL) && q.proceedings && !some(q.tags, TAG.civilMatter)) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CIVIL) && q.proceedings && some(q.tags, TAG.civilMatter)) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_TESTIMONY) && !q.proceedings)) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION'),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-11A.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-11A',
    instrument: 'CPIUN 1946',
    article: 'IV, s 11(a)',
    title: 'Representatives of Members are not arrested or detained',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['PERSON_LOCATION'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.CONSENT_UN_SG + ACT.RELEASE,
    holds: (q) =>
      some(q.possiblePerson, PERSON.UN_REPRESENTATIVE) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_ARREST) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.RELEASE + ACT.CONSENT_UN_SG + ACT.CONSENT_HEAD_OF_MISSION)),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'CONSENT', categories: null }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-11D.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-11D',
    instrument: 'CPIUN 1946',
    article: 'IV, s 11(b)-(c)',
    title: 'Papers, documents and communication of permanent missions',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['COMMS', 'ARCHIVE', 'CORRESPONDENCE'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.CPIUN_MISSION) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.TRANSIT_STATE + ROLE.IGO + ROLE.THIRD_STATE) &&
      !some(q.inForce, ACT.RELEASE) &&
      !(some(q.tags, TAG.voluntarilyCommunicated) && some(q.role, ROLE.RECEIVING_STATE_MFA)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-11J.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-11J',
    instrument: 'CPIUN 1946',
    article: 'IV, s 11; V, s 19; VI, s 22',
    title: 'Jurisdiction of a State on the way of representatives, envoys and experts',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['PERSONAL_EFFECTS', 'CASE', 'PROCEEDING'],
    acts: ACT.WAIVER_EXECUTION + ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.UN_REPRESENTATIVE + PERSON.UN_EXPERT + PERSON.UN_HIGH_OFFICIAL + PERSON.FAMILY_OF_UN_HIGH_OFFICIAL + PERSON.UN_SECRETARY_GENERAL + PERSON.FAMILY_OF_UN_SECRETARY_GENERAL + PERSON.MEMBER_OF_PERMANENT_MISSION) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_TRANSIT) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))) &&
      (!q.proceedings || !some(q.tags, TAG.civilMatter) || q.purpose === 'ARREST') &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION'),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-11P.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-11P',
    instrument: 'CPIUN 1946',
    article: 'IV, s 11(a)-(b), (f)',
    title: 'Papers and baggage of representatives of Members',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['PERSONAL_EFFECTS'],
    acts: ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.UN_REPRESENTATIVE) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_PAPERS) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.role, ROLE.RECEIVING_STATE_CUSTOMS) && q.purpose === 'CUSTOMS' && some(q.tags, TAG.seriousGrounds) && some(q.tags, TAG.representativePresent)),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-11T.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-11T',
    instrument: 'CPIUN 1946',
    article: 'IV, s 11; V, s 19; VI, s 22',
    title: 'Journeys of representatives, envoys and experts of the United Nations',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['PERSON_LOCATION'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.CONSENT_UN_SG + ACT.RELEASE,
    holds: (q) =>
      some(q.possiblePerson, PERSON.UN_REPRESENTATIVE + PERSON.UN_EXPERT + PERSON.UN_HIGH_OFFICIAL + PERSON.FAMILY_OF_UN_HIGH_OFFICIAL + PERSON.UN_SECRETARY_GENERAL + PERSON.FAMILY_OF_UN_SECRETARY_GENERAL + PERSON.MEMBER_OF_PERMANENT_MISSION) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_TRANSIT) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))) &&
      !(q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.RELEASE + ACT.CONSENT_UN_SG + ACT.CONSENT_HEAD_OF_MISSION)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: null }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-18.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-18',
    instrument: 'CPIUN 1946',
    article: '18(a), 19, 20',
    title: 'Immunity of officials of the United Nations',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['RESIDENCE', 'PERSON_LOCATION', 'CASE', 'TESTIMONY', 'PROCEEDING'],
    acts: ACT.RELEASE + ACT.WAIVER_EXECUTION + ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.UN_OFFICIAL + PERSON.UN_HIGH_OFFICIAL + PERSON.UN_SECRETARY_GENERAL + PERSON.FAMILY_OF_UN_HIGH_OFFICIAL + PERSON.FAMILY_OF_UN_SECRETARY_GENERAL) &&
      ((some(q.possibleImmunity, IMMUNITY.IMMUNE_ARREST) && !q.proceedings) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL) && q.proceedings && !some(q.tags, TAG.civilMatter)) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CIVIL) && q.proceedings && some(q.tags, TAG.civilMatter) && !some(q.tags, TAG.civilException))) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION') &&
      !(!q.proceedings && q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.RELEASE)),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }, { act: 'RELEASE', categories: ['TESTIMONY'] }, { act: 'RELEASE', categories: ['PERSON_LOCATION'] }, { act: 'RELEASE', categories: ['RESIDENCE'] }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-18F.cedar
  {
    effect: 'permit',
    id: 'CPIUN-18F',
    instrument: 'CPIUN 1946',
    article: 'V, s 18(f); IV, s 11(g)',
    title: 'Repatriation in time of crisis: the people on the manifest',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['EVACUEE'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.CPIUN + REGIME.CPIUN_MISSION) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE) &&
      (q.purpose === 'EVACUATION' || q.purpose === 'PROTECT_LIFE'),
    obligations: [{ kind: 'MINIMISE', dueInSeconds: 0 }, { kind: 'PURGE', dueInSeconds: 604800 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE) && (p.purpose === 'EVACUATION' || p.purpose === 'PROTECT_LIFE'),
  },
  // cpiun-1946/CPIUN-18G.cedar
  {
    effect: 'permit',
    id: 'CPIUN-18G',
    instrument: 'CPIUN 1946',
    article: 'V, s 18(f); IV, s 11(g)',
    title: 'Repatriation in time of crisis: counts, windows and assembly points',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['EVACUATION'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.CPIUN + REGIME.CPIUN_MISSION) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE + ROLE.THIRD_STATE) &&
      (q.purpose === 'EVACUATION' || q.purpose === 'PROTECT_LIFE'),
    obligations: [{ kind: 'MINIMISE', dueInSeconds: 0 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE + ROLE.THIRD_STATE) && (p.purpose === 'EVACUATION' || p.purpose === 'PROTECT_LIFE'),
  },
  // cpiun-1946/CPIUN-19P.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-19P',
    instrument: 'CPIUN 1946',
    article: 'V, s 19',
    title: 'Papers and baggage of the Secretary-General and his Assistants',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['PERSONAL_EFFECTS'],
    acts: ACT.RELEASE + ACT.WAIVER_EXECUTION + ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.UN_HIGH_OFFICIAL + PERSON.UN_SECRETARY_GENERAL + PERSON.FAMILY_OF_UN_HIGH_OFFICIAL + PERSON.FAMILY_OF_UN_SECRETARY_GENERAL) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_PAPERS) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION') &&
      !(q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.RELEASE)) &&
      !(some(q.role, ROLE.RECEIVING_STATE_CUSTOMS) && q.purpose === 'CUSTOMS' && some(q.tags, TAG.seriousGrounds) && some(q.tags, TAG.representativePresent)),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-22.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-22',
    instrument: 'CPIUN 1946',
    article: 'VI, ss 22(b), 23',
    title: 'Immunity of experts on missions from legal process',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['CASE', 'TESTIMONY', 'PROCEEDING'],
    acts: ACT.WAIVER_EXECUTION + ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.UN_EXPERT) &&
      ((some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL) && q.proceedings && !some(q.tags, TAG.civilMatter)) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CIVIL) && q.proceedings && some(q.tags, TAG.civilMatter)) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_TESTIMONY) && !q.proceedings)) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION'),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-22A.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-22A',
    instrument: 'CPIUN 1946',
    article: 'VI, s 22(a)',
    title: 'Experts on missions are not arrested or detained',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['PERSON_LOCATION'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.CONSENT_UN_SG + ACT.RELEASE,
    holds: (q) =>
      some(q.possiblePerson, PERSON.UN_EXPERT) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_ARREST) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.RELEASE + ACT.CONSENT_UN_SG + ACT.CONSENT_HEAD_OF_MISSION)),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'CONSENT', categories: null }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-22P.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-22P',
    instrument: 'CPIUN 1946',
    article: 'VI, s 22(a), (c), (f)',
    title: 'Papers and baggage of experts on missions',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['PERSONAL_EFFECTS'],
    acts: ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.UN_EXPERT) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_PAPERS) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.role, ROLE.RECEIVING_STATE_CUSTOMS) && q.purpose === 'CUSTOMS' && some(q.tags, TAG.seriousGrounds) && some(q.tags, TAG.representativePresent)),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-3.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-3',
    instrument: 'CPIUN 1946',
    article: 'II, ss 3-4',
    title: 'Inviolability of property and archives of the United Nations',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['ARCHIVE', 'ASSET'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.CPIUN) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.TRANSIT_STATE + ROLE.PROTECTING_POWER + ROLE.IGO + ROLE.THIRD_STATE) &&
      !some(q.inForce, ACT.RELEASE),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-3P.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-3P',
    instrument: 'CPIUN 1946',
    article: 'II, s 3',
    title: 'Inviolability of the premises of the United Nations',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR'],
    acts: ACT.CONSENT_UN_SG + ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.CPIUN) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.TRANSIT_STATE + ROLE.PROTECTING_POWER + ROLE.IGO + ROLE.THIRD_STATE) &&
      !some(q.inForce, ACT.RELEASE + ACT.CONSENT_UN_SG),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: null }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-9.cedar
  {
    effect: 'forbid',
    id: 'CPIUN-9',
    instrument: 'CPIUN 1946',
    article: 'III, s 9',
    title: 'No censorship of the communications of the United Nations',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['COMMS', 'CORRESPONDENCE'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.CPIUN) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.TRANSIT_STATE + ROLE.PROTECTING_POWER + ROLE.IGO + ROLE.THIRD_STATE) &&
      !some(q.inForce, ACT.RELEASE) &&
      !(some(q.tags, TAG.voluntarilyCommunicated) && some(q.role, ROLE.RECEIVING_STATE_MFA)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // cpiun-1946/CPIUN-9A.cedar
  {
    effect: 'permit',
    id: 'CPIUN-9A',
    instrument: 'CPIUN 1946',
    article: 'III, s 9',
    title: 'The ministry reads what was sent to it',
    inForce: '1946-09-17',
    tell: 'caller',
    categories: ['CORRESPONDENCE'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.CPIUN + REGIME.CPIUN_MISSION) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA) &&
      some(q.tags, TAG.voluntarilyCommunicated) &&
      !(q.purpose === 'TRAINING' || q.purpose === 'TRANSIT'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA) && !((p.purpose === 'TRAINING' || p.purpose === 'TRANSIT')),
  },
  // eo-13526/EO-4.2b.cedar
  {
    effect: 'permit',
    id: 'EO-4.2b',
    instrument: 'EO 13526',
    article: '4.2(b)',
    title: 'Emergency disclosure to save life',
    inForce: '2010-06-27',
    tell: 'auditor',
    categories: CATEGORIES,
    acts: ACT.EMERGENCY_DISCLOSURE,
    holds: (q) =>
      q.purpose === 'PROTECT_LIFE' &&
      some(q.inForce, ACT.EMERGENCY_DISCLOSURE),
    obligations: [{ kind: 'NOTIFY_ORIGINATOR', dueInSeconds: 259200 }, { kind: 'MINIMISE', dueInSeconds: 0 }],
    couldHold: (p) => p.purpose === 'PROTECT_LIFE',
  },
  // reg-2018-1725/EUDPR-10.cedar
  {
    effect: 'forbid',
    id: 'EUDPR-10',
    instrument: 'Reg 2018/1725',
    article: '10(1)-(3)',
    title: 'Special categories kept by a body of the Union',
    inForce: '2018-12-11',
    tell: 'caller',
    categories: ['BIOMETRIC', 'HEALTH'],
    acts: NONE,
    holds: (q) =>
      q.dataLaw === 'EUDPR' &&
      !some(q.grounds, GROUND.explicitConsent + GROUND.legalClaim) &&
      !(some(q.grounds, GROUND.vitalInterest) && some(q.grounds, GROUND.incapable)) &&
      !(some(q.grounds, GROUND.substantialPublicInterest + GROUND.publicHealth + GROUND.nationalSecurity) && some(q.grounds, GROUND.lawReference)) &&
      !(some(q.grounds, GROUND.medicalCare) && q.kind === 'EMERGENCY_SERVICE'),
    code: 'PRIVACY',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // reg-2018-1725/EUDPR-4.cedar
  {
    effect: 'forbid',
    id: 'EUDPR-4',
    instrument: 'Reg 2018/1725',
    article: '4(1)(b), 6',
    title: 'Purpose limitation of bodies of the Union',
    inForce: '2018-12-11',
    tell: 'caller',
    categories: ['RESIDENCE', 'SURVEILLANCE', 'ROSTER', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'BIOMETRIC', 'HEALTH', 'VICTIM', 'OFFENDER', 'DETENTION', 'CASE', 'TESTIMONY', 'EVIDENCE', 'PROCEEDING', 'EVACUEE', 'CONSULAR_CASE'],
    acts: NONE,
    holds: (q) =>
      q.dataLaw === 'EUDPR' &&
      (q.purpose === 'TRAINING' || q.purpose === 'REGRADE' || q.purpose === 'TAX_FISCAL' || q.purpose === 'CUSTOMS' || q.purpose === 'REQUISITION') &&
      !(q.originator && q.ownUse && q.purpose !== 'REGRADE') &&
      !some(q.grounds, GROUND.compatiblePurpose + GROUND.archivingStatistics + GROUND.explicitConsent) &&
      !(some(q.grounds, GROUND.legalObligation + GROUND.nationalSecurity) && some(q.grounds, GROUND.lawReference)),
    code: 'PURPOSE_MISMATCH',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // reg-2018-1725/EUDPR-46.cedar
  {
    effect: 'forbid',
    id: 'EUDPR-46',
    instrument: 'Reg 2018/1725',
    article: '46',
    title: 'Transfers by a body of the Union',
    inForce: '2018-12-11',
    tell: 'caller',
    categories: ['RESIDENCE', 'SURVEILLANCE', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'BIOMETRIC', 'HEALTH', 'VICTIM', 'OFFENDER', 'DETENTION', 'CASE', 'TESTIMONY', 'EVIDENCE', 'PROCEEDING', 'EVACUEE', 'CONSULAR_CASE'],
    acts: ACT.AGREEMENT_ADEQUACY + ACT.AGREEMENT_SAFEGUARDS,
    holds: (q) =>
      q.dataLaw === 'EUDPR' &&
      q.transfer &&
      !some(q.inForce, ACT.AGREEMENT_ADEQUACY + ACT.AGREEMENT_SAFEGUARDS) &&
      !some(q.grounds, GROUND.legalClaim) &&
      !(some(q.grounds, GROUND.importantPublicInterest + GROUND.nationalSecurity) && some(q.grounds, GROUND.lawReference)) &&
      !(some(q.grounds, GROUND.vitalInterest) && some(q.grounds, GROUND.incapable)) &&
      !(q.aboutDetention && q.kind === 'CONSULAR' && q.purpose === 'CONSULAR_ASSISTANCE' && some(q.role, ROLE.SENDING_STATE) && some(q.tags, TAG.ownNational)),
    code: 'PRIVACY',
    liftedBy: [{ act: 'AGREEMENT', categories: null }],
    alwaysHolds: () => false,
  },
  // reg-2018-1725/EUDPR-5.cedar
  {
    effect: 'permit',
    id: 'EUDPR-5',
    instrument: 'Reg 2018/1725',
    article: '5(1)(a)-(b), 5(1)(e), 9',
    title: 'Lawful processing by a body of the Union',
    inForce: '2018-12-11',
    tell: 'caller',
    categories: ['ROSTER', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'HEALTH', 'VICTIM', 'DETENTION', 'EVACUEE', 'CONSULAR_CASE'],
    acts: ACT.AGREEMENT_ADEQUACY + ACT.AGREEMENT_SAFEGUARDS,
    holds: (q) =>
      q.dataLaw === 'EUDPR' &&
      (!q.transfer || some(q.inForce, ACT.AGREEMENT_ADEQUACY + ACT.AGREEMENT_SAFEGUARDS)) &&
      (q.kind === 'FOREIGN_MINISTRY' || q.kind === 'CONSULAR' || q.kind === 'DIPLOMATIC_SECURITY' || q.kind === 'EMERGENCY_SERVICE' || q.kind === 'POLICE' || q.kind === 'ORGANISATION') &&
      (q.purpose === 'EVACUATION' || q.purpose === 'PROTECT_LIFE' || q.purpose === 'CONSULAR_ASSISTANCE') &&
      (some(q.grounds, GROUND.vitalInterest) || (some(q.grounds, GROUND.legalObligation + GROUND.publicTask + GROUND.importantPublicInterest) && some(q.grounds, GROUND.lawReference))) &&
      !some(q.grounds, GROUND.nationalSecurity),
    obligations: [],
    couldHold: (p) => (((((p.kind === 'FOREIGN_MINISTRY' || p.kind === 'CONSULAR') || p.kind === 'DIPLOMATIC_SECURITY') || p.kind === 'EMERGENCY_SERVICE') || p.kind === 'POLICE') || p.kind === 'ORGANISATION') && ((p.purpose === 'EVACUATION' || p.purpose === 'PROTECT_LIFE') || p.purpose === 'CONSULAR_ASSISTANCE'),
  },
  // reg-2018-1725/EUDPR-50.cedar
  {
    effect: 'permit',
    id: 'EUDPR-50',
    instrument: 'Reg 2018/1725',
    article: '46, 50(1)(d), 50(1)(f)',
    title: 'Transfer by a body of the Union on a derogation',
    inForce: '2018-12-11',
    tell: 'caller',
    categories: ['ROSTER', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'HEALTH', 'VICTIM', 'DETENTION', 'EVACUEE', 'CONSULAR_CASE'],
    acts: NONE,
    holds: (q) =>
      q.dataLaw === 'EUDPR' &&
      q.transfer &&
      (q.kind === 'FOREIGN_MINISTRY' || q.kind === 'CONSULAR' || q.kind === 'DIPLOMATIC_SECURITY' || q.kind === 'EMERGENCY_SERVICE' || q.kind === 'POLICE' || q.kind === 'ORGANISATION') &&
      (q.purpose === 'EVACUATION' || q.purpose === 'PROTECT_LIFE') &&
      ((some(q.grounds, GROUND.importantPublicInterest) && some(q.grounds, GROUND.lawReference)) || (some(q.grounds, GROUND.vitalInterest) && some(q.grounds, GROUND.incapable))) &&
      !some(q.grounds, GROUND.nationalSecurity),
    obligations: [],
    couldHold: (p) => (((((p.kind === 'FOREIGN_MINISTRY' || p.kind === 'CONSULAR') || p.kind === 'DIPLOMATIC_SECURITY') || p.kind === 'EMERGENCY_SERVICE') || p.kind === 'POLICE') || p.kind === 'ORGANISATION') && (p.purpose === 'EVACUATION' || p.purpose === 'PROTECT_LIFE'),
  },
  // gdpr-2016-679/GDPR-44.cedar
  {
    effect: 'forbid',
    id: 'GDPR-44',
    instrument: 'GDPR 2016/679',
    article: '44',
    title: 'Transfers to third countries',
    inForce: '2018-05-25',
    tell: 'caller',
    categories: ['RESIDENCE', 'SURVEILLANCE', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'BIOMETRIC', 'HEALTH', 'VICTIM', 'OFFENDER', 'DETENTION', 'CASE', 'TESTIMONY', 'EVIDENCE', 'PROCEEDING', 'EVACUEE', 'CONSULAR_CASE'],
    acts: ACT.AGREEMENT_ADEQUACY + ACT.AGREEMENT_SAFEGUARDS,
    holds: (q) =>
      q.dataLaw === 'GDPR' &&
      q.transfer &&
      !some(q.inForce, ACT.AGREEMENT_ADEQUACY + ACT.AGREEMENT_SAFEGUARDS) &&
      !some(q.grounds, GROUND.legalClaim) &&
      !(some(q.grounds, GROUND.importantPublicInterest + GROUND.nationalSecurity) && some(q.grounds, GROUND.lawReference)) &&
      !(some(q.grounds, GROUND.vitalInterest) && some(q.grounds, GROUND.incapable)) &&
      !(q.aboutDetention && q.kind === 'CONSULAR' && q.purpose === 'CONSULAR_ASSISTANCE' && some(q.role, ROLE.SENDING_STATE) && some(q.tags, TAG.ownNational)),
    code: 'PRIVACY',
    liftedBy: [{ act: 'AGREEMENT', categories: null }],
    alwaysHolds: () => false,
  },
  // gdpr-2016-679/GDPR-49.cedar
  {
    effect: 'permit',
    id: 'GDPR-49',
    instrument: 'GDPR 2016/679',
    article: '44, 49(1)(d), 49(1)(f)',
    title: 'Transfer to a third country on a derogation',
    inForce: '2018-05-25',
    tell: 'caller',
    categories: ['ROSTER', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'HEALTH', 'VICTIM', 'DETENTION', 'EVACUEE', 'CONSULAR_CASE'],
    acts: NONE,
    holds: (q) =>
      q.dataLaw === 'GDPR' &&
      q.transfer &&
      (q.kind === 'FOREIGN_MINISTRY' || q.kind === 'CONSULAR' || q.kind === 'DIPLOMATIC_SECURITY' || q.kind === 'EMERGENCY_SERVICE' || q.kind === 'POLICE' || q.kind === 'ORGANISATION') &&
      (q.purpose === 'EVACUATION' || q.purpose === 'PROTECT_LIFE') &&
      ((some(q.grounds, GROUND.importantPublicInterest) && some(q.grounds, GROUND.lawReference)) || (some(q.grounds, GROUND.vitalInterest) && some(q.grounds, GROUND.incapable))) &&
      !some(q.grounds, GROUND.nationalSecurity),
    obligations: [],
    couldHold: (p) => (((((p.kind === 'FOREIGN_MINISTRY' || p.kind === 'CONSULAR') || p.kind === 'DIPLOMATIC_SECURITY') || p.kind === 'EMERGENCY_SERVICE') || p.kind === 'POLICE') || p.kind === 'ORGANISATION') && (p.purpose === 'EVACUATION' || p.purpose === 'PROTECT_LIFE'),
  },
  // gdpr-2016-679/GDPR-5.cedar
  {
    effect: 'forbid',
    id: 'GDPR-5',
    instrument: 'GDPR 2016/679',
    article: '5(1)(b)-(c)',
    title: 'Purpose limitation',
    inForce: '2018-05-25',
    tell: 'caller',
    categories: ['RESIDENCE', 'SURVEILLANCE', 'ROSTER', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'BIOMETRIC', 'HEALTH', 'VICTIM', 'OFFENDER', 'DETENTION', 'CASE', 'TESTIMONY', 'EVIDENCE', 'PROCEEDING', 'EVACUEE', 'CONSULAR_CASE'],
    acts: NONE,
    holds: (q) =>
      q.dataLaw === 'GDPR' &&
      (q.purpose === 'TRAINING' || q.purpose === 'REGRADE' || q.purpose === 'TAX_FISCAL' || q.purpose === 'CUSTOMS' || q.purpose === 'REQUISITION') &&
      !(q.originator && q.ownUse && q.purpose !== 'REGRADE') &&
      !some(q.grounds, GROUND.compatiblePurpose + GROUND.archivingStatistics + GROUND.explicitConsent) &&
      !(some(q.grounds, GROUND.legalObligation + GROUND.nationalSecurity) && some(q.grounds, GROUND.lawReference)),
    code: 'PURPOSE_MISMATCH',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // gdpr-2016-679/GDPR-6.cedar
  {
    effect: 'permit',
    id: 'GDPR-6',
    instrument: 'GDPR 2016/679',
    article: '6(1)(c)-(e), 6(3)',
    title: 'Lawful processing by a public authority',
    inForce: '2018-05-25',
    tell: 'caller',
    categories: ['ROSTER', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'HEALTH', 'VICTIM', 'DETENTION', 'EVACUEE', 'CONSULAR_CASE'],
    acts: ACT.AGREEMENT_ADEQUACY + ACT.AGREEMENT_SAFEGUARDS,
    holds: (q) =>
      q.dataLaw === 'GDPR' &&
      (!q.transfer || some(q.inForce, ACT.AGREEMENT_ADEQUACY + ACT.AGREEMENT_SAFEGUARDS)) &&
      (q.kind === 'FOREIGN_MINISTRY' || q.kind === 'CONSULAR' || q.kind === 'DIPLOMATIC_SECURITY' || q.kind === 'EMERGENCY_SERVICE' || q.kind === 'POLICE' || q.kind === 'ORGANISATION') &&
      (q.purpose === 'EVACUATION' || q.purpose === 'PROTECT_LIFE' || q.purpose === 'CONSULAR_ASSISTANCE') &&
      (some(q.grounds, GROUND.vitalInterest) || (some(q.grounds, GROUND.legalObligation + GROUND.publicTask + GROUND.importantPublicInterest) && some(q.grounds, GROUND.lawReference))) &&
      !some(q.grounds, GROUND.nationalSecurity),
    obligations: [],
    couldHold: (p) => (((((p.kind === 'FOREIGN_MINISTRY' || p.kind === 'CONSULAR') || p.kind === 'DIPLOMATIC_SECURITY') || p.kind === 'EMERGENCY_SERVICE') || p.kind === 'POLICE') || p.kind === 'ORGANISATION') && ((p.purpose === 'EVACUATION' || p.purpose === 'PROTECT_LIFE') || p.purpose === 'CONSULAR_ASSISTANCE'),
  },
  // gdpr-2016-679/GDPR-9.cedar
  {
    effect: 'forbid',
    id: 'GDPR-9',
    instrument: 'GDPR 2016/679',
    article: '9(1)-(3)',
    title: 'Special categories of personal data',
    inForce: '2018-05-25',
    tell: 'caller',
    categories: ['BIOMETRIC', 'HEALTH'],
    acts: NONE,
    holds: (q) =>
      q.dataLaw === 'GDPR' &&
      !some(q.grounds, GROUND.explicitConsent + GROUND.legalClaim) &&
      !(some(q.grounds, GROUND.vitalInterest) && some(q.grounds, GROUND.incapable)) &&
      !(some(q.grounds, GROUND.substantialPublicInterest + GROUND.publicHealth + GROUND.nationalSecurity) && some(q.grounds, GROUND.lawReference)) &&
      !(some(q.grounds, GROUND.medicalCare) && q.kind === 'EMERGENCY_SERVICE'),
    code: 'PRIVACY',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // hostages-1979/HOST-11.cedar
  {
    effect: 'permit',
    id: 'HOST-11',
    instrument: 'Hostages 1979',
    article: '11(1)-(2)',
    title: 'Evidence for the State that prosecutes the taking of hostages',
    inForce: '1983-06-03',
    tell: 'caller',
    categories: ['EVIDENCE'],
    acts: ACT.AGREEMENT_LEGAL_ASSISTANCE + ACT.ORIGINATOR_CONSENT + ACT.PARTY_HOSTAGES_1979 + ACT.RELEASE_BY_MAKER,
    holds: (q) =>
      some(q.offences, OFFENCE.hostageTaking) &&
      some(q.inForce, ACT.PARTY_HOSTAGES_1979) &&
      q.purpose === 'PROSECUTION' &&
      some(q.inForce, ACT.RELEASE_BY_MAKER + ACT.ORIGINATOR_CONSENT + ACT.AGREEMENT_LEGAL_ASSISTANCE) &&
      some(q.role, ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.SENDING_STATE + ROLE.THIRD_STATE),
    obligations: [],
    couldHold: (p) => p.purpose === 'PROSECUTION' && some(p.roles, ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.SENDING_STATE + ROLE.THIRD_STATE),
  },
  // hostages-1979/HOST-4.cedar
  {
    effect: 'permit',
    id: 'HOST-4',
    instrument: 'Hostages 1979',
    article: '4(b)',
    title: 'Exchange of information to prevent the taking of hostages',
    inForce: '1983-06-03',
    tell: 'caller',
    categories: ['DETENTION', 'THREAT'],
    acts: ACT.PARTY_HOSTAGES_1979,
    holds: (q) =>
      some(q.offences, OFFENCE.hostageTaking) &&
      some(q.inForce, ACT.PARTY_HOSTAGES_1979) &&
      q.purpose === 'THREAT_PREVENTION' &&
      some(q.role, ROLE.SENDING_STATE + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.THIRD_STATE),
    obligations: [],
    couldHold: (p) => p.purpose === 'THREAT_PREVENTION' && some(p.roles, ROLE.SENDING_STATE + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.THIRD_STATE),
  },
  // hostages-1979/HOST-6.cedar
  {
    effect: 'duty',
    id: 'HOST-6',
    instrument: 'Hostages 1979',
    article: '6(2), 6(6)',
    title: 'Notice of custody for the taking of hostages',
    inForce: '1983-06-03',
    tell: 'caller',
    categories: ['DETENTION'],
    acts: NONE,
    holds: (q) =>
      some(q.offences, OFFENCE.hostageTaking) &&
      q.ownState,
    obligations: [{ kind: 'NOTIFY_SENDING_STATE', dueInSeconds: 86400 }],
  },
  // hostages-1979/HOST-6-3.cedar
  {
    effect: 'permit',
    id: 'HOST-6-3',
    instrument: 'Hostages 1979',
    article: '6(3)',
    title: 'Access of the State of nationality to whoever is held for the taking of hostages',
    inForce: '1983-06-03',
    tell: 'caller',
    categories: ['DETENTION'],
    acts: NONE,
    holds: (q) =>
      some(q.offences, OFFENCE.hostageTaking) &&
      q.nationalOfSubject &&
      q.purpose === 'CONSULAR_ASSISTANCE',
    obligations: [],
    couldHold: (p) => p.purpose === 'CONSULAR_ASSISTANCE',
  },
  // hostages-1979/HOST-7.cedar
  {
    effect: 'duty',
    id: 'HOST-7',
    instrument: 'Hostages 1979',
    article: '7',
    title: 'Final outcome of the proceedings to the Secretary-General',
    inForce: '1983-06-03',
    tell: 'caller',
    categories: ['PROCEEDING'],
    acts: NONE,
    holds: (q) =>
      some(q.offences, OFFENCE.hostageTaking) &&
      some(q.offences, OFFENCE.finalOutcome) &&
      q.ownState,
    obligations: [{ kind: 'NOTIFY_UNSG', dueInSeconds: 604800 }],
  },
  // ipp-1973/IPP-10.cedar
  {
    effect: 'permit',
    id: 'IPP-10',
    instrument: 'IPP 1973',
    article: '10(1)-(2)',
    title: 'Evidence for the prosecuting State',
    inForce: '1977-02-20',
    tell: 'caller',
    categories: ['EVIDENCE'],
    acts: ACT.AGREEMENT_LEGAL_ASSISTANCE + ACT.ORIGINATOR_CONSENT + ACT.PARTY_IPP_1973 + ACT.RELEASE_BY_MAKER,
    holds: (q) =>
      some(q.offences, OFFENCE.againstProtectedPerson) &&
      some(q.inForce, ACT.PARTY_IPP_1973) &&
      q.purpose === 'PROSECUTION' &&
      some(q.inForce, ACT.RELEASE_BY_MAKER + ACT.ORIGINATOR_CONSENT + ACT.AGREEMENT_LEGAL_ASSISTANCE) &&
      some(q.role, ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.SENDING_STATE + ROLE.THIRD_STATE),
    obligations: [],
    couldHold: (p) => p.purpose === 'PROSECUTION' && some(p.roles, ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.SENDING_STATE + ROLE.THIRD_STATE),
  },
  // ipp-1973/IPP-10F.cedar
  {
    effect: 'forbid',
    id: 'IPP-10F',
    instrument: 'IPP 1973',
    article: '5(2), 10(2)',
    title: 'What the internal law of the maker keeps',
    inForce: '1977-02-20',
    tell: 'caller',
    categories: ['INCIDENT_FACT', 'VICTIM', 'OFFENDER', 'EVIDENCE', 'THREAT'],
    acts: NONE,
    holds: (q) =>
      some(q.tags, TAG.internalLawBar) &&
      !q.ownState,
    code: 'BASIS_MISSING',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // ipp-1973/IPP-11.cedar
  {
    effect: 'duty',
    id: 'IPP-11',
    instrument: 'IPP 1973',
    article: '11',
    title: 'Final outcome of the proceedings to the Secretary-General',
    inForce: '1977-02-20',
    tell: 'caller',
    categories: ['PROCEEDING'],
    acts: NONE,
    holds: (q) =>
      some(q.offences, OFFENCE.againstProtectedPerson) &&
      some(q.offences, OFFENCE.finalOutcome) &&
      q.ownState,
    obligations: [{ kind: 'NOTIFY_UNSG', dueInSeconds: 604800 }],
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
      some(q.role, ROLE.SENDING_STATE + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.THIRD_STATE),
    obligations: [],
    couldHold: (p) => p.purpose === 'THREAT_PREVENTION' && some(p.roles, ROLE.SENDING_STATE + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.THIRD_STATE),
  },
  // ipp-1973/IPP-5-1.cedar
  {
    effect: 'permit',
    id: 'IPP-5-1',
    instrument: 'IPP 1973',
    article: '5(1)',
    title: 'Facts on an alleged offender who fled',
    inForce: '1977-02-20',
    tell: 'caller',
    categories: ['INCIDENT_FACT', 'OFFENDER'],
    acts: ACT.PARTY_IPP_1973,
    holds: (q) =>
      some(q.offences, OFFENCE.againstProtectedPerson) &&
      some(q.offences, OFFENCE.offenderFled) &&
      (q.purpose === 'INCIDENT_RESPONSE' || q.purpose === 'CRIMINAL_INVESTIGATION' || q.purpose === 'ARREST' || q.purpose === 'PROSECUTION') &&
      (q.unitedNations || (some(q.inForce, ACT.PARTY_IPP_1973) && some(q.role, ROLE.SENDING_STATE + ROLE.THIRD_STATE))),
    obligations: [],
    couldHold: (p) => (((p.purpose === 'INCIDENT_RESPONSE' || p.purpose === 'CRIMINAL_INVESTIGATION') || p.purpose === 'ARREST') || p.purpose === 'PROSECUTION'),
  },
  // ipp-1973/IPP-5-2.cedar
  {
    effect: 'permit',
    id: 'IPP-5-2',
    instrument: 'IPP 1973',
    article: '5(2)',
    title: 'Facts on the victim to the State that it acted for',
    inForce: '1977-02-20',
    tell: 'caller',
    categories: ['INCIDENT_FACT', 'VICTIM'],
    acts: ACT.PARTY_IPP_1973,
    holds: (q) =>
      some(q.offences, OFFENCE.againstProtectedPerson) &&
      some(q.inForce, ACT.PARTY_IPP_1973) &&
      some(q.role, ROLE.SENDING_STATE) &&
      (q.purpose === 'INCIDENT_RESPONSE' || q.purpose === 'PROSECUTION'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && (p.purpose === 'INCIDENT_RESPONSE' || p.purpose === 'PROSECUTION'),
  },
  // ipp-1973/IPP-6-1.cedar
  {
    effect: 'duty',
    id: 'IPP-6-1',
    instrument: 'IPP 1973',
    article: '6(1)',
    title: 'Notice of measures that secure the presence of an alleged offender',
    inForce: '1977-02-20',
    tell: 'caller',
    categories: ['DETENTION'],
    acts: NONE,
    holds: (q) =>
      some(q.offences, OFFENCE.againstProtectedPerson) &&
      q.ownState,
    obligations: [{ kind: 'NOTIFY_SENDING_STATE', dueInSeconds: 86400 }],
  },
  // ipp-1973/IPP-6-2.cedar
  {
    effect: 'permit',
    id: 'IPP-6-2',
    instrument: 'IPP 1973',
    article: '6(2)',
    title: 'Access of the State of nationality to the alleged offender',
    inForce: '1977-02-20',
    tell: 'caller',
    categories: ['DETENTION'],
    acts: NONE,
    holds: (q) =>
      some(q.offences, OFFENCE.againstProtectedPerson) &&
      q.nationalOfSubject &&
      q.purpose === 'CONSULAR_ASSISTANCE',
    obligations: [],
    couldHold: (p) => p.purpose === 'CONSULAR_ASSISTANCE',
  },
  // led-2016-680/LED-10.cedar
  {
    effect: 'forbid',
    id: 'LED-10',
    instrument: 'LED 2016/680',
    article: '10',
    title: 'Special categories of data of law enforcement',
    inForce: '2018-05-06',
    tell: 'caller',
    categories: ['BIOMETRIC', 'HEALTH'],
    acts: NONE,
    holds: (q) =>
      q.dataLaw === 'LED' &&
      !(q.originator && q.ownUse) &&
      !(some(q.grounds, GROUND.lawEnforcementNecessity) && some(q.grounds, GROUND.lawReference + GROUND.vitalInterest)),
    code: 'PRIVACY',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // led-2016-680/LED-35.cedar
  {
    effect: 'forbid',
    id: 'LED-35',
    instrument: 'LED 2016/680',
    article: '35(1)(a)-(d)',
    title: 'Transfers of data of law enforcement',
    inForce: '2018-05-06',
    tell: 'caller',
    categories: ['RESIDENCE', 'SURVEILLANCE', 'ROSTER', 'PERSON_STATUS', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'BIOMETRIC', 'HEALTH', 'VICTIM', 'OFFENDER', 'DETENTION', 'CASE', 'TESTIMONY', 'EVIDENCE', 'PROCEEDING', 'EVACUEE', 'CONSULAR_CASE'],
    acts: ACT.AGREEMENT_ADEQUACY_LED + ACT.AGREEMENT_SAFEGUARDS + ACT.ORIGINATOR_CONSENT,
    holds: (q) =>
      q.dataLaw === 'LED' &&
      q.transfer &&
      !(some(q.grounds, GROUND.lawEnforcementNecessity) && (q.purpose === 'THREAT_PREVENTION' || q.purpose === 'CRIMINAL_INVESTIGATION' || q.purpose === 'ARREST' || q.purpose === 'PROSECUTION' || q.purpose === 'EXECUTION' || q.purpose === 'PROTECT_LIFE') && (q.kind === 'POLICE' || q.kind === 'DIPLOMATIC_SECURITY' || q.kind === 'COURT' || q.kind === 'CUSTOMS' || q.kind === 'BORDER') && (some(q.grounds, GROUND.originAuthorised + GROUND.immediateThreat) || some(q.inForce, ACT.ORIGINATOR_CONSENT)) && (some(q.inForce, ACT.AGREEMENT_ADEQUACY_LED + ACT.AGREEMENT_SAFEGUARDS) || some(q.grounds, GROUND.vitalInterest + GROUND.publicSecurityThreat) || (some(q.grounds, GROUND.individualCase + GROUND.legalClaim) && !some(q.grounds, GROUND.rightsOverride)))) &&
      !(q.aboutDetention && q.kind === 'CONSULAR' && q.purpose === 'CONSULAR_ASSISTANCE' && some(q.role, ROLE.SENDING_STATE) && some(q.tags, TAG.ownNational)),
    code: 'PRIVACY',
    liftedBy: [{ act: 'ORIGINATOR_CONSENT', categories: null }, { act: 'AGREEMENT', categories: null }],
    alwaysHolds: () => false,
  },
  // led-2016-680/LED-35-2.cedar
  {
    effect: 'permit',
    id: 'LED-35-2',
    instrument: 'LED 2016/680',
    article: '35(2)',
    title: 'Transfer against an immediate threat to public security',
    inForce: '2018-05-06',
    tell: 'caller',
    categories: ['RESIDENCE', 'SURVEILLANCE', 'ROSTER', 'PERSON_STATUS', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'BIOMETRIC', 'HEALTH', 'VICTIM', 'OFFENDER', 'DETENTION', 'CASE', 'TESTIMONY', 'EVIDENCE', 'PROCEEDING', 'EVACUEE', 'CONSULAR_CASE'],
    acts: ACT.AGREEMENT_ADEQUACY_LED + ACT.AGREEMENT_SAFEGUARDS + ACT.ORIGINATOR_CONSENT,
    holds: (q) =>
      q.dataLaw === 'LED' &&
      q.transfer &&
      some(q.grounds, GROUND.immediateThreat) &&
      some(q.grounds, GROUND.lawEnforcementNecessity) &&
      (q.purpose === 'THREAT_PREVENTION' || q.purpose === 'PROTECT_LIFE') &&
      (q.kind === 'POLICE' || q.kind === 'DIPLOMATIC_SECURITY' || q.kind === 'COURT' || q.kind === 'CUSTOMS' || q.kind === 'BORDER') &&
      (some(q.inForce, ACT.AGREEMENT_ADEQUACY_LED + ACT.AGREEMENT_SAFEGUARDS) || some(q.grounds, GROUND.vitalInterest + GROUND.publicSecurityThreat) || (some(q.grounds, GROUND.individualCase + GROUND.legalClaim) && !some(q.grounds, GROUND.rightsOverride))) &&
      !(some(q.grounds, GROUND.originAuthorised) || some(q.notExcluded, ACT.ORIGINATOR_CONSENT)),
    obligations: [{ kind: 'NOTIFY_ORIGINATOR', dueInSeconds: 3600 }],
    couldHold: (p) => (p.purpose === 'THREAT_PREVENTION' || p.purpose === 'PROTECT_LIFE') && ((((p.kind === 'POLICE' || p.kind === 'DIPLOMATIC_SECURITY') || p.kind === 'COURT') || p.kind === 'CUSTOMS') || p.kind === 'BORDER'),
  },
  // led-2016-680/LED-37-38.cedar
  {
    effect: 'permit',
    id: 'LED-37-38',
    instrument: 'LED 2016/680',
    article: '36-38',
    title: 'Basis of a transfer of data of law enforcement',
    inForce: '2018-05-06',
    tell: 'caller',
    categories: ['RESIDENCE', 'SURVEILLANCE', 'ROSTER', 'PERSON_STATUS', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'BIOMETRIC', 'HEALTH', 'VICTIM', 'OFFENDER', 'DETENTION', 'CASE', 'TESTIMONY', 'EVIDENCE', 'PROCEEDING', 'EVACUEE', 'CONSULAR_CASE'],
    acts: ACT.AGREEMENT_ADEQUACY_LED + ACT.AGREEMENT_SAFEGUARDS + ACT.ORIGINATOR_CONSENT,
    holds: (q) =>
      q.dataLaw === 'LED' &&
      q.transfer &&
      some(q.grounds, GROUND.lawEnforcementNecessity) &&
      (q.purpose === 'THREAT_PREVENTION' || q.purpose === 'CRIMINAL_INVESTIGATION' || q.purpose === 'ARREST' || q.purpose === 'PROSECUTION' || q.purpose === 'EXECUTION' || q.purpose === 'PROTECT_LIFE') &&
      (q.kind === 'POLICE' || q.kind === 'DIPLOMATIC_SECURITY' || q.kind === 'COURT' || q.kind === 'CUSTOMS' || q.kind === 'BORDER') &&
      (some(q.grounds, GROUND.originAuthorised) || some(q.inForce, ACT.ORIGINATOR_CONSENT)) &&
      (some(q.inForce, ACT.AGREEMENT_ADEQUACY_LED + ACT.AGREEMENT_SAFEGUARDS) || some(q.grounds, GROUND.vitalInterest + GROUND.publicSecurityThreat) || (some(q.grounds, GROUND.individualCase + GROUND.legalClaim) && !some(q.grounds, GROUND.rightsOverride))),
    obligations: [],
    couldHold: (p) => (((((p.purpose === 'THREAT_PREVENTION' || p.purpose === 'CRIMINAL_INVESTIGATION') || p.purpose === 'ARREST') || p.purpose === 'PROSECUTION') || p.purpose === 'EXECUTION') || p.purpose === 'PROTECT_LIFE') && ((((p.kind === 'POLICE' || p.kind === 'DIPLOMATIC_SECURITY') || p.kind === 'COURT') || p.kind === 'CUSTOMS') || p.kind === 'BORDER'),
  },
  // led-2016-680/LED-9.cedar
  {
    effect: 'forbid',
    id: 'LED-9',
    instrument: 'LED 2016/680',
    article: '9(1)',
    title: 'Purposes of data of law enforcement',
    inForce: '2018-05-06',
    tell: 'caller',
    categories: ['RESIDENCE', 'SURVEILLANCE', 'ROSTER', 'PERSON_STATUS', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'BIOMETRIC', 'HEALTH', 'VICTIM', 'OFFENDER', 'DETENTION', 'CASE', 'TESTIMONY', 'EVIDENCE', 'PROCEEDING', 'EVACUEE', 'CONSULAR_CASE'],
    acts: NONE,
    holds: (q) =>
      q.dataLaw === 'LED' &&
      (q.purpose === 'TRAINING' || q.purpose === 'REGRADE' || q.purpose === 'TAX_FISCAL' || q.purpose === 'CUSTOMS' || q.purpose === 'REQUISITION') &&
      !(q.originator && q.ownUse && q.purpose !== 'REGRADE') &&
      !some(q.grounds, GROUND.lawReference),
    code: 'PURPOSE_MISMATCH',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // un-us-headquarters-agreement-1947/UNHQ-15.cedar
  {
    effect: 'forbid',
    id: 'UNHQ-15',
    instrument: 'UN-US Headquarters Agreement 1947',
    article: 'V, s 15',
    title: 'Immunity of resident representatives and their staff',
    inForce: '1947-11-21',
    tell: 'caller',
    categories: ['RESIDENCE', 'PERSON_LOCATION', 'CASE', 'TESTIMONY', 'PROCEEDING'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE + ACT.WAIVER_EXECUTION + ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.MEMBER_OF_PERMANENT_MISSION) &&
      ((some(q.possibleImmunity, IMMUNITY.IMMUNE_ARREST) && !q.proceedings) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL) && q.proceedings && !some(q.tags, TAG.civilMatter)) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CIVIL) && q.proceedings && some(q.tags, TAG.civilMatter) && !some(q.tags, TAG.civilException))) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION') &&
      !(!q.proceedings && q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE)),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }, { act: 'CONSENT', categories: ['PERSON_LOCATION'] }, { act: 'CONSENT', categories: ['RESIDENCE'] }, { act: 'RELEASE', categories: ['TESTIMONY'] }, { act: 'RELEASE', categories: ['PERSON_LOCATION'] }, { act: 'RELEASE', categories: ['RESIDENCE'] }],
    alwaysHolds: () => false,
  },
  // un-us-headquarters-agreement-1947/UNHQ-15D.cedar
  {
    effect: 'permit',
    id: 'UNHQ-15D',
    instrument: 'UN-US Headquarters Agreement 1947',
    article: 'V, s 15; VI, s 16(a)',
    title: 'Protection of permanent missions and of the United Nations outside the district',
    inForce: '1947-11-21',
    tell: 'caller',
    categories: ['PREMISES_PERIMETER', 'THREAT'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.CPIUN_MISSION) &&
      some(q.role, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_EMERGENCY) &&
      (q.purpose === 'THREAT_PREVENTION' || q.purpose === 'INCIDENT_RESPONSE') &&
      !some(q.possibleLegalStatus, LEGAL_STATUS.UNNOTIFIED),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_EMERGENCY) && (p.purpose === 'THREAT_PREVENTION' || p.purpose === 'INCIDENT_RESPONSE'),
  },
  // un-us-headquarters-agreement-1947/UNHQ-15E.cedar
  {
    effect: 'forbid',
    id: 'UNHQ-15E',
    instrument: 'UN-US Headquarters Agreement 1947',
    article: 'V, s 15',
    title: 'Papers and baggage of resident representatives and their staff',
    inForce: '1947-11-21',
    tell: 'caller',
    categories: ['PERSONAL_EFFECTS'],
    acts: ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.MEMBER_OF_PERMANENT_MISSION) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_PAPERS) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.role, ROLE.RECEIVING_STATE_CUSTOMS) && q.purpose === 'CUSTOMS' && some(q.tags, TAG.seriousGrounds) && some(q.tags, TAG.representativePresent)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // un-us-headquarters-agreement-1947/UNHQ-15N.cedar
  {
    effect: 'permit',
    id: 'UNHQ-15N',
    instrument: 'UN-US Headquarters Agreement 1947',
    article: 'V, s 15(2)',
    title: 'Notification of members of permanent missions',
    inForce: '1947-11-21',
    tell: 'caller',
    categories: ['ROSTER', 'PERSON_STATUS', 'FAMILY'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.CPIUN_MISSION) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA) &&
      q.purpose === 'PROTOCOL_NOTIFICATION' &&
      some(q.person, PERSON.MEMBER_OF_PERMANENT_MISSION + PERSON.UN_REPRESENTATIVE + PERSON.FAMILY_OF_AGENT + PERSON.SERVICE_STAFF + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL + PERSON.PRIVATE_SERVANT + PERSON.LOCAL_STAFF),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA) && p.purpose === 'PROTOCOL_NOTIFICATION',
  },
  // un-us-headquarters-agreement-1947/UNHQ-15P.cedar
  {
    effect: 'forbid',
    id: 'UNHQ-15P',
    instrument: 'UN-US Headquarters Agreement 1947',
    article: 'V, s 15',
    title: 'Premises and property of permanent missions',
    inForce: '1947-11-21',
    tell: 'caller',
    categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR', 'ASSET'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.CPIUN_MISSION) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: ['PREMISES_RESCUE'] }, { act: 'CONSENT', categories: ['PREMISES_INTERIOR'] }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // un-us-headquarters-agreement-1947/UNHQ-15S.cedar
  {
    effect: 'permit',
    id: 'UNHQ-15S',
    instrument: 'UN-US Headquarters Agreement 1947',
    article: 'V, s 15; II, s 2',
    title: 'Legal status of permanent missions and of the district',
    inForce: '1947-11-21',
    tell: 'caller',
    categories: ['LEGAL_STATUS'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.CPIUN + REGIME.CPIUN_MISSION) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA),
  },
  // un-us-headquarters-agreement-1947/UNHQ-16.cedar
  {
    effect: 'permit',
    id: 'UNHQ-16',
    instrument: 'UN-US Headquarters Agreement 1947',
    article: 'VI, s 16(a)-(b); V, s 15',
    title: 'What the United Nations and permanent missions ask of the host',
    inForce: '1947-11-21',
    tell: 'caller',
    categories: ['RESPONSE_REQUEST'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.CPIUN + REGIME.CPIUN_MISSION) &&
      (some(q.role, ROLE.RECEIVING_STATE_MFA) || (some(q.role, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY) && (q.purpose === 'PROTECT_LIFE' || q.purpose === 'THREAT_PREVENTION' || q.purpose === 'INCIDENT_RESPONSE'))),
    obligations: [],
    couldHold: (p) => (some(p.roles, ROLE.RECEIVING_STATE_MFA) || some(p.roles, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY) && ((p.purpose === 'PROTECT_LIFE' || p.purpose === 'THREAT_PREVENTION') || p.purpose === 'INCIDENT_RESPONSE')),
  },
  // un-us-headquarters-agreement-1947/UNHQ-17D.cedar
  {
    effect: 'permit',
    id: 'UNHQ-17D',
    instrument: 'UN-US Headquarters Agreement 1947',
    article: 'VII, s 17(a); V, s 15',
    title: 'Where the burning premises are, and whom to call',
    inForce: '1947-11-21',
    tell: 'caller',
    categories: ['PREMISES_PERIMETER'],
    acts: ACT.DISASTER,
    holds: (q) =>
      some(q.regime, REGIME.CPIUN + REGIME.CPIUN_MISSION) &&
      some(q.role, ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_LEA) &&
      q.purpose === 'PROTECT_LIFE' &&
      some(q.inForce, ACT.DISASTER) &&
      !some(q.possibleLegalStatus, LEGAL_STATUS.UNNOTIFIED),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_LEA) && p.purpose === 'PROTECT_LIFE',
  },
  // un-us-headquarters-agreement-1947/UNHQ-17T.cedar
  {
    effect: 'permit',
    id: 'UNHQ-17T',
    instrument: 'UN-US Headquarters Agreement 1947',
    article: 'VII, s 17(a); V, s 15',
    title: 'Threats to life at the United Nations and at permanent missions',
    inForce: '1947-11-21',
    tell: 'caller',
    categories: ['THREAT'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.CPIUN + REGIME.CPIUN_MISSION) &&
      some(q.role, ROLE.RECEIVING_STATE_EMERGENCY) &&
      q.purpose === 'PROTECT_LIFE' &&
      !some(q.possibleLegalStatus, LEGAL_STATUS.UNNOTIFIED),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_EMERGENCY) && p.purpose === 'PROTECT_LIFE',
  },
  // un-us-headquarters-agreement-1947/UNHQ-9.cedar
  {
    effect: 'forbid',
    id: 'UNHQ-9',
    instrument: 'UN-US Headquarters Agreement 1947',
    article: 'III, s 9(a)',
    title: 'Inviolability of the headquarters district',
    inForce: '1947-11-21',
    tell: 'caller',
    categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR'],
    acts: ACT.CONSENT_UN_SG + ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.CPIUN) &&
      some(q.tags, TAG.headquarters) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.CONSENT_UN_SG + ACT.RELEASE),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: null }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // un-us-headquarters-agreement-1947/UNHQ-9P.cedar
  {
    effect: 'permit',
    id: 'UNHQ-9P',
    instrument: 'UN-US Headquarters Agreement 1947',
    article: 'VI, s 16(a)',
    title: 'Protection of the headquarters district',
    inForce: '1947-11-21',
    tell: 'caller',
    categories: ['PREMISES_PERIMETER', 'THREAT'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.CPIUN) &&
      some(q.tags, TAG.headquarters) &&
      some(q.role, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_EMERGENCY) &&
      (q.purpose === 'THREAT_PREVENTION' || q.purpose === 'INCIDENT_RESPONSE'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_EMERGENCY) && (p.purpose === 'THREAT_PREVENTION' || p.purpose === 'INCIDENT_RESPONSE'),
  },
  // un-personnel-1994/UNSAFE-11.cedar
  {
    effect: 'permit',
    id: 'UNSAFE-11',
    instrument: 'UN Personnel 1994',
    article: '11(b), 12(1)-(2)',
    title: 'Information on crimes against United Nations personnel',
    inForce: '1999-01-15',
    tell: 'caller',
    categories: ['INCIDENT_FACT', 'VICTIM', 'OFFENDER', 'THREAT'],
    acts: ACT.PARTY_UNSAFE_1994,
    holds: (q) =>
      some(q.offences, OFFENCE.againstUnPersonnel) &&
      (q.purpose === 'THREAT_PREVENTION' || q.purpose === 'INCIDENT_RESPONSE' || q.purpose === 'CRIMINAL_INVESTIGATION') &&
      (q.unitedNations || (some(q.inForce, ACT.PARTY_UNSAFE_1994) && some(q.role, ROLE.SENDING_STATE + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.THIRD_STATE))) &&
      !(q.aboutOffender && !some(q.offences, OFFENCE.offenderFled)),
    obligations: [],
    couldHold: (p) => ((p.purpose === 'THREAT_PREVENTION' || p.purpose === 'INCIDENT_RESPONSE') || p.purpose === 'CRIMINAL_INVESTIGATION'),
  },
  // un-personnel-1994/UNSAFE-13.cedar
  {
    effect: 'duty',
    id: 'UNSAFE-13',
    instrument: 'UN Personnel 1994',
    article: '13(2)',
    title: 'Notice of measures against an alleged offender',
    inForce: '1999-01-15',
    tell: 'caller',
    categories: ['DETENTION'],
    acts: NONE,
    holds: (q) =>
      some(q.offences, OFFENCE.againstUnPersonnel) &&
      q.ownState,
    obligations: [{ kind: 'NOTIFY_UNSG', dueInSeconds: 86400 }, { kind: 'NOTIFY_SENDING_STATE', dueInSeconds: 86400 }],
  },
  // un-personnel-1994/UNSAFE-16.cedar
  {
    effect: 'permit',
    id: 'UNSAFE-16',
    instrument: 'UN Personnel 1994',
    article: '16(1)-(2)',
    title: 'Evidence for the State that prosecutes crimes against United Nations personnel',
    inForce: '1999-01-15',
    tell: 'caller',
    categories: ['EVIDENCE'],
    acts: ACT.AGREEMENT_LEGAL_ASSISTANCE + ACT.ORIGINATOR_CONSENT + ACT.PARTY_UNSAFE_1994 + ACT.RELEASE_BY_MAKER,
    holds: (q) =>
      some(q.offences, OFFENCE.againstUnPersonnel) &&
      some(q.inForce, ACT.PARTY_UNSAFE_1994) &&
      q.purpose === 'PROSECUTION' &&
      some(q.inForce, ACT.RELEASE_BY_MAKER + ACT.ORIGINATOR_CONSENT + ACT.AGREEMENT_LEGAL_ASSISTANCE) &&
      some(q.role, ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.SENDING_STATE + ROLE.THIRD_STATE),
    obligations: [],
    couldHold: (p) => p.purpose === 'PROSECUTION' && some(p.roles, ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.SENDING_STATE + ROLE.THIRD_STATE),
  },
  // un-personnel-1994/UNSAFE-17.cedar
  {
    effect: 'permit',
    id: 'UNSAFE-17',
    instrument: 'UN Personnel 1994',
    article: '17(2)',
    title: 'Access of the State of nationality to whoever is held for a crime against United Nations personnel',
    inForce: '1999-01-15',
    tell: 'caller',
    categories: ['DETENTION'],
    acts: NONE,
    holds: (q) =>
      some(q.offences, OFFENCE.againstUnPersonnel) &&
      q.nationalOfSubject &&
      q.purpose === 'CONSULAR_ASSISTANCE',
    obligations: [],
    couldHold: (p) => p.purpose === 'CONSULAR_ASSISTANCE',
  },
  // un-personnel-1994/UNSAFE-18.cedar
  {
    effect: 'duty',
    id: 'UNSAFE-18',
    instrument: 'UN Personnel 1994',
    article: '18',
    title: 'Final outcome of the proceedings to the Secretary-General',
    inForce: '1999-01-15',
    tell: 'caller',
    categories: ['PROCEEDING'],
    acts: NONE,
    holds: (q) =>
      some(q.offences, OFFENCE.againstUnPersonnel) &&
      some(q.offences, OFFENCE.finalOutcome) &&
      q.ownState,
    obligations: [{ kind: 'NOTIFY_UNSG', dueInSeconds: 604800 }],
  },
  // vccr-1963/VCCR-20.cedar
  {
    effect: 'permit',
    id: 'VCCR-20',
    instrument: 'VCCR 1963',
    article: '20',
    title: 'Size of the consular staff',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['ROSTER'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA) &&
      q.purpose === 'PROTOCOL_NOTIFICATION' &&
      some(q.tags, TAG.aggregate),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA) && p.purpose === 'PROTOCOL_NOTIFICATION',
  },
  // vccr-1963/VCCR-23.cedar
  {
    effect: 'permit',
    id: 'VCCR-23',
    instrument: 'VCCR 1963',
    article: '23(1)-(4)',
    title: 'Notice that a consular officer is not acceptable',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PERSON_STATUS'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.SENDING_STATE) &&
      (q.kind === 'FOREIGN_MINISTRY' || q.kind === 'CONSULAR' || q.kind === 'DIPLOMATIC_SECURITY') &&
      q.purpose === 'PROTOCOL_NOTIFICATION',
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && ((p.kind === 'FOREIGN_MINISTRY' || p.kind === 'CONSULAR') || p.kind === 'DIPLOMATIC_SECURITY') && p.purpose === 'PROTOCOL_NOTIFICATION',
  },
  // vccr-1963/VCCR-24.cedar
  {
    effect: 'permit',
    id: 'VCCR-24',
    instrument: 'VCCR 1963',
    article: '24, 19(2), 23',
    title: 'Notification of the members of a consular post',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['ROSTER', 'PERSON_STATUS', 'FAMILY'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA) &&
      q.purpose === 'PROTOCOL_NOTIFICATION' &&
      some(q.person, PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.FAMILY_OF_CONSULAR_OFFICER + PERSON.HONORARY_OFFICER + PERSON.SERVICE_STAFF + PERSON.PRIVATE_SERVANT + PERSON.LOCAL_STAFF),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA) && p.purpose === 'PROTOCOL_NOTIFICATION',
  },
  // vccr-1963/VCCR-26.cedar
  {
    effect: 'permit',
    id: 'VCCR-26',
    instrument: 'VCCR 1963',
    article: '26',
    title: 'Departure from the receiving State: the people on the manifest',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['EVACUEE'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE) &&
      (q.purpose === 'EVACUATION' || q.purpose === 'PROTECT_LIFE'),
    obligations: [{ kind: 'MINIMISE', dueInSeconds: 0 }, { kind: 'PURGE', dueInSeconds: 604800 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE) && (p.purpose === 'EVACUATION' || p.purpose === 'PROTECT_LIFE'),
  },
  // vccr-1963/VCCR-26A.cedar
  {
    effect: 'permit',
    id: 'VCCR-26A',
    instrument: 'VCCR 1963',
    article: '26',
    title: 'Departure from the receiving State: counts, windows and assembly points',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['EVACUATION'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE + ROLE.THIRD_STATE) &&
      (q.purpose === 'EVACUATION' || q.purpose === 'PROTECT_LIFE'),
    obligations: [{ kind: 'MINIMISE', dueInSeconds: 0 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE + ROLE.THIRD_STATE) && (p.purpose === 'EVACUATION' || p.purpose === 'PROTECT_LIFE'),
  },
  // vccr-1963/VCCR-27.cedar
  {
    effect: 'forbid',
    id: 'VCCR-27',
    instrument: 'VCCR 1963',
    article: '27(1)(a)',
    title: 'Archives and property of a consular post that is closed',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['ARCHIVE', 'ASSET'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.possibleLegalStatus, LEGAL_STATUS.SUSPENDED + LEGAL_STATUS.CLOSED + LEGAL_STATUS.IN_CUSTODY) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.RELEASE),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-27M.cedar
  {
    effect: 'permit',
    id: 'VCCR-27M',
    instrument: 'VCCR 1963',
    article: '27(1)(b)-(c)',
    title: 'Custody and protection by a third State after closure of a consular post',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['LEGAL_STATUS', 'PREMISES_PERIMETER', 'PREMISES_RESCUE', 'PREMISES_INTERIOR', 'ARCHIVE', 'ASSET', 'CONSULAR_CASE', 'LEGAL_ACT'],
    acts: ACT.MANDATE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.PROTECTING_POWER) &&
      some(q.inForce, ACT.MANDATE) &&
      (q.purpose === 'INTERESTS_PROTECTION' || q.purpose === 'CONSULAR_ASSISTANCE'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.PROTECTING_POWER) && (p.purpose === 'INTERESTS_PROTECTION' || p.purpose === 'CONSULAR_ASSISTANCE'),
  },
  // vccr-1963/VCCR-27P.cedar
  {
    effect: 'forbid',
    id: 'VCCR-27P',
    instrument: 'VCCR 1963',
    article: '27(1)(a)',
    title: 'Premises of a consular post that is closed',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PREMISES_INTERIOR'],
    acts: ACT.CONSENT_DESIGNEE + ACT.CONSENT_HEAD_OF_MISSION + ACT.CONSENT_HEAD_OF_POST + ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.possibleLegalStatus, LEGAL_STATUS.SUSPENDED + LEGAL_STATUS.CLOSED + LEGAL_STATUS.IN_CUSTODY) &&
      some(q.tags, TAG.exclusiveUse) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.CONSENT_HEAD_OF_POST + ACT.CONSENT_DESIGNEE + ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: null }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-28.cedar
  {
    effect: 'permit',
    id: 'VCCR-28',
    instrument: 'VCCR 1963',
    article: '28',
    title: 'Facilities for the work of a consular post',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['HOST_FACILITY'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.SENDING_STATE) &&
      (q.purpose === 'INCIDENT_RESPONSE' || q.purpose === 'EVACUATION'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && (p.purpose === 'INCIDENT_RESPONSE' || p.purpose === 'EVACUATION'),
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
    acts: ACT.CONSENT_DESIGNEE + ACT.CONSENT_HEAD_OF_MISSION + ACT.CONSENT_HEAD_OF_POST + ACT.CONSENT_REFUSAL + ACT.DISASTER + ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR) &&
      some(q.tags, TAG.exclusiveUse) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.CONSENT_HEAD_OF_POST + ACT.CONSENT_DESIGNEE + ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE) &&
      !some(q.legalStatus, LEGAL_STATUS.UNNOTIFIED) &&
      !(q.rescueMinimum && some(q.role, ROLE.RECEIVING_STATE_EMERGENCY) && q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.DISASTER) && !some(q.notExcluded, ACT.CONSENT_REFUSAL)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: null }, { act: 'RELEASE', categories: null }, { act: 'DISASTER', categories: ['PREMISES_RESCUE'] }],
    alwaysHolds: () => false,
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
    acts: ACT.CONSENT_REFUSAL + ACT.DISASTER,
    holds: (q) =>
      some(q.regime, REGIME.VCCR) &&
      some(q.role, ROLE.RECEIVING_STATE_EMERGENCY) &&
      q.purpose === 'PROTECT_LIFE' &&
      some(q.inForce, ACT.DISASTER) &&
      !some(q.notExcluded, ACT.CONSENT_REFUSAL),
    obligations: [{ kind: 'NOTIFY_POST', dueInSeconds: 300 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_EMERGENCY) && p.purpose === 'PROTECT_LIFE',
  },
  // vccr-1963/VCCR-31-3.cedar
  {
    effect: 'permit',
    id: 'VCCR-31-3',
    instrument: 'VCCR 1963',
    article: '31(3), 40, 59, 64',
    title: 'Duty of the receiving State to protect consular premises and officers',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PREMISES_PERIMETER', 'THREAT'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_EMERGENCY) &&
      (q.purpose === 'THREAT_PREVENTION' || q.purpose === 'INCIDENT_RESPONSE') &&
      !some(q.possibleLegalStatus, LEGAL_STATUS.UNNOTIFIED),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_EMERGENCY) && (p.purpose === 'THREAT_PREVENTION' || p.purpose === 'INCIDENT_RESPONSE'),
  },
  // vccr-1963/VCCR-31-3D.cedar
  {
    effect: 'permit',
    id: 'VCCR-31-3D',
    instrument: 'VCCR 1963',
    article: '31(3)',
    title: 'Where the burning post is, and whom to call',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PREMISES_PERIMETER'],
    acts: ACT.DISASTER,
    holds: (q) =>
      some(q.regime, REGIME.VCCR) &&
      some(q.role, ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_LEA) &&
      q.purpose === 'PROTECT_LIFE' &&
      some(q.inForce, ACT.DISASTER) &&
      !some(q.possibleLegalStatus, LEGAL_STATUS.UNNOTIFIED),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_LEA) && p.purpose === 'PROTECT_LIFE',
  },
  // vccr-1963/VCCR-31-3T.cedar
  {
    effect: 'permit',
    id: 'VCCR-31-3T',
    instrument: 'VCCR 1963',
    article: '31(3), 59',
    title: 'Threats to life at a consular post',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['THREAT'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_EMERGENCY) &&
      q.purpose === 'PROTECT_LIFE' &&
      !some(q.possibleLegalStatus, LEGAL_STATUS.UNNOTIFIED),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_EMERGENCY) && p.purpose === 'PROTECT_LIFE',
  },
  // vccr-1963/VCCR-31-4.cedar
  {
    effect: 'forbid',
    id: 'VCCR-31-4',
    instrument: 'VCCR 1963',
    article: '31(4)',
    title: 'Immunity of consular property from requisition',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['ASSET'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      q.purpose === 'REQUISITION' &&
      !some(q.inForce, ACT.RELEASE) &&
      !some(q.tags, TAG.compensatedExpropriation) &&
      !some(q.legalStatus, LEGAL_STATUS.UNNOTIFIED),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-32.cedar
  {
    effect: 'permit',
    id: 'VCCR-32',
    instrument: 'VCCR 1963',
    article: '32, 60',
    title: 'Exemption of consular premises from dues and taxes',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['FISCAL'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_FISCAL) &&
      q.purpose === 'TAX_FISCAL' &&
      !some(q.possiblePerson, PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.FAMILY_OF_CONSULAR_OFFICER + PERSON.HONORARY_OFFICER + PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL + PERSON.SERVICE_STAFF + PERSON.PRIVATE_SERVANT + PERSON.LOCAL_STAFF),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_FISCAL) && p.purpose === 'TAX_FISCAL',
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
    acts: ACT.MANDATE + ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.TRANSIT_STATE + ROLE.IGO + ROLE.THIRD_STATE) &&
      !some(q.inForce, ACT.RELEASE) &&
      !(some(q.role, ROLE.PROTECTING_POWER) && some(q.inForce, ACT.MANDATE) && (q.purpose === 'INTERESTS_PROTECTION' || q.purpose === 'CONSULAR_ASSISTANCE')),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-34.cedar
  {
    effect: 'permit',
    id: 'VCCR-34',
    instrument: 'VCCR 1963',
    article: '34',
    title: 'Freedom of movement of a consular post, and the zones that limit it',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['HOST_FACILITY'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.SENDING_STATE) &&
      (q.purpose === 'EVACUATION' || q.purpose === 'TRANSIT'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && (p.purpose === 'EVACUATION' || p.purpose === 'TRANSIT'),
  },
  // vccr-1963/VCCR-35-1.cedar
  {
    effect: 'forbid',
    id: 'VCCR-35-1',
    instrument: 'VCCR 1963',
    article: '35(1)',
    title: 'Freedom of communication of a consular post',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['COMMS'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.RELEASE) &&
      !(some(q.tags, TAG.wirelessConsented) && some(q.role, ROLE.RECEIVING_STATE_MFA)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-35-1W.cedar
  {
    effect: 'permit',
    id: 'VCCR-35-1W',
    instrument: 'VCCR 1963',
    article: '35(1)',
    title: 'Frequency of a consular transmitter that the receiving State consented to',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['COMMS'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA) &&
      q.purpose === 'PROTOCOL_NOTIFICATION' &&
      some(q.tags, TAG.wirelessConsented),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA) && p.purpose === 'PROTOCOL_NOTIFICATION',
  },
  // vccr-1963/VCCR-35-2.cedar
  {
    effect: 'forbid',
    id: 'VCCR-35-2',
    instrument: 'VCCR 1963',
    article: '35(2)',
    title: 'Inviolability of the official correspondence of a consular post',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['CORRESPONDENCE'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.IGO + ROLE.THIRD_STATE) &&
      !some(q.inForce, ACT.RELEASE) &&
      !(some(q.tags, TAG.voluntarilyCommunicated) && some(q.role, ROLE.RECEIVING_STATE_MFA)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-35-2A.cedar
  {
    effect: 'permit',
    id: 'VCCR-35-2A',
    instrument: 'VCCR 1963',
    article: '35(2)',
    title: 'The addressee reads what a consular post sent to it',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['CORRESPONDENCE'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA) &&
      some(q.tags, TAG.voluntarilyCommunicated) &&
      !(q.purpose === 'TRAINING' || q.purpose === 'TRANSIT'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA) && !((p.purpose === 'TRAINING' || p.purpose === 'TRANSIT')),
  },
  // vccr-1963/VCCR-35-3.cedar
  {
    effect: 'forbid',
    id: 'VCCR-35-3',
    instrument: 'VCCR 1963',
    article: '35(3)-(4)',
    title: 'Inviolability of the consular bag',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['BAG'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.tags, TAG.seriousGrounds) && some(q.tags, TAG.representativePresent) && some(q.inForce, ACT.RELEASE)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-35-5.cedar
  {
    effect: 'permit',
    id: 'VCCR-35-5',
    instrument: 'VCCR 1963',
    article: '35(4)-(7)',
    title: 'Status of the consular courier and number of packages',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['COURIER'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.TRANSIT_STATE) &&
      (q.purpose === 'TRANSIT' || q.purpose === 'CUSTOMS'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.TRANSIT_STATE) && (p.purpose === 'TRANSIT' || p.purpose === 'CUSTOMS'),
  },
  // vccr-1963/VCCR-35-5F.cedar
  {
    effect: 'forbid',
    id: 'VCCR-35-5F',
    instrument: 'VCCR 1963',
    article: '35(5)-(6)',
    title: 'Personal inviolability of the consular courier',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PERSON_LOCATION', 'CASE', 'PROCEEDING'],
    acts: ACT.CONSENT_DESIGNEE + ACT.CONSENT_HEAD_OF_MISSION + ACT.CONSENT_HEAD_OF_POST + ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.possiblePerson, PERSON.COURIER) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_ARREST) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      (!q.proceedings || q.purpose === 'ARREST') &&
      !(q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.CONSENT_HEAD_OF_POST + ACT.CONSENT_DESIGNEE + ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: ['PERSON_LOCATION'] }, { act: 'RELEASE', categories: ['PERSON_LOCATION'] }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-36-1a.cedar
  {
    effect: 'permit',
    id: 'VCCR-36-1a',
    instrument: 'VCCR 1963',
    article: '36(1)(a), (c)',
    title: 'Access to detained nationals',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['DETENTION'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR) &&
      some(q.role, ROLE.SENDING_STATE) &&
      q.kind === 'CONSULAR' &&
      q.purpose === 'CONSULAR_ASSISTANCE' &&
      some(q.tags, TAG.ownNational) &&
      !some(q.tags, TAG.treatyNotice) &&
      !some(q.tags, TAG.nationalOpposes),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && p.kind === 'CONSULAR' && p.purpose === 'CONSULAR_ASSISTANCE',
  },
  // vccr-1963/VCCR-36-1b.cedar
  {
    effect: 'duty',
    id: 'VCCR-36-1b',
    instrument: 'VCCR 1963',
    article: '36(1)(b)',
    title: 'The post is informed without delay',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['DETENTION'],
    acts: ACT.AGREEMENT_CONSULAR_NOTICE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_CUSTOMS) &&
      some(q.tags, TAG.ownNational) &&
      (some(q.tags, TAG.notificationRequested) || some(q.notExcluded, ACT.AGREEMENT_CONSULAR_NOTICE)),
    obligations: [{ kind: 'NOTIFY_POST', dueInSeconds: 0 }],
  },
  // vccr-1963/VCCR-36-1bN.cedar
  {
    effect: 'permit',
    id: 'VCCR-36-1bN',
    instrument: 'VCCR 1963',
    article: '36(1)(b)',
    title: 'The notice that a national is detained',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['DETENTION'],
    acts: ACT.AGREEMENT_CONSULAR_NOTICE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR) &&
      some(q.role, ROLE.SENDING_STATE) &&
      q.purpose === 'CONSULAR_ASSISTANCE' &&
      some(q.tags, TAG.ownNational) &&
      some(q.tags, TAG.treatyNotice) &&
      (some(q.tags, TAG.notificationRequested) || some(q.inForce, ACT.AGREEMENT_CONSULAR_NOTICE)),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && p.purpose === 'CONSULAR_ASSISTANCE',
  },
  // vccr-1963/VCCR-36-1bR.cedar
  {
    effect: 'duty',
    id: 'VCCR-36-1bR',
    instrument: 'VCCR 1963',
    article: '36(1)(b)',
    title: 'The person is told of the right to have the post informed',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['DETENTION'],
    acts: NONE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_CUSTOMS) &&
      some(q.tags, TAG.ownNational) &&
      !some(q.tags, TAG.notificationRequested + TAG.nationalOpposes),
    obligations: [{ kind: 'INFORM_PERSON', dueInSeconds: 0 }],
  },
  // vccr-1963/VCCR-37.cedar
  {
    effect: 'permit',
    id: 'VCCR-37',
    instrument: 'VCCR 1963',
    article: '37(a)-(c)',
    title: 'Notice of deaths, guardianship, wrecks and air accidents',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['CONSULAR_CASE'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR) &&
      some(q.role, ROLE.SENDING_STATE) &&
      q.purpose === 'CONSULAR_ASSISTANCE' &&
      some(q.tags, TAG.treatyNotice),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && p.purpose === 'CONSULAR_ASSISTANCE',
  },
  // vccr-1963/VCCR-37D.cedar
  {
    effect: 'duty',
    id: 'VCCR-37D',
    instrument: 'VCCR 1963',
    article: '37(a)-(c)',
    title: 'The post is informed of deaths, guardianship and accidents',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['CONSULAR_CASE'],
    acts: NONE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      some(q.tags, TAG.treatyNotice),
    obligations: [{ kind: 'NOTIFY_POST', dueInSeconds: 86400 }],
  },
  // vccr-1963/VCCR-38.cedar
  {
    effect: 'permit',
    id: 'VCCR-38',
    instrument: 'VCCR 1963',
    article: '38',
    title: 'What a consular post asks of the receiving State',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['RESPONSE_REQUEST'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      (some(q.role, ROLE.RECEIVING_STATE_MFA) || (some(q.role, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY) && (q.purpose === 'PROTECT_LIFE' || q.purpose === 'THREAT_PREVENTION' || q.purpose === 'INCIDENT_RESPONSE'))),
    obligations: [],
    couldHold: (p) => (some(p.roles, ROLE.RECEIVING_STATE_MFA) || some(p.roles, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY) && ((p.purpose === 'PROTECT_LIFE' || p.purpose === 'THREAT_PREVENTION') || p.purpose === 'INCIDENT_RESPONSE')),
  },
  // vccr-1963/VCCR-4.cedar
  {
    effect: 'permit',
    id: 'VCCR-4',
    instrument: 'VCCR 1963',
    article: '4',
    title: 'Establishment of a consular post by consent',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['LEGAL_STATUS'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA),
  },
  // vccr-1963/VCCR-40.cedar
  {
    effect: 'permit',
    id: 'VCCR-40',
    instrument: 'VCCR 1963',
    article: '40, 64',
    title: 'Duty to prevent attacks on consular officers',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['THREAT'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.person, PERSON.CONSULAR_OFFICER + PERSON.HONORARY_OFFICER + PERSON.COURIER) &&
      some(q.role, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA) &&
      (q.purpose === 'PROTECT_LIFE' || q.purpose === 'THREAT_PREVENTION'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA) && (p.purpose === 'PROTECT_LIFE' || p.purpose === 'THREAT_PREVENTION'),
  },
  // vccr-1963/VCCR-41.cedar
  {
    effect: 'forbid',
    id: 'VCCR-41',
    instrument: 'VCCR 1963',
    article: '41(1)-(2)',
    title: 'Personal inviolability of consular officers',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PERSON_LOCATION', 'CASE'],
    acts: ACT.JUDICIAL_DECISION + ACT.WAIVER_WRITTEN,
    holds: (q) =>
      some(q.possiblePerson, PERSON.CONSULAR_OFFICER) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_ARREST) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      ((q.proceedings && q.purpose === 'ARREST') || (!q.proceedings && q.purpose !== 'PROTECT_LIFE')) &&
      !(some(q.inForce, ACT.JUDICIAL_DECISION) && some(q.tags, TAG.graveCrime + TAG.finalJudgment)) &&
      !some(q.inForce, ACT.WAIVER_WRITTEN),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'JUDICIAL_DECISION', categories: null }, { act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-42.cedar
  {
    effect: 'duty',
    id: 'VCCR-42',
    instrument: 'VCCR 1963',
    article: '42',
    title: 'Notice of proceedings against consular staff',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['DETENTION', 'PROCEEDING'],
    acts: NONE,
    holds: (q) =>
      some(q.possiblePerson, PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.HONORARY_OFFICER) &&
      q.ownState &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER),
    obligations: [{ kind: 'NOTIFY_POST', dueInSeconds: 86400 }, { kind: 'NOTIFY_SENDING_STATE', dueInSeconds: 86400 }],
  },
  // vccr-1963/VCCR-43.cedar
  {
    effect: 'forbid',
    id: 'VCCR-43',
    instrument: 'VCCR 1963',
    article: '43(1)-(2)',
    title: 'Immunity of consular officers and employees',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['CASE', 'PROCEEDING'],
    acts: ACT.WAIVER_EXECUTION + ACT.WAIVER_WRITTEN,
    holds: (q) =>
      some(q.possiblePerson, PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE) &&
      ((some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL) && !some(q.tags, TAG.civilMatter)) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CIVIL) && some(q.tags, TAG.civilMatter) && !some(q.tags, TAG.civilException))) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_WRITTEN) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION'),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-44.cedar
  {
    effect: 'forbid',
    id: 'VCCR-44',
    instrument: 'VCCR 1963',
    article: '44(1), 44(3)',
    title: 'Evidence of members of a consular post',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['CORRESPONDENCE', 'TESTIMONY'],
    acts: ACT.WAIVER_WRITTEN,
    holds: (q) =>
      some(q.possiblePerson, PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.HONORARY_OFFICER + PERSON.SERVICE_STAFF) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_TESTIMONY) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.WAIVER_WRITTEN),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-49.cedar
  {
    effect: 'permit',
    id: 'VCCR-49',
    instrument: 'VCCR 1963',
    article: '49',
    title: 'Tax exemption of consular officers and employees',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['FISCAL'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR) &&
      some(q.role, ROLE.RECEIVING_STATE_FISCAL) &&
      q.purpose === 'TAX_FISCAL' &&
      some(q.person, PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.SERVICE_STAFF),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_FISCAL) && p.purpose === 'TAX_FISCAL',
  },
  // vccr-1963/VCCR-49H.cedar
  {
    effect: 'permit',
    id: 'VCCR-49H',
    instrument: 'VCCR 1963',
    article: '66',
    title: 'Tax exemption of the pay of an honorary officer',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['FISCAL'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_FISCAL) &&
      q.purpose === 'TAX_FISCAL' &&
      some(q.person, PERSON.HONORARY_OFFICER) &&
      some(q.tags, TAG.payFromSendingState),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_FISCAL) && p.purpose === 'TAX_FISCAL',
  },
  // vccr-1963/VCCR-5.cedar
  {
    effect: 'permit',
    id: 'VCCR-5',
    instrument: 'VCCR 1963',
    article: '5(a), (d)-(e), (g)-(i)',
    title: 'Consular functions: help and assistance to nationals',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['CONSULAR_CASE'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR) &&
      some(q.role, ROLE.SENDING_STATE) &&
      q.kind === 'CONSULAR' &&
      q.purpose === 'CONSULAR_ASSISTANCE' &&
      some(q.tags, TAG.ownNational),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && p.kind === 'CONSULAR' && p.purpose === 'CONSULAR_ASSISTANCE',
  },
  // vccr-1963/VCCR-50-3.cedar
  {
    effect: 'forbid',
    id: 'VCCR-50-3',
    instrument: 'VCCR 1963',
    article: '50(3)',
    title: 'Exemption of consular baggage from inspection',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PERSONAL_EFFECTS'],
    acts: NONE,
    holds: (q) =>
      some(q.possiblePerson, PERSON.CONSULAR_OFFICER + PERSON.FAMILY_OF_CONSULAR_OFFICER) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_BAGGAGE) &&
      (some(q.possibleRole, ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER) || (some(q.possibleRole, ROLE.RECEIVING_STATE_LEA) && q.purpose === 'CUSTOMS')) &&
      !(q.purpose === 'CUSTOMS' && some(q.tags, TAG.seriousGrounds) && some(q.tags, TAG.representativePresent)),
    code: 'INVIOLABILITY',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-54.cedar
  {
    effect: 'forbid',
    id: 'VCCR-54',
    instrument: 'VCCR 1963',
    article: '54(3)',
    title: 'Consular correspondence in transit through a third State',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['COMMS', 'CORRESPONDENCE'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))) &&
      !some(q.inForce, ACT.RELEASE),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-54-1.cedar
  {
    effect: 'forbid',
    id: 'VCCR-54-1',
    instrument: 'VCCR 1963',
    article: '54(1)',
    title: 'Passage of consular officers through a third State',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PERSON_LOCATION', 'CASE'],
    acts: ACT.WAIVER_WRITTEN,
    holds: (q) =>
      some(q.possiblePerson, PERSON.CONSULAR_OFFICER + PERSON.FAMILY_OF_CONSULAR_OFFICER) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_TRANSIT) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))) &&
      ((!q.proceedings && q.purpose !== 'PROTECT_LIFE') || (q.proceedings && q.purpose === 'ARREST')) &&
      !some(q.inForce, ACT.WAIVER_WRITTEN),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-54-1J.cedar
  {
    effect: 'forbid',
    id: 'VCCR-54-1J',
    instrument: 'VCCR 1963',
    article: '54(1)',
    title: 'Official acts of a consular officer before a State passed through',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['CASE', 'PROCEEDING'],
    acts: ACT.WAIVER_EXECUTION + ACT.WAIVER_WRITTEN,
    holds: (q) =>
      some(q.possiblePerson, PERSON.CONSULAR_OFFICER) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_TRANSIT) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))) &&
      !some(q.tags, TAG.civilMatter) &&
      !(some(q.inForce, ACT.WAIVER_WRITTEN) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION'),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-54-2.cedar
  {
    effect: 'forbid',
    id: 'VCCR-54-2',
    instrument: 'VCCR 1963',
    article: '54(2)',
    title: 'Passage of other members of a consular post is not hindered',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PERSON_LOCATION', 'CASE', 'PROCEEDING'],
    acts: ACT.WAIVER_WRITTEN,
    holds: (q) =>
      (some(q.possiblePerson, PERSON.CONSULAR_EMPLOYEE) || (some(q.possiblePerson, PERSON.SERVICE_STAFF) && some(q.possibleRegime, REGIME.VCCR))) &&
      some(q.possibleImmunity, IMMUNITY.UNHINDERED_TRANSIT) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))) &&
      ((!q.proceedings && q.purpose !== 'PROTECT_LIFE') || (q.proceedings && (q.purpose === 'ARREST' || q.purpose === 'PROSECUTION'))) &&
      !some(q.inForce, ACT.WAIVER_WRITTEN),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-54B.cedar
  {
    effect: 'forbid',
    id: 'VCCR-54B',
    instrument: 'VCCR 1963',
    article: '54(3)',
    title: 'Consular bags in transit through a third State',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['BAG'],
    acts: NONE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))),
    code: 'INVIOLABILITY',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-54C.cedar
  {
    effect: 'forbid',
    id: 'VCCR-54C',
    instrument: 'VCCR 1963',
    article: '54(3)',
    title: 'Consular couriers in transit through a third State',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PERSON_LOCATION', 'CASE', 'PROCEEDING'],
    acts: ACT.CONSENT_DESIGNEE + ACT.CONSENT_HEAD_OF_MISSION + ACT.CONSENT_HEAD_OF_POST + ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.possiblePerson, PERSON.COURIER) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_TRANSIT) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))) &&
      (!q.proceedings || q.purpose === 'ARREST') &&
      !(q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.CONSENT_HEAD_OF_POST + ACT.CONSENT_DESIGNEE + ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: ['PERSON_LOCATION'] }, { act: 'RELEASE', categories: ['PERSON_LOCATION'] }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-54T.cedar
  {
    effect: 'permit',
    id: 'VCCR-54T',
    instrument: 'VCCR 1963',
    article: '54(1)-(2)',
    title: 'Notice of passage of consular staff through a third State',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['TRANSIT'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR) &&
      some(q.role, ROLE.TRANSIT_STATE) &&
      (q.purpose === 'TRANSIT' || q.purpose === 'EVACUATION'),
    obligations: [{ kind: 'MINIMISE', dueInSeconds: 0 }],
    couldHold: (p) => some(p.roles, ROLE.TRANSIT_STATE) && (p.purpose === 'TRANSIT' || p.purpose === 'EVACUATION'),
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
    acts: ACT.CONSENT_REFUSAL + ACT.DISASTER,
    holds: (q) =>
      some(q.regime, REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_EMERGENCY) &&
      q.purpose === 'PROTECT_LIFE' &&
      some(q.inForce, ACT.DISASTER) &&
      !some(q.notExcluded, ACT.CONSENT_REFUSAL),
    obligations: [{ kind: 'NOTIFY_POST', dueInSeconds: 300 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_EMERGENCY) && p.purpose === 'PROTECT_LIFE',
  },
  // vccr-1963/VCCR-59D.cedar
  {
    effect: 'permit',
    id: 'VCCR-59D',
    instrument: 'VCCR 1963',
    article: '59',
    title: 'Where the burning honorary post is, and whom to call',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['PREMISES_PERIMETER'],
    acts: ACT.DISASTER,
    holds: (q) =>
      some(q.regime, REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_LEA) &&
      q.purpose === 'PROTECT_LIFE' &&
      some(q.inForce, ACT.DISASTER) &&
      !some(q.possibleLegalStatus, LEGAL_STATUS.UNNOTIFIED),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_LEA) && p.purpose === 'PROTECT_LIFE',
  },
  // vccr-1963/VCCR-5R.cedar
  {
    effect: 'permit',
    id: 'VCCR-5R',
    instrument: 'VCCR 1963',
    article: '5(a), (c)',
    title: 'Consular functions: to protect interests and to report home',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['INTEL_REPORT'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY) &&
      some(q.role, ROLE.SENDING_STATE) &&
      q.ownState &&
      (q.kind === 'FOREIGN_MINISTRY' || q.kind === 'CONSULAR' || q.kind === 'DIPLOMATIC_SECURITY' || q.kind === 'INTELLIGENCE') &&
      (q.purpose === 'THREAT_PREVENTION' || q.purpose === 'CONSULAR_ASSISTANCE') &&
      some(q.tags, TAG.lawfulCollection),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && (((p.kind === 'FOREIGN_MINISTRY' || p.kind === 'CONSULAR') || p.kind === 'DIPLOMATIC_SECURITY') || p.kind === 'INTELLIGENCE') && (p.purpose === 'THREAT_PREVENTION' || p.purpose === 'CONSULAR_ASSISTANCE'),
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
    acts: ACT.MANDATE + ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCCR_HONORARY) &&
      some(q.tags, TAG.keptSeparate) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.TRANSIT_STATE + ROLE.IGO + ROLE.THIRD_STATE) &&
      !some(q.inForce, ACT.RELEASE) &&
      !(some(q.role, ROLE.PROTECTING_POWER) && some(q.inForce, ACT.MANDATE) && (q.purpose === 'INTERESTS_PROTECTION' || q.purpose === 'CONSULAR_ASSISTANCE')),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-61-71C.cedar
  {
    effect: 'forbid',
    id: 'VCCR-61-71C',
    instrument: 'VCCR 1963',
    article: '43, 58(2), 71(1)',
    title: 'Official acts of honorary consular officers',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['CASE', 'PROCEEDING'],
    acts: ACT.WAIVER_EXECUTION + ACT.WAIVER_WRITTEN,
    holds: (q) =>
      some(q.possiblePerson, PERSON.HONORARY_OFFICER) &&
      ((some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL) && !some(q.tags, TAG.civilMatter)) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CIVIL) && some(q.tags, TAG.civilMatter) && !some(q.tags, TAG.civilException))) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_WRITTEN) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION'),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // vccr-1963/VCCR-63.cedar
  {
    effect: 'permit',
    id: 'VCCR-63',
    instrument: 'VCCR 1963',
    article: '41(3), 63, 71(2)',
    title: 'Proceedings on private acts of members of a consular post',
    inForce: '1967-03-19',
    tell: 'caller',
    categories: ['CASE'],
    acts: NONE,
    holds: (q) =>
      some(q.person, PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.HONORARY_OFFICER) &&
      !some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL) &&
      some(q.role, ROLE.RECEIVING_STATE_LEA) &&
      q.purpose === 'CRIMINAL_INVESTIGATION' &&
      q.ownState,
    obligations: [{ kind: 'MINIMISE', dueInSeconds: 0 }, { kind: 'NOTIFY_POST', dueInSeconds: 86400 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_LEA) && p.purpose === 'CRIMINAL_INVESTIGATION',
  },
  // vcdr-1961/VCDR-10.cedar
  {
    effect: 'permit',
    id: 'VCDR-10',
    instrument: 'VCDR 1961',
    article: '10(1)-(2)',
    title: 'Notification of the members of the mission',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['ROSTER', 'PERSON_STATUS', 'FAMILY'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA) &&
      q.purpose === 'PROTOCOL_NOTIFICATION' &&
      some(q.person, PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL + PERSON.SERVICE_STAFF + PERSON.PRIVATE_SERVANT + PERSON.LOCAL_STAFF),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA) && p.purpose === 'PROTOCOL_NOTIFICATION',
  },
  // vcdr-1961/VCDR-11.cedar
  {
    effect: 'permit',
    id: 'VCDR-11',
    instrument: 'VCDR 1961',
    article: '11(1)',
    title: 'Size of the mission',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['ROSTER'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA) &&
      q.purpose === 'PROTOCOL_NOTIFICATION' &&
      some(q.tags, TAG.aggregate),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA) && p.purpose === 'PROTOCOL_NOTIFICATION',
  },
  // vcdr-1961/VCDR-2.cedar
  {
    effect: 'permit',
    id: 'VCDR-2',
    instrument: 'VCDR 1961',
    article: '2, 12',
    title: 'Establishment of a mission by mutual consent',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['LEGAL_STATUS'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA),
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
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCDR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE) &&
      !some(q.legalStatus, LEGAL_STATUS.UNNOTIFIED),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: null }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
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
      some(q.role, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_EMERGENCY) &&
      (q.purpose === 'THREAT_PREVENTION' || q.purpose === 'INCIDENT_RESPONSE') &&
      !some(q.possibleLegalStatus, LEGAL_STATUS.UNNOTIFIED),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_EMERGENCY) && (p.purpose === 'THREAT_PREVENTION' || p.purpose === 'INCIDENT_RESPONSE'),
  },
  // vcdr-1961/VCDR-22-2D.cedar
  {
    effect: 'permit',
    id: 'VCDR-22-2D',
    instrument: 'VCDR 1961',
    article: '22(2)',
    title: 'Where the burning mission is, and whom to call',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PREMISES_PERIMETER'],
    acts: ACT.DISASTER,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_LEA) &&
      q.purpose === 'PROTECT_LIFE' &&
      some(q.inForce, ACT.DISASTER) &&
      !some(q.possibleLegalStatus, LEGAL_STATUS.UNNOTIFIED),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_LEA) && p.purpose === 'PROTECT_LIFE',
  },
  // vcdr-1961/VCDR-22-2T.cedar
  {
    effect: 'permit',
    id: 'VCDR-22-2T',
    instrument: 'VCDR 1961',
    article: '22(2)',
    title: 'Threats to life at a mission',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['THREAT'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.RECEIVING_STATE_EMERGENCY) &&
      q.purpose === 'PROTECT_LIFE' &&
      !some(q.possibleLegalStatus, LEGAL_STATUS.UNNOTIFIED),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_EMERGENCY) && p.purpose === 'PROTECT_LIFE',
  },
  // vcdr-1961/VCDR-22-3.cedar
  {
    effect: 'forbid',
    id: 'VCDR-22-3',
    instrument: 'VCDR 1961',
    article: '22(3)',
    title: 'Immunity of premises, property and means of transport from search and execution',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['ASSET'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCDR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      (q.purpose === 'CRIMINAL_INVESTIGATION' || q.purpose === 'ARREST' || q.purpose === 'PROSECUTION' || q.purpose === 'EXECUTION' || q.purpose === 'REQUISITION' || q.purpose === 'CUSTOMS') &&
      !some(q.inForce, ACT.RELEASE) &&
      !some(q.legalStatus, LEGAL_STATUS.UNNOTIFIED),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-23.cedar
  {
    effect: 'permit',
    id: 'VCDR-23',
    instrument: 'VCDR 1961',
    article: '23(1)-(2)',
    title: 'Exemption of the premises from dues and taxes',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['FISCAL'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.RECEIVING_STATE_FISCAL) &&
      q.purpose === 'TAX_FISCAL' &&
      !some(q.possiblePerson, PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL + PERSON.SERVICE_STAFF + PERSON.PRIVATE_SERVANT + PERSON.LOCAL_STAFF + PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.FAMILY_OF_CONSULAR_OFFICER),
    obligations: [{ kind: 'ROUTE_VIA_MFA', dueInSeconds: 86400 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_FISCAL) && p.purpose === 'TAX_FISCAL',
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
    acts: ACT.MANDATE + ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCDR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.TRANSIT_STATE + ROLE.IGO + ROLE.THIRD_STATE) &&
      !some(q.inForce, ACT.RELEASE) &&
      !(some(q.role, ROLE.PROTECTING_POWER) && some(q.inForce, ACT.MANDATE) && (q.purpose === 'INTERESTS_PROTECTION' || q.purpose === 'CONSULAR_ASSISTANCE')),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-25.cedar
  {
    effect: 'permit',
    id: 'VCDR-25',
    instrument: 'VCDR 1961',
    article: '25',
    title: 'Facilities for the work of the mission',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['HOST_FACILITY'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.SENDING_STATE) &&
      (q.purpose === 'INCIDENT_RESPONSE' || q.purpose === 'EVACUATION'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && (p.purpose === 'INCIDENT_RESPONSE' || p.purpose === 'EVACUATION'),
  },
  // vcdr-1961/VCDR-26.cedar
  {
    effect: 'permit',
    id: 'VCDR-26',
    instrument: 'VCDR 1961',
    article: '26',
    title: 'Freedom of movement, and the zones that limit it',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['HOST_FACILITY'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.SENDING_STATE) &&
      (q.purpose === 'EVACUATION' || q.purpose === 'TRANSIT'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && (p.purpose === 'EVACUATION' || p.purpose === 'TRANSIT'),
  },
  // vcdr-1961/VCDR-27-1.cedar
  {
    effect: 'forbid',
    id: 'VCDR-27-1',
    instrument: 'VCDR 1961',
    article: '27(1)',
    title: 'Free communication of the mission',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['COMMS'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCDR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.RELEASE) &&
      !(some(q.tags, TAG.wirelessConsented) && some(q.role, ROLE.RECEIVING_STATE_MFA)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-27-1W.cedar
  {
    effect: 'permit',
    id: 'VCDR-27-1W',
    instrument: 'VCDR 1961',
    article: '27(1)',
    title: 'Frequency of a transmitter that the receiving State consented to',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['COMMS'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA) &&
      q.purpose === 'PROTOCOL_NOTIFICATION' &&
      some(q.tags, TAG.wirelessConsented),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA) && p.purpose === 'PROTOCOL_NOTIFICATION',
  },
  // vcdr-1961/VCDR-27-2.cedar
  {
    effect: 'forbid',
    id: 'VCDR-27-2',
    instrument: 'VCDR 1961',
    article: '27(2)',
    title: 'Inviolability of the official correspondence',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['CORRESPONDENCE'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCDR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.IGO + ROLE.THIRD_STATE) &&
      !some(q.inForce, ACT.RELEASE) &&
      !(some(q.tags, TAG.voluntarilyCommunicated) && some(q.role, ROLE.RECEIVING_STATE_MFA)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-27-2A.cedar
  {
    effect: 'permit',
    id: 'VCDR-27-2A',
    instrument: 'VCDR 1961',
    article: '27(2)',
    title: 'The addressee reads what was sent to it',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['CORRESPONDENCE'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA) &&
      some(q.tags, TAG.voluntarilyCommunicated) &&
      !(q.purpose === 'TRAINING' || q.purpose === 'TRANSIT'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA) && !((p.purpose === 'TRAINING' || p.purpose === 'TRANSIT')),
  },
  // vcdr-1961/VCDR-27-3.cedar
  {
    effect: 'forbid',
    id: 'VCDR-27-3',
    instrument: 'VCDR 1961',
    article: '27(3)-(4)',
    title: 'Inviolability of the diplomatic bag',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['BAG'],
    acts: NONE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCDR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.TRANSIT_STATE),
    code: 'INVIOLABILITY',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-27-5.cedar
  {
    effect: 'permit',
    id: 'VCDR-27-5',
    instrument: 'VCDR 1961',
    article: '27(4)-(7)',
    title: 'Status of the courier and number of packages',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['COURIER'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.TRANSIT_STATE) &&
      (q.purpose === 'TRANSIT' || q.purpose === 'CUSTOMS'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.TRANSIT_STATE) && (p.purpose === 'TRANSIT' || p.purpose === 'CUSTOMS'),
  },
  // vcdr-1961/VCDR-27-5F.cedar
  {
    effect: 'forbid',
    id: 'VCDR-27-5F',
    instrument: 'VCDR 1961',
    article: '27(5)-(6)',
    title: 'Personal inviolability of the courier',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PERSON_LOCATION', 'CASE', 'PROCEEDING'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE,
    holds: (q) =>
      !some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.CPIUN + REGIME.CPIUN_MISSION) &&
      some(q.possiblePerson, PERSON.COURIER) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_ARREST) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      (!q.proceedings || q.purpose === 'ARREST') &&
      !(q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: ['PERSON_LOCATION'] }, { act: 'RELEASE', categories: ['PERSON_LOCATION'] }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-29.cedar
  {
    effect: 'forbid',
    id: 'VCDR-29',
    instrument: 'VCDR 1961',
    article: '29',
    title: 'Inviolability of the person of a diplomatic agent',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PERSON_LOCATION'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE,
    holds: (q) =>
      some(q.possiblePerson, PERSON.DIPLOMATIC_AGENT) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_ARREST) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: null }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-29P.cedar
  {
    effect: 'permit',
    id: 'VCDR-29P',
    instrument: 'VCDR 1961',
    article: '29, 27(5)',
    title: 'Duty to prevent attacks on a protected person',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['THREAT'],
    acts: NONE,
    holds: (q) =>
      (some(q.person, PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL) || (some(q.person, PERSON.COURIER) && some(q.regime, REGIME.VCDR))) &&
      some(q.immunity, IMMUNITY.IMMUNE_ARREST) &&
      some(q.role, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA) &&
      (q.purpose === 'PROTECT_LIFE' || q.purpose === 'THREAT_PREVENTION'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA) && (p.purpose === 'PROTECT_LIFE' || p.purpose === 'THREAT_PREVENTION'),
  },
  // vcdr-1961/VCDR-3.cedar
  {
    effect: 'permit',
    id: 'VCDR-3',
    instrument: 'VCDR 1961',
    article: '3(1)(b), (d)',
    title: 'Functions of a mission: to protect interests and to report home',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['INTEL_REPORT'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.SENDING_STATE) &&
      q.ownState &&
      (q.kind === 'FOREIGN_MINISTRY' || q.kind === 'CONSULAR' || q.kind === 'DIPLOMATIC_SECURITY' || q.kind === 'INTELLIGENCE') &&
      (q.purpose === 'THREAT_PREVENTION' || q.purpose === 'CONSULAR_ASSISTANCE') &&
      some(q.tags, TAG.lawfulCollection),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && (((p.kind === 'FOREIGN_MINISTRY' || p.kind === 'CONSULAR') || p.kind === 'DIPLOMATIC_SECURITY') || p.kind === 'INTELLIGENCE') && (p.purpose === 'THREAT_PREVENTION' || p.purpose === 'CONSULAR_ASSISTANCE'),
  },
  // vcdr-1961/VCDR-30-1.cedar
  {
    effect: 'forbid',
    id: 'VCDR-30-1',
    instrument: 'VCDR 1961',
    article: '30(1)',
    title: 'Inviolability of the private residence',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['RESIDENCE'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE,
    holds: (q) =>
      some(q.possiblePerson, PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_RESIDENCE) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: null }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-30-2.cedar
  {
    effect: 'forbid',
    id: 'VCDR-30-2',
    instrument: 'VCDR 1961',
    article: '30(2)',
    title: 'Inviolability of papers, correspondence and property',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PERSONAL_EFFECTS'],
    acts: ACT.WAIVER_EXECUTION + ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_PAPERS) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION') &&
      !(some(q.tags, TAG.property) && some(q.tags, TAG.civilException) && q.purpose === 'EXECUTION'),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-31-1.cedar
  {
    effect: 'forbid',
    id: 'VCDR-31-1',
    instrument: 'VCDR 1961',
    article: '31(1)',
    title: 'Immunity of a diplomatic agent from jurisdiction',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['CASE', 'PROCEEDING'],
    acts: ACT.WAIVER_EXECUTION + ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.DIPLOMATIC_AGENT) &&
      ((some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL) && !some(q.tags, TAG.civilMatter)) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CIVIL) && some(q.tags, TAG.civilMatter) && !some(q.tags, TAG.civilException))) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION'),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-31-2.cedar
  {
    effect: 'forbid',
    id: 'VCDR-31-2',
    instrument: 'VCDR 1961',
    article: '31(2)',
    title: 'No obligation to give evidence',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['TESTIMONY'],
    acts: ACT.RELEASE + ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_TESTIMONY) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.WAIVER_EXPRESS + ACT.RELEASE),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-31-4.cedar
  {
    effect: 'permit',
    id: 'VCDR-31-4',
    instrument: 'VCDR 1961',
    article: '31(4)',
    title: 'Jurisdiction of the sending State',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['CASE', 'PROCEEDING'],
    acts: NONE,
    holds: (q) =>
      some(q.person, PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL) &&
      some(q.role, ROLE.SENDING_STATE) &&
      (q.ownState || q.registerRecord) &&
      (q.kind === 'POLICE' || q.kind === 'COURT' || q.kind === 'DIPLOMATIC_SECURITY' || q.kind === 'FOREIGN_MINISTRY') &&
      q.purpose === 'CRIMINAL_INVESTIGATION',
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && (((p.kind === 'POLICE' || p.kind === 'COURT') || p.kind === 'DIPLOMATIC_SECURITY') || p.kind === 'FOREIGN_MINISTRY') && p.purpose === 'CRIMINAL_INVESTIGATION',
  },
  // vcdr-1961/VCDR-31S.cedar
  {
    effect: 'permit',
    id: 'VCDR-31S',
    instrument: 'VCDR 1961',
    article: '10, 31, 39',
    title: 'Verification of status by the police',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PERSON_STATUS'],
    acts: NONE,
    holds: (q) =>
      some(q.role, ROLE.RECEIVING_STATE_LEA) &&
      q.purpose === 'STATUS_CHECK',
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_LEA) && p.purpose === 'STATUS_CHECK',
  },
  // vcdr-1961/VCDR-34.cedar
  {
    effect: 'permit',
    id: 'VCDR-34',
    instrument: 'VCDR 1961',
    article: '34',
    title: 'Exemption of a diplomatic agent from dues and taxes',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['FISCAL'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.RECEIVING_STATE_FISCAL) &&
      q.purpose === 'TAX_FISCAL' &&
      some(q.person, PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL + PERSON.SERVICE_STAFF),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_FISCAL) && p.purpose === 'TAX_FISCAL',
  },
  // vcdr-1961/VCDR-36-2.cedar
  {
    effect: 'forbid',
    id: 'VCDR-36-2',
    instrument: 'VCDR 1961',
    article: '36(2)',
    title: 'Exemption of personal baggage from inspection',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PERSONAL_EFFECTS'],
    acts: NONE,
    holds: (q) =>
      some(q.possiblePerson, PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_BAGGAGE) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_CUSTOMS) &&
      !(q.purpose === 'CUSTOMS' && some(q.tags, TAG.seriousGrounds) && some(q.tags, TAG.representativePresent)),
    code: 'INVIOLABILITY',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-37-1.cedar
  {
    effect: 'forbid',
    id: 'VCDR-37-1',
    instrument: 'VCDR 1961',
    article: '37(1)',
    title: 'Immunity of the family of a diplomatic agent',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PERSON_LOCATION', 'FAMILY', 'CASE', 'PROCEEDING'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE + ACT.WAIVER_EXECUTION + ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.FAMILY_OF_AGENT) &&
      ((some(q.possibleImmunity, IMMUNITY.IMMUNE_ARREST) && !q.proceedings) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL) && q.proceedings && !some(q.tags, TAG.civilMatter)) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CIVIL) && q.proceedings && some(q.tags, TAG.civilMatter) && !some(q.tags, TAG.civilException))) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION') &&
      !(!q.proceedings && q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE)),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }, { act: 'CONSENT', categories: ['FAMILY'] }, { act: 'CONSENT', categories: ['PERSON_LOCATION'] }, { act: 'RELEASE', categories: ['FAMILY'] }, { act: 'RELEASE', categories: ['PERSON_LOCATION'] }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-37-2.cedar
  {
    effect: 'forbid',
    id: 'VCDR-37-2',
    instrument: 'VCDR 1961',
    article: '37(2)',
    title: 'Immunity of administrative and technical staff',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PERSON_LOCATION', 'CASE', 'PROCEEDING'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE + ACT.WAIVER_EXECUTION + ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL) &&
      ((some(q.possibleImmunity, IMMUNITY.IMMUNE_ARREST) && !q.proceedings) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL) && q.proceedings && !some(q.tags, TAG.civilMatter)) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CIVIL) && q.proceedings && some(q.tags, TAG.civilMatter) && !some(q.tags, TAG.civilException))) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION') &&
      !(!q.proceedings && q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE)),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }, { act: 'CONSENT', categories: ['PERSON_LOCATION'] }, { act: 'RELEASE', categories: ['PERSON_LOCATION'] }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-37-3.cedar
  {
    effect: 'permit',
    id: 'VCDR-37-3',
    instrument: 'VCDR 1961',
    article: '37(3)-(4)',
    title: 'Service staff off duty and private servants',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['CASE'],
    acts: NONE,
    holds: (q) =>
      ((some(q.person, PERSON.SERVICE_STAFF) && !some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL)) || some(q.person, PERSON.PRIVATE_SERVANT)) &&
      some(q.role, ROLE.RECEIVING_STATE_LEA) &&
      q.purpose === 'CRIMINAL_INVESTIGATION' &&
      q.ownState,
    obligations: [{ kind: 'MINIMISE', dueInSeconds: 0 }, { kind: 'NOTIFY_POST', dueInSeconds: 86400 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_LEA) && p.purpose === 'CRIMINAL_INVESTIGATION',
  },
  // vcdr-1961/VCDR-37-3F.cedar
  {
    effect: 'forbid',
    id: 'VCDR-37-3F',
    instrument: 'VCDR 1961',
    article: '37(3)',
    title: 'Immunity of service staff for acts in the course of their duties',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PERSON_LOCATION', 'CASE', 'PROCEEDING'],
    acts: ACT.WAIVER_EXECUTION + ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.SERVICE_STAFF) &&
      ((some(q.possibleImmunity, IMMUNITY.IMMUNE_ARREST) && !q.proceedings && q.purpose !== 'PROTECT_LIFE') || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL) && q.proceedings && !some(q.tags, TAG.civilMatter)) || (some(q.possibleImmunity, IMMUNITY.IMMUNE_CIVIL) && q.proceedings && some(q.tags, TAG.civilMatter))) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION'),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-38.cedar
  {
    effect: 'permit',
    id: 'VCDR-38',
    instrument: 'VCDR 1961',
    article: '38(1)-(2)',
    title: 'Members of the mission who are nationals or residents',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['CASE'],
    acts: NONE,
    holds: (q) =>
      q.hostTied &&
      some(q.person, PERSON.DIPLOMATIC_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.SERVICE_STAFF + PERSON.PRIVATE_SERVANT + PERSON.LOCAL_STAFF) &&
      !some(q.possibleImmunity, IMMUNITY.IMMUNE_CRIMINAL) &&
      some(q.role, ROLE.RECEIVING_STATE_LEA) &&
      q.purpose === 'CRIMINAL_INVESTIGATION' &&
      q.ownState,
    obligations: [{ kind: 'MINIMISE', dueInSeconds: 0 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_LEA) && p.purpose === 'CRIMINAL_INVESTIGATION',
  },
  // vcdr-1961/VCDR-3F.cedar
  {
    effect: 'forbid',
    id: 'VCDR-3F',
    instrument: 'VCDR 1961',
    article: '3(1)(d)',
    title: 'Reporting by means that are not lawful',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['SURVEILLANCE', 'INTEL_REPORT', 'INTEL_SOURCE'],
    acts: NONE,
    holds: (q) => some(q.tags, TAG.unlawfulCollection),
    code: 'BASIS_MISSING',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-40-1.cedar
  {
    effect: 'permit',
    id: 'VCDR-40-1',
    instrument: 'VCDR 1961',
    article: '40(1)-(2)',
    title: 'Passage through a third State',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['TRANSIT'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.TRANSIT_STATE) &&
      (q.purpose === 'TRANSIT' || q.purpose === 'EVACUATION'),
    obligations: [{ kind: 'MINIMISE', dueInSeconds: 0 }],
    couldHold: (p) => some(p.roles, ROLE.TRANSIT_STATE) && (p.purpose === 'TRANSIT' || p.purpose === 'EVACUATION'),
  },
  // vcdr-1961/VCDR-40-1F.cedar
  {
    effect: 'forbid',
    id: 'VCDR-40-1F',
    instrument: 'VCDR 1961',
    article: '40(1)',
    title: 'Inviolability in a State passed through',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PERSON_LOCATION'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE,
    holds: (q) =>
      some(q.possiblePerson, PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_TRANSIT) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))) &&
      !(q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: null }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-40-1J.cedar
  {
    effect: 'forbid',
    id: 'VCDR-40-1J',
    instrument: 'VCDR 1961',
    article: '40(1)',
    title: 'Jurisdiction of a State passed through',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PERSONAL_EFFECTS', 'CASE', 'PROCEEDING'],
    acts: ACT.WAIVER_EXECUTION + ACT.WAIVER_EXPRESS,
    holds: (q) =>
      some(q.possiblePerson, PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_TRANSIT) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))) &&
      (!q.proceedings || !some(q.tags, TAG.civilMatter) || q.purpose === 'ARREST') &&
      !(some(q.inForce, ACT.WAIVER_EXPRESS) && q.purpose !== 'EXECUTION') &&
      !(some(q.inForce, ACT.WAIVER_EXECUTION) && q.purpose === 'EXECUTION'),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-40-2.cedar
  {
    effect: 'forbid',
    id: 'VCDR-40-2',
    instrument: 'VCDR 1961',
    article: '40(2)',
    title: 'Passage of staff is not hindered',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PERSON_LOCATION', 'CASE', 'PROCEEDING'],
    acts: ACT.WAIVER_EXPRESS,
    holds: (q) =>
      (some(q.possiblePerson, PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL) || (some(q.possiblePerson, PERSON.SERVICE_STAFF) && !some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY))) &&
      some(q.possibleImmunity, IMMUNITY.UNHINDERED_TRANSIT) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))) &&
      ((!q.proceedings && q.purpose !== 'PROTECT_LIFE') || (q.proceedings && (q.purpose === 'ARREST' || q.purpose === 'PROSECUTION'))) &&
      !some(q.inForce, ACT.WAIVER_EXPRESS),
    code: 'IMMUNITY',
    liftedBy: [{ act: 'WAIVER', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-40-3.cedar
  {
    effect: 'forbid',
    id: 'VCDR-40-3',
    instrument: 'VCDR 1961',
    article: '40(3)',
    title: 'Correspondence in transit through a third State',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['COMMS', 'CORRESPONDENCE'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCDR) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))) &&
      !some(q.inForce, ACT.RELEASE),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-40-3B.cedar
  {
    effect: 'forbid',
    id: 'VCDR-40-3B',
    instrument: 'VCDR 1961',
    article: '40(3)',
    title: 'Diplomatic bags in transit through a third State',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['BAG'],
    acts: NONE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCDR) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))),
    code: 'INVIOLABILITY',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-40-3C.cedar
  {
    effect: 'forbid',
    id: 'VCDR-40-3C',
    instrument: 'VCDR 1961',
    article: '40(3)',
    title: 'Couriers in transit through a third State',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PERSON_LOCATION', 'CASE', 'PROCEEDING'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE,
    holds: (q) =>
      !some(q.regime, REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.CPIUN + REGIME.CPIUN_MISSION) &&
      some(q.possiblePerson, PERSON.COURIER) &&
      some(q.possibleImmunity, IMMUNITY.IMMUNE_TRANSIT) &&
      (some(q.possibleRole, ROLE.TRANSIT_STATE) || (some(q.possibleRole, ROLE.THIRD_STATE) && some(q.tags, TAG.inTransit))) &&
      (!q.proceedings || q.purpose === 'ARREST') &&
      !(q.purpose === 'PROTECT_LIFE' && some(q.inForce, ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE)),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: ['PERSON_LOCATION'] }, { act: 'RELEASE', categories: ['PERSON_LOCATION'] }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-41-2.cedar
  {
    effect: 'duty',
    id: 'VCDR-41-2',
    instrument: 'VCDR 1961',
    article: '41(2)',
    title: 'Official business goes through the ministry',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['ARCHIVE', 'CORRESPONDENCE', 'RESPONSE_REQUEST', 'CASE', 'TESTIMONY', 'EVIDENCE', 'PROCEEDING', 'LEGAL_ACT'],
    acts: ACT.AGREEMENT_CHANNEL,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCDR) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.AGREEMENT_CHANNEL) &&
      q.purpose !== 'PROTECT_LIFE',
    obligations: [{ kind: 'ROUTE_VIA_MFA', dueInSeconds: 86400 }],
  },
  // vcdr-1961/VCDR-41-2P.cedar
  {
    effect: 'permit',
    id: 'VCDR-41-2P',
    instrument: 'VCDR 1961',
    article: '41(2), 22(2)',
    title: 'What a mission asks of the receiving State',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['RESPONSE_REQUEST'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      (some(q.role, ROLE.RECEIVING_STATE_MFA) || (some(q.role, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY) && (q.purpose === 'PROTECT_LIFE' || q.purpose === 'THREAT_PREVENTION' || q.purpose === 'INCIDENT_RESPONSE'))),
    obligations: [],
    couldHold: (p) => (some(p.roles, ROLE.RECEIVING_STATE_MFA) || some(p.roles, ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY) && ((p.purpose === 'PROTECT_LIFE' || p.purpose === 'THREAT_PREVENTION') || p.purpose === 'INCIDENT_RESPONSE')),
  },
  // vcdr-1961/VCDR-44.cedar
  {
    effect: 'permit',
    id: 'VCDR-44',
    instrument: 'VCDR 1961',
    article: '44',
    title: 'Facilities to leave: the people on the manifest',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['EVACUEE'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE) &&
      (q.purpose === 'EVACUATION' || q.purpose === 'PROTECT_LIFE'),
    obligations: [{ kind: 'MINIMISE', dueInSeconds: 0 }, { kind: 'PURGE', dueInSeconds: 604800 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE) && (p.purpose === 'EVACUATION' || p.purpose === 'PROTECT_LIFE'),
  },
  // vcdr-1961/VCDR-44A.cedar
  {
    effect: 'permit',
    id: 'VCDR-44A',
    instrument: 'VCDR 1961',
    article: '44',
    title: 'Facilities to leave: counts, windows and assembly points',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['EVACUATION'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE + ROLE.THIRD_STATE) &&
      (q.purpose === 'EVACUATION' || q.purpose === 'PROTECT_LIFE'),
    obligations: [{ kind: 'MINIMISE', dueInSeconds: 0 }],
    couldHold: (p) => some(p.roles, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE + ROLE.THIRD_STATE) && (p.purpose === 'EVACUATION' || p.purpose === 'PROTECT_LIFE'),
  },
  // vcdr-1961/VCDR-44H.cedar
  {
    effect: 'forbid',
    id: 'VCDR-44H',
    instrument: 'VCDR 1961',
    article: '44',
    title: 'Names that endanger the people who leave',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['RESIDENCE', 'ROSTER', 'PERSON_STATUS', 'PERSON_LOCATION', 'FAMILY', 'PERSONAL_EFFECTS', 'PERSONAL_DATA', 'BIOMETRIC', 'HEALTH', 'VICTIM', 'OFFENDER', 'DETENTION', 'TESTIMONY', 'EVACUEE', 'CONSULAR_CASE'],
    acts: NONE,
    holds: (q) =>
      some(q.tags, TAG.hostilePartyRisk) &&
      !q.ownState &&
      !some(q.role, ROLE.SENDING_STATE),
    code: 'PRIVACY',
    liftedBy: [],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-45a.cedar
  {
    effect: 'forbid',
    id: 'VCDR-45a',
    instrument: 'VCDR 1961',
    article: '45(a)',
    title: 'Archives and property after a break of relations',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['ARCHIVE', 'ASSET'],
    acts: ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCDR) &&
      some(q.possibleLegalStatus, LEGAL_STATUS.SUSPENDED + LEGAL_STATUS.CLOSED + LEGAL_STATUS.IN_CUSTODY) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.RELEASE),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
  },
  // vcdr-1961/VCDR-45aP.cedar
  {
    effect: 'forbid',
    id: 'VCDR-45aP',
    instrument: 'VCDR 1961',
    article: '45(a)',
    title: 'Premises after a break of relations',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PREMISES_RESCUE', 'PREMISES_INTERIOR'],
    acts: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE,
    holds: (q) =>
      some(q.possibleRegime, REGIME.VCDR) &&
      some(q.possibleLegalStatus, LEGAL_STATUS.SUSPENDED + LEGAL_STATUS.CLOSED + LEGAL_STATUS.IN_CUSTODY) &&
      some(q.possibleRole, ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER) &&
      !some(q.inForce, ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE),
    code: 'INVIOLABILITY',
    liftedBy: [{ act: 'CONSENT', categories: null }, { act: 'RELEASE', categories: null }],
    alwaysHolds: () => false,
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
    categories: ['LEGAL_STATUS', 'PREMISES_PERIMETER', 'PREMISES_RESCUE', 'PREMISES_INTERIOR', 'RESIDENCE', 'ARCHIVE', 'ASSET', 'CONSULAR_CASE', 'LEGAL_ACT'],
    acts: ACT.MANDATE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.PROTECTING_POWER) &&
      some(q.inForce, ACT.MANDATE) &&
      (q.purpose === 'INTERESTS_PROTECTION' || q.purpose === 'CONSULAR_ASSISTANCE'),
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.PROTECTING_POWER) && (p.purpose === 'INTERESTS_PROTECTION' || p.purpose === 'CONSULAR_ASSISTANCE'),
  },
  // vcdr-1961/VCDR-9.cedar
  {
    effect: 'permit',
    id: 'VCDR-9',
    instrument: 'VCDR 1961',
    article: '9(1)-(2)',
    title: 'Notice that a person is not acceptable',
    inForce: '1964-04-24',
    tell: 'caller',
    categories: ['PERSON_STATUS'],
    acts: NONE,
    holds: (q) =>
      some(q.regime, REGIME.VCDR) &&
      some(q.role, ROLE.SENDING_STATE) &&
      (q.kind === 'FOREIGN_MINISTRY' || q.kind === 'CONSULAR' || q.kind === 'DIPLOMATIC_SECURITY') &&
      q.purpose === 'PROTOCOL_NOTIFICATION',
    obligations: [],
    couldHold: (p) => some(p.roles, ROLE.SENDING_STATE) && ((p.kind === 'FOREIGN_MINISTRY' || p.kind === 'CONSULAR') || p.kind === 'DIPLOMATIC_SECURITY') && p.purpose === 'PROTOCOL_NOTIFICATION',
  },
];
