import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { CasualtySummary } from '../../evacuation/casualty-summary.js';
import type { EvacManifestEntry } from '../../evacuation/evac-manifest-entry.js';
import type { EvacuationOperation } from '../../evacuation/evacuation-operation.js';
import { handlingOf } from './chapter-handling.js';
import type { ExerciseCase } from './exercise-case.js';

const EVACUATED = new Set(['EVACUATION', 'ARSON', 'CIVIL_UNREST']);
const PEOPLE = 12;

/** The incidents that people were brought away from. */
export const evacuatedCases = (cases: readonly ExerciseCase[]): ExerciseCase[] =>
  cases.filter(({ incident: { type } }) => EVACUATED.has(type));

/** Evacuations, one for each such incident. */
export function operationRows(cases: readonly ExerciseCase[]): ImportedRow<EvacuationOperation>[] {
  return cases.map((of) => {
    const isOver = of.incident.endedAt !== null;
    const expected = of.pick([31, 58, 94], 'expected');
    return {
      handling: handlingOf(of, 'TRANSIT'),
      synthetic: true,
      mission: of.mission,
      incident: of.id,
      evacuationPlan: of.planned('EVP', 1),
      reference: `V-${of.number}-1`,
      mode: of.pick(['RELOCATION', 'AUTHORIZED_DEPARTURE', 'ORDERED_DEPARTURE'] as const, 'mode'),
      status: isOver ? 'COMPLETED' : 'ASSEMBLING',
      orderedAt: of.at(50),
      orderedByRole: of.holder('HOM'),
      windowStartsAt: of.at(120),
      windowEndsAt: of.at(480),
      assemblyPoint: 'Garden of the residence',
      destination: 'Vienna, by coach and train',
      transitStates: ['AUT'],
      partnerStates: ['GBR'],
      capacity: expected + 6,
      expected,
      route: `By coach from ${of.incident.city}, escorted to the border; the second coach follows after twenty minutes.`,
    };
  });
}

const KINDS = ['POST_STAFF', 'FAMILY_MEMBER', 'OWN_NATIONAL', 'PARTNER_NATIONAL', 'LOCAL_STAFF'] as const;
const CARE = ['Insulin, kept cold', 'Wheelchair'] as const;

/** Who is on the manifest of each evacuation: pseudonyms, for who they are stands in no table of this service. */
export function manifestRows(
  cases: readonly ExerciseCase[],
  operations: ReadonlyMap<string, string>,
): ImportedRow<EvacManifestEntry>[] {
  return cases.flatMap((of) =>
    Array.from({ length: PEOPLE }, (_, index): ImportedRow<EvacManifestEntry> => {
      const line = String(index + 1).padStart(2, '0');
      const kind = KINDS[index % KINDS.length] ?? 'OWN_NATIONAL';
      const isThere = of.incident.endedAt !== null || index < 5;
      return {
        handling: handlingOf(of, 'TRANSIT'),
        synthetic: true,
        operation: operations.get(`V-${of.number}-1`) ?? null,
        reference: `V-${of.number}-1-${line}`,
        personRef: `EVC-${of.number}-${line}`,
        kind,
        nationality: kind === 'PARTNER_NATIONAL' ? 'GBR' : kind === 'LOCAL_STAFF' ? of.receiving : of.sending,
        documentKind:
          kind === 'POST_STAFF' ? 'DIPLOMATIC_PASSPORT' : index === 7 ? 'EMERGENCY_TRAVEL_DOCUMENT' : 'PASSPORT',
        documentNo: index === 11 ? null : `X${of.number}${line}`,
        medical: index % 5 === 2 ? (CARE[Number(of.number) % 2] ?? null) : null,
        status: of.incident.endedAt !== null ? 'ARRIVED' : isThere ? 'CHECKED_IN' : 'LISTED',
        checkedInAt: isThere ? of.at(70 + index) : null,
        assemblyPoint: isThere ? 'Garden of the residence' : null,
      };
    }),
  );
}

/** Casualties of each incident as they were counted, first and an hour later. */
export function casualtyRows(cases: readonly ExerciseCase[]): ImportedRow<CasualtySummary>[] {
  return cases.flatMap((of) =>
    [0, 1].map((index): ImportedRow<CasualtySummary> => {
      const { injured } = of.story;
      return {
        handling: handlingOf(of, 'HOST'),
        synthetic: true,
        incident: of.id,
        reference: `Q-${of.number}-${index + 1}`,
        countedAt: of.at(20 + 60 * index),
        dead: 0,
        injured: index === 0 ? Math.min(injured, 1) : injured,
        missing: index === 0 ? of.pick([0, 1, 3], 'missing') : 0,
        accountedFor: of.pick([29, 55, 90], 'accounted') + index,
        isConfirmed: index === 1,
        conditions: injured > 0 && index === 1 ? 'Light smoke or bruises; all went home the same day.' : null,
      };
    }),
  );
}
