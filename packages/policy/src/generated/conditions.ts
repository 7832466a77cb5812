// Printed from law/**/*.cedar by `policy:generate`. Change those, not this; a test keeps it fresh.
import type { PolicyConditions } from '../compiled/condition.js';
import { ACT, GROUND, IMMUNITY, LEGAL_STATUS, OFFENCE, PERSON, REGIME, ROLE, TAG } from '../compiled/bits.js';

/** The conditions of each policy, by rule id. */
export const CONDITIONS: Readonly<Record<string, PolicyConditions>> = {
  'CHY-ACT': {
    when: [
      { op: 'some', attribute: 'inForce', words: ['CONSENT_BY_MAKER', 'RELEASE_BY_MAKER', 'ORIGINATOR_CONSENT'], bits: ACT.CONSENT_BY_MAKER + ACT.RELEASE_BY_MAKER + ACT.ORIGINATOR_CONSENT },
    ],
    unless: [],
  },
  'CHY-ASG': {
    when: [
      { op: 'some', attribute: 'inForce', words: ['ASSIGNMENT'], bits: ACT.ASSIGNMENT },
    ],
    unless: [],
  },
  'CHY-EXIST': {
    when: [],
    unless: [],
  },
  'CHY-ORIG': {
    when: [
      { op: 'flag', attribute: 'originator' },
      { op: 'flag', attribute: 'ownUse' },
    ],
    unless: [],
  },
  'CHY-OVS': {
    when: [
      { op: 'some', attribute: 'role', words: ['OVERSIGHT'], bits: ROLE.OVERSIGHT },
      { op: 'flag', attribute: 'ownState' },
    ],
    unless: [],
  },
  'CHY-OVSB': {
    when: [
      { op: 'equals', attribute: 'kind', word: 'OVERSIGHT' },
    ],
    unless: [],
  },
  'CHY-OVSO': {
    when: [
      { op: 'equals', attribute: 'kind', word: 'OVERSIGHT' },
    ],
    unless: [
      { op: 'flag', attribute: 'ownState' },
    ],
  },
  'CHY-OVSP': {
    when: [
      { op: 'equals', attribute: 'kind', word: 'OVERSIGHT' },
    ],
    unless: [
      { op: 'flag', attribute: 'published' },
    ],
  },
  'CHY-OWN': {
    when: [
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'or', left: { op: 'flag', attribute: 'ownState' }, right: { op: 'flag', attribute: 'registerRecord' } },
      { op: 'flag', attribute: 'needToKnow' },
    ],
    unless: [],
  },
  'CHY-PUB': {
    when: [
      { op: 'flag', attribute: 'published' },
    ],
    unless: [],
  },
  'CHY-PUBA': {
    when: [
      { op: 'flag', attribute: 'published' },
    ],
    unless: [],
  },
  'CHY-PURP': {
    when: [
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'TRAINING' }, right: { op: 'equals', attribute: 'purpose', word: 'TRANSIT' } },
    ],
    unless: [],
  },
  'CHY-TRST': {
    when: [
      { op: 'some', attribute: 'tags', words: ['trustAgreement'], bits: TAG.trustAgreement },
      { op: 'flag', attribute: 'registerRecord' },
    ],
    unless: [],
  },
  'CPIUN-10': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['CPIUN', 'CPIUN_MISSION'], bits: REGIME.CPIUN + REGIME.CPIUN_MISSION },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER', 'PROTECTING_POWER', 'TRANSIT_STATE', 'IGO', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.TRANSIT_STATE + ROLE.IGO + ROLE.THIRD_STATE },
    ],
    unless: [],
  },
  'CPIUN-10C': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['CPIUN', 'CPIUN_MISSION'], bits: REGIME.CPIUN + REGIME.CPIUN_MISSION },
      { op: 'some', attribute: 'possiblePerson', words: ['COURIER'], bits: PERSON.COURIER },
      { op: 'or', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_ARREST'], bits: IMMUNITY.IMMUNE_ARREST }, right: { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER } }, right: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_TRANSIT'], bits: IMMUNITY.IMMUNE_TRANSIT }, right: { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } } } },
      { op: 'or', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'equals', attribute: 'purpose', word: 'ARREST' } },
    ],
    unless: [
      { op: 'and', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'some', attribute: 'inForce', words: ['RELEASE', 'CONSENT_UN_SG', 'CONSENT_HEAD_OF_MISSION'], bits: ACT.RELEASE + ACT.CONSENT_UN_SG + ACT.CONSENT_HEAD_OF_MISSION } },
    ],
  },
  'CPIUN-10D': {
    when: [
      { op: 'some', attribute: 'regime', words: ['CPIUN', 'CPIUN_MISSION'], bits: REGIME.CPIUN + REGIME.CPIUN_MISSION },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_BORDER', 'RECEIVING_STATE_CUSTOMS', 'TRANSIT_STATE'], bits: ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.TRANSIT_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'TRANSIT' }, right: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' } },
    ],
    unless: [],
  },
  'CPIUN-11': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['UN_REPRESENTATIVE'], bits: PERSON.UN_REPRESENTATIVE },
      { op: 'or', left: { op: 'or', left: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } }, right: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CIVIL'], bits: IMMUNITY.IMMUNE_CIVIL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } }, right: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_TESTIMONY'], bits: IMMUNITY.IMMUNE_TESTIMONY }, right: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } } } },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
    ],
  },
  'CPIUN-11A': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['UN_REPRESENTATIVE'], bits: PERSON.UN_REPRESENTATIVE },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_ARREST'], bits: IMMUNITY.IMMUNE_ARREST },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'some', attribute: 'inForce', words: ['RELEASE', 'CONSENT_UN_SG', 'CONSENT_HEAD_OF_MISSION'], bits: ACT.RELEASE + ACT.CONSENT_UN_SG + ACT.CONSENT_HEAD_OF_MISSION } },
    ],
  },
  'CPIUN-11D': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['CPIUN_MISSION'], bits: REGIME.CPIUN_MISSION },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER', 'PROTECTING_POWER', 'TRANSIT_STATE', 'IGO', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.TRANSIT_STATE + ROLE.IGO + ROLE.THIRD_STATE },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
      { op: 'and', left: { op: 'some', attribute: 'tags', words: ['voluntarilyCommunicated'], bits: TAG.voluntarilyCommunicated }, right: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA } },
    ],
  },
  'CPIUN-11J': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['UN_REPRESENTATIVE', 'UN_EXPERT', 'UN_HIGH_OFFICIAL', 'FAMILY_OF_UN_HIGH_OFFICIAL', 'UN_SECRETARY_GENERAL', 'FAMILY_OF_UN_SECRETARY_GENERAL', 'MEMBER_OF_PERMANENT_MISSION'], bits: PERSON.UN_REPRESENTATIVE + PERSON.UN_EXPERT + PERSON.UN_HIGH_OFFICIAL + PERSON.FAMILY_OF_UN_HIGH_OFFICIAL + PERSON.UN_SECRETARY_GENERAL + PERSON.FAMILY_OF_UN_SECRETARY_GENERAL + PERSON.MEMBER_OF_PERMANENT_MISSION },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_TRANSIT'], bits: IMMUNITY.IMMUNE_TRANSIT },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
      { op: 'or', left: { op: 'or', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } }, right: { op: 'equals', attribute: 'purpose', word: 'ARREST' } },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
    ],
  },
  'CPIUN-11P': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['UN_REPRESENTATIVE'], bits: PERSON.UN_REPRESENTATIVE },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_PAPERS'], bits: IMMUNITY.IMMUNE_PAPERS },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_CUSTOMS'], bits: ROLE.RECEIVING_STATE_CUSTOMS }, right: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' } }, right: { op: 'some', attribute: 'tags', words: ['seriousGrounds'], bits: TAG.seriousGrounds } }, right: { op: 'some', attribute: 'tags', words: ['representativePresent'], bits: TAG.representativePresent } },
    ],
  },
  'CPIUN-11T': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['UN_REPRESENTATIVE', 'UN_EXPERT', 'UN_HIGH_OFFICIAL', 'FAMILY_OF_UN_HIGH_OFFICIAL', 'UN_SECRETARY_GENERAL', 'FAMILY_OF_UN_SECRETARY_GENERAL', 'MEMBER_OF_PERMANENT_MISSION'], bits: PERSON.UN_REPRESENTATIVE + PERSON.UN_EXPERT + PERSON.UN_HIGH_OFFICIAL + PERSON.FAMILY_OF_UN_HIGH_OFFICIAL + PERSON.UN_SECRETARY_GENERAL + PERSON.FAMILY_OF_UN_SECRETARY_GENERAL + PERSON.MEMBER_OF_PERMANENT_MISSION },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_TRANSIT'], bits: IMMUNITY.IMMUNE_TRANSIT },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
    ],
    unless: [
      { op: 'and', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'some', attribute: 'inForce', words: ['RELEASE', 'CONSENT_UN_SG', 'CONSENT_HEAD_OF_MISSION'], bits: ACT.RELEASE + ACT.CONSENT_UN_SG + ACT.CONSENT_HEAD_OF_MISSION } },
    ],
  },
  'CPIUN-18': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['UN_OFFICIAL', 'UN_HIGH_OFFICIAL', 'UN_SECRETARY_GENERAL', 'FAMILY_OF_UN_HIGH_OFFICIAL', 'FAMILY_OF_UN_SECRETARY_GENERAL'], bits: PERSON.UN_OFFICIAL + PERSON.UN_HIGH_OFFICIAL + PERSON.UN_SECRETARY_GENERAL + PERSON.FAMILY_OF_UN_HIGH_OFFICIAL + PERSON.FAMILY_OF_UN_SECRETARY_GENERAL },
      { op: 'or', left: { op: 'or', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_ARREST'], bits: IMMUNITY.IMMUNE_ARREST }, right: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } } }, right: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } } }, right: { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CIVIL'], bits: IMMUNITY.IMMUNE_CIVIL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilException'], bits: TAG.civilException } } } },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
      { op: 'and', left: { op: 'and', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } }, right: { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE } },
    ],
  },
  'CPIUN-18F': {
    when: [
      { op: 'some', attribute: 'regime', words: ['CPIUN', 'CPIUN_MISSION'], bits: REGIME.CPIUN + REGIME.CPIUN_MISSION },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_BORDER', 'TRANSIT_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } },
    ],
    unless: [],
  },
  'CPIUN-18G': {
    when: [
      { op: 'some', attribute: 'regime', words: ['CPIUN', 'CPIUN_MISSION'], bits: REGIME.CPIUN + REGIME.CPIUN_MISSION },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_BORDER', 'TRANSIT_STATE', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE + ROLE.THIRD_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } },
    ],
    unless: [],
  },
  'CPIUN-19P': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['UN_HIGH_OFFICIAL', 'UN_SECRETARY_GENERAL', 'FAMILY_OF_UN_HIGH_OFFICIAL', 'FAMILY_OF_UN_SECRETARY_GENERAL'], bits: PERSON.UN_HIGH_OFFICIAL + PERSON.UN_SECRETARY_GENERAL + PERSON.FAMILY_OF_UN_HIGH_OFFICIAL + PERSON.FAMILY_OF_UN_SECRETARY_GENERAL },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_PAPERS'], bits: IMMUNITY.IMMUNE_PAPERS },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
      { op: 'and', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE } },
      { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_CUSTOMS'], bits: ROLE.RECEIVING_STATE_CUSTOMS }, right: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' } }, right: { op: 'some', attribute: 'tags', words: ['seriousGrounds'], bits: TAG.seriousGrounds } }, right: { op: 'some', attribute: 'tags', words: ['representativePresent'], bits: TAG.representativePresent } },
    ],
  },
  'CPIUN-22': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['UN_EXPERT'], bits: PERSON.UN_EXPERT },
      { op: 'or', left: { op: 'or', left: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } }, right: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CIVIL'], bits: IMMUNITY.IMMUNE_CIVIL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } }, right: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_TESTIMONY'], bits: IMMUNITY.IMMUNE_TESTIMONY }, right: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } } } },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
    ],
  },
  'CPIUN-22A': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['UN_EXPERT'], bits: PERSON.UN_EXPERT },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_ARREST'], bits: IMMUNITY.IMMUNE_ARREST },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'some', attribute: 'inForce', words: ['RELEASE', 'CONSENT_UN_SG', 'CONSENT_HEAD_OF_MISSION'], bits: ACT.RELEASE + ACT.CONSENT_UN_SG + ACT.CONSENT_HEAD_OF_MISSION } },
    ],
  },
  'CPIUN-22P': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['UN_EXPERT'], bits: PERSON.UN_EXPERT },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_PAPERS'], bits: IMMUNITY.IMMUNE_PAPERS },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_CUSTOMS'], bits: ROLE.RECEIVING_STATE_CUSTOMS }, right: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' } }, right: { op: 'some', attribute: 'tags', words: ['seriousGrounds'], bits: TAG.seriousGrounds } }, right: { op: 'some', attribute: 'tags', words: ['representativePresent'], bits: TAG.representativePresent } },
    ],
  },
  'CPIUN-3': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['CPIUN'], bits: REGIME.CPIUN },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER', 'TRANSIT_STATE', 'PROTECTING_POWER', 'IGO', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.TRANSIT_STATE + ROLE.PROTECTING_POWER + ROLE.IGO + ROLE.THIRD_STATE },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
    ],
  },
  'CPIUN-3P': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['CPIUN'], bits: REGIME.CPIUN },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER', 'TRANSIT_STATE', 'PROTECTING_POWER', 'IGO', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.TRANSIT_STATE + ROLE.PROTECTING_POWER + ROLE.IGO + ROLE.THIRD_STATE },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE', 'CONSENT_UN_SG'], bits: ACT.RELEASE + ACT.CONSENT_UN_SG },
    ],
  },
  'CPIUN-9': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['CPIUN'], bits: REGIME.CPIUN },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER', 'TRANSIT_STATE', 'PROTECTING_POWER', 'IGO', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.TRANSIT_STATE + ROLE.PROTECTING_POWER + ROLE.IGO + ROLE.THIRD_STATE },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
      { op: 'and', left: { op: 'some', attribute: 'tags', words: ['voluntarilyCommunicated'], bits: TAG.voluntarilyCommunicated }, right: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA } },
    ],
  },
  'CPIUN-9A': {
    when: [
      { op: 'some', attribute: 'regime', words: ['CPIUN', 'CPIUN_MISSION'], bits: REGIME.CPIUN + REGIME.CPIUN_MISSION },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA },
      { op: 'some', attribute: 'tags', words: ['voluntarilyCommunicated'], bits: TAG.voluntarilyCommunicated },
    ],
    unless: [
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'TRAINING' }, right: { op: 'equals', attribute: 'purpose', word: 'TRANSIT' } },
    ],
  },
  'EO-4.2b': {
    when: [
      { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' },
      { op: 'some', attribute: 'inForce', words: ['EMERGENCY_DISCLOSURE'], bits: ACT.EMERGENCY_DISCLOSURE },
    ],
    unless: [],
  },
  'EUDPR-10': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'EUDPR' },
    ],
    unless: [
      { op: 'some', attribute: 'grounds', words: ['explicitConsent', 'legalClaim'], bits: GROUND.explicitConsent + GROUND.legalClaim },
      { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['vitalInterest'], bits: GROUND.vitalInterest }, right: { op: 'some', attribute: 'grounds', words: ['incapable'], bits: GROUND.incapable } },
      { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['substantialPublicInterest', 'publicHealth', 'nationalSecurity'], bits: GROUND.substantialPublicInterest + GROUND.publicHealth + GROUND.nationalSecurity }, right: { op: 'some', attribute: 'grounds', words: ['lawReference'], bits: GROUND.lawReference } },
      { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['medicalCare'], bits: GROUND.medicalCare }, right: { op: 'equals', attribute: 'kind', word: 'EMERGENCY_SERVICE' } },
    ],
  },
  'EUDPR-4': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'EUDPR' },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'TRAINING' }, right: { op: 'equals', attribute: 'purpose', word: 'REGRADE' } }, right: { op: 'equals', attribute: 'purpose', word: 'TAX_FISCAL' } }, right: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' } }, right: { op: 'equals', attribute: 'purpose', word: 'REQUISITION' } },
    ],
    unless: [
      { op: 'and', left: { op: 'and', left: { op: 'flag', attribute: 'originator' }, right: { op: 'flag', attribute: 'ownUse' } }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'REGRADE' } } },
      { op: 'some', attribute: 'grounds', words: ['compatiblePurpose', 'archivingStatistics', 'explicitConsent'], bits: GROUND.compatiblePurpose + GROUND.archivingStatistics + GROUND.explicitConsent },
      { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['legalObligation', 'nationalSecurity'], bits: GROUND.legalObligation + GROUND.nationalSecurity }, right: { op: 'some', attribute: 'grounds', words: ['lawReference'], bits: GROUND.lawReference } },
    ],
  },
  'EUDPR-46': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'EUDPR' },
      { op: 'flag', attribute: 'transfer' },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['AGREEMENT_ADEQUACY', 'AGREEMENT_SAFEGUARDS'], bits: ACT.AGREEMENT_ADEQUACY + ACT.AGREEMENT_SAFEGUARDS },
      { op: 'some', attribute: 'grounds', words: ['legalClaim'], bits: GROUND.legalClaim },
      { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['importantPublicInterest', 'nationalSecurity'], bits: GROUND.importantPublicInterest + GROUND.nationalSecurity }, right: { op: 'some', attribute: 'grounds', words: ['lawReference'], bits: GROUND.lawReference } },
      { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['vitalInterest'], bits: GROUND.vitalInterest }, right: { op: 'some', attribute: 'grounds', words: ['incapable'], bits: GROUND.incapable } },
      { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'flag', attribute: 'aboutDetention' }, right: { op: 'equals', attribute: 'kind', word: 'CONSULAR' } }, right: { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' } }, right: { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE } }, right: { op: 'some', attribute: 'tags', words: ['ownNational'], bits: TAG.ownNational } },
    ],
  },
  'EUDPR-5': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'EUDPR' },
      { op: 'or', left: { op: 'not', arg: { op: 'flag', attribute: 'transfer' } }, right: { op: 'some', attribute: 'inForce', words: ['AGREEMENT_ADEQUACY', 'AGREEMENT_SAFEGUARDS'], bits: ACT.AGREEMENT_ADEQUACY + ACT.AGREEMENT_SAFEGUARDS } },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'kind', word: 'FOREIGN_MINISTRY' }, right: { op: 'equals', attribute: 'kind', word: 'CONSULAR' } }, right: { op: 'equals', attribute: 'kind', word: 'DIPLOMATIC_SECURITY' } }, right: { op: 'equals', attribute: 'kind', word: 'EMERGENCY_SERVICE' } }, right: { op: 'equals', attribute: 'kind', word: 'POLICE' } }, right: { op: 'equals', attribute: 'kind', word: 'ORGANISATION' } },
      { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } }, right: { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' } },
      { op: 'or', left: { op: 'some', attribute: 'grounds', words: ['vitalInterest'], bits: GROUND.vitalInterest }, right: { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['legalObligation', 'publicTask', 'importantPublicInterest'], bits: GROUND.legalObligation + GROUND.publicTask + GROUND.importantPublicInterest }, right: { op: 'some', attribute: 'grounds', words: ['lawReference'], bits: GROUND.lawReference } } },
    ],
    unless: [
      { op: 'some', attribute: 'grounds', words: ['nationalSecurity'], bits: GROUND.nationalSecurity },
    ],
  },
  'EUDPR-50': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'EUDPR' },
      { op: 'flag', attribute: 'transfer' },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'kind', word: 'FOREIGN_MINISTRY' }, right: { op: 'equals', attribute: 'kind', word: 'CONSULAR' } }, right: { op: 'equals', attribute: 'kind', word: 'DIPLOMATIC_SECURITY' } }, right: { op: 'equals', attribute: 'kind', word: 'EMERGENCY_SERVICE' } }, right: { op: 'equals', attribute: 'kind', word: 'POLICE' } }, right: { op: 'equals', attribute: 'kind', word: 'ORGANISATION' } },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } },
      { op: 'or', left: { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['importantPublicInterest'], bits: GROUND.importantPublicInterest }, right: { op: 'some', attribute: 'grounds', words: ['lawReference'], bits: GROUND.lawReference } }, right: { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['vitalInterest'], bits: GROUND.vitalInterest }, right: { op: 'some', attribute: 'grounds', words: ['incapable'], bits: GROUND.incapable } } },
    ],
    unless: [
      { op: 'some', attribute: 'grounds', words: ['nationalSecurity'], bits: GROUND.nationalSecurity },
    ],
  },
  'GDPR-44': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'GDPR' },
      { op: 'flag', attribute: 'transfer' },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['AGREEMENT_ADEQUACY', 'AGREEMENT_SAFEGUARDS'], bits: ACT.AGREEMENT_ADEQUACY + ACT.AGREEMENT_SAFEGUARDS },
      { op: 'some', attribute: 'grounds', words: ['legalClaim'], bits: GROUND.legalClaim },
      { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['importantPublicInterest', 'nationalSecurity'], bits: GROUND.importantPublicInterest + GROUND.nationalSecurity }, right: { op: 'some', attribute: 'grounds', words: ['lawReference'], bits: GROUND.lawReference } },
      { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['vitalInterest'], bits: GROUND.vitalInterest }, right: { op: 'some', attribute: 'grounds', words: ['incapable'], bits: GROUND.incapable } },
      { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'flag', attribute: 'aboutDetention' }, right: { op: 'equals', attribute: 'kind', word: 'CONSULAR' } }, right: { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' } }, right: { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE } }, right: { op: 'some', attribute: 'tags', words: ['ownNational'], bits: TAG.ownNational } },
    ],
  },
  'GDPR-49': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'GDPR' },
      { op: 'flag', attribute: 'transfer' },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'kind', word: 'FOREIGN_MINISTRY' }, right: { op: 'equals', attribute: 'kind', word: 'CONSULAR' } }, right: { op: 'equals', attribute: 'kind', word: 'DIPLOMATIC_SECURITY' } }, right: { op: 'equals', attribute: 'kind', word: 'EMERGENCY_SERVICE' } }, right: { op: 'equals', attribute: 'kind', word: 'POLICE' } }, right: { op: 'equals', attribute: 'kind', word: 'ORGANISATION' } },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } },
      { op: 'or', left: { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['importantPublicInterest'], bits: GROUND.importantPublicInterest }, right: { op: 'some', attribute: 'grounds', words: ['lawReference'], bits: GROUND.lawReference } }, right: { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['vitalInterest'], bits: GROUND.vitalInterest }, right: { op: 'some', attribute: 'grounds', words: ['incapable'], bits: GROUND.incapable } } },
    ],
    unless: [
      { op: 'some', attribute: 'grounds', words: ['nationalSecurity'], bits: GROUND.nationalSecurity },
    ],
  },
  'GDPR-5': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'GDPR' },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'TRAINING' }, right: { op: 'equals', attribute: 'purpose', word: 'REGRADE' } }, right: { op: 'equals', attribute: 'purpose', word: 'TAX_FISCAL' } }, right: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' } }, right: { op: 'equals', attribute: 'purpose', word: 'REQUISITION' } },
    ],
    unless: [
      { op: 'and', left: { op: 'and', left: { op: 'flag', attribute: 'originator' }, right: { op: 'flag', attribute: 'ownUse' } }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'REGRADE' } } },
      { op: 'some', attribute: 'grounds', words: ['compatiblePurpose', 'archivingStatistics', 'explicitConsent'], bits: GROUND.compatiblePurpose + GROUND.archivingStatistics + GROUND.explicitConsent },
      { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['legalObligation', 'nationalSecurity'], bits: GROUND.legalObligation + GROUND.nationalSecurity }, right: { op: 'some', attribute: 'grounds', words: ['lawReference'], bits: GROUND.lawReference } },
    ],
  },
  'GDPR-6': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'GDPR' },
      { op: 'or', left: { op: 'not', arg: { op: 'flag', attribute: 'transfer' } }, right: { op: 'some', attribute: 'inForce', words: ['AGREEMENT_ADEQUACY', 'AGREEMENT_SAFEGUARDS'], bits: ACT.AGREEMENT_ADEQUACY + ACT.AGREEMENT_SAFEGUARDS } },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'kind', word: 'FOREIGN_MINISTRY' }, right: { op: 'equals', attribute: 'kind', word: 'CONSULAR' } }, right: { op: 'equals', attribute: 'kind', word: 'DIPLOMATIC_SECURITY' } }, right: { op: 'equals', attribute: 'kind', word: 'EMERGENCY_SERVICE' } }, right: { op: 'equals', attribute: 'kind', word: 'POLICE' } }, right: { op: 'equals', attribute: 'kind', word: 'ORGANISATION' } },
      { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } }, right: { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' } },
      { op: 'or', left: { op: 'some', attribute: 'grounds', words: ['vitalInterest'], bits: GROUND.vitalInterest }, right: { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['legalObligation', 'publicTask', 'importantPublicInterest'], bits: GROUND.legalObligation + GROUND.publicTask + GROUND.importantPublicInterest }, right: { op: 'some', attribute: 'grounds', words: ['lawReference'], bits: GROUND.lawReference } } },
    ],
    unless: [
      { op: 'some', attribute: 'grounds', words: ['nationalSecurity'], bits: GROUND.nationalSecurity },
    ],
  },
  'GDPR-9': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'GDPR' },
    ],
    unless: [
      { op: 'some', attribute: 'grounds', words: ['explicitConsent', 'legalClaim'], bits: GROUND.explicitConsent + GROUND.legalClaim },
      { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['vitalInterest'], bits: GROUND.vitalInterest }, right: { op: 'some', attribute: 'grounds', words: ['incapable'], bits: GROUND.incapable } },
      { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['substantialPublicInterest', 'publicHealth', 'nationalSecurity'], bits: GROUND.substantialPublicInterest + GROUND.publicHealth + GROUND.nationalSecurity }, right: { op: 'some', attribute: 'grounds', words: ['lawReference'], bits: GROUND.lawReference } },
      { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['medicalCare'], bits: GROUND.medicalCare }, right: { op: 'equals', attribute: 'kind', word: 'EMERGENCY_SERVICE' } },
    ],
  },
  'HOST-11': {
    when: [
      { op: 'some', attribute: 'offences', words: ['hostageTaking'], bits: OFFENCE.hostageTaking },
      { op: 'some', attribute: 'inForce', words: ['PARTY_HOSTAGES_1979'], bits: ACT.PARTY_HOSTAGES_1979 },
      { op: 'equals', attribute: 'purpose', word: 'PROSECUTION' },
      { op: 'some', attribute: 'inForce', words: ['RELEASE_BY_MAKER', 'ORIGINATOR_CONSENT', 'AGREEMENT_LEGAL_ASSISTANCE'], bits: ACT.RELEASE_BY_MAKER + ACT.ORIGINATOR_CONSENT + ACT.AGREEMENT_LEGAL_ASSISTANCE },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_COURT', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_MFA', 'SENDING_STATE', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.SENDING_STATE + ROLE.THIRD_STATE },
    ],
    unless: [],
  },
  'HOST-4': {
    when: [
      { op: 'some', attribute: 'offences', words: ['hostageTaking'], bits: OFFENCE.hostageTaking },
      { op: 'some', attribute: 'inForce', words: ['PARTY_HOSTAGES_1979'], bits: ACT.PARTY_HOSTAGES_1979 },
      { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_MFA', 'THIRD_STATE'], bits: ROLE.SENDING_STATE + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.THIRD_STATE },
    ],
    unless: [],
  },
  'HOST-6': {
    when: [
      { op: 'some', attribute: 'offences', words: ['hostageTaking'], bits: OFFENCE.hostageTaking },
      { op: 'flag', attribute: 'ownState' },
    ],
    unless: [],
  },
  'HOST-6-3': {
    when: [
      { op: 'some', attribute: 'offences', words: ['hostageTaking'], bits: OFFENCE.hostageTaking },
      { op: 'flag', attribute: 'nationalOfSubject' },
      { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' },
    ],
    unless: [],
  },
  'HOST-7': {
    when: [
      { op: 'some', attribute: 'offences', words: ['hostageTaking'], bits: OFFENCE.hostageTaking },
      { op: 'some', attribute: 'offences', words: ['finalOutcome'], bits: OFFENCE.finalOutcome },
      { op: 'flag', attribute: 'ownState' },
    ],
    unless: [],
  },
  'IPP-10': {
    when: [
      { op: 'some', attribute: 'offences', words: ['againstProtectedPerson'], bits: OFFENCE.againstProtectedPerson },
      { op: 'some', attribute: 'inForce', words: ['PARTY_IPP_1973'], bits: ACT.PARTY_IPP_1973 },
      { op: 'equals', attribute: 'purpose', word: 'PROSECUTION' },
      { op: 'some', attribute: 'inForce', words: ['RELEASE_BY_MAKER', 'ORIGINATOR_CONSENT', 'AGREEMENT_LEGAL_ASSISTANCE'], bits: ACT.RELEASE_BY_MAKER + ACT.ORIGINATOR_CONSENT + ACT.AGREEMENT_LEGAL_ASSISTANCE },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_COURT', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_MFA', 'SENDING_STATE', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.SENDING_STATE + ROLE.THIRD_STATE },
    ],
    unless: [],
  },
  'IPP-10F': {
    when: [
      { op: 'some', attribute: 'tags', words: ['internalLawBar'], bits: TAG.internalLawBar },
      { op: 'not', arg: { op: 'flag', attribute: 'ownState' } },
    ],
    unless: [],
  },
  'IPP-11': {
    when: [
      { op: 'some', attribute: 'offences', words: ['againstProtectedPerson'], bits: OFFENCE.againstProtectedPerson },
      { op: 'some', attribute: 'offences', words: ['finalOutcome'], bits: OFFENCE.finalOutcome },
      { op: 'flag', attribute: 'ownState' },
    ],
    unless: [],
  },
  'IPP-4': {
    when: [
      { op: 'some', attribute: 'inForce', words: ['PARTY_IPP_1973'], bits: ACT.PARTY_IPP_1973 },
      { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_MFA', 'THIRD_STATE'], bits: ROLE.SENDING_STATE + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.THIRD_STATE },
    ],
    unless: [],
  },
  'IPP-5-1': {
    when: [
      { op: 'some', attribute: 'offences', words: ['againstProtectedPerson'], bits: OFFENCE.againstProtectedPerson },
      { op: 'some', attribute: 'offences', words: ['offenderFled'], bits: OFFENCE.offenderFled },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'INCIDENT_RESPONSE' }, right: { op: 'equals', attribute: 'purpose', word: 'CRIMINAL_INVESTIGATION' } }, right: { op: 'equals', attribute: 'purpose', word: 'ARREST' } }, right: { op: 'equals', attribute: 'purpose', word: 'PROSECUTION' } },
      { op: 'or', left: { op: 'flag', attribute: 'unitedNations' }, right: { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['PARTY_IPP_1973'], bits: ACT.PARTY_IPP_1973 }, right: { op: 'some', attribute: 'role', words: ['SENDING_STATE', 'THIRD_STATE'], bits: ROLE.SENDING_STATE + ROLE.THIRD_STATE } } },
    ],
    unless: [],
  },
  'IPP-5-2': {
    when: [
      { op: 'some', attribute: 'offences', words: ['againstProtectedPerson'], bits: OFFENCE.againstProtectedPerson },
      { op: 'some', attribute: 'inForce', words: ['PARTY_IPP_1973'], bits: ACT.PARTY_IPP_1973 },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'INCIDENT_RESPONSE' }, right: { op: 'equals', attribute: 'purpose', word: 'PROSECUTION' } },
    ],
    unless: [],
  },
  'IPP-6-1': {
    when: [
      { op: 'some', attribute: 'offences', words: ['againstProtectedPerson'], bits: OFFENCE.againstProtectedPerson },
      { op: 'flag', attribute: 'ownState' },
    ],
    unless: [],
  },
  'IPP-6-2': {
    when: [
      { op: 'some', attribute: 'offences', words: ['againstProtectedPerson'], bits: OFFENCE.againstProtectedPerson },
      { op: 'flag', attribute: 'nationalOfSubject' },
      { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' },
    ],
    unless: [],
  },
  'LED-10': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'LED' },
    ],
    unless: [
      { op: 'and', left: { op: 'flag', attribute: 'originator' }, right: { op: 'flag', attribute: 'ownUse' } },
      { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['lawEnforcementNecessity'], bits: GROUND.lawEnforcementNecessity }, right: { op: 'some', attribute: 'grounds', words: ['lawReference', 'vitalInterest'], bits: GROUND.lawReference + GROUND.vitalInterest } },
    ],
  },
  'LED-35': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'LED' },
      { op: 'flag', attribute: 'transfer' },
    ],
    unless: [
      { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['lawEnforcementNecessity'], bits: GROUND.lawEnforcementNecessity }, right: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' }, right: { op: 'equals', attribute: 'purpose', word: 'CRIMINAL_INVESTIGATION' } }, right: { op: 'equals', attribute: 'purpose', word: 'ARREST' } }, right: { op: 'equals', attribute: 'purpose', word: 'PROSECUTION' } }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } } }, right: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'kind', word: 'POLICE' }, right: { op: 'equals', attribute: 'kind', word: 'DIPLOMATIC_SECURITY' } }, right: { op: 'equals', attribute: 'kind', word: 'COURT' } }, right: { op: 'equals', attribute: 'kind', word: 'CUSTOMS' } }, right: { op: 'equals', attribute: 'kind', word: 'BORDER' } } }, right: { op: 'or', left: { op: 'some', attribute: 'grounds', words: ['originAuthorised', 'immediateThreat'], bits: GROUND.originAuthorised + GROUND.immediateThreat }, right: { op: 'some', attribute: 'inForce', words: ['ORIGINATOR_CONSENT'], bits: ACT.ORIGINATOR_CONSENT } } }, right: { op: 'or', left: { op: 'or', left: { op: 'some', attribute: 'inForce', words: ['AGREEMENT_ADEQUACY_LED', 'AGREEMENT_SAFEGUARDS'], bits: ACT.AGREEMENT_ADEQUACY_LED + ACT.AGREEMENT_SAFEGUARDS }, right: { op: 'some', attribute: 'grounds', words: ['vitalInterest', 'publicSecurityThreat'], bits: GROUND.vitalInterest + GROUND.publicSecurityThreat } }, right: { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['individualCase', 'legalClaim'], bits: GROUND.individualCase + GROUND.legalClaim }, right: { op: 'not', arg: { op: 'some', attribute: 'grounds', words: ['rightsOverride'], bits: GROUND.rightsOverride } } } } },
      { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'flag', attribute: 'aboutDetention' }, right: { op: 'equals', attribute: 'kind', word: 'CONSULAR' } }, right: { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' } }, right: { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE } }, right: { op: 'some', attribute: 'tags', words: ['ownNational'], bits: TAG.ownNational } },
    ],
  },
  'LED-35-2': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'LED' },
      { op: 'flag', attribute: 'transfer' },
      { op: 'some', attribute: 'grounds', words: ['immediateThreat'], bits: GROUND.immediateThreat },
      { op: 'some', attribute: 'grounds', words: ['lawEnforcementNecessity'], bits: GROUND.lawEnforcementNecessity },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'kind', word: 'POLICE' }, right: { op: 'equals', attribute: 'kind', word: 'DIPLOMATIC_SECURITY' } }, right: { op: 'equals', attribute: 'kind', word: 'COURT' } }, right: { op: 'equals', attribute: 'kind', word: 'CUSTOMS' } }, right: { op: 'equals', attribute: 'kind', word: 'BORDER' } },
      { op: 'or', left: { op: 'or', left: { op: 'some', attribute: 'inForce', words: ['AGREEMENT_ADEQUACY_LED', 'AGREEMENT_SAFEGUARDS'], bits: ACT.AGREEMENT_ADEQUACY_LED + ACT.AGREEMENT_SAFEGUARDS }, right: { op: 'some', attribute: 'grounds', words: ['vitalInterest', 'publicSecurityThreat'], bits: GROUND.vitalInterest + GROUND.publicSecurityThreat } }, right: { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['individualCase', 'legalClaim'], bits: GROUND.individualCase + GROUND.legalClaim }, right: { op: 'not', arg: { op: 'some', attribute: 'grounds', words: ['rightsOverride'], bits: GROUND.rightsOverride } } } },
    ],
    unless: [
      { op: 'or', left: { op: 'some', attribute: 'grounds', words: ['originAuthorised'], bits: GROUND.originAuthorised }, right: { op: 'some', attribute: 'notExcluded', words: ['ORIGINATOR_CONSENT'], bits: ACT.ORIGINATOR_CONSENT } },
    ],
  },
  'LED-37-38': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'LED' },
      { op: 'flag', attribute: 'transfer' },
      { op: 'some', attribute: 'grounds', words: ['lawEnforcementNecessity'], bits: GROUND.lawEnforcementNecessity },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' }, right: { op: 'equals', attribute: 'purpose', word: 'CRIMINAL_INVESTIGATION' } }, right: { op: 'equals', attribute: 'purpose', word: 'ARREST' } }, right: { op: 'equals', attribute: 'purpose', word: 'PROSECUTION' } }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'kind', word: 'POLICE' }, right: { op: 'equals', attribute: 'kind', word: 'DIPLOMATIC_SECURITY' } }, right: { op: 'equals', attribute: 'kind', word: 'COURT' } }, right: { op: 'equals', attribute: 'kind', word: 'CUSTOMS' } }, right: { op: 'equals', attribute: 'kind', word: 'BORDER' } },
      { op: 'or', left: { op: 'some', attribute: 'grounds', words: ['originAuthorised'], bits: GROUND.originAuthorised }, right: { op: 'some', attribute: 'inForce', words: ['ORIGINATOR_CONSENT'], bits: ACT.ORIGINATOR_CONSENT } },
      { op: 'or', left: { op: 'or', left: { op: 'some', attribute: 'inForce', words: ['AGREEMENT_ADEQUACY_LED', 'AGREEMENT_SAFEGUARDS'], bits: ACT.AGREEMENT_ADEQUACY_LED + ACT.AGREEMENT_SAFEGUARDS }, right: { op: 'some', attribute: 'grounds', words: ['vitalInterest', 'publicSecurityThreat'], bits: GROUND.vitalInterest + GROUND.publicSecurityThreat } }, right: { op: 'and', left: { op: 'some', attribute: 'grounds', words: ['individualCase', 'legalClaim'], bits: GROUND.individualCase + GROUND.legalClaim }, right: { op: 'not', arg: { op: 'some', attribute: 'grounds', words: ['rightsOverride'], bits: GROUND.rightsOverride } } } },
    ],
    unless: [],
  },
  'LED-9': {
    when: [
      { op: 'equals', attribute: 'dataLaw', word: 'LED' },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'TRAINING' }, right: { op: 'equals', attribute: 'purpose', word: 'REGRADE' } }, right: { op: 'equals', attribute: 'purpose', word: 'TAX_FISCAL' } }, right: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' } }, right: { op: 'equals', attribute: 'purpose', word: 'REQUISITION' } },
    ],
    unless: [
      { op: 'and', left: { op: 'and', left: { op: 'flag', attribute: 'originator' }, right: { op: 'flag', attribute: 'ownUse' } }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'REGRADE' } } },
      { op: 'some', attribute: 'grounds', words: ['lawReference'], bits: GROUND.lawReference },
    ],
  },
  'UNHQ-15': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['MEMBER_OF_PERMANENT_MISSION'], bits: PERSON.MEMBER_OF_PERMANENT_MISSION },
      { op: 'or', left: { op: 'or', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_ARREST'], bits: IMMUNITY.IMMUNE_ARREST }, right: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } } }, right: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } } }, right: { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CIVIL'], bits: IMMUNITY.IMMUNE_CIVIL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilException'], bits: TAG.civilException } } } },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
      { op: 'and', left: { op: 'and', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } }, right: { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE } },
    ],
  },
  'UNHQ-15D': {
    when: [
      { op: 'some', attribute: 'regime', words: ['CPIUN_MISSION'], bits: REGIME.CPIUN_MISSION },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_MFA', 'RECEIVING_STATE_EMERGENCY'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_EMERGENCY },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' }, right: { op: 'equals', attribute: 'purpose', word: 'INCIDENT_RESPONSE' } },
    ],
    unless: [
      { op: 'some', attribute: 'possibleLegalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
    ],
  },
  'UNHQ-15E': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['MEMBER_OF_PERMANENT_MISSION'], bits: PERSON.MEMBER_OF_PERMANENT_MISSION },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_PAPERS'], bits: IMMUNITY.IMMUNE_PAPERS },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_CUSTOMS'], bits: ROLE.RECEIVING_STATE_CUSTOMS }, right: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' } }, right: { op: 'some', attribute: 'tags', words: ['seriousGrounds'], bits: TAG.seriousGrounds } }, right: { op: 'some', attribute: 'tags', words: ['representativePresent'], bits: TAG.representativePresent } },
    ],
  },
  'UNHQ-15N': {
    when: [
      { op: 'some', attribute: 'regime', words: ['CPIUN_MISSION'], bits: REGIME.CPIUN_MISSION },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA },
      { op: 'equals', attribute: 'purpose', word: 'PROTOCOL_NOTIFICATION' },
      { op: 'some', attribute: 'person', words: ['MEMBER_OF_PERMANENT_MISSION', 'UN_REPRESENTATIVE', 'FAMILY_OF_AGENT', 'SERVICE_STAFF', 'ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL', 'PRIVATE_SERVANT', 'LOCAL_STAFF'], bits: PERSON.MEMBER_OF_PERMANENT_MISSION + PERSON.UN_REPRESENTATIVE + PERSON.FAMILY_OF_AGENT + PERSON.SERVICE_STAFF + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL + PERSON.PRIVATE_SERVANT + PERSON.LOCAL_STAFF },
    ],
    unless: [],
  },
  'UNHQ-15P': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['CPIUN_MISSION'], bits: REGIME.CPIUN_MISSION },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE },
    ],
  },
  'UNHQ-15S': {
    when: [
      { op: 'some', attribute: 'regime', words: ['CPIUN', 'CPIUN_MISSION'], bits: REGIME.CPIUN + REGIME.CPIUN_MISSION },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA },
    ],
    unless: [],
  },
  'UNHQ-16': {
    when: [
      { op: 'some', attribute: 'regime', words: ['CPIUN', 'CPIUN_MISSION'], bits: REGIME.CPIUN + REGIME.CPIUN_MISSION },
      { op: 'or', left: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA }, right: { op: 'and', left: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY }, right: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' } }, right: { op: 'equals', attribute: 'purpose', word: 'INCIDENT_RESPONSE' } } } },
    ],
    unless: [],
  },
  'UNHQ-17D': {
    when: [
      { op: 'some', attribute: 'regime', words: ['CPIUN', 'CPIUN_MISSION'], bits: REGIME.CPIUN + REGIME.CPIUN_MISSION },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_LEA'], bits: ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_LEA },
      { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' },
      { op: 'some', attribute: 'inForce', words: ['DISASTER'], bits: ACT.DISASTER },
    ],
    unless: [
      { op: 'some', attribute: 'possibleLegalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
    ],
  },
  'UNHQ-17T': {
    when: [
      { op: 'some', attribute: 'regime', words: ['CPIUN', 'CPIUN_MISSION'], bits: REGIME.CPIUN + REGIME.CPIUN_MISSION },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_EMERGENCY'], bits: ROLE.RECEIVING_STATE_EMERGENCY },
      { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' },
    ],
    unless: [
      { op: 'some', attribute: 'possibleLegalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
    ],
  },
  'UNHQ-9': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['CPIUN'], bits: REGIME.CPIUN },
      { op: 'some', attribute: 'tags', words: ['headquarters'], bits: TAG.headquarters },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['CONSENT_UN_SG', 'RELEASE'], bits: ACT.CONSENT_UN_SG + ACT.RELEASE },
    ],
  },
  'UNHQ-9P': {
    when: [
      { op: 'some', attribute: 'regime', words: ['CPIUN'], bits: REGIME.CPIUN },
      { op: 'some', attribute: 'tags', words: ['headquarters'], bits: TAG.headquarters },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_MFA', 'RECEIVING_STATE_EMERGENCY'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_EMERGENCY },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' }, right: { op: 'equals', attribute: 'purpose', word: 'INCIDENT_RESPONSE' } },
    ],
    unless: [],
  },
  'UNSAFE-11': {
    when: [
      { op: 'some', attribute: 'offences', words: ['againstUnPersonnel'], bits: OFFENCE.againstUnPersonnel },
      { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' }, right: { op: 'equals', attribute: 'purpose', word: 'INCIDENT_RESPONSE' } }, right: { op: 'equals', attribute: 'purpose', word: 'CRIMINAL_INVESTIGATION' } },
      { op: 'or', left: { op: 'flag', attribute: 'unitedNations' }, right: { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['PARTY_UNSAFE_1994'], bits: ACT.PARTY_UNSAFE_1994 }, right: { op: 'some', attribute: 'role', words: ['SENDING_STATE', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_MFA', 'THIRD_STATE'], bits: ROLE.SENDING_STATE + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.THIRD_STATE } } },
    ],
    unless: [
      { op: 'and', left: { op: 'flag', attribute: 'aboutOffender' }, right: { op: 'not', arg: { op: 'some', attribute: 'offences', words: ['offenderFled'], bits: OFFENCE.offenderFled } } },
    ],
  },
  'UNSAFE-13': {
    when: [
      { op: 'some', attribute: 'offences', words: ['againstUnPersonnel'], bits: OFFENCE.againstUnPersonnel },
      { op: 'flag', attribute: 'ownState' },
    ],
    unless: [],
  },
  'UNSAFE-16': {
    when: [
      { op: 'some', attribute: 'offences', words: ['againstUnPersonnel'], bits: OFFENCE.againstUnPersonnel },
      { op: 'some', attribute: 'inForce', words: ['PARTY_UNSAFE_1994'], bits: ACT.PARTY_UNSAFE_1994 },
      { op: 'equals', attribute: 'purpose', word: 'PROSECUTION' },
      { op: 'some', attribute: 'inForce', words: ['RELEASE_BY_MAKER', 'ORIGINATOR_CONSENT', 'AGREEMENT_LEGAL_ASSISTANCE'], bits: ACT.RELEASE_BY_MAKER + ACT.ORIGINATOR_CONSENT + ACT.AGREEMENT_LEGAL_ASSISTANCE },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_COURT', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_MFA', 'SENDING_STATE', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.SENDING_STATE + ROLE.THIRD_STATE },
    ],
    unless: [],
  },
  'UNSAFE-17': {
    when: [
      { op: 'some', attribute: 'offences', words: ['againstUnPersonnel'], bits: OFFENCE.againstUnPersonnel },
      { op: 'flag', attribute: 'nationalOfSubject' },
      { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' },
    ],
    unless: [],
  },
  'UNSAFE-18': {
    when: [
      { op: 'some', attribute: 'offences', words: ['againstUnPersonnel'], bits: OFFENCE.againstUnPersonnel },
      { op: 'some', attribute: 'offences', words: ['finalOutcome'], bits: OFFENCE.finalOutcome },
      { op: 'flag', attribute: 'ownState' },
    ],
    unless: [],
  },
  'VCCR-20': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA },
      { op: 'equals', attribute: 'purpose', word: 'PROTOCOL_NOTIFICATION' },
      { op: 'some', attribute: 'tags', words: ['aggregate'], bits: TAG.aggregate },
    ],
    unless: [],
  },
  'VCCR-23': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'kind', word: 'FOREIGN_MINISTRY' }, right: { op: 'equals', attribute: 'kind', word: 'CONSULAR' } }, right: { op: 'equals', attribute: 'kind', word: 'DIPLOMATIC_SECURITY' } },
      { op: 'equals', attribute: 'purpose', word: 'PROTOCOL_NOTIFICATION' },
    ],
    unless: [],
  },
  'VCCR-24': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA },
      { op: 'equals', attribute: 'purpose', word: 'PROTOCOL_NOTIFICATION' },
      { op: 'some', attribute: 'person', words: ['CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'FAMILY_OF_CONSULAR_OFFICER', 'HONORARY_OFFICER', 'SERVICE_STAFF', 'PRIVATE_SERVANT', 'LOCAL_STAFF'], bits: PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.FAMILY_OF_CONSULAR_OFFICER + PERSON.HONORARY_OFFICER + PERSON.SERVICE_STAFF + PERSON.PRIVATE_SERVANT + PERSON.LOCAL_STAFF },
    ],
    unless: [],
  },
  'VCCR-26': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_BORDER', 'TRANSIT_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } },
    ],
    unless: [],
  },
  'VCCR-26A': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_BORDER', 'TRANSIT_STATE', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE + ROLE.THIRD_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } },
    ],
    unless: [],
  },
  'VCCR-27': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'possibleLegalStatus', words: ['SUSPENDED', 'CLOSED', 'IN_CUSTODY'], bits: LEGAL_STATUS.SUSPENDED + LEGAL_STATUS.CLOSED + LEGAL_STATUS.IN_CUSTODY },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
    ],
  },
  'VCCR-27M': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['PROTECTING_POWER'], bits: ROLE.PROTECTING_POWER },
      { op: 'some', attribute: 'inForce', words: ['MANDATE'], bits: ACT.MANDATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'INTERESTS_PROTECTION' }, right: { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' } },
    ],
    unless: [],
  },
  'VCCR-27P': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'possibleLegalStatus', words: ['SUSPENDED', 'CLOSED', 'IN_CUSTODY'], bits: LEGAL_STATUS.SUSPENDED + LEGAL_STATUS.CLOSED + LEGAL_STATUS.IN_CUSTODY },
      { op: 'some', attribute: 'tags', words: ['exclusiveUse'], bits: TAG.exclusiveUse },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_POST', 'CONSENT_DESIGNEE', 'CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_POST + ACT.CONSENT_DESIGNEE + ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE },
    ],
  },
  'VCCR-28': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'INCIDENT_RESPONSE' }, right: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' } },
    ],
    unless: [],
  },
  'VCCR-31-2': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR'], bits: REGIME.VCCR },
      { op: 'some', attribute: 'tags', words: ['exclusiveUse'], bits: TAG.exclusiveUse },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_POST', 'CONSENT_DESIGNEE', 'CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_POST + ACT.CONSENT_DESIGNEE + ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE },
      { op: 'some', attribute: 'legalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
      { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'flag', attribute: 'rescueMinimum' }, right: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_EMERGENCY'], bits: ROLE.RECEIVING_STATE_EMERGENCY } }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } }, right: { op: 'some', attribute: 'inForce', words: ['DISASTER'], bits: ACT.DISASTER } }, right: { op: 'not', arg: { op: 'some', attribute: 'notExcluded', words: ['CONSENT_REFUSAL'], bits: ACT.CONSENT_REFUSAL } } },
    ],
  },
  'VCCR-31-2D': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR'], bits: REGIME.VCCR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_EMERGENCY'], bits: ROLE.RECEIVING_STATE_EMERGENCY },
      { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' },
      { op: 'some', attribute: 'inForce', words: ['DISASTER'], bits: ACT.DISASTER },
    ],
    unless: [
      { op: 'some', attribute: 'notExcluded', words: ['CONSENT_REFUSAL'], bits: ACT.CONSENT_REFUSAL },
    ],
  },
  'VCCR-31-3': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_MFA', 'RECEIVING_STATE_EMERGENCY'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_EMERGENCY },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' }, right: { op: 'equals', attribute: 'purpose', word: 'INCIDENT_RESPONSE' } },
    ],
    unless: [
      { op: 'some', attribute: 'possibleLegalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
    ],
  },
  'VCCR-31-3D': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR'], bits: REGIME.VCCR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_LEA'], bits: ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_LEA },
      { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' },
      { op: 'some', attribute: 'inForce', words: ['DISASTER'], bits: ACT.DISASTER },
    ],
    unless: [
      { op: 'some', attribute: 'possibleLegalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
    ],
  },
  'VCCR-31-3T': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_EMERGENCY'], bits: ROLE.RECEIVING_STATE_EMERGENCY },
      { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' },
    ],
    unless: [
      { op: 'some', attribute: 'possibleLegalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
    ],
  },
  'VCCR-31-4': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR'], bits: REGIME.VCCR },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
      { op: 'equals', attribute: 'purpose', word: 'REQUISITION' },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
      { op: 'some', attribute: 'tags', words: ['compensatedExpropriation'], bits: TAG.compensatedExpropriation },
      { op: 'some', attribute: 'legalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
    ],
  },
  'VCCR-32': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_FISCAL'], bits: ROLE.RECEIVING_STATE_FISCAL },
      { op: 'equals', attribute: 'purpose', word: 'TAX_FISCAL' },
    ],
    unless: [
      { op: 'some', attribute: 'possiblePerson', words: ['CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'FAMILY_OF_CONSULAR_OFFICER', 'HONORARY_OFFICER', 'DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT', 'ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL', 'SERVICE_STAFF', 'PRIVATE_SERVANT', 'LOCAL_STAFF'], bits: PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.FAMILY_OF_CONSULAR_OFFICER + PERSON.HONORARY_OFFICER + PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL + PERSON.SERVICE_STAFF + PERSON.PRIVATE_SERVANT + PERSON.LOCAL_STAFF },
    ],
  },
  'VCCR-33': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR'], bits: REGIME.VCCR },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER', 'PROTECTING_POWER', 'TRANSIT_STATE', 'IGO', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.TRANSIT_STATE + ROLE.IGO + ROLE.THIRD_STATE },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
      { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'role', words: ['PROTECTING_POWER'], bits: ROLE.PROTECTING_POWER }, right: { op: 'some', attribute: 'inForce', words: ['MANDATE'], bits: ACT.MANDATE } }, right: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'INTERESTS_PROTECTION' }, right: { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' } } },
    ],
  },
  'VCCR-34': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' }, right: { op: 'equals', attribute: 'purpose', word: 'TRANSIT' } },
    ],
    unless: [],
  },
  'VCCR-35-1': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
      { op: 'and', left: { op: 'some', attribute: 'tags', words: ['wirelessConsented'], bits: TAG.wirelessConsented }, right: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA } },
    ],
  },
  'VCCR-35-1W': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA },
      { op: 'equals', attribute: 'purpose', word: 'PROTOCOL_NOTIFICATION' },
      { op: 'some', attribute: 'tags', words: ['wirelessConsented'], bits: TAG.wirelessConsented },
    ],
    unless: [],
  },
  'VCCR-35-2': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER', 'PROTECTING_POWER', 'IGO', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.IGO + ROLE.THIRD_STATE },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
      { op: 'and', left: { op: 'some', attribute: 'tags', words: ['voluntarilyCommunicated'], bits: TAG.voluntarilyCommunicated }, right: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA } },
    ],
  },
  'VCCR-35-2A': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA },
      { op: 'some', attribute: 'tags', words: ['voluntarilyCommunicated'], bits: TAG.voluntarilyCommunicated },
    ],
    unless: [
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'TRAINING' }, right: { op: 'equals', attribute: 'purpose', word: 'TRANSIT' } },
    ],
  },
  'VCCR-35-3': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'tags', words: ['seriousGrounds'], bits: TAG.seriousGrounds }, right: { op: 'some', attribute: 'tags', words: ['representativePresent'], bits: TAG.representativePresent } }, right: { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE } },
    ],
  },
  'VCCR-35-5': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_BORDER', 'RECEIVING_STATE_CUSTOMS', 'TRANSIT_STATE'], bits: ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.TRANSIT_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'TRANSIT' }, right: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' } },
    ],
    unless: [],
  },
  'VCCR-35-5F': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'possiblePerson', words: ['COURIER'], bits: PERSON.COURIER },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_ARREST'], bits: IMMUNITY.IMMUNE_ARREST },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
      { op: 'or', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'equals', attribute: 'purpose', word: 'ARREST' } },
    ],
    unless: [
      { op: 'and', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_POST', 'CONSENT_DESIGNEE', 'CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_POST + ACT.CONSENT_DESIGNEE + ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE } },
    ],
  },
  'VCCR-36-1a': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY', 'VCDR'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'equals', attribute: 'kind', word: 'CONSULAR' },
      { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' },
      { op: 'some', attribute: 'tags', words: ['ownNational'], bits: TAG.ownNational },
      { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['treatyNotice'], bits: TAG.treatyNotice } },
    ],
    unless: [
      { op: 'some', attribute: 'tags', words: ['nationalOpposes'], bits: TAG.nationalOpposes },
    ],
  },
  'VCCR-36-1b': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR', 'VCCR_HONORARY', 'VCDR'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_CUSTOMS'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_CUSTOMS },
      { op: 'some', attribute: 'tags', words: ['ownNational'], bits: TAG.ownNational },
      { op: 'or', left: { op: 'some', attribute: 'tags', words: ['notificationRequested'], bits: TAG.notificationRequested }, right: { op: 'some', attribute: 'notExcluded', words: ['AGREEMENT_CONSULAR_NOTICE'], bits: ACT.AGREEMENT_CONSULAR_NOTICE } },
    ],
    unless: [],
  },
  'VCCR-36-1bN': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY', 'VCDR'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' },
      { op: 'some', attribute: 'tags', words: ['ownNational'], bits: TAG.ownNational },
      { op: 'some', attribute: 'tags', words: ['treatyNotice'], bits: TAG.treatyNotice },
      { op: 'or', left: { op: 'some', attribute: 'tags', words: ['notificationRequested'], bits: TAG.notificationRequested }, right: { op: 'some', attribute: 'inForce', words: ['AGREEMENT_CONSULAR_NOTICE'], bits: ACT.AGREEMENT_CONSULAR_NOTICE } },
    ],
    unless: [],
  },
  'VCCR-36-1bR': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR', 'VCCR_HONORARY', 'VCDR'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_CUSTOMS'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_CUSTOMS },
      { op: 'some', attribute: 'tags', words: ['ownNational'], bits: TAG.ownNational },
    ],
    unless: [
      { op: 'some', attribute: 'tags', words: ['notificationRequested', 'nationalOpposes'], bits: TAG.notificationRequested + TAG.nationalOpposes },
    ],
  },
  'VCCR-37': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY', 'VCDR'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' },
      { op: 'some', attribute: 'tags', words: ['treatyNotice'], bits: TAG.treatyNotice },
    ],
    unless: [],
  },
  'VCCR-37D': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR', 'VCCR_HONORARY', 'VCDR'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
      { op: 'some', attribute: 'tags', words: ['treatyNotice'], bits: TAG.treatyNotice },
    ],
    unless: [],
  },
  'VCCR-38': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'or', left: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA }, right: { op: 'and', left: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY }, right: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' } }, right: { op: 'equals', attribute: 'purpose', word: 'INCIDENT_RESPONSE' } } } },
    ],
    unless: [],
  },
  'VCCR-4': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA },
    ],
    unless: [],
  },
  'VCCR-40': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'person', words: ['CONSULAR_OFFICER', 'HONORARY_OFFICER', 'COURIER'], bits: PERSON.CONSULAR_OFFICER + PERSON.HONORARY_OFFICER + PERSON.COURIER },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' } },
    ],
    unless: [],
  },
  'VCCR-41': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['CONSULAR_OFFICER'], bits: PERSON.CONSULAR_OFFICER },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_ARREST'], bits: IMMUNITY.IMMUNE_ARREST },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
      { op: 'or', left: { op: 'and', left: { op: 'flag', attribute: 'proceedings' }, right: { op: 'equals', attribute: 'purpose', word: 'ARREST' } }, right: { op: 'and', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } } } },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['JUDICIAL_DECISION'], bits: ACT.JUDICIAL_DECISION }, right: { op: 'some', attribute: 'tags', words: ['graveCrime', 'finalJudgment'], bits: TAG.graveCrime + TAG.finalJudgment } },
      { op: 'some', attribute: 'inForce', words: ['WAIVER_WRITTEN'], bits: ACT.WAIVER_WRITTEN },
    ],
  },
  'VCCR-42': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'HONORARY_OFFICER'], bits: PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.HONORARY_OFFICER },
      { op: 'flag', attribute: 'ownState' },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [],
  },
  'VCCR-43': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE'], bits: PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE },
      { op: 'or', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } }, right: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CIVIL'], bits: IMMUNITY.IMMUNE_CIVIL }, right: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilException'], bits: TAG.civilException } } } },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_WRITTEN'], bits: ACT.WAIVER_WRITTEN }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
    ],
  },
  'VCCR-44': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'HONORARY_OFFICER', 'SERVICE_STAFF'], bits: PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.HONORARY_OFFICER + PERSON.SERVICE_STAFF },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_TESTIMONY'], bits: IMMUNITY.IMMUNE_TESTIMONY },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['WAIVER_WRITTEN'], bits: ACT.WAIVER_WRITTEN },
    ],
  },
  'VCCR-49': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR'], bits: REGIME.VCCR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_FISCAL'], bits: ROLE.RECEIVING_STATE_FISCAL },
      { op: 'equals', attribute: 'purpose', word: 'TAX_FISCAL' },
      { op: 'some', attribute: 'person', words: ['CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'SERVICE_STAFF'], bits: PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.SERVICE_STAFF },
    ],
    unless: [],
  },
  'VCCR-49H': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR_HONORARY'], bits: REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_FISCAL'], bits: ROLE.RECEIVING_STATE_FISCAL },
      { op: 'equals', attribute: 'purpose', word: 'TAX_FISCAL' },
      { op: 'some', attribute: 'person', words: ['HONORARY_OFFICER'], bits: PERSON.HONORARY_OFFICER },
      { op: 'some', attribute: 'tags', words: ['payFromSendingState'], bits: TAG.payFromSendingState },
    ],
    unless: [],
  },
  'VCCR-5': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY', 'VCDR'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'equals', attribute: 'kind', word: 'CONSULAR' },
      { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' },
      { op: 'some', attribute: 'tags', words: ['ownNational'], bits: TAG.ownNational },
    ],
    unless: [],
  },
  'VCCR-50-3': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['CONSULAR_OFFICER', 'FAMILY_OF_CONSULAR_OFFICER'], bits: PERSON.CONSULAR_OFFICER + PERSON.FAMILY_OF_CONSULAR_OFFICER },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_BAGGAGE'], bits: IMMUNITY.IMMUNE_BAGGAGE },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER'], bits: ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA'], bits: ROLE.RECEIVING_STATE_LEA }, right: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' } } },
    ],
    unless: [
      { op: 'and', left: { op: 'and', left: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' }, right: { op: 'some', attribute: 'tags', words: ['seriousGrounds'], bits: TAG.seriousGrounds } }, right: { op: 'some', attribute: 'tags', words: ['representativePresent'], bits: TAG.representativePresent } },
    ],
  },
  'VCCR-54': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
    ],
  },
  'VCCR-54-1': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['CONSULAR_OFFICER', 'FAMILY_OF_CONSULAR_OFFICER'], bits: PERSON.CONSULAR_OFFICER + PERSON.FAMILY_OF_CONSULAR_OFFICER },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_TRANSIT'], bits: IMMUNITY.IMMUNE_TRANSIT },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
      { op: 'or', left: { op: 'and', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } } }, right: { op: 'and', left: { op: 'flag', attribute: 'proceedings' }, right: { op: 'equals', attribute: 'purpose', word: 'ARREST' } } },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['WAIVER_WRITTEN'], bits: ACT.WAIVER_WRITTEN },
    ],
  },
  'VCCR-54-1J': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['CONSULAR_OFFICER'], bits: PERSON.CONSULAR_OFFICER },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_TRANSIT'], bits: IMMUNITY.IMMUNE_TRANSIT },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
      { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_WRITTEN'], bits: ACT.WAIVER_WRITTEN }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
    ],
  },
  'VCCR-54-2': {
    when: [
      { op: 'or', left: { op: 'some', attribute: 'possiblePerson', words: ['CONSULAR_EMPLOYEE'], bits: PERSON.CONSULAR_EMPLOYEE }, right: { op: 'and', left: { op: 'some', attribute: 'possiblePerson', words: ['SERVICE_STAFF'], bits: PERSON.SERVICE_STAFF }, right: { op: 'some', attribute: 'possibleRegime', words: ['VCCR'], bits: REGIME.VCCR } } },
      { op: 'some', attribute: 'possibleImmunity', words: ['UNHINDERED_TRANSIT'], bits: IMMUNITY.UNHINDERED_TRANSIT },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
      { op: 'or', left: { op: 'and', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } } }, right: { op: 'and', left: { op: 'flag', attribute: 'proceedings' }, right: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'ARREST' }, right: { op: 'equals', attribute: 'purpose', word: 'PROSECUTION' } } } },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['WAIVER_WRITTEN'], bits: ACT.WAIVER_WRITTEN },
    ],
  },
  'VCCR-54B': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
    ],
    unless: [],
  },
  'VCCR-54C': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'possiblePerson', words: ['COURIER'], bits: PERSON.COURIER },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_TRANSIT'], bits: IMMUNITY.IMMUNE_TRANSIT },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
      { op: 'or', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'equals', attribute: 'purpose', word: 'ARREST' } },
    ],
    unless: [
      { op: 'and', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_POST', 'CONSENT_DESIGNEE', 'CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_POST + ACT.CONSENT_DESIGNEE + ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE } },
    ],
  },
  'VCCR-54T': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR'], bits: REGIME.VCCR },
      { op: 'some', attribute: 'role', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'TRANSIT' }, right: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' } },
    ],
    unless: [],
  },
  'VCCR-59': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR_HONORARY'], bits: REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_EMERGENCY'], bits: ROLE.RECEIVING_STATE_EMERGENCY },
      { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' },
      { op: 'some', attribute: 'inForce', words: ['DISASTER'], bits: ACT.DISASTER },
    ],
    unless: [
      { op: 'some', attribute: 'notExcluded', words: ['CONSENT_REFUSAL'], bits: ACT.CONSENT_REFUSAL },
    ],
  },
  'VCCR-59D': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR_HONORARY'], bits: REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_LEA'], bits: ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_LEA },
      { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' },
      { op: 'some', attribute: 'inForce', words: ['DISASTER'], bits: ACT.DISASTER },
    ],
    unless: [
      { op: 'some', attribute: 'possibleLegalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
    ],
  },
  'VCCR-5R': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'flag', attribute: 'ownState' },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'kind', word: 'FOREIGN_MINISTRY' }, right: { op: 'equals', attribute: 'kind', word: 'CONSULAR' } }, right: { op: 'equals', attribute: 'kind', word: 'DIPLOMATIC_SECURITY' } }, right: { op: 'equals', attribute: 'kind', word: 'INTELLIGENCE' } },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' }, right: { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' } },
      { op: 'some', attribute: 'tags', words: ['lawfulCollection'], bits: TAG.lawfulCollection },
    ],
    unless: [],
  },
  'VCCR-61-71': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCCR_HONORARY'], bits: REGIME.VCCR_HONORARY },
      { op: 'some', attribute: 'tags', words: ['keptSeparate'], bits: TAG.keptSeparate },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER', 'PROTECTING_POWER', 'TRANSIT_STATE', 'IGO', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.TRANSIT_STATE + ROLE.IGO + ROLE.THIRD_STATE },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
      { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'role', words: ['PROTECTING_POWER'], bits: ROLE.PROTECTING_POWER }, right: { op: 'some', attribute: 'inForce', words: ['MANDATE'], bits: ACT.MANDATE } }, right: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'INTERESTS_PROTECTION' }, right: { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' } } },
    ],
  },
  'VCCR-61-71C': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['HONORARY_OFFICER'], bits: PERSON.HONORARY_OFFICER },
      { op: 'or', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } }, right: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CIVIL'], bits: IMMUNITY.IMMUNE_CIVIL }, right: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilException'], bits: TAG.civilException } } } },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_WRITTEN'], bits: ACT.WAIVER_WRITTEN }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
    ],
  },
  'VCCR-63': {
    when: [
      { op: 'some', attribute: 'person', words: ['CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'HONORARY_OFFICER'], bits: PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.HONORARY_OFFICER },
      { op: 'not', arg: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL } },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_LEA'], bits: ROLE.RECEIVING_STATE_LEA },
      { op: 'equals', attribute: 'purpose', word: 'CRIMINAL_INVESTIGATION' },
      { op: 'flag', attribute: 'ownState' },
    ],
    unless: [],
  },
  'VCDR-10': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA },
      { op: 'equals', attribute: 'purpose', word: 'PROTOCOL_NOTIFICATION' },
      { op: 'some', attribute: 'person', words: ['DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT', 'ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL', 'SERVICE_STAFF', 'PRIVATE_SERVANT', 'LOCAL_STAFF'], bits: PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL + PERSON.SERVICE_STAFF + PERSON.PRIVATE_SERVANT + PERSON.LOCAL_STAFF },
    ],
    unless: [],
  },
  'VCDR-11': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA },
      { op: 'equals', attribute: 'purpose', word: 'PROTOCOL_NOTIFICATION' },
      { op: 'some', attribute: 'tags', words: ['aggregate'], bits: TAG.aggregate },
    ],
    unless: [],
  },
  'VCDR-2': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA },
    ],
    unless: [],
  },
  'VCDR-22-1': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE },
      { op: 'some', attribute: 'legalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
    ],
  },
  'VCDR-22-2': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_MFA', 'RECEIVING_STATE_EMERGENCY'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_EMERGENCY },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' }, right: { op: 'equals', attribute: 'purpose', word: 'INCIDENT_RESPONSE' } },
    ],
    unless: [
      { op: 'some', attribute: 'possibleLegalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
    ],
  },
  'VCDR-22-2D': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_LEA'], bits: ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_LEA },
      { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' },
      { op: 'some', attribute: 'inForce', words: ['DISASTER'], bits: ACT.DISASTER },
    ],
    unless: [
      { op: 'some', attribute: 'possibleLegalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
    ],
  },
  'VCDR-22-2T': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_EMERGENCY'], bits: ROLE.RECEIVING_STATE_EMERGENCY },
      { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' },
    ],
    unless: [
      { op: 'some', attribute: 'possibleLegalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
    ],
  },
  'VCDR-22-3': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'CRIMINAL_INVESTIGATION' }, right: { op: 'equals', attribute: 'purpose', word: 'ARREST' } }, right: { op: 'equals', attribute: 'purpose', word: 'PROSECUTION' } }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } }, right: { op: 'equals', attribute: 'purpose', word: 'REQUISITION' } }, right: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' } },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
      { op: 'some', attribute: 'legalStatus', words: ['UNNOTIFIED'], bits: LEGAL_STATUS.UNNOTIFIED },
    ],
  },
  'VCDR-23': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_FISCAL'], bits: ROLE.RECEIVING_STATE_FISCAL },
      { op: 'equals', attribute: 'purpose', word: 'TAX_FISCAL' },
    ],
    unless: [
      { op: 'some', attribute: 'possiblePerson', words: ['DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT', 'ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL', 'SERVICE_STAFF', 'PRIVATE_SERVANT', 'LOCAL_STAFF', 'CONSULAR_OFFICER', 'CONSULAR_EMPLOYEE', 'FAMILY_OF_CONSULAR_OFFICER'], bits: PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL + PERSON.SERVICE_STAFF + PERSON.PRIVATE_SERVANT + PERSON.LOCAL_STAFF + PERSON.CONSULAR_OFFICER + PERSON.CONSULAR_EMPLOYEE + PERSON.FAMILY_OF_CONSULAR_OFFICER },
    ],
  },
  'VCDR-24': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER', 'PROTECTING_POWER', 'TRANSIT_STATE', 'IGO', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.TRANSIT_STATE + ROLE.IGO + ROLE.THIRD_STATE },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
      { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'role', words: ['PROTECTING_POWER'], bits: ROLE.PROTECTING_POWER }, right: { op: 'some', attribute: 'inForce', words: ['MANDATE'], bits: ACT.MANDATE } }, right: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'INTERESTS_PROTECTION' }, right: { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' } } },
    ],
  },
  'VCDR-25': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'INCIDENT_RESPONSE' }, right: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' } },
    ],
    unless: [],
  },
  'VCDR-26': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' }, right: { op: 'equals', attribute: 'purpose', word: 'TRANSIT' } },
    ],
    unless: [],
  },
  'VCDR-27-1': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
      { op: 'and', left: { op: 'some', attribute: 'tags', words: ['wirelessConsented'], bits: TAG.wirelessConsented }, right: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA } },
    ],
  },
  'VCDR-27-1W': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA },
      { op: 'equals', attribute: 'purpose', word: 'PROTOCOL_NOTIFICATION' },
      { op: 'some', attribute: 'tags', words: ['wirelessConsented'], bits: TAG.wirelessConsented },
    ],
    unless: [],
  },
  'VCDR-27-2': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER', 'PROTECTING_POWER', 'IGO', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.PROTECTING_POWER + ROLE.IGO + ROLE.THIRD_STATE },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
      { op: 'and', left: { op: 'some', attribute: 'tags', words: ['voluntarilyCommunicated'], bits: TAG.voluntarilyCommunicated }, right: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA } },
    ],
  },
  'VCDR-27-2A': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA },
      { op: 'some', attribute: 'tags', words: ['voluntarilyCommunicated'], bits: TAG.voluntarilyCommunicated },
    ],
    unless: [
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'TRAINING' }, right: { op: 'equals', attribute: 'purpose', word: 'TRANSIT' } },
    ],
  },
  'VCDR-27-3': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER', 'TRANSIT_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER + ROLE.TRANSIT_STATE },
    ],
    unless: [],
  },
  'VCDR-27-5': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_BORDER', 'RECEIVING_STATE_CUSTOMS', 'TRANSIT_STATE'], bits: ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.TRANSIT_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'TRANSIT' }, right: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' } },
    ],
    unless: [],
  },
  'VCDR-27-5F': {
    when: [
      { op: 'not', arg: { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY', 'CPIUN', 'CPIUN_MISSION'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.CPIUN + REGIME.CPIUN_MISSION } },
      { op: 'some', attribute: 'possiblePerson', words: ['COURIER'], bits: PERSON.COURIER },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_ARREST'], bits: IMMUNITY.IMMUNE_ARREST },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
      { op: 'or', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'equals', attribute: 'purpose', word: 'ARREST' } },
    ],
    unless: [
      { op: 'and', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE } },
    ],
  },
  'VCDR-29': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['DIPLOMATIC_AGENT'], bits: PERSON.DIPLOMATIC_AGENT },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_ARREST'], bits: IMMUNITY.IMMUNE_ARREST },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE } },
    ],
  },
  'VCDR-29P': {
    when: [
      { op: 'or', left: { op: 'some', attribute: 'person', words: ['DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT', 'ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL'], bits: PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL }, right: { op: 'and', left: { op: 'some', attribute: 'person', words: ['COURIER'], bits: PERSON.COURIER }, right: { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR } } },
      { op: 'some', attribute: 'immunity', words: ['IMMUNE_ARREST'], bits: IMMUNITY.IMMUNE_ARREST },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_MFA },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' } },
    ],
    unless: [],
  },
  'VCDR-3': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'flag', attribute: 'ownState' },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'kind', word: 'FOREIGN_MINISTRY' }, right: { op: 'equals', attribute: 'kind', word: 'CONSULAR' } }, right: { op: 'equals', attribute: 'kind', word: 'DIPLOMATIC_SECURITY' } }, right: { op: 'equals', attribute: 'kind', word: 'INTELLIGENCE' } },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' }, right: { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' } },
      { op: 'some', attribute: 'tags', words: ['lawfulCollection'], bits: TAG.lawfulCollection },
    ],
    unless: [],
  },
  'VCDR-30-1': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT', 'ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL'], bits: PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_RESIDENCE'], bits: IMMUNITY.IMMUNE_RESIDENCE },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE },
    ],
  },
  'VCDR-30-2': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT', 'ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL'], bits: PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_PAPERS'], bits: IMMUNITY.IMMUNE_PAPERS },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
      { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'tags', words: ['property'], bits: TAG.property }, right: { op: 'some', attribute: 'tags', words: ['civilException'], bits: TAG.civilException } }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
    ],
  },
  'VCDR-31-1': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['DIPLOMATIC_AGENT'], bits: PERSON.DIPLOMATIC_AGENT },
      { op: 'or', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } }, right: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CIVIL'], bits: IMMUNITY.IMMUNE_CIVIL }, right: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilException'], bits: TAG.civilException } } } },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
    ],
  },
  'VCDR-31-2': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT', 'ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL'], bits: PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_TESTIMONY'], bits: IMMUNITY.IMMUNE_TESTIMONY },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS', 'RELEASE'], bits: ACT.WAIVER_EXPRESS + ACT.RELEASE },
    ],
  },
  'VCDR-31-4': {
    when: [
      { op: 'some', attribute: 'person', words: ['DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT', 'ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL'], bits: PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'or', left: { op: 'flag', attribute: 'ownState' }, right: { op: 'flag', attribute: 'registerRecord' } },
      { op: 'or', left: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'kind', word: 'POLICE' }, right: { op: 'equals', attribute: 'kind', word: 'COURT' } }, right: { op: 'equals', attribute: 'kind', word: 'DIPLOMATIC_SECURITY' } }, right: { op: 'equals', attribute: 'kind', word: 'FOREIGN_MINISTRY' } },
      { op: 'equals', attribute: 'purpose', word: 'CRIMINAL_INVESTIGATION' },
    ],
    unless: [],
  },
  'VCDR-31S': {
    when: [
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_LEA'], bits: ROLE.RECEIVING_STATE_LEA },
      { op: 'equals', attribute: 'purpose', word: 'STATUS_CHECK' },
    ],
    unless: [],
  },
  'VCDR-34': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_FISCAL'], bits: ROLE.RECEIVING_STATE_FISCAL },
      { op: 'equals', attribute: 'purpose', word: 'TAX_FISCAL' },
      { op: 'some', attribute: 'person', words: ['DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT', 'ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL', 'SERVICE_STAFF'], bits: PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL + PERSON.SERVICE_STAFF },
    ],
    unless: [],
  },
  'VCDR-36-2': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT'], bits: PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_BAGGAGE'], bits: IMMUNITY.IMMUNE_BAGGAGE },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_CUSTOMS'], bits: ROLE.RECEIVING_STATE_CUSTOMS },
    ],
    unless: [
      { op: 'and', left: { op: 'and', left: { op: 'equals', attribute: 'purpose', word: 'CUSTOMS' }, right: { op: 'some', attribute: 'tags', words: ['seriousGrounds'], bits: TAG.seriousGrounds } }, right: { op: 'some', attribute: 'tags', words: ['representativePresent'], bits: TAG.representativePresent } },
    ],
  },
  'VCDR-37-1': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['FAMILY_OF_AGENT'], bits: PERSON.FAMILY_OF_AGENT },
      { op: 'or', left: { op: 'or', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_ARREST'], bits: IMMUNITY.IMMUNE_ARREST }, right: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } } }, right: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } } }, right: { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CIVIL'], bits: IMMUNITY.IMMUNE_CIVIL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilException'], bits: TAG.civilException } } } },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
      { op: 'and', left: { op: 'and', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } }, right: { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE } },
    ],
  },
  'VCDR-37-2': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL'], bits: PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL },
      { op: 'or', left: { op: 'or', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_ARREST'], bits: IMMUNITY.IMMUNE_ARREST }, right: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } } }, right: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } } }, right: { op: 'and', left: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CIVIL'], bits: IMMUNITY.IMMUNE_CIVIL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilException'], bits: TAG.civilException } } } },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
      { op: 'and', left: { op: 'and', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } }, right: { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE } },
    ],
  },
  'VCDR-37-3': {
    when: [
      { op: 'or', left: { op: 'and', left: { op: 'some', attribute: 'person', words: ['SERVICE_STAFF'], bits: PERSON.SERVICE_STAFF }, right: { op: 'not', arg: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL } } }, right: { op: 'some', attribute: 'person', words: ['PRIVATE_SERVANT'], bits: PERSON.PRIVATE_SERVANT } },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_LEA'], bits: ROLE.RECEIVING_STATE_LEA },
      { op: 'equals', attribute: 'purpose', word: 'CRIMINAL_INVESTIGATION' },
      { op: 'flag', attribute: 'ownState' },
    ],
    unless: [],
  },
  'VCDR-37-3F': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['SERVICE_STAFF'], bits: PERSON.SERVICE_STAFF },
      { op: 'or', left: { op: 'or', left: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_ARREST'], bits: IMMUNITY.IMMUNE_ARREST }, right: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } } }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } } }, right: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } } }, right: { op: 'and', left: { op: 'and', left: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CIVIL'], bits: IMMUNITY.IMMUNE_CIVIL }, right: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
    ],
  },
  'VCDR-38': {
    when: [
      { op: 'flag', attribute: 'hostTied' },
      { op: 'some', attribute: 'person', words: ['DIPLOMATIC_AGENT', 'ADMINISTRATIVE_TECHNICAL', 'SERVICE_STAFF', 'PRIVATE_SERVANT', 'LOCAL_STAFF'], bits: PERSON.DIPLOMATIC_AGENT + PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.SERVICE_STAFF + PERSON.PRIVATE_SERVANT + PERSON.LOCAL_STAFF },
      { op: 'not', arg: { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_CRIMINAL'], bits: IMMUNITY.IMMUNE_CRIMINAL } },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_LEA'], bits: ROLE.RECEIVING_STATE_LEA },
      { op: 'equals', attribute: 'purpose', word: 'CRIMINAL_INVESTIGATION' },
      { op: 'flag', attribute: 'ownState' },
    ],
    unless: [],
  },
  'VCDR-3F': {
    when: [
      { op: 'some', attribute: 'tags', words: ['unlawfulCollection'], bits: TAG.unlawfulCollection },
    ],
    unless: [],
  },
  'VCDR-40-1': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'TRANSIT' }, right: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' } },
    ],
    unless: [],
  },
  'VCDR-40-1F': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT'], bits: PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_TRANSIT'], bits: IMMUNITY.IMMUNE_TRANSIT },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
    ],
    unless: [
      { op: 'and', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE } },
    ],
  },
  'VCDR-40-1J': {
    when: [
      { op: 'some', attribute: 'possiblePerson', words: ['DIPLOMATIC_AGENT', 'FAMILY_OF_AGENT'], bits: PERSON.DIPLOMATIC_AGENT + PERSON.FAMILY_OF_AGENT },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_TRANSIT'], bits: IMMUNITY.IMMUNE_TRANSIT },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
      { op: 'or', left: { op: 'or', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'not', arg: { op: 'some', attribute: 'tags', words: ['civilMatter'], bits: TAG.civilMatter } } }, right: { op: 'equals', attribute: 'purpose', word: 'ARREST' } },
    ],
    unless: [
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } } },
      { op: 'and', left: { op: 'some', attribute: 'inForce', words: ['WAIVER_EXECUTION'], bits: ACT.WAIVER_EXECUTION }, right: { op: 'equals', attribute: 'purpose', word: 'EXECUTION' } },
    ],
  },
  'VCDR-40-2': {
    when: [
      { op: 'or', left: { op: 'some', attribute: 'possiblePerson', words: ['ADMINISTRATIVE_TECHNICAL', 'FAMILY_OF_ADMINISTRATIVE_TECHNICAL'], bits: PERSON.ADMINISTRATIVE_TECHNICAL + PERSON.FAMILY_OF_ADMINISTRATIVE_TECHNICAL }, right: { op: 'and', left: { op: 'some', attribute: 'possiblePerson', words: ['SERVICE_STAFF'], bits: PERSON.SERVICE_STAFF }, right: { op: 'not', arg: { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY } } } },
      { op: 'some', attribute: 'possibleImmunity', words: ['UNHINDERED_TRANSIT'], bits: IMMUNITY.UNHINDERED_TRANSIT },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
      { op: 'or', left: { op: 'and', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'not', arg: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } } }, right: { op: 'and', left: { op: 'flag', attribute: 'proceedings' }, right: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'ARREST' }, right: { op: 'equals', attribute: 'purpose', word: 'PROSECUTION' } } } },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['WAIVER_EXPRESS'], bits: ACT.WAIVER_EXPRESS },
    ],
  },
  'VCDR-40-3': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
    ],
  },
  'VCDR-40-3B': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
    ],
    unless: [],
  },
  'VCDR-40-3C': {
    when: [
      { op: 'not', arg: { op: 'some', attribute: 'regime', words: ['VCCR', 'VCCR_HONORARY', 'CPIUN', 'CPIUN_MISSION'], bits: REGIME.VCCR + REGIME.VCCR_HONORARY + REGIME.CPIUN + REGIME.CPIUN_MISSION } },
      { op: 'some', attribute: 'possiblePerson', words: ['COURIER'], bits: PERSON.COURIER },
      { op: 'some', attribute: 'possibleImmunity', words: ['IMMUNE_TRANSIT'], bits: IMMUNITY.IMMUNE_TRANSIT },
      { op: 'or', left: { op: 'some', attribute: 'possibleRole', words: ['TRANSIT_STATE'], bits: ROLE.TRANSIT_STATE }, right: { op: 'and', left: { op: 'some', attribute: 'possibleRole', words: ['THIRD_STATE'], bits: ROLE.THIRD_STATE }, right: { op: 'some', attribute: 'tags', words: ['inTransit'], bits: TAG.inTransit } } },
      { op: 'or', left: { op: 'not', arg: { op: 'flag', attribute: 'proceedings' } }, right: { op: 'equals', attribute: 'purpose', word: 'ARREST' } },
    ],
    unless: [
      { op: 'and', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE } },
    ],
  },
  'VCDR-41-2': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['AGREEMENT_CHANNEL'], bits: ACT.AGREEMENT_CHANNEL },
      { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' },
    ],
  },
  'VCDR-41-2P': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'or', left: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA'], bits: ROLE.RECEIVING_STATE_MFA }, right: { op: 'and', left: { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY'], bits: ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY }, right: { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' }, right: { op: 'equals', attribute: 'purpose', word: 'THREAT_PREVENTION' } }, right: { op: 'equals', attribute: 'purpose', word: 'INCIDENT_RESPONSE' } } } },
    ],
    unless: [],
  },
  'VCDR-44': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_BORDER', 'TRANSIT_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } },
    ],
    unless: [],
  },
  'VCDR-44A': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_BORDER', 'TRANSIT_STATE', 'THIRD_STATE'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_BORDER + ROLE.TRANSIT_STATE + ROLE.THIRD_STATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'EVACUATION' }, right: { op: 'equals', attribute: 'purpose', word: 'PROTECT_LIFE' } },
    ],
    unless: [],
  },
  'VCDR-44H': {
    when: [
      { op: 'some', attribute: 'tags', words: ['hostilePartyRisk'], bits: TAG.hostilePartyRisk },
      { op: 'not', arg: { op: 'flag', attribute: 'ownState' } },
      { op: 'not', arg: { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE } },
    ],
    unless: [],
  },
  'VCDR-45a': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'possibleLegalStatus', words: ['SUSPENDED', 'CLOSED', 'IN_CUSTODY'], bits: LEGAL_STATUS.SUSPENDED + LEGAL_STATUS.CLOSED + LEGAL_STATUS.IN_CUSTODY },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['RELEASE'], bits: ACT.RELEASE },
    ],
  },
  'VCDR-45aP': {
    when: [
      { op: 'some', attribute: 'possibleRegime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'possibleLegalStatus', words: ['SUSPENDED', 'CLOSED', 'IN_CUSTODY'], bits: LEGAL_STATUS.SUSPENDED + LEGAL_STATUS.CLOSED + LEGAL_STATUS.IN_CUSTODY },
      { op: 'some', attribute: 'possibleRole', words: ['RECEIVING_STATE_MFA', 'RECEIVING_STATE_LEA', 'RECEIVING_STATE_EMERGENCY', 'RECEIVING_STATE_COURT', 'RECEIVING_STATE_FISCAL', 'RECEIVING_STATE_CUSTOMS', 'RECEIVING_STATE_BORDER', 'RECEIVING_STATE_OTHER'], bits: ROLE.RECEIVING_STATE_MFA + ROLE.RECEIVING_STATE_LEA + ROLE.RECEIVING_STATE_EMERGENCY + ROLE.RECEIVING_STATE_COURT + ROLE.RECEIVING_STATE_FISCAL + ROLE.RECEIVING_STATE_CUSTOMS + ROLE.RECEIVING_STATE_BORDER + ROLE.RECEIVING_STATE_OTHER },
    ],
    unless: [
      { op: 'some', attribute: 'inForce', words: ['CONSENT_HEAD_OF_MISSION', 'RELEASE'], bits: ACT.CONSENT_HEAD_OF_MISSION + ACT.RELEASE },
    ],
  },
  'VCDR-45bc': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['PROTECTING_POWER'], bits: ROLE.PROTECTING_POWER },
      { op: 'some', attribute: 'inForce', words: ['MANDATE'], bits: ACT.MANDATE },
      { op: 'or', left: { op: 'equals', attribute: 'purpose', word: 'INTERESTS_PROTECTION' }, right: { op: 'equals', attribute: 'purpose', word: 'CONSULAR_ASSISTANCE' } },
    ],
    unless: [],
  },
  'VCDR-9': {
    when: [
      { op: 'some', attribute: 'regime', words: ['VCDR'], bits: REGIME.VCDR },
      { op: 'some', attribute: 'role', words: ['SENDING_STATE'], bits: ROLE.SENDING_STATE },
      { op: 'or', left: { op: 'or', left: { op: 'equals', attribute: 'kind', word: 'FOREIGN_MINISTRY' }, right: { op: 'equals', attribute: 'kind', word: 'CONSULAR' } }, right: { op: 'equals', attribute: 'kind', word: 'DIPLOMATIC_SECURITY' } },
      { op: 'equals', attribute: 'purpose', word: 'PROTOCOL_NOTIFICATION' },
    ],
    unless: [],
  },
};
