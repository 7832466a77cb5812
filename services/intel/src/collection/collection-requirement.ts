import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { move } from '@chancery/shared/subgraph/aggregate/move-command';
import { Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../references.js';
import { RequirementKind, RequirementStatus } from './vocabulary.js';

/** What is to be found out, for whom and until when it is of use. */
@Recorded({
  name: 'CollectionRequirement',
  prefix: 'pir',
  says: 'What is to be found out, for whom and until when it is of use.',
  rules: ['ltiov > opened_at'],
})
export class CollectionRequirement extends Labelled {
  @Text({ is: 'INTEL_REPORT', says: 'Readable key.', length: 40, filter: true, order: true, searchable: true })
  reference!: string;

  @Link(() => Mission, {
    is: 'INTEL_REPORT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'collectionRequirements', is: 'EXISTENCE', says: 'What is to be found out about this post.' },
  })
  mission?: Mission | null;

  @Word(RequirementKind, { is: 'INTEL_REPORT', says: 'What kind of requirement it is.', filter: true })
  kind!: RequirementKind;

  @Text({ is: 'INTEL_REPORT', says: 'What is asked.', searchable: true })
  question!: string;

  @Text({ is: 'INTEL_REPORT', says: 'What for.', nullable: true })
  justification!: string | null;

  @Moment({ is: 'INTEL_REPORT', says: 'When it was asked.', order: true })
  openedAt!: Date;

  @Moment({
    is: 'INTEL_REPORT',
    says: 'Latest time at which the answer is of value.',
    nullable: true,
    filter: true,
    order: true,
  })
  ltiov!: Date | null;

  @Word(RequirementStatus, { is: 'INTEL_REPORT', says: 'Where it stands.', filter: true })
  status!: RequirementStatus;

  @Text({ is: 'INTEL_REPORT', says: 'Code of the desk that asks.' })
  ownerRole!: string;
}

const requireCollection = create<CollectionRequirement>()({
  field: 'requireCollection',
  says: 'Asks that something be found out about a post.',
  noun: 'requirement',
  inputSays: 'What is to be found out. It is labelled for the caller’s State.',
  about: 'mission',
  sets: {
    mission: {},
    kind: {},
    question: { max: 2000 },
    justification: { max: 2000, required: false },
    ltiov: { required: false },
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('requireCollection'),
  check: ({ ltiov }, { now }) => {
    if (ltiov === null || ltiov.getTime() > now) return;
    throw new ClientError('INPUT_INVALID', '`ltiov` is past', 'input.ltiov');
  },
  complete: {
    reference: () => madeReference('PIR'),
    openedAt: (_, { viewer: { now } }) => new Date(now),
    ownerRole: (_, { viewer: { profile } }) => profile.subject.agency,
  },
});

const advanceRequirement = move<CollectionRequirement>()({
  field: 'advanceRequirement',
  says: 'Says that somebody was tasked, that the question is answered, or that nobody asks any more.',
  noun: 'change',
  inputSays: 'Where a requirement stands now.',
  to: ['TASKED', 'SATISFIED', 'EXPIRED', 'CANCELLED'],
  sets: {},
  law: lawOfCommand('advanceRequirement'),
});

export const collectionRequirements = aggregateOf(CollectionRequirement, {
  one: 'collectionRequirement',
  many: 'collectionRequirements',
  noun: 'requirement',
  nouns: 'requirements',
  states: {
    of: 'status',
    first: 'OPEN',
    moves: {
      OPEN: ['TASKED', 'SATISFIED', 'EXPIRED', 'CANCELLED'],
      TASKED: ['SATISFIED', 'EXPIRED', 'CANCELLED'],
      SATISFIED: [],
      EXPIRED: [],
      CANCELLED: [],
    },
  },
  commands: [requireCollection, advanceRequirement],
});
