import type { Purpose } from '@chancery/shared/vocabulary';
import type { CommandGrant } from './command-grant.js';
import { keeping, retracting } from './retraction.js';

const PREPARING: readonly Purpose[] = ['PROTECT_LIFE', 'THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'EVACUATION'];
const PROCEEDINGS: readonly Purpose[] = ['CRIMINAL_INVESTIGATION', 'PROSECUTION', 'EXECUTION'];

/**
 * CHY-LREC: what law and arrangements a post goes by is recorded by those of its State that protect or lead it. It is a reading: acts alone change what is
 * decided.
 */
const READINGS: readonly CommandGrant[] = [
  {
    rule: 'CHY-LREC',
    roles: ['SENDING_STATE'],
    kinds: ['FOREIGN_MINISTRY', 'DIPLOMATIC_SECURITY'],
    purposes: PREPARING,
  },
];

/** CHY-JURD: who may judge is said by a court of the receiving State, and by the ministries of both, each for its own side (VCDR 31, 41(2); VCCR 43). */
const DETERMINATIONS: readonly CommandGrant[] = [
  { rule: 'CHY-JURD', roles: ['RECEIVING_STATE_COURT'], kinds: ['COURT'], purposes: PROCEEDINGS },
  {
    rule: 'CHY-JURD',
    roles: ['SENDING_STATE', 'RECEIVING_STATE_MFA'],
    kinds: ['FOREIGN_MINISTRY'],
    purposes: ['PROTOCOL_NOTIFICATION', 'STATUS_CHECK'],
  },
];

/** CHY-NGRA: that a member of a post is not acceptable is notified by the receiving State through its ministry, and needs no reason (VCDR 9(1), 41(2); VCCR 23). */
const NOTICES: readonly CommandGrant[] = [
  {
    rule: 'CHY-NGRA',
    roles: ['RECEIVING_STATE_MFA'],
    kinds: ['FOREIGN_MINISTRY'],
    purposes: ['PROTOCOL_NOTIFICATION', 'STATUS_CHECK'],
  },
];

/** Commands on records of law that no act makes, with what grants each. */
export const LAW_RECORD_GRANTS = {
  ...keeping(
    {
      recordHostConstraint: 'HostLegalConstraint',
      recordForcePolicy: 'UseOfForcePolicy',
      recordProtocol: 'InteragencyProtocol',
      recordArrangement: 'PartnerArrangement',
      recordSharingAgreement: 'SharingAgreement',
    },
    READINGS,
  ),
  determineJurisdiction: DETERMINATIONS,
  retractJurisdictionDetermination: retracting(DETERMINATIONS),
  declareNonGrata: NOTICES,
  withdrawNonGrata: NOTICES,
} as const satisfies Readonly<Record<string, readonly CommandGrant[]>>;
