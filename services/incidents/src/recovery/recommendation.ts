import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
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

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true })
  reference!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'What is recommended.' })
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

export const recommendations = aggregateOf(Recommendation, {
  one: 'recommendation',
  many: 'recommendations',
});
