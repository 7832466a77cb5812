import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Day, Flag, Link, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { Acceptability, FiscalStatus, PersonCategory, PostOffice } from './vocabulary.js';

/** Holder of an office at a post: a code by office and station, never a person by name. */
@Recorded({
  name: 'PostHolder',
  prefix: 'pho',
  says: 'Holder of an office at a post: a code by office and station, never a person by name.',
})
export class PostHolder extends Labelled {
  @Text({
    is: 'ROSTER',
    says: 'Code by office and station, for example RSO-Q875787.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(PostOffice, { is: 'ROSTER', says: 'The office.', filter: true })
  office!: PostOffice;

  @Word(PersonCategory, { is: 'PERSON_STATUS', says: 'What the holder is under the treaties.', filter: true })
  immunityCategory!: PersonCategory;

  @State({ is: 'PERSON_STATUS', says: 'State of which the holder is a national.', filter: true })
  nationality!: string;

  @Flag({
    is: 'PERSON_STATUS',
    says: 'Whether the holder resides permanently in the receiving State (VCDR 38; VCCR 71).',
  })
  permanentResident!: boolean;

  @Word(Acceptability, { is: 'PERSON_STATUS', says: 'Whether the receiving State accepts the holder.', filter: true })
  acceptability!: Acceptability;

  @Day({ is: 'ROSTER', says: 'Day of arrival to take up the post (VCDR 10; VCCR 24).', filter: true, order: true })
  arrivedOn!: string;

  @Day({ is: 'ROSTER', says: 'Day of final departure.', nullable: true })
  departedOn!: string | null;

  @Day({ is: 'PERSON_STATUS', says: 'First day of privileges and immunities (VCDR 39(1); VCCR 53(1)).' })
  privilegesFrom!: string;

  @Day({ is: 'PERSON_STATUS', says: 'Last day of them, where it is known (VCDR 39(2); VCCR 53(3)).', nullable: true })
  privilegesUntil!: string | null;

  @Word(FiscalStatus, { is: 'FISCAL', says: 'Standing towards taxes of the receiving State.', nullable: true })
  fiscalStatus!: FiscalStatus | null;

  @Text({ is: 'PERSONAL_DATA', says: 'Duty line of the office.', nullable: true })
  contact!: string | null;

  @Text({ is: 'PERSON_LOCATION', says: 'Where the holder last checked in.', nullable: true })
  liveLocation!: string | null;

  @Link(() => Mission, {
    is: 'ROSTER',
    says: 'The post.',
    filter: true,
    inverse: { field: 'postHolders', is: 'EXISTENCE', says: 'Post holders of this post.' },
  })
  mission?: Mission | null;
}

export const postHolders = aggregateOf(PostHolder, {
  one: 'postHolder',
  many: 'postHolders',
  noun: 'post holder',
  nouns: 'post holders',
});
