import type { AgencyKind, Purpose } from '../vocabulary.js';
import type { Clearance } from './subject.js';

/** A role of an agency that the development issuer can mint tokens for; never a person. */
export interface Persona {
  readonly id: string;
  readonly title: string;
  readonly agency: string;
  readonly kind: AgencyKind;
  readonly represents: string;
  readonly nationalities: readonly string[];
  readonly clearances: readonly Clearance[];
  readonly compartments: readonly string[];
  readonly purposes: readonly Purpose[];
}

// Fixed days, so that a persona asks with the same profile today and tomorrow.
const cleared = (policy: string, rank: Clearance['rank']): Clearance => ({
  policy,
  rank,
  briefedAt: '2024-01-10',
  ndaAt: '2023-11-03',
  until: '2099-12-31',
});

function persona(
  id: string,
  kind: AgencyKind,
  title: string,
  purposes: readonly Purpose[],
  clearances: readonly Clearance[] = [],
  compartments: readonly string[] = [],
): Persona {
  const dot = id.indexOf('.');
  const represents = id.slice(0, dot).toUpperCase();
  // An organisation has no nationality to state.
  const nationalities = kind === 'ORGANISATION' ? [] : [represents];
  const agency = represents + id.slice(dot);
  return { id, title, agency, kind, represents, nationalities, clearances, compartments, purposes };
}

/** The roles of the demonstration. */
export const PERSONAS: readonly Persona[] = [
  persona(
    'usa.diplomatic-security',
    'DIPLOMATIC_SECURITY',
    'Diplomatic security of the sending State',
    ['THREAT_PREVENTION', 'INCIDENT_RESPONSE', 'EVACUATION', 'PROTECT_LIFE'],
    [cleared('USA', 3)],
  ),
  persona(
    'usa.intelligence',
    'INTELLIGENCE',
    'Intelligence of the sending State',
    ['THREAT_PREVENTION'],
    [cleared('USA', 4)],
    ['SI'],
  ),
  persona(
    'usa.consular',
    'CONSULAR',
    'Consular service of the sending State',
    ['CONSULAR_ASSISTANCE', 'EVACUATION'],
    [cleared('USA', 2)],
  ),
  persona(
    'usa.inspectorate',
    'OVERSIGHT',
    'Oversight of the sending State: its legal acts and audit trail, public facts, no operational record',
    ['OVERSIGHT'],
    [cleared('USA', 4)],
  ),
  persona(
    'deu.foreign-ministry',
    'FOREIGN_MINISTRY',
    'Foreign ministry of the receiving State',
    ['PROTOCOL_NOTIFICATION', 'THREAT_PREVENTION'],
    [cleared('DEU', 3), cleared('NATO', 3), cleared('EU', 3)],
  ),
  persona(
    'deu.police',
    'POLICE',
    'Police of the receiving State',
    ['THREAT_PREVENTION', 'CRIMINAL_INVESTIGATION', 'STATUS_CHECK'],
    [cleared('DEU', 1)],
  ),
  persona('deu.fire-service', 'EMERGENCY_SERVICE', 'Fire service of the receiving State', ['PROTECT_LIFE']),
  persona(
    'gbr.foreign-ministry',
    'FOREIGN_MINISTRY',
    'Foreign ministry of a partner State',
    ['THREAT_PREVENTION', 'EVACUATION'],
    [cleared('GBR', 3), cleared('NATO', 3)],
  ),
  persona('aut.border', 'BORDER', 'Border service of a transit State', ['TRANSIT']),
  persona('che.protecting-power', 'FOREIGN_MINISTRY', 'Foreign ministry of a protecting power', [
    'INTERESTS_PROTECTION',
    'CONSULAR_ASSISTANCE',
  ]),
  persona('un.security', 'ORGANISATION', 'Security department of an organisation', ['THREAT_PREVENTION']),
  persona('chancery.register', 'ORGANISATION', 'A person of the register, which lets agencies in', [
    'PROTOCOL_NOTIFICATION',
  ]),
  persona('chancery.second', 'ORGANISATION', 'Another person of the register, who approves what one has proposed', [
    'PROTOCOL_NOTIFICATION',
  ]),
  persona('ury.observer', 'FOREIGN_MINISTRY', 'A third State with a token and nothing else', ['TRAINING']),
];
