import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { ActionCardInstance } from '../../activation/action-card-instance.js';
import type { CommunicationsActivation } from '../../activation/communications-activation.js';
import type { InitialAssessment } from '../../activation/initial-assessment.js';
import type { PlanActivation, PlanKind } from '../../activation/plan-activation.js';
import type { IncidentType } from '../../vocabulary.js';
import { handlingOf } from './chapter-handling.js';
import type { ExerciseCase } from './exercise-case.js';

/** The first assessment of each incident. */
export function assessmentRows(cases: readonly ExerciseCase[]): ImportedRow<InitialAssessment>[] {
  return cases.map((of) => ({
    handling: handlingOf(of, 'PARTNERS'),
    synthetic: true,
    incident: of.id,
    reference: `A-${of.number}-1`,
    assessedAt: of.at(14),
    assessedByRole: of.holder('RSO'),
    lifeThreat: of.story.injured > 0,
    scale: of.pick(['SINGLE_ROOM', 'BUILDING', 'COMPOUND'] as const, 'scale'),
    trend: of.pick(['STABLE', 'IMPROVING', 'UNCLEAR'] as const, 'trend'),
    severity: of.story.severity,
    peopleAtRisk: of.pick([4, 12, 31, 58], 'at risk'),
    text: `${of.story.noticed} First: ${of.story.done[0]}`,
  }));
}

const PLANS: ReadonlyMap<IncidentType, PlanKind> = new Map([
  ['CYBER_INTRUSION', 'CYBER_RESPONSE'],
  ['EVACUATION', 'EVACUATION'],
  ['CIVIL_UNREST', 'SHELTER_IN_PLACE'],
]);

/** The plan that each incident put into force. */
export function activationRows(cases: readonly ExerciseCase[]): ImportedRow<PlanActivation>[] {
  return cases.map((of) => {
    const isOver = of.incident.endedAt !== null;
    return {
      handling: handlingOf(of, 'PARTNERS'),
      synthetic: true,
      incident: of.id,
      reference: `P-${of.number}-1`,
      plan: PLANS.get(of.incident.type) ?? 'EMERGENCY_ACTION_PLAN',
      planRef: `EAP ${of.holder('HOM').slice(4)}, version ${of.pick([3, 4, 7], 'version')}`,
      emergencyActionPlan: of.planned('EAP', 1),
      annex: of.pick([null, 'Annex C, accounting for staff', 'Annex F, shutters and gates'], 'annex'),
      tripwire: of.pick([null, 'Danger to staff inside the perimeter', 'Perimeter crossed'], 'tripwire'),
      activatedByRole: of.holder('HOM'),
      activatedAt: of.at(16),
      stoodDownAt: isOver ? of.at(240) : null,
      status: isOver ? 'STOOD_DOWN' : 'ACTIVE',
    };
  });
}

const CARDS = [
  {
    title: 'Account for everybody',
    owner: 'CONS',
    steps: [
      'Take the list of the day',
      'Call the roll at the assembly point',
      'Report who is missing to the security officer',
    ],
  },
  {
    title: 'Tell the ministry of the host',
    owner: 'HOM',
    steps: ['Call the duty officer', 'Say what happened and what is asked', 'Note name of the office and time'],
  },
] as const;

/** The cards that each activation brought out. */
export function cardRows(
  cases: readonly ExerciseCase[],
  activations: ReadonlyMap<string, string>,
): ImportedRow<ActionCardInstance>[] {
  return cases.flatMap((of) =>
    CARDS.map(({ title, owner, steps }, index): ImportedRow<ActionCardInstance> => {
      const isDone = of.incident.endedAt !== null || index === 0;
      return {
        handling: handlingOf(of, 'OWN'),
        synthetic: true,
        activation: activations.get(`P-${of.number}-1`) ?? null,
        reference: `K-${of.number}-${index + 1}`,
        card: of.planned('ACD', index + 1),
        title,
        ownerRole: of.holder(owner),
        steps: [...steps],
        stepsDone: isDone ? steps.length : 1,
        dueAt: of.at(30 + 15 * index),
        doneAt: isDone ? of.at(25 + 15 * index) : null,
        status: isDone ? 'DONE' : 'IN_PROGRESS',
      };
    }),
  );
}

const CHANNELS = [
  { tier: 'PRIMARY', medium: 'SECURE_VOICE', net: 'CRISIS 1' },
  { tier: 'ALTERNATE', medium: 'VHF_RADIO', net: 'GUARD 2' },
] as const;

/** The channels that were opened for each incident. */
export function channelRows(cases: readonly ExerciseCase[]): ImportedRow<CommunicationsActivation>[] {
  return cases.flatMap((of) =>
    CHANNELS.map(
      ({ tier, medium, net }, index): ImportedRow<CommunicationsActivation> => ({
        handling: handlingOf(of, 'OWN'),
        synthetic: true,
        incident: of.id,
        reference: `C-${of.number}-${index + 1}`,
        tier,
        medium,
        netId: `${of.holder('HOM').slice(4)} ${net}`,
        channel: of.planned('CCH', index + 1),
        openedAt: of.at(8 + index),
        openedByRole: of.holder('COM'),
        testedAt: of.at(9 + index),
        isWorking: of.pick([true, true, false], `works ${index}`),
      }),
    ),
  );
}
