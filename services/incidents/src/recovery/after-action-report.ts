import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Day, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
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

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(ReviewKind, { is: 'RESPONSE_RECORD', says: 'Who looked back.', filter: true })
  kind!: ReviewKind;

  @Word(ReviewStatus, { is: 'RESPONSE_RECORD', says: 'Where it stands.', filter: true })
  status!: ReviewStatus;

  @Day({ is: 'RESPONSE_RECORD', says: 'When it was agreed.', order: true, nullable: true })
  completedOn!: string | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'In short.', searchable: true })
  summary!: string;

  @Texts({ is: 'RESPONSE_RECORD', says: 'What went well.' })
  wentWell!: string[];

  @Texts({ is: 'RESPONSE_RECORD', says: 'What did not.', floor: 1 })
  wentBadly!: string[];

  @Text({ is: 'RESPONSE_RECORD', says: 'Why, as far as it was found.', floor: 1, nullable: true })
  rootCause!: string | null;
}

const reviewIncident = create<AfterActionReport>()({
  field: 'reviewIncident',
  says: 'Begins a review of how an incident was handled.',
  noun: 'review',
  inputSays: 'A review as a draft. It is labelled for the caller’s State, joined with the incident.',
  about: 'incident',
  sets: {
    incident: {},
    kind: {},
    summary: { max: 4000 },
    wentWell: { max: 30, each: 1000 },
    wentBadly: { max: 30, each: 1000 },
    rootCause: { max: 4000 },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('reviewIncident'),
  complete: {
    reference: () => madeReference('AA'),
  },
});

const agreeReview = move<AfterActionReport>()({
  field: 'agreeReview',
  says: 'Agrees a review; what it says then stays.',
  noun: 'agreement',
  inputSays: 'What a review says in the end.',
  to: ['AGREED'],
  sets: {
    summary: { max: 4000, required: false },
    rootCause: { max: 4000, required: false },
  },
  law: lawOfCommand('agreeReview'),
  complete: {
    completedOn: (_, { viewer: { now } }) => dayOf(now),
  },
});

export const afterActionReports = aggregateOf(AfterActionReport, {
  one: 'afterActionReport',
  many: 'afterActionReports',
  noun: 'after-action report',
  nouns: 'after-action reports',
  watched: { posts: 'incident.mission', types: ['incident.type'] },
  states: {
    of: 'status',
    first: 'DRAFT',
    moves: {
      DRAFT: ['AGREED'],
      AGREED: ['PUBLISHED'],
      PUBLISHED: [],
    },
  },
  commands: [reviewIncident, agreeReview],
});
