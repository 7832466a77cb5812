import type { Act } from '@chancery/shared/snapshot/snapshot';
import type { Subject } from '@chancery/shared/subjects/subject';
import type { AgencyKind } from '@chancery/shared/vocabulary';
import { OFFICES } from './offices.js';
import { agencyName, officeOf } from './speaks-for.js';

/** Whose agencies bring in what an office has decided. */
export interface BearerRow {
  readonly offices: readonly string[];
  readonly kinds: readonly AgencyKind[];
}

/** Whoever does business of its own, and speaks for itself about what it made: every kind but oversight. */
export const ACTING_KINDS: readonly AgencyKind[] = [
  'FOREIGN_MINISTRY',
  'DIPLOMATIC_SECURITY',
  'CONSULAR',
  'INTELLIGENCE',
  'POLICE',
  'EMERGENCY_SERVICE',
  'COURT',
  'TAX',
  'CUSTOMS',
  'BORDER',
  'ORGANISATION',
];

/**
 * Which kinds of agency bring in acts of an office. A token names an agency and no office: that the head of the mission has consented is
 * said by an agency of the State, which answers for it. The ministry speaks for whoever represents the State (VCLT 7(2)(a)); those
 * who protect a post or lead its consular section bring what its head decides; a court, an emergency service and an organisation speak for themselves.
 */
export const BEARERS: readonly BearerRow[] = [
  {
    offices: [
      'HEAD_OF_STATE',
      'HEAD_OF_GOVERNMENT',
      'GOVERNMENT',
      'FOREIGN_MINISTER',
      'FOREIGN_MINISTRY',
      'MINISTER',
      'MINISTRY',
    ],
    kinds: ['FOREIGN_MINISTRY'],
  },
  {
    offices: ['HEAD_OF_MISSION', 'CHARGE_D_AFFAIRES', 'CHARGE_D_AFFAIRES_AD_INTERIM', 'TRANSIT_NOTICE'],
    kinds: ['FOREIGN_MINISTRY', 'DIPLOMATIC_SECURITY'],
  },
  {
    offices: ['HEAD_OF_POST', 'ACTING_HEAD_OF_POST', 'DESIGNEE'],
    kinds: ['FOREIGN_MINISTRY', 'DIPLOMATIC_SECURITY', 'CONSULAR'],
  },
  {
    offices: [
      'OWNING_AGENCY',
      'AGENCY_HEAD',
      'AGENCY_HEAD_DESIGNEE',
      'ORIGINATOR',
      'DISCLOSURE_OFFICER',
      'CASE_OFFICER',
    ],
    kinds: ACTING_KINDS,
  },
  { offices: ['EMERGENCY_SERVICE'], kinds: ['EMERGENCY_SERVICE'] },
  { offices: ['COURT'], kinds: ['COURT'] },
  { offices: ['DEPOSITARY', 'ADMINISTRATIVE_ARRANGEMENT'], kinds: ['FOREIGN_MINISTRY', 'ORGANISATION'] },
  {
    offices: [
      'UN_SG',
      'SECURITY_COUNCIL',
      'COUNCIL',
      'COMMISSION',
      'SECURITY_COMMITTEE',
      'SECRETARY_GENERAL',
      'HIGH_REPRESENTATIVE',
      'EEAS_STAFF',
      'MISSION_COMMANDER',
      'FORCE_COMMANDER',
    ],
    kinds: ['ORGANISATION'],
  },
];

const KINDS_BY_OFFICE: ReadonlyMap<string, readonly AgencyKind[]> = new Map(
  BEARERS.flatMap(({ offices, kinds }) => offices.map((office) => [office, kinds])),
);

/** Every office of the table of offices that nobody would bring an act of; a test holds that there is none. */
export const OFFICES_WITHOUT_BEARER: readonly string[] = [...new Set(OFFICES.flatMap(({ offices }) => offices))].filter(
  (office) => !KINDS_BY_OFFICE.has(office),
);

/** Whether an agency brings in acts of the office that an act names: of its own State or organisation alone. */
export function bearsOffice(
  act: Act,
  { represents, agency, kind }: Pick<Subject, 'represents' | 'agency' | 'kind'>,
): boolean {
  if (act.by.represents !== represents || kind === 'OVERSIGHT') return false;
  const office = officeOf(act);
  return office === agencyName(agency) || (KINDS_BY_OFFICE.get(office) ?? []).includes(kind);
}
