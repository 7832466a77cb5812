import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Link, Moment, State, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
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
    is: 'LEGAL_ACT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'personaeNonGratae', is: 'EXISTENCE', says: 'Declarations about its members.' },
  })
  mission?: Mission | null;

  @Text({ is: 'LEGAL_ACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Text({ is: 'LEGAL_ACT', says: 'Code of the post holder.' })
  holderRole!: string;

  @State({ is: 'LEGAL_ACT', says: 'State that declares it.' })
  declaredBy!: string;

  @Moment({ is: 'LEGAL_ACT', says: 'When it was notified.', order: true })
  notifiedAt!: Date;

  @Moment({ is: 'LEGAL_ACT', says: 'Until when the person is to have left.', nullable: true })
  leaveBy!: Date | null;

  @Moment({ is: 'LEGAL_ACT', says: 'When it was withdrawn.', nullable: true })
  withdrawnOn!: Date | null;
}

export const personaeNonGratae = aggregateOf(PersonaNonGrata, {
  one: 'personaNonGrata',
  many: 'personaeNonGratae',
  noun: 'declaration of a persona non grata',
  nouns: 'declarations of personae non gratae',
});
