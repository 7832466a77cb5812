import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { AfterActionReport } from './after-action-report.js';

const RECOMMENDATION_STATUSS = ['OPEN', 'ACCEPTED', 'IN_PROGRESS', 'CLOSED', 'REJECTED'] as const;
/** Where a recommendation stands. */
export const RecommendationStatus = defineEnum(
  'RecommendationStatus',
  'Where a recommendation stands.',
  RECOMMENDATION_STATUSS,
  'a recommendation status',
);
export type RecommendationStatus = keyof typeof RecommendationStatus;

const RECOMMENDATION_PRIORITYS = ['IMMEDIATE', 'HIGH', 'ROUTINE'] as const;
/** How soon. */
export const RecommendationPriority = defineEnum(
  'RecommendationPriority',
  'How soon.',
  RECOMMENDATION_PRIORITYS,
  'a recommendation priority',
);
export type RecommendationPriority = keyof typeof RecommendationPriority;

/** A recommendation of a review, followed until it is closed. */
@Recorded({
  name: 'Recommendation',
  prefix: 'rcm',
  says: 'A recommendation of a review, followed until it is closed.',
})
export class Recommendation extends Labelled {
  @Link(() => AfterActionReport, {
    is: 'RESPONSE_RECORD',
    says: 'The review.',
    filter: true,
    inverse: { field: 'recommendations', is: 'EXISTENCE', says: 'What it recommends.' },
  })
  report?: AfterActionReport | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'What is recommended.', searchable: true })
  text!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'Code of the office that must do it.', filter: true })
  ownerRole!: string;

  @Word(RecommendationPriority, { is: 'RESPONSE_RECORD', says: 'How soon.', filter: true })
  priority!: RecommendationPriority;

  @Word(RecommendationStatus, { is: 'RESPONSE_RECORD', says: 'Where it stands.', filter: true })
  status!: RecommendationStatus;

  @Day({ is: 'RESPONSE_RECORD', says: 'By when.', order: true })
  dueOn!: string;

  @Day({ is: 'RESPONSE_RECORD', says: 'When it was closed.', order: true, nullable: true })
  closedOn!: string | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'By what it was shown to be done.', nullable: true })
  evidence!: string | null;
}

const recommend = create<Recommendation>()({
  field: 'recommend',
  says: 'Recommends what a review has shown to be missing.',
  noun: 'recommendation',
  inputSays: 'A recommendation. It is labelled for the caller’s State, joined with the review.',
  about: 'report',
  sets: {
    report: {},
    text: { max: 2000 },
    ownerRole: { max: 40 },
    priority: {},
    dueOn: {},
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('recommend'),
  complete: {
    reference: () => madeReference('RC'),
  },
});

const advanceRecommendation = move<Recommendation>()({
  field: 'advanceRecommendation',
  says: 'Says that a recommendation is taken up, or is not.',
  noun: 'change',
  inputSays: 'Where a recommendation stands now.',
  to: ['ACCEPTED', 'IN_PROGRESS', 'REJECTED'],
  sets: {},
  law: lawOfCommand('advanceRecommendation'),
});

const closeRecommendation = move<Recommendation>()({
  field: 'closeRecommendation',
  says: 'Closes a recommendation that was shown to be done.',
  noun: 'closure',
  inputSays: 'By what it was shown.',
  to: ['CLOSED'],
  sets: {
    evidence: { max: 2000 },
  },
  law: lawOfCommand('closeRecommendation'),
  complete: {
    closedOn: (_, { viewer: { now } }) => dayOf(now),
  },
});

export const recommendations = aggregateOf(Recommendation, {
  one: 'recommendation',
  many: 'recommendations',
  states: {
    of: 'status',
    first: 'OPEN',
    moves: {
      OPEN: ['ACCEPTED', 'REJECTED'],
      ACCEPTED: ['IN_PROGRESS', 'CLOSED', 'REJECTED'],
      IN_PROGRESS: ['CLOSED', 'REJECTED'],
      CLOSED: [],
      REJECTED: ['ACCEPTED'],
    },
  },
  commands: [recommend, advanceRecommendation, closeRecommendation],
});
