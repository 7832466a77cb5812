import type { BarKey } from './bars.js';
import { isBriefed } from './clearance.js';
import { type Bar, barOf, type LabelInput, type Law, NO_BARS } from './label-input.js';

/** Read-in that lets a subject know a source that must not be named. */
const PROTECTED_SPACE = 'FGI-PROTECTED';
const UNNAMED = '~';

/** An agreement between two States about what one gives the other. */
interface BilateralAgreement {
  readonly parties: readonly [string, string];
  readonly bar: BarKey;
  readonly purposeBar: BarKey;
  /** True when a national of a third State is one, whoever employs him or her. */
  readonly asksNationality: boolean;
}

const AGREEMENTS: readonly BilateralAgreement[] = [
  { parties: ['NLD', 'USA'], bar: 'GSA-NLUS', purposeBar: 'GSA-NLUS/purpose', asksNationality: false },
  { parties: ['NLD', 'SWE'], bar: 'GSA-NLSE', purposeBar: 'GSA-NLSE/purpose', asksNationality: true },
  { parties: ['AUT', 'FRA'], bar: 'GSA-ATFR', purposeBar: 'GSA-ATFR/purpose', asksNationality: true },
];

function agreementBetween(holder: string, source: string): BilateralAgreement | undefined {
  return AGREEMENTS.find(({ parties }) => holder !== source && parties.includes(holder) && parties.includes(source));
}

/** Foreign government information goes to no third State without the source's consent; the holder is the owner's State. */
export const assessForeignSources: Law = (input) => {
  if (input.label.foreignSources.size === 0) return NO_BARS;
  return [...input.label.foreignSources].flatMap((source) =>
    source === UNNAMED ? barsOfUnnamed(input) : barsOfSource(input, source),
  );
};

function barsOfSource({ profile, ownerState, now }: LabelInput, source: string): readonly Bar[] {
  const { represents, nationalities, groups } = profile.subject;
  // Register, G table 5: information of NATO asks for NATO's briefing in another's document as well.
  if (source === 'NATO' && !isBriefed(profile, 'NATO', now)) return [barOf('NATO-CM49/briefing')];
  const agreement = agreementBetween(ownerState, source);
  if (represents !== ownerState && represents !== source && !groups.includes(source)) {
    const general = ownerState === 'USA' ? 'CFR-2001.54e' : 'LABEL-FGI';
    return [barOf(general, source), ...(agreement === undefined ? [] : [barOf(agreement.bar, source)])];
  }
  if (agreement === undefined || !agreement.asksNationality) return NO_BARS;
  // Who states no nationality cannot be shown to be a national of a party.
  const isParty = nationalities.length > 0 && nationalities.every((each) => agreement.parties.includes(each));
  return isParty ? NO_BARS : [barOf(agreement.bar, source)];
}

/** A source that must not be named cannot be asked either: no consent lifts this. */
function barsOfUnnamed({ profile, ownerState, tellsSource }: LabelInput): readonly Bar[] {
  const isForeign = profile.subject.represents !== ownerState;
  if (!isForeign && !tellsSource) return NO_BARS;
  const isReadIn = profile.subject.compartments.includes(PROTECTED_SPACE);
  const bars = isReadIn ? [] : [barOf('IC-FGIP')];
  return isForeign ? [...bars, barOf(ownerState === 'USA' ? 'CFR-2001.54e' : 'LABEL-FGI', UNNAMED)] : bars;
}

/** What information was given for is told by the label; under an agreement that limits use, the agreement is cited. */
export const assessPurposes: Law = ({ profile, label, ownerState }) => {
  if (label.purposes === 'ANY' || label.purposes.has(profile.purpose)) return NO_BARS;
  const limited = [...label.foreignSources].flatMap((source) => agreementBetween(ownerState, source) ?? []);
  return limited.length > 0 ? limited.map(({ purposeBar }) => barOf(purposeBar)) : [barOf('LABEL-PURPOSE')];
};
