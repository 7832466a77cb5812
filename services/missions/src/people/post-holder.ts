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
  rules: ['departed_on >= arrived_on', 'functions_ended_on >= appointed_on', 'privileges_until >= privileges_from'],
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

  @State({
    is: 'PERSON_STATUS',
    says: 'Receiving State that said so; none where none has said anything since the notice.',
    nullable: true,
    filter: true,
  })
  acceptabilityBy!: string | null;

  @Day({ is: 'PERSON_STATUS', says: 'Day on which it said so.', nullable: true })
  acceptabilityOn!: string | null;

  @Day({ is: 'ROSTER', says: 'Day of the appointment (VCDR 7, 10; VCCR 19, 24).', nullable: true })
  appointedOn!: string | null;

  @Day({
    is: 'ROSTER',
    says: 'Day of arrival to take up the post (VCDR 10; VCCR 24); none while it is to come.',
    nullable: true,
    filter: true,
    order: true,
  })
  arrivedOn!: string | null;

  @Day({ is: 'ROSTER', says: 'Day of final departure.', nullable: true, filter: true })
  departedOn!: string | null;

  @Day({
    is: 'ROSTER',
    says: 'Day on which functions came to an end (VCDR 43; VCCR 25).',
    nullable: true,
    filter: true,
  })
  functionsEndedOn!: string | null;

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
