import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { AttackMeans, AttackPhase } from '../../particulars/attack-phase.js';
import type { CyberIncident } from '../../particulars/cyber-incident.js';
import type { IncidentType } from '../../vocabulary.js';
import { handlingOf } from './chapter-handling.js';
import type { ExerciseCase } from './exercise-case.js';

/** What only incidents in a network have. */
export function cyberRows(cases: readonly ExerciseCase[]): ImportedRow<CyberIncident>[] {
  return cases
    .filter(({ incident: { type } }) => type === 'CYBER_INTRUSION')
    .map((of, index) => ({
      handling: handlingOf(of, 'PARTNERS'),
      synthetic: true,
      incident: of.id,
      reference: `CY-${of.number}`,
      vector: 'STOLEN_CREDENTIALS',
      stage: of.incident.status === 'CLOSED' ? 'RECOVERED' : 'CONTAINED',
      systems: ['Appointment system of the visa section'],
      techniques: ['T1078', 'T1213'],
      dataAffected: 'Names and hours of visitors of four weeks.',
      recordsAffected: 1840 + 310 * index,
      archivesReached: index % 2 === 1,
      detectedAt: of.at(0),
    }));
}

const MEANS: ReadonlyMap<IncidentType, readonly AttackMeans[]> = new Map([
  ['DRONE_ATTACK', ['DRONE', 'INCENDIARY']],
  ['CIVIL_UNREST', ['CROWD', 'BREACHING_TOOLS']],
  ['ARSON', ['BREACHING_TOOLS', 'INCENDIARY']],
]);

/** Phases of the attacks that had several. */
export function phaseRows(cases: readonly ExerciseCase[]): ImportedRow<AttackPhase>[] {
  return cases.flatMap((of) =>
    (MEANS.get(of.incident.type) ?? []).map(
      (means, index): ImportedRow<AttackPhase> => ({
        handling: of.incident.handling,
        synthetic: true,
        incident: of.id,
        reference: `PH-${of.number}-${index + 1}`,
        position: index + 1,
        startedAt: of.at(7 * index),
        means,
        text: index === 0 ? of.story.noticed : of.story.damage.text,
      }),
    ),
  );
}
