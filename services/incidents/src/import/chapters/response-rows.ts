import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { ForceReport } from '../../response/force-report.js';
import type { Mobilization } from '../../response/mobilization.js';
import type { ProtectionRequest } from '../../response/protection-request.js';
import type { ResourceAllocation } from '../../response/resource-allocation.js';
import type { ResponderRequest } from '../../response/responder-request.js';
import { handlingOf } from './chapter-handling.js';
import type { ExerciseCase } from './exercise-case.js';

const CALLED = ['SECURITY_TEAM', 'MEDICAL_TEAM'] as const;

/** What was called to each incident. */
export function mobilizationRows(cases: readonly ExerciseCase[]): ImportedRow<Mobilization>[] {
  return cases.flatMap((of) =>
    CALLED.map((resource, index): ImportedRow<Mobilization> => {
      const isThere = of.incident.endedAt !== null || index === 0;
      const isOver = of.incident.endedAt !== null;
      return {
        handling: handlingOf(of, 'PARTNERS'),
        synthetic: true,
        incident: of.id,
        reference: `M-${of.number}-${index + 1}`,
        resource,
        quantity: of.pick([1, 2, 3], `quantity ${index}`),
        status: isOver ? 'RELEASED' : isThere ? 'ON_SCENE' : 'EN_ROUTE',
        requestedAt: of.at(12 + index),
        expectedAt: of.at(40 + 10 * index),
        arrivedAt: isThere ? of.at(37 + 12 * index) : null,
        releasedAt: isOver ? of.at(280 + 20 * index) : null,
        assignedTo: isThere ? `${index === 0 ? 'Gate' : 'Assembly point'}, under ${of.holder('RSO')}` : null,
      };
    }),
  );
}

/** The call on responders of the host, as it was addressed to them. */
export function responderRows(cases: readonly ExerciseCase[]): ImportedRow<ResponderRequest>[] {
  return cases.map((of, index) => {
    const { agency, ask, entry } = of.story.responder;
    return {
      handling: handlingOf(of, 'HOST'),
      synthetic: true,
      incident: of.id,
      reference: `R-${of.number}-1`,
      agency,
      channel: index % 2 === 0 ? 'EMERGENCY_NUMBER' : 'LIAISON_OFFICER',
      ask,
      entryGround: entry,
      entryConsentByRole: entry === 'EXPRESS_CONSENT' ? of.holder('HOM') : null,
      requestedAt: of.at(11),
      answeredAt: of.at(13),
      arrivedAt: of.at(28),
      answer: 'On the way; they wait at the gate for whoever speaks for the post.',
    };
  });
}

/** What protection the host was asked for, and what it answered. */
export function protectionRows(cases: readonly ExerciseCase[]): ImportedRow<ProtectionRequest>[] {
  return cases.map((of) => {
    const { measure, ask } = of.story.protection;
    const answer =
      of.incident.endedAt === null ? 'PENDING' : of.pick(['GRANTED', 'GRANTED_IN_PART'] as const, 'answer');
    return {
      handling: handlingOf(of, 'HOST'),
      synthetic: true,
      mission: of.mission,
      incident: of.id,
      reference: `H-${of.number}-1`,
      receivingState: of.receiving,
      measure,
      measures: ask,
      threatRef: of.pick([null, `T-${of.number}`], 'threat'),
      channel: 'FOREIGN_MINISTRY',
      notifiedAt: of.at(45),
      dueAt: of.at(165),
      answer,
      answerText: answer === 'PENDING' ? null : 'The competent authorities have been instructed.',
      answeredAt: answer === 'PENDING' ? null : of.at(110),
    };
  });
}

/** What was set aside for each incident. */
export function allocationRows(cases: readonly ExerciseCase[]): ImportedRow<ResourceAllocation>[] {
  return cases.map((of) => ({
    handling: handlingOf(of, 'OWN'),
    synthetic: true,
    incident: of.id,
    reference: `Z-${of.number}-1`,
    resource: of.incident.type === 'CYBER_INTRUSION' ? 'CYBER_TEAM' : 'SECURITY_TEAM',
    quantity: of.pick([1, 2, 4], 'allocated'),
    priority: of.story.injured > 0 ? 'LIFE_SAFETY' : 'INCIDENT_STABILISATION',
    threatRef: of.pick([null, `T-${of.number}`], 'threat'),
    decidedByRole: of.holder('HOM'),
    decidedAt: of.at(22),
    rationale: 'The other post of the region is quiet and can spare them until the morning.',
  }));
}

/** Force that was used where somebody climbed a wall or a crowd pressed against the gate. */
export function forceRows(cases: readonly ExerciseCase[]): ImportedRow<ForceReport>[] {
  return cases
    .filter(({ incident: { type } }) => type !== 'CYBER_INTRUSION' && type !== 'FIRE')
    .map((of, index) => ({
      handling: handlingOf(of, 'PARTNERS'),
      synthetic: true,
      incident: of.id,
      reference: `F-${of.number}-1`,
      force: index % 2 === 0 ? 'PRESENCE' : 'PHYSICAL_RESTRAINT',
      usedBy: index % 3 === 2 ? 'HOST_POLICE' : 'POST_GUARD',
      place: index % 3 === 2 ? 'OUTSIDE_PREMISES' : 'AT_PERIMETER',
      usedAt: of.at(9),
      authority: of.holder('RSO'),
      ruleRef: 'UN Basic Principles on the Use of Force, principles 4 and 5',
      injuries: index % 2,
      reviewed: of.incident.status === 'CLOSED',
    }));
}
