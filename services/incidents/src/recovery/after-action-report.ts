import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Day, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';

const REVIEW_KINDS = ['HOT_WASH', 'AFTER_ACTION_REVIEW', 'ACCOUNTABILITY_REVIEW', 'JOINT_REVIEW'] as const;
/** Who looked back. */
export const ReviewKind = defineEnum('ReviewKind', 'Who looked back.', REVIEW_KINDS, 'a review kind');
export type ReviewKind = keyof typeof ReviewKind;

const REVIEW_STATUSS = ['DRAFT', 'AGREED', 'PUBLISHED'] as const;
/** Where a review stands. */
export const ReviewStatus = defineEnum('ReviewStatus', 'Where a review stands.', REVIEW_STATUSS, 'a review status');
export type ReviewStatus = keyof typeof ReviewStatus;

/** What was learnt of how an incident was handled, HSEEP. */
@Recorded({
  name: 'AfterActionReport',
  prefix: 'aar',
  says: 'What was learnt of how an incident was handled, HSEEP.',
})
export class AfterActionReport extends Labelled {
  @OfIncident('afterActionReports', 'RESPONSE_RECORD', 'How its handling was reviewed.')
  incident?: Incident | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true })
  reference!: string;

  @Word(ReviewKind, { is: 'RESPONSE_RECORD', says: 'Who looked back.', filter: true })
  kind!: ReviewKind;

  @Word(ReviewStatus, { is: 'RESPONSE_RECORD', says: 'Where it stands.', filter: true })
  status!: ReviewStatus;

  @Day({ is: 'RESPONSE_RECORD', says: 'When it was agreed.', order: true, nullable: true })
  completedOn!: string | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'In short.' })
  summary!: string;

  @Texts({ is: 'RESPONSE_RECORD', says: 'What went well.' })
  wentWell!: string[];

  @Texts({ is: 'RESPONSE_RECORD', says: 'What did not.', floor: 1 })
  wentBadly!: string[];

  @Text({ is: 'RESPONSE_RECORD', says: 'Why, as far as it was found.', floor: 1, nullable: true })
  rootCause!: string | null;
}

export const afterActionReports = aggregateOf(AfterActionReport, {
  one: 'afterActionReport',
  many: 'afterActionReports',
  noun: 'after-action report',
  nouns: 'after-action reports',
});
