import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { ConsularWish, Detention } from '../../response/detention.js';
import type { ExerciseCase } from './exercise-case.js';

/** One incident in so many had somebody arrested. */
const EVERY = 3;
const WISHES: readonly ConsularWish[] = ['REQUESTED', 'NOT_DECIDED', 'OPPOSED'];
const MARKS: Readonly<Record<ConsularWish, string | null>> = {
  REQUESTED: 'notificationRequested',
  OPPOSED: 'nationalOpposes',
  NOT_DECIDED: null,
};

/** Nationals of the sending State whom police of the host holds, as its own record: what each wished is a mark, by which the law decides. */
export function detentionRows(cases: readonly ExerciseCase[]): ImportedRow<Detention>[] {
  const held = cases.filter((_, index) => index % EVERY === 0);
  return held.map((of, index): ImportedRow<Detention> => {
    const wish = WISHES[index % WISHES.length] ?? 'NOT_DECIDED';
    const isAsked = wish !== 'NOT_DECIDED';
    return {
      handling: handlingOf(of, wish),
      synthetic: true,
      reference: `D-${of.number}-1`,
      incident: of.id,
      mission: of.mission,
      authority: `${of.receiving}.police`,
      place: of.pick([null, 'Cell 4 of the central station', 'Hospital, under guard'], 'place of detention'),
      detainedAt: of.at(45),
      rightsInformedAt: isAsked ? of.at(60) : null,
      wish,
      requestedAt: wish === 'REQUESTED' ? of.at(65) : null,
      notifiedAt: wish === 'REQUESTED' ? of.pick([null, of.at(90)], 'notice of detention') : null,
      releasedAt: of.incident.endedAt === null ? null : of.at(1_200),
    };
  });
}

/** Of both States; each person is a key of its own, so that one notice is not taken for another. */
function handlingOf({ receiving, sending, key, number, incident }: ExerciseCase, wish: ConsularWish): string {
  const offence = incident.ippOffence === null ? [] : ['againstProtectedPerson'];
  const marks = [...offence, 'ownNational', 'synthetic', ...[MARKS[wish] ?? []].flat()].sort().join('+');
  const told = [...new Set([receiving, sending])].sort().join('+');
  return `l=-;rel=${told};nat=*;pur=*;own=${receiving}.police;m=${key};t=${marks};x=det-${number}`;
}
