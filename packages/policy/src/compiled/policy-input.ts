import type { AgencyKind, Purpose } from '@chancery/shared/vocabulary';
import type { Bits, DataLaw } from './bits.js';

/** What the rules are asked about one value in respect of one mission: all that a policy can see. */
export interface PolicyInput {
  readonly kind: AgencyKind;
  readonly purpose: Purpose;
  /** Roles that the subject certainly has. */
  readonly role: Bits;
  /** Roles that it cannot be excluded to have. */
  readonly possibleRole: Bits;
  readonly regime: Bits;
  readonly possibleRegime: Bits;
  /** Legal status that the post certainly has: established, closed, in custody. */
  readonly legalStatus: Bits;
  readonly possibleLegalStatus: Bits;
  /** Acts certainly in force that cover subject, record and category. */
  readonly inForce: Bits;
  /** Acts that cannot be excluded to be in force. */
  readonly notExcluded: Bits;
  readonly tags: Bits;
  /** Grounds of processing personal data that the record is tagged with. */
  readonly grounds: Bits;
  /** Offences against protected persons that the record is tagged with. */
  readonly offences: Bits;
  /** Category that the person concerned certainly has. */
  readonly person: Bits;
  /** Categories that it cannot be excluded to have. */
  readonly possiblePerson: Bits;
  /** What the person is certainly immune from now, for what the record is about. */
  readonly immunity: Bits;
  /** What it cannot be excluded to be immune from. */
  readonly possibleImmunity: Bits;
  /** A public fact, or a record that is tagged public. */
  readonly published: boolean;
  /** The least that rescuers need (VCCR 31(2)). */
  readonly rescueMinimum: boolean;
  /** A case file against a person, or the course of proceedings. */
  readonly proceedings: boolean;
  /** The person is certainly a national or permanent resident of the receiving State. */
  readonly hostTied: boolean;
  /** The subject's agency made the record. */
  readonly originator: boolean;
  /** An agency of the represented State made the record. */
  readonly ownState: boolean;
  /** Inside a State an agency of this kind reads this kind of data for this purpose (own-state.ts). */
  readonly needToKnow: boolean;
  /** An agency of this kind goes back to what it made itself of this kind of data for this purpose. */
  readonly ownUse: boolean;
  /** The record is kept by the register itself. */
  readonly registerRecord: boolean;
  /** The law on personal data that binds the agency that made the record. */
  readonly dataLaw: DataLaw;
  /** Under that law a disclosure to the subject is a transfer to a third country or an organisation. */
  readonly transfer: boolean;
  /** The subject acts for the United Nations. */
  readonly unitedNations: boolean;
  /** The person concerned is known to be a national of the represented State. */
  readonly nationalOfSubject: boolean;
  /** The value tells of a detention (VCCR 36). */
  readonly aboutDetention: boolean;
  /** The record is about who did it. */
  readonly aboutOffender: boolean;
}

/** What is known of an input about one kind of data before any record is read. */
export interface ProfileInput {
  readonly kind: AgencyKind;
  readonly purpose: Purpose;
  readonly needToKnow: boolean;
  readonly ownUse: boolean;
  /** Roles that the subject may have relative to some record. */
  readonly roles: Bits;
}
