import type { LegalStatus, ObligationKind } from '@chancery/shared/vocabulary';
import { isStated } from './verdict.js';

/** An office that a mission establishes. */
export interface MissionOffice {
  readonly city: string;
  /** Reference of the receiving State's prior express consent. */
  readonly receivingStateConsentRef: string | null;
}

/** What an office is recorded as, and what has to follow. */
export interface OfficeStatus {
  readonly legalStatus: Extract<LegalStatus, 'ESTABLISHED' | 'UNNOTIFIED'>;
  readonly obligations: readonly ObligationKind[];
}

/**
 * VCDR 12: without the receiving State's prior express consent a mission establishes no office outside the locality where
 * it is itself. Such an office is kept as UNNOTIFIED, so that the protection of article 22 is not presumed of it.
 */
export function statusOfOffice(office: MissionOffice, localityOfMission: string): OfficeStatus {
  if (office.city === localityOfMission || isStated(office.receivingStateConsentRef)) {
    return { legalStatus: 'ESTABLISHED', obligations: [] };
  }
  return { legalStatus: 'UNNOTIFIED', obligations: ['ROUTE_VIA_MFA'] };
}
