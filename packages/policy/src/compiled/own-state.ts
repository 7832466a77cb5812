import type { AgencyKind, Category, Purpose } from '@chancery/shared/vocabulary';

/** Kinds of data that are read for any of some purposes. */
export interface Grant {
  readonly purposes: readonly Purpose[];
  readonly categories: readonly Category[];
}

/** Who inside a State reads what of its missions abroad: the row of one kind of agency. */
export interface OwnStateRow {
  /** Of what other agencies of its State, or the register, keep. */
  readonly reads: readonly Grant[];
  /** Purposes for which it goes back to what it made itself, whatever kind of data that is. */
  readonly made: readonly Purpose[];
}

const grant = (purposes: readonly Purpose[], ...categories: Category[]): Grant => ({ purposes, categories });

const DANGER: readonly Purpose[] = ['PROTECT_LIFE', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'EVACUATION'];
const RESCUE: readonly Purpose[] = ['PROTECT_LIFE', 'INCIDENT_RESPONSE', 'EVACUATION'];
const CARE: readonly Purpose[] = ['CONSULAR_ASSISTANCE', 'INTERESTS_PROTECTION'];
const OFFICIAL: readonly Purpose[] = ['PROTOCOL_NOTIFICATION', 'STATUS_CHECK', 'INTERESTS_PROTECTION'];
const CRIME: readonly Purpose[] = ['CRIMINAL_INVESTIGATION', 'ARREST', 'PROSECUTION'];
const PROCEEDINGS: readonly Purpose[] = [...CRIME, 'EXECUTION'];
/** Whoever made a record may save a life with it, mark it anew, and teach with what may be taught with at all. */
const ANY_MAKER: readonly Purpose[] = ['PROTECT_LIFE', 'REGRADE', 'TRAINING'];

/** What the services of a State abroad go back to their own records for. */
const ABROAD: readonly Purpose[] = ['THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'EVACUATION', 'TRANSIT'];

const SECURITY: readonly Grant[] = [
  grant(DANGER, 'PREMISES_PERIMETER', 'PREMISES_RESCUE', 'PREMISES_INTERIOR', 'RESIDENCE', 'SECURITY_POSTURE'),
  grant(DANGER, 'PREPAREDNESS', 'SURVEILLANCE', 'COMMS', 'ASSET', 'HOST_FACILITY', 'COURIER', 'TRANSIT'),
  grant(DANGER, 'INCIDENT_FACT', 'RESPONSE_RECORD', 'RESPONSE_REQUEST', 'EVACUATION', 'THREAT', 'INTEL_REPORT'),
  grant(DANGER, 'LEGAL_STATUS', 'LEGAL_ACT', 'ROSTER', 'PERSON_STATUS', 'PERSON_LOCATION', 'FAMILY', 'VICTIM'),
  grant(RESCUE, 'EVACUEE', 'HEALTH'),
  grant(['TRANSIT'], 'LEGAL_STATUS', 'HOST_FACILITY', 'COURIER', 'TRANSIT'),
  grant(['TRAINING'], 'LEGAL_STATUS', 'INCIDENT_FACT', 'RESPONSE_RECORD', 'PREPAREDNESS'),
];

const MINISTRY: readonly Grant[] = [
  grant([...DANGER, ...CARE, 'PROTOCOL_NOTIFICATION'], 'ARCHIVE', 'CORRESPONDENCE', 'BAG', 'COURIER', 'COMMS', 'ASSET'),
  grant([...DANGER, ...CARE, 'PROTOCOL_NOTIFICATION'], 'LEGAL_STATUS', 'LEGAL_ACT', 'HOST_FACILITY', 'FISCAL'),
  grant([...RESCUE, ...OFFICIAL], 'ROSTER', 'PERSON_STATUS', 'FAMILY'),
  grant(['STATUS_CHECK'], 'LEGAL_STATUS', 'LEGAL_ACT'),
  grant(DANGER, 'PREMISES_PERIMETER', 'PREPAREDNESS', 'INCIDENT_FACT', 'RESPONSE_RECORD', 'RESPONSE_REQUEST'),
  grant(DANGER, 'EVACUATION', 'TRANSIT', 'THREAT', 'INTEL_REPORT'),
  grant([...RESCUE, 'CONSULAR_ASSISTANCE'], 'PERSON_LOCATION', 'VICTIM', 'EVACUEE'),
  grant(CARE, 'CONSULAR_CASE', 'DETENTION', 'INCIDENT_FACT'),
  grant(['TRANSIT'], 'LEGAL_STATUS', 'HOST_FACILITY', 'COURIER', 'TRANSIT'),
  grant(['TRAINING'], 'LEGAL_STATUS', 'INCIDENT_FACT', 'RESPONSE_RECORD'),
];

const CONSULATE: readonly Grant[] = [
  grant([...RESCUE, ...CARE], 'LEGAL_STATUS', 'LEGAL_ACT', 'INCIDENT_FACT', 'PREMISES_PERIMETER', 'THREAT'),
  grant([...RESCUE, ...CARE], 'PERSONAL_DATA', 'FAMILY', 'VICTIM', 'CONSULAR_CASE', 'PERSON_LOCATION', 'HEALTH'),
  grant(RESCUE, 'EVACUATION', 'EVACUEE', 'PREPAREDNESS', 'RESPONSE_RECORD', 'RESPONSE_REQUEST', 'TRANSIT'),
  grant(RESCUE, 'HOST_FACILITY', 'ROSTER'),
  grant(CARE, 'DETENTION', 'PERSONAL_EFFECTS', 'PROCEEDING'),
  grant(['STATUS_CHECK', 'PROTOCOL_NOTIFICATION'], 'LEGAL_STATUS', 'LEGAL_ACT', 'ROSTER', 'PERSON_STATUS', 'FAMILY'),
  grant(['TRANSIT'], 'LEGAL_STATUS', 'HOST_FACILITY', 'TRANSIT'),
  grant(['TRAINING'], 'LEGAL_STATUS', 'INCIDENT_FACT', 'RESPONSE_RECORD', 'PREPAREDNESS'),
];

/**
 * Inside one State the kind of agency and the purpose decide who reads what of its missions abroad (need-to-know); the
 * clearance is asked by the label. What is not written here is closed. Oversight reads by CHY-OVS alone.
 */
export const OWN_STATE: Readonly<Record<AgencyKind, OwnStateRow>> = {
  FOREIGN_MINISTRY: {
    reads: MINISTRY,
    // Requests for a waiver, and for assistance, go to the ministry (VCDR 32, 41(2)), whatever proceeding they are for.
    made: [...ANY_MAKER, ...ABROAD, ...CARE, 'PROTOCOL_NOTIFICATION', 'STATUS_CHECK', ...PROCEEDINGS],
  },
  DIPLOMATIC_SECURITY: {
    reads: SECURITY,
    made: [...ANY_MAKER, ...ABROAD, 'STATUS_CHECK', ...CRIME],
  },
  CONSULAR: {
    reads: CONSULATE,
    made: [
      ...ANY_MAKER,
      'INCIDENT_RESPONSE',
      'EVACUATION',
      'TRANSIT',
      ...CARE,
      'PROTOCOL_NOTIFICATION',
      'STATUS_CHECK',
    ],
  },
  INTELLIGENCE: {
    reads: [
      grant(DANGER, 'LEGAL_STATUS', 'INCIDENT_FACT', 'RESPONSE_RECORD', 'THREAT', 'INTEL_REPORT', 'INTEL_SOURCE'),
      grant(['TRAINING'], 'LEGAL_STATUS', 'INCIDENT_FACT'),
    ],
    made: [...ANY_MAKER, 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'EVACUATION'],
  },
  POLICE: {
    reads: [
      grant([...CRIME, 'THREAT_PREVENTION'], 'INCIDENT_FACT', 'CASE', 'EVIDENCE', 'OFFENDER', 'VICTIM', 'SURVEILLANCE'),
      grant(CRIME, 'TESTIMONY', 'DETENTION', 'BIOMETRIC', 'PROCEEDING', 'LEGAL_STATUS', 'LEGAL_ACT'),
      grant(['THREAT_PREVENTION', 'PROTECT_LIFE', 'INCIDENT_RESPONSE'], 'THREAT', 'PREMISES_PERIMETER', 'LEGAL_STATUS'),
      grant(['TRAINING'], 'LEGAL_STATUS', 'INCIDENT_FACT'),
    ],
    // Whoever holds a person tells the post (VCCR 36(1)(b)).
    made: [...ANY_MAKER, ...DANGER, 'STATUS_CHECK', 'CONSULAR_ASSISTANCE', ...PROCEEDINGS],
  },
  EMERGENCY_SERVICE: {
    reads: [
      grant(RESCUE, 'LEGAL_STATUS', 'INCIDENT_FACT', 'PREMISES_PERIMETER', 'HOST_FACILITY', 'EVACUATION'),
      grant(['TRAINING'], 'LEGAL_STATUS', 'INCIDENT_FACT'),
    ],
    made: [...ANY_MAKER, 'INCIDENT_RESPONSE', 'EVACUATION'],
  },
  COURT: {
    reads: [
      grant(PROCEEDINGS, 'CASE', 'PROCEEDING', 'EVIDENCE', 'TESTIMONY', 'OFFENDER', 'VICTIM', 'DETENTION'),
      grant([...PROCEEDINGS, 'STATUS_CHECK'], 'LEGAL_STATUS', 'LEGAL_ACT', 'INCIDENT_FACT', 'PERSON_STATUS'),
    ],
    made: [...ANY_MAKER, ...PROCEEDINGS, 'STATUS_CHECK', 'REQUISITION'],
  },
  TAX: {
    reads: [grant(['TAX_FISCAL'], 'FISCAL', 'LEGAL_STATUS')],
    made: [...ANY_MAKER, 'TAX_FISCAL', 'STATUS_CHECK', 'EXECUTION'],
  },
  CUSTOMS: {
    reads: [grant(['CUSTOMS'], 'FISCAL', 'LEGAL_STATUS', 'TRANSIT')],
    made: [...ANY_MAKER, 'CUSTOMS', 'TRANSIT', 'STATUS_CHECK', 'THREAT_PREVENTION', ...CRIME],
  },
  BORDER: {
    reads: [
      grant(['TRANSIT', 'EVACUATION', 'PROTECT_LIFE'], 'LEGAL_STATUS', 'TRANSIT', 'EVACUATION'),
      grant(['STATUS_CHECK'], 'LEGAL_STATUS', 'PERSON_STATUS'),
    ],
    made: [...ANY_MAKER, 'TRANSIT', 'EVACUATION', 'CUSTOMS', 'STATUS_CHECK', 'THREAT_PREVENTION', ...CRIME],
  },
  // An organisation has one kind for all its offices: only the purpose tells its security from its secretariat.
  ORGANISATION: {
    reads: [...SECURITY, ...MINISTRY, ...CONSULATE],
    made: [...ANY_MAKER, ...ABROAD, ...CARE, 'PROTOCOL_NOTIFICATION', 'STATUS_CHECK', ...CRIME],
  },
  OVERSIGHT: { reads: [], made: [] },
};
