import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Day, Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { PostHolder } from './post-holder.js';
import { PersonCategory } from './vocabulary.js';

/** What immunity of a post holder follows from: category and days, as the register knew them between two moments. */
@Recorded({
  name: 'ImmunityStatus',
  prefix: 'ims',
  says: 'What immunity of a post holder follows from: category and days, as the register knew them between two moments.',
  rules: ['valid_until >= valid_from', 'superseded_at > recorded_at'],
})
export class ImmunityStatus extends Labelled {
  @Text({
    is: 'PERSON_STATUS',
    says: 'Readable key, for example IMS-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(PersonCategory, { is: 'PERSON_STATUS', says: 'What the holder is under the treaties.', filter: true })
  category!: PersonCategory;

  @Text({ is: 'PERSON_STATUS', says: 'Articles from which immunity follows.' })
  basis!: string;

  @Day({ is: 'PERSON_STATUS', says: 'First day.', filter: true, order: true })
  validFrom!: string;

  @Day({ is: 'PERSON_STATUS', says: 'Last day, where it is known.', nullable: true, filter: true })
  validUntil!: string | null;

  @Moment({ is: 'PERSON_STATUS', says: 'When the register learnt of it.', filter: true, order: true })
  recordedAt!: Date;

  @Moment({
    is: 'PERSON_STATUS',
    says: 'When the register learnt better; none while it holds.',
    nullable: true,
    filter: true,
  })
  supersededAt!: Date | null;

  @Link(() => PostHolder, {
    is: 'PERSON_STATUS',
    says: 'Whose immunity it is.',
    filter: true,
    inverse: { field: 'immunityStatuses', is: 'EXISTENCE', says: 'Statuses of immunity of it.' },
  })
  postHolder?: PostHolder | null;

  @Link(() => Mission, {
    is: 'PERSON_STATUS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'immunityStatuses', is: 'EXISTENCE', says: 'Statuses of immunity of this post.' },
  })
  mission?: Mission | null;
}

export const immunityStatuses = aggregateOf(ImmunityStatus, {
  one: 'immunityStatus',
  many: 'immunityStatuses',
  noun: 'status of immunity',
  nouns: 'statuses of immunity',
});
