import type { AgencyKind, Purpose } from '@chancery/shared/vocabulary';
import { type Bar, barOf, type LabelInput, type Law, NO_BARS, stateOf } from './label-input.js';

/** Kinds of agency of the United States' executive branch; city police and fire services, and courts, are not of it. */
const EXECUTIVE: ReadonlySet<AgencyKind> = new Set<AgencyKind>([
  'FOREIGN_MINISTRY',
  'DIPLOMATIC_SECURITY',
  'CONSULAR',
  'INTELLIGENCE',
  'TAX',
  'CUSTOMS',
  'BORDER',
  'OVERSIGHT',
]);

/** What handling code H0 admits: to prevent and to combat crime. */
const CRIME_PURPOSES: ReadonlySet<Purpose> = new Set<Purpose>([
  'THREAT_PREVENTION',
  'CRIMINAL_INVESTIGATION',
  'ARREST',
  'PROSECUTION',
]);
/** What handling code H1 shuts out besides courts. */
const JUDICIAL_PURPOSES: ReadonlySet<Purpose> = new Set<Purpose>(['PROSECUTION', 'EXECUTION']);

/** Originator control: ORCON and ORCON-USGOV of the United States, H0 to H3 of law enforcement. */
export const assessOriginatorControl: Law = (input) => {
  const bars: Bar[] = [];
  for (const { organisation, mode } of input.label.originatorControls) {
    if (organisation !== input.profile.subject.agency) bars.push(...barsOfMode(mode, organisation, input));
  }
  return bars;
};

function barsOfMode(mode: string, organisation: string, { profile }: LabelInput): Bar[] {
  const { subject, purpose } = profile;
  const originator = stateOf(organisation);
  const further = barOf('SIENA-H', originator);
  const otherPurpose = CRIME_PURPOSES.has(purpose) ? [] : [barOf('SIENA-H/purpose', originator)];
  switch (mode) {
    case 'H0':
      return otherPurpose;
    case 'H1':
      return subject.kind === 'COURT' || JUDICIAL_PURPOSES.has(purpose) ? [further, ...otherPurpose] : otherPurpose;
    case 'H2':
    case 'H3':
      return [further, ...otherPurpose];
    case 'ORCON-USGOV':
    case 'ORCON_USGOV':
      return subject.represents === 'USA' && EXECUTIVE.has(subject.kind) ? [] : [barOf('IC-OC', originator)];
    // ORCON, and any mode that is not known, asks for advance permission.
    default:
      return [barOf('IC-OC', originator)];
  }
}

/** What asks for the originator's authorisation leaves its agency with that alone, at home (4.1(i)(1)) and abroad. */
export const assessThirdAgency: Law = ({ profile, label, owner, ownerState, asksOriginator }) => {
  if (!asksOriginator || (label.ranks.get('USA') ?? 0) === 0 || profile.subject.agency === owner) return NO_BARS;
  return [barOf(profile.subject.represents === 'USA' ? 'EO-4.1i1' : 'CFR-2001.55', ownerState)];
};
