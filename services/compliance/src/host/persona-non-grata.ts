import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { amend } from '@chancery/shared/subgraph/aggregate/move-command';
import { Link, Moment, State, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { otherSides } from '../of-relation.js';
import { Mission } from '../references.js';

/** A declaration that a member of a post is not acceptable (VCDR 9, VCCR 23): by code of the post holder, never by name. */
@Recorded({
  name: 'PersonaNonGrata',
  prefix: 'png',
  says: 'A declaration that a member of a post is not acceptable (VCDR 9, VCCR 23): by code of the post holder, never by name.',
  rules: ['leave_by > notified_at'],
})
export class PersonaNonGrata extends Labelled {
  @Link(() => Mission, {
    is: 'PERSON_STATUS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'personaeNonGratae', is: 'EXISTENCE', says: 'Declarations about its members.' },
  })
  mission?: Mission | null;

  @Text({ is: 'PERSON_STATUS', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Text({ is: 'PERSON_STATUS', says: 'Code of the post holder.' })
  holderRole!: string;

  @State({ is: 'PERSON_STATUS', says: 'State that declares it.' })
  declaredBy!: string;

  @Moment({ is: 'PERSON_STATUS', says: 'When it was notified.', order: true })
  notifiedAt!: Date;

  @Moment({ is: 'PERSON_STATUS', says: 'Until when the person is to have left.', nullable: true })
  leaveBy!: Date | null;

  @Moment({ is: 'PERSON_STATUS', says: 'When it was withdrawn.', nullable: true })
  withdrawnOn!: Date | null;
}

const declareNonGrata = create<PersonaNonGrata>()({
  field: 'declareNonGrata',
  says: 'Notifies the State of a post that a member of it is not acceptable, without a reason (VCDR 9(1), VCCR 23(1), (4)).',
  noun: 'notice',
  inputSays:
    'A notice that begins now. No reason is asked for. When privileges end follows from the records of the person, and not from this.',
  about: 'mission',
  sets: {
    mission: {},
    holderRole: { max: 80 },
    leaveBy: { time: 'AHEAD' },
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('declareNonGrata'),
  // The treaty wants the other State to read it: important reasons of public interest, recognised in law (GDPR 49(1)(d)).
  tags: () => ['importantPublicInterest', 'lawReference'],
  addressees: (_, making) => otherSides(making),
  complete: {
    reference: () => madeReference('PNG'),
    declaredBy: (_, { viewer }) => viewer.profile.subject.represents,
    notifiedAt: (_, { viewer }) => new Date(viewer.now),
  },
});

const withdrawNonGrata = amend<PersonaNonGrata>()({
  field: 'withdrawNonGrata',
  says: 'Takes a notice back that somebody is not acceptable; that it was given stays.',
  noun: 'withdrawal',
  inputSays: 'A notice that holds no more.',
  sets: {},
  law: lawOfCommand('withdrawNonGrata'),
  complete: {
    withdrawnOn: (_, { viewer, record }) => {
      if (record.withdrawnOn === null) return new Date(viewer.now);
      throw new ClientError('TRANSITION_INVALID', 'the notice was taken back', 'input.id');
    },
  },
});

export const personaeNonGratae = aggregateOf(PersonaNonGrata, {
  one: 'personaNonGrata',
  many: 'personaeNonGratae',
  noun: 'declaration of a persona non grata',
  nouns: 'declarations of personae non gratae',
  commands: [declareNonGrata, withdrawNonGrata],
});
