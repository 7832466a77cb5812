import type { ActKind } from '@chancery/shared/vocabulary';
import type { BarKey } from './bars.js';

/** What lifts one bar of the mandatory layer. Rows for the same bar are alternatives. */
export interface MandatoryLift {
  readonly bar: BarKey;
  /** All of them are needed. */
  readonly acts: readonly ActKind[];
  /** True when they must be in writing. */
  readonly written: boolean;
  /** True when a recipient abroad needs a release in exigent circumstances besides (ICD 403). */
  readonly exigent: boolean;
}

const lift = (bar: BarKey, ...acts: ActKind[]): MandatoryLift => ({ bar, acts, written: false, exigent: false });
const inWriting = (bar: BarKey, ...acts: ActKind[]): MandatoryLift => ({ bar, acts, written: true, exigent: false });
const inExigency = (bar: BarKey, ...acts: ActKind[]): MandatoryLift => ({ bar, acts, written: false, exigent: true });

/**
 * Every act that lifts a bar of the mandatory layer; a bar that is not here is lifted by nothing. Consent, release
 * and emergency disclosure are three objects: the first answers for who controls, the second for whom a record is
 * released to, the third for clearance, control and limited release under the policy of the United States alone: EO 13526
 4.2(b) speaks of whoever is otherwise not eligible, and NOFORN and REL TO say who is. Abroad it needs an exigent release too.
 */
export const MANDATORY_LIFTS: readonly MandatoryLift[] = [
  lift('EO-4.1a', 'EMERGENCY_DISCLOSURE'),
  lift('EO-4.1a/need-to-know', 'ASSIGNMENT'),
  lift('EO-4.1a/need-to-know', 'EMERGENCY_DISCLOSURE'),
  lift('EO-4.1i1', 'ORIGINATOR_CONSENT'),
  lift('EO-4.1i1', 'EMERGENCY_DISCLOSURE'),
  lift('CFR-2001.55', 'ORIGINATOR_CONSENT'),
  lift('CFR-2001.55', 'EMERGENCY_DISCLOSURE'),
  lift('IC-OC', 'ORIGINATOR_CONSENT'),
  lift('IC-OC', 'EMERGENCY_DISCLOSURE'),
  lift('IC-REL', 'RELEASE'),
  inExigency('IC-REL', 'EMERGENCY_DISCLOSURE'),
  lift('IC-DO', 'RELEASE'),
  inExigency('IC-DO', 'EMERGENCY_DISCLOSURE'),
  inExigency('IC-NF', 'EMERGENCY_DISCLOSURE'),
  lift('NATO-1/party', 'ORIGINATOR_CONSENT'),
  lift('NATO-CM49/release', 'RELEASE'),
  // 13(2): an agreement or arrangement that reaches the level, and a decision case by case; 13(4): the originator.
  lift('EU-13', 'AGREEMENT', 'RELEASE'),
  inWriting('EU-13/originator', 'ORIGINATOR_CONSENT'),
  lift('CFR-2001.54e', 'ORIGINATOR_CONSENT'),
  lift('LABEL-FGI', 'ORIGINATOR_CONSENT'),
  lift('GSA-NLUS', 'ORIGINATOR_CONSENT'),
  inWriting('GSA-NLSE', 'ORIGINATOR_CONSENT'),
  inWriting('GSA-ATFR', 'ORIGINATOR_CONSENT'),
  lift('TLP', 'ORIGINATOR_CONSENT'),
  inWriting('SIENA-H', 'ORIGINATOR_CONSENT'),
  inWriting('SIENA-H/purpose', 'ORIGINATOR_CONSENT'),
];
