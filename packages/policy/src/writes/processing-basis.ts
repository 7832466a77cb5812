import { ACCEPTED, isStated, refused, type Verdict } from './verdict.js';

/** The limbs of GDPR 6(1). */
export type ProcessingLimb =
  | 'CONSENT'
  | 'CONTRACT'
  | 'LEGAL_OBLIGATION'
  | 'VITAL_INTERESTS'
  | 'PUBLIC_TASK'
  | 'LEGITIMATE_INTEREST';

/** On what a controller bases a processing, for one purpose. */
export interface ProcessingBasis {
  readonly limb: ProcessingLimb;
  readonly publicAuthority: boolean;
  /** The law of the Union or of a Member State; null when none is named. */
  readonly lawRef: string | null;
}

/** GDPR 6(1), 6(3): (c) and (e) name the law that they rest on; (f) is closed to public authorities in their tasks. */
export function checkProcessingBasis({ limb, publicAuthority, lawRef }: ProcessingBasis): Verdict {
  if (limb === 'LEGITIMATE_INTEREST' && publicAuthority) {
    return refused('GDPR-6', `\`${limb}\` is no basis for a public authority`);
  }
  if ((limb === 'LEGAL_OBLIGATION' || limb === 'PUBLIC_TASK') && !isStated(lawRef)) {
    return refused('GDPR-6', `\`${limb}\` names no law`);
  }
  return ACCEPTED;
}
