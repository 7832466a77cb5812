import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Day, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';

/** That a State is bound by an instrument, since when and with which reservations. */
@Recorded({
  name: 'PartyStatus',
  prefix: 'pst',
  says: 'That a State is bound by an instrument, since when and with which reservations.',
})
export class PartyStatus extends Labelled {
  @Text({ is: 'PUBLIC_FACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'Instrument, as decisions name it.', filter: true, searchable: true })
  instrument!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'State or organisation.', filter: true })
  party!: string;

  @Day({ is: 'PUBLIC_FACT', says: 'Since when it is bound.', order: true })
  boundFrom!: string;

  @Day({ is: 'PUBLIC_FACT', says: 'Until when.', nullable: true })
  boundUntil!: string | null;

  @Text({
    is: 'PUBLIC_FACT',
    says: 'Reservations and declarations; absent when none is recorded, which is no word that there is none.',
    nullable: true,
  })
  reservations!: string | null;

  @Text({ is: 'PUBLIC_FACT', says: 'Source, and whether it was read or is from memory.' })
  source!: string;
}

export const partyStatuses = aggregateOf(PartyStatus, {
  one: 'partyStatus',
  many: 'partyStatuses',
  noun: 'party status',
  nouns: 'party statuses',
});
