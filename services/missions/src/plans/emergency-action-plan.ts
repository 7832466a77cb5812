import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { amend, move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Count, Day, Link, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../mission.js';
import { PlanScenario, PlanStatus } from './vocabulary.js';

/** Emergency action plan of a post for one scenario. */
@Recorded({ name: 'EmergencyActionPlan', prefix: 'eap', says: 'Emergency action plan of a post for one scenario.' })
export class EmergencyActionPlan extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example EAP-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(PlanScenario, { is: 'PREPAREDNESS', says: 'What it is for.', filter: true })
  scenario!: PlanScenario;

  @Count({ is: 'PREPAREDNESS', says: 'Version.', least: 0 })
  version!: number;

  @Word(PlanStatus, { is: 'PREPAREDNESS', says: 'Where it stands.', filter: true })
  status!: PlanStatus;

  @Text({ is: 'PREPAREDNESS', says: 'Office that approved it.', nullable: true })
  approvedBy!: string | null;

  @Day({ is: 'PREPAREDNESS', says: 'Day of approval.', nullable: true })
  approvedOn!: string | null;

  @Day({ is: 'PREPAREDNESS', says: 'Day by which it is reviewed.', filter: true, order: true })
  reviewDue!: string;

  @Texts({ is: 'PREPAREDNESS', says: 'Events at which the post does what it planned, without asking again.' })
  tripwires!: string[];

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'emergencyActionPlans', is: 'EXISTENCE', says: 'Emergency action plans of this post.' },
  })
  mission?: Mission | null;
}

const draftPlan = create<EmergencyActionPlan>()({
  field: 'draftPlan',
  says: 'Drafts an emergency action plan of a post for one scenario; it is in force when it is approved.',
  noun: 'draft',
  inputSays: 'A plan of a post. It is labelled for the caller’s State.',
  about: 'mission',
  sets: {
    mission: {},
    scenario: {},
    version: { max: 10_000 },
    reviewDue: {},
    tripwires: { max: 50, each: 400 },
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('draftPlan'),
  complete: { reference: () => madeReference('EAP') },
});

const amendPlan = amend<EmergencyActionPlan>()({
  field: 'amendPlan',
  says: 'Says what of a plan is otherwise, while it is drafted or under review: one that is in force is taken under review first.',
  noun: 'amendment',
  inputSays: 'What is otherwise of a plan that is not in force; what is left out is as it was.',
  in: ['DRAFT', 'UNDER_REVIEW'],
  sets: {
    version: { max: 10_000, required: false },
    reviewDue: { required: false },
    tripwires: { max: 50, each: 400, required: false },
  },
  law: lawOfCommand('amendPlan'),
});

const approvePlan = move<EmergencyActionPlan>()({
  field: 'approvePlan',
  says: 'Puts a plan that was drafted or reviewed in force, under the agency that does so.',
  noun: 'approval',
  inputSays: 'A plan that is in force from now on.',
  to: ['APPROVED'],
  sets: { reviewDue: { required: false } },
  law: lawOfCommand('approvePlan'),
  complete: {
    approvedBy: (_, { viewer: { profile } }) => profile.subject.agency,
    approvedOn: (_, { viewer: { now } }) => dayOf(now),
  },
});

const reviewPlan = move<EmergencyActionPlan>()({
  field: 'reviewPlan',
  says: 'Takes a plan under review, or says that another has taken its place.',
  noun: 'review',
  inputSays: 'Where a plan stands now.',
  to: ['UNDER_REVIEW', 'SUPERSEDED'],
  sets: {},
  law: lawOfCommand('reviewPlan'),
});

export const emergencyActionPlans = aggregateOf(EmergencyActionPlan, {
  one: 'emergencyActionPlan',
  many: 'emergencyActionPlans',
  noun: 'emergency action plan',
  nouns: 'emergency action plans',
  states: {
    of: 'status',
    first: 'DRAFT',
    moves: {
      DRAFT: ['APPROVED', 'SUPERSEDED'],
      APPROVED: ['UNDER_REVIEW', 'SUPERSEDED'],
      UNDER_REVIEW: ['APPROVED', 'SUPERSEDED'],
      SUPERSEDED: [],
    },
  },
  commands: [draftPlan, amendPlan, approvePlan, reviewPlan],
});
