import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { ConsularContact, ConsularVisit } from '../../response/consular-visit.js';
import type { ConsularWish, Detention } from '../../response/detention.js';
import { marksOfWish } from '../../response/detention-handling.js';
import type { ExerciseCase } from './exercise-case.js';

/** One incident in so many had somebody arrested. */
const EVERY = 3;
const WISHES: readonly ConsularWish[] = ['REQUESTED', 'NOT_DECIDED', 'OPPOSED'];

/** Nationals of the sending State whom police of the host holds, as its own record: what each wished is a mark, by which the law decides. */
export function detentionRows(cases: readonly ExerciseCase[]): ImportedRow<Detention>[] {
  return withSomebodyHeld(cases).map((of, index): ImportedRow<Detention> => {
    const wish = WISHES[index % WISHES.length] ?? 'NOT_DECIDED';
    const isAsked = wish !== 'NOT_DECIDED';
    const notifiedAt = wish === 'REQUESTED' ? of.pick([null, of.at(90)], 'notice of detention') : null;
    return {
      handling: handlingOf(of, wish),
      synthetic: true,
      reference: referenceOf(of),
      incident: of.id,
      mission: of.mission,
      concerns: 'NATIONAL',
      authority: `${of.receiving}.police`,
      place: of.pick([null, 'Cell 4 of the central station', 'Hospital, under guard'], 'place of detention'),
      detainedAt: of.at(45),
      rightsInformedAt: isAsked ? of.at(60) : null,
      wish,
      requestedAt: wish === 'REQUESTED' ? of.at(65) : null,
      notifiedAt,
      noticeBasis: notifiedAt === null ? null : 'VCCR 36(1)(b)',
      accessGrantedAt: null,
      forwardedAt: null,
      releasedAt: of.incident.endedAt === null ? null : of.at(1_200),
    };
  });
}

/** Of the host, and of the State of the person where the person asked for it (ADR 0112); each is a key of its own, so that one notice is not taken for another. */
function handlingOf({ receiving, sending, key, number, incident }: ExerciseCase, wish: ConsularWish): string {
  const offence = incident.ippOffence === null ? [] : ['againstProtectedPerson'];
  const marks = [...offence, 'synthetic', ...marksOfWish(wish)].sort().join('+');
  const told = [...new Set([receiving, ...(wish === 'REQUESTED' ? [sending] : [])])].sort().join('+');
  return `l=-;rel=${told};nat=*;pur=*;own=${receiving}.police;m=${key};t=${marks};x=det-${number}`;
}

const withSomebodyHeld = (cases: readonly ExerciseCase[]): ExerciseCase[] =>
  cases.filter((_, index) => index % EVERY === 0);
const referenceOf = ({ number }: ExerciseCase): string => `D-${number}-1`;

const CONTACTS: readonly ConsularContact[] = ['VISIT', 'CORRESPONDENCE', 'LEGAL_REPRESENTATION'];

/** What posts did for those of them who asked that the post be told: records of the sending State. */
export function visitRows(
  cases: readonly ExerciseCase[],
  detentions: ReadonlyMap<string, string>,
): ImportedRow<ConsularVisit>[] {
  const asked = withSomebodyHeld(cases).filter((_, index) => index % WISHES.length === 0);
  return asked.flatMap((of, index): ImportedRow<ConsularVisit>[] => {
    const detention = detentions.get(referenceOf(of));
    if (detention === undefined) return [];
    const marks = [...marksOfWish('REQUESTED'), 'synthetic'].sort().join('+');
    return [
      {
        handling: `l=-;rel=${of.sending};nat=*;pur=*;own=${of.sending}.consular;m=${of.key};t=${marks}`,
        synthetic: true,
        detention,
        reference: `V-${of.number}-1`,
        contact: CONTACTS[index % CONTACTS.length] ?? 'VISIT',
        visitedAt: of.at(180 + index),
        officerRole: of.holder('CON'),
        account: of.pick([null, 'Well, and asks for a lawyer who speaks English.'], 'account of a visit'),
      },
    ];
  });
}
