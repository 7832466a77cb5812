import type { AgencyKind, Purpose } from '@chancery/shared/vocabulary';
import type { Bits } from './bits.js';

/** What the rules are asked about one value in respect of one mission: all that a policy can see. */
export interface Question {
  readonly kind: AgencyKind;
  readonly purpose: Purpose;
  /** Roles that the subject certainly has. */
  readonly role: Bits;
  /** Roles that it cannot be excluded to have. */
  readonly possibleRole: Bits;
  readonly regime: Bits;
  readonly possibleRegime: Bits;
  /** Acts certainly in force that cover subject, record and category. */
  readonly inForce: Bits;
  /** Acts that cannot be excluded to be in force. */
  readonly notExcluded: Bits;
  readonly tags: Bits;
  /** A public fact, or a record that is tagged public. */
  readonly published: boolean;
  /** The least that rescuers need (VCCR 31(2)). */
  readonly rescueMinimum: boolean;
  /** The subject's agency made the record. */
  readonly originator: boolean;
  /** An agency of the represented State made the record. */
  readonly ownState: boolean;
  /** The record is kept by the register itself. */
  readonly registerRecord: boolean;
}

/** A text that differs when what a profile is asked about differs; kind and purpose are the profile's own. */
export function questionKey(q: Question): string {
  const sets = `${q.role},${q.possibleRole},${q.regime},${q.possibleRegime},${q.inForce},${q.notExcluded},${q.tags}`;
  return `${sets},${q.published},${q.rescueMinimum},${q.originator},${q.ownState},${q.registerRecord}`;
}

/** What is known of a question before any record is read. */
export interface ProfileQuestion {
  readonly kind: AgencyKind;
  readonly purpose: Purpose;
  /** Roles that the subject may have relative to some record. */
  readonly roles: Bits;
}
