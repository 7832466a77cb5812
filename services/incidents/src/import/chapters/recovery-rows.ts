import type { ImportedRow } from '@chancery/shared/subgraph/import/import-records';
import type { AfterActionReport } from '../../recovery/after-action-report.js';
import type { Claim } from '../../recovery/claim.js';
import type { DamageAssessment } from '../../recovery/damage-assessment.js';
import type { LessonLearned } from '../../recovery/lesson-learned.js';
import type { Recommendation } from '../../recovery/recommendation.js';
import { handlingOf } from './chapter-handling.js';
import type { ExerciseCase } from './exercise-case.js';

const DAY_MINUTES = 1440;
const dayAfter = (of: ExerciseCase, days: number): string =>
  of
    .at(days * DAY_MINUTES)
    .toISOString()
    .slice(0, 10);
const isReviewed = ({ incident: { status } }: ExerciseCase): boolean => status === 'CLOSED' || status === 'RECOVERY';

/** What each incident has damaged. */
export function damageRows(cases: readonly ExerciseCase[]): ImportedRow<DamageAssessment>[] {
  return cases.map((of) => {
    const { level, part, text, cost } = of.story.damage;
    const isOpen = of.incident.status === 'CLOSED';
    return {
      handling: handlingOf(of, 'OWN'),
      synthetic: true,
      incident: of.id,
      reference: `DA-${of.number}-1`,
      assessedAt: of.at(600),
      level,
      part,
      text,
      costEstimate: cost,
      currency: 'EUR',
      reopeningDecision: isOpen ? 'In use again after an inspection by the security officer.' : null,
      reopenedOn: isOpen ? dayAfter(of, of.pick([2, 4, 6], 'reopened')) : null,
    };
  });
}

/** What the host was asked to make good. */
export function claimRows(cases: readonly ExerciseCase[]): ImportedRow<Claim>[] {
  return cases
    .filter(({ story }) => story.offence !== null)
    .map((of) => ({
      handling: handlingOf(of, 'HOST'),
      synthetic: true,
      incident: of.id,
      reference: `CL-${of.number}-1`,
      claimantState: of.sending,
      againstState: of.receiving,
      basis: 'HOST_DUTY_OF_PROTECTION',
      amount: of.story.damage.cost,
      currency: 'EUR',
      status: of.pick(['NOTIFIED', 'UNDER_NEGOTIATION', 'SETTLED'] as const, 'claim'),
      notifiedOn: dayAfter(of, 3),
      text: `${of.story.damage.text} The special duty of VCDR 22(2) is the ground of the claim.`,
    }));
}

/** How the handling of each incident that is over was reviewed. */
export function afterActionRows(cases: readonly ExerciseCase[]): ImportedRow<AfterActionReport>[] {
  return cases.filter(isReviewed).map((of) => {
    const isAgreed = of.incident.status === 'CLOSED';
    return {
      handling: handlingOf(of, 'PARTNERS'),
      synthetic: true,
      incident: of.id,
      reference: `AAR-${of.number}`,
      kind: of.pick(['HOT_WASH', 'AFTER_ACTION_REVIEW'] as const, 'review'),
      status: isAgreed ? 'AGREED' : 'DRAFT',
      completedOn: isAgreed ? dayAfter(of, 8) : null,
      summary: `${of.story.headline} The plan held; one thing in it was wrong.`,
      wentWell: [of.story.review.well],
      wentBadly: [of.story.review.badly],
      rootCause: of.story.review.cause,
    };
  });
}

/** What other posts can learn of it. */
export function lessonRows(cases: readonly ExerciseCase[]): ImportedRow<LessonLearned>[] {
  return cases.filter(isReviewed).map((of) => ({
    handling: handlingOf(of, 'PARTNERS'),
    synthetic: true,
    incident: of.id,
    reference: `LL-${of.number}`,
    topic: of.story.lesson.topic,
    observation: of.story.lesson.seen,
    lesson: of.story.lesson.lesson,
    recordedOn: dayAfter(of, 9),
  }));
}

/** What each review recommends, and how far that has come. */
export function recommendationRows(
  cases: readonly ExerciseCase[],
  reports: ReadonlyMap<string, string>,
): ImportedRow<Recommendation>[] {
  return cases.filter(isReviewed).flatMap((of) =>
    of.story.recommended.map((text, index): ImportedRow<Recommendation> => {
      const isClosed = index === 0 && of.incident.status === 'CLOSED';
      return {
        handling: handlingOf(of, 'PARTNERS'),
        synthetic: true,
        report: reports.get(`AAR-${of.number}`) ?? null,
        reference: `RC-${of.number}-${index + 1}`,
        text,
        ownerRole: of.holder(index === 0 ? 'RSO' : 'ADM'),
        priority: index === 0 ? 'HIGH' : 'ROUTINE',
        status: isClosed ? 'CLOSED' : 'IN_PROGRESS',
        dueOn: dayAfter(of, 30 + 60 * index),
        closedOn: isClosed ? dayAfter(of, 11) : null,
        evidence: isClosed ? 'Seen at the post by the regional security officer.' : null,
      };
    }),
  );
}
