import type { ActKind, Category } from '@chancery/shared/vocabulary';

/** An act that lifts a bar of the law, for every kind of data that the bar is about or for those named alone. */
export interface ActLift {
  readonly act: ActKind;
  readonly only: readonly Category[] | null;
}

const by = (act: ActKind, ...only: Category[]): ActLift => ({ act, only: only.length === 0 ? null : only });
const NOTHING: readonly ActLift[] = [];

/**
 * Which act lifts which bar of the law, and that nothing else does: the whole of it, on one page. Each lifts under the
 * further conditions of its rule alone. What lifts a bar of the label is in mandatory/lifts.ts.
 */
export const LEGAL_LIFTS: ReadonlyMap<string, readonly ActLift[]> = new Map([
  // Premises and residence: the consent of whoever may let in, and a release of what shows the inside by its State.
  ['VCDR-22-1', [by('CONSENT'), by('RELEASE')]],
  ['VCDR-30-1', [by('CONSENT'), by('RELEASE')]],
  ['VCDR-45aP', [by('CONSENT'), by('RELEASE')]],
  ['VCCR-27P', [by('CONSENT'), by('RELEASE')]],
  ['VCCR-31-2', [by('CONSENT'), by('RELEASE'), by('DISASTER', 'PREMISES_RESCUE')]],
  ['UNHQ-9', [by('CONSENT'), by('RELEASE')]],
  ['UNHQ-15P', [by('CONSENT', 'PREMISES_RESCUE', 'PREMISES_INTERIOR'), by('RELEASE')]],
  ['CPIUN-3P', [by('CONSENT'), by('RELEASE')]],
  // Archives, correspondence, bags, property: a release by the State whose they are.
  ['VCDR-22-3', [by('RELEASE')]],
  ['VCDR-24', [by('RELEASE')]],
  ['VCDR-27-1', [by('RELEASE')]],
  ['VCDR-27-2', [by('RELEASE')]],
  ['VCDR-40-3', [by('RELEASE')]],
  ['VCDR-45a', [by('RELEASE')]],
  ['VCCR-27', [by('RELEASE')]],
  ['VCCR-31-4', [by('RELEASE')]],
  ['VCCR-33', [by('RELEASE')]],
  ['VCCR-35-1', [by('RELEASE')]],
  ['VCCR-35-2', [by('RELEASE')]],
  ['VCCR-35-3', [by('RELEASE')]],
  ['VCCR-54', [by('RELEASE')]],
  ['VCCR-61-71', [by('RELEASE')]],
  ['CPIUN-3', [by('RELEASE')]],
  ['CPIUN-9', [by('RELEASE')]],
  ['CPIUN-11D', [by('RELEASE')]],
  // Persons: a waiver; for where someone is, also what serves protection.
  ['VCDR-27-5F', [by('CONSENT', 'PERSON_LOCATION'), by('RELEASE', 'PERSON_LOCATION')]],
  ['VCDR-29', [by('CONSENT'), by('RELEASE')]],
  ['VCDR-30-2', [by('WAIVER')]],
  ['VCDR-31-1', [by('WAIVER')]],
  ['VCDR-31-2', [by('WAIVER'), by('RELEASE')]],
  ['VCDR-37-1', [by('WAIVER'), by('CONSENT', 'FAMILY', 'PERSON_LOCATION'), by('RELEASE', 'FAMILY', 'PERSON_LOCATION')]],
  ['VCDR-37-2', [by('WAIVER'), by('CONSENT', 'PERSON_LOCATION'), by('RELEASE', 'PERSON_LOCATION')]],
  ['VCDR-37-3F', [by('WAIVER')]],
  ['VCDR-40-1F', [by('CONSENT'), by('RELEASE')]],
  ['VCDR-40-1J', [by('WAIVER')]],
  ['VCDR-40-2', [by('WAIVER')]],
  ['VCDR-40-3C', [by('CONSENT', 'PERSON_LOCATION'), by('RELEASE', 'PERSON_LOCATION')]],
  ['VCCR-35-5F', [by('CONSENT', 'PERSON_LOCATION'), by('RELEASE', 'PERSON_LOCATION')]],
  ['VCCR-41', [by('JUDICIAL_DECISION'), by('WAIVER')]],
  ['VCCR-43', [by('WAIVER')]],
  ['VCCR-44', [by('WAIVER')]],
  ['VCCR-54-1', [by('WAIVER')]],
  ['VCCR-54-1J', [by('WAIVER')]],
  ['VCCR-54-2', [by('WAIVER')]],
  ['VCCR-54C', [by('CONSENT', 'PERSON_LOCATION'), by('RELEASE', 'PERSON_LOCATION')]],
  ['VCCR-61-71C', [by('WAIVER')]],
  ['CPIUN-10C', [by('CONSENT', 'PERSON_LOCATION'), by('RELEASE', 'PERSON_LOCATION')]],
  ['CPIUN-11', [by('WAIVER')]],
  ['CPIUN-11A', [by('CONSENT'), by('RELEASE')]],
  ['CPIUN-11P', [by('WAIVER')]],
  ['CPIUN-11T', [by('CONSENT'), by('RELEASE')]],
  ['CPIUN-11J', [by('WAIVER')]],
  ['CPIUN-22', [by('WAIVER')]],
  ['CPIUN-22A', [by('CONSENT'), by('RELEASE')]],
  ['CPIUN-22P', [by('WAIVER')]],
  [
    'UNHQ-15',
    [
      by('WAIVER'),
      by('CONSENT', 'PERSON_LOCATION', 'RESIDENCE'),
      by('RELEASE', 'TESTIMONY', 'PERSON_LOCATION', 'RESIDENCE'),
    ],
  ],
  ['UNHQ-15E', [by('WAIVER')]],
  ['CPIUN-18', [by('WAIVER'), by('RELEASE', 'TESTIMONY', 'PERSON_LOCATION', 'RESIDENCE')]],
  ['CPIUN-19P', [by('WAIVER'), by('RELEASE')]],
  // Privacy.
  ['GDPR-44', [by('AGREEMENT')]],
  ['EUDPR-46', [by('AGREEMENT')]],
  ['LED-35', [by('ORIGINATOR_CONSENT'), by('AGREEMENT')]],
  // Nothing lifts these: their own conditions are all there is.
  ['VCDR-27-3', NOTHING],
  ['VCDR-3F', NOTHING],
  ['VCDR-44H', NOTHING],
  ['IPP-10F', NOTHING],
  ['VCDR-36-2', NOTHING],
  ['VCDR-40-3B', NOTHING],
  ['VCCR-50-3', NOTHING],
  ['VCCR-54B', NOTHING],
  ['CPIUN-10', NOTHING],
  ['GDPR-5', NOTHING],
  ['GDPR-9', NOTHING],
  ['EUDPR-4', NOTHING],
  ['EUDPR-10', NOTHING],
  ['LED-9', NOTHING],
  ['LED-10', NOTHING],
  ['CHY-OVSB', NOTHING],
  ['CHY-OVSO', NOTHING],
  ['CHY-OVSP', NOTHING],
  ['CHY-PURP', NOTHING],
]);

/** Whether an act of this kind can lift this bar for this kind of data. */
export function canLift(rule: string, act: ActKind, category: Category): boolean {
  const lifts = LEGAL_LIFTS.get(rule) ?? NOTHING;
  return lifts.some((lift) => lift.act === act && (lift.only === null || lift.only.includes(category)));
}
