import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Day, Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../mission.js';
import { asHolder, checkMemberOf, receiversOf } from './person-marks.js';
import { PostHolder } from './post-holder.js';
import { PersonCategory } from './vocabulary.js';

/** What immunity of a post holder follows from: category and days, as the register knew them between two moments. */
@Recorded({
  name: 'ImmunityStatus',
  prefix: 'ims',
  says: 'What immunity of a post holder follows from: category and days, as the register knew them between two moments.',
  rules: ['valid_until >= valid_from', 'superseded_at >= recorded_at'],
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

const BASIS_MAX = 200;

const recordImmunity = create<ImmunityStatus>()({
  field: 'recordImmunity',
  says: 'Records what immunity of a member of a post follows from, between which days. What was known before stays, and says until when it was believed.',
  noun: 'status of immunity',
  inputSays: 'A status of immunity of a member of a post. The record is released to the States that receive the post.',
  about: 'mission',
  sets: {
    mission: {},
    postHolder: { ofPost: true },
    category: {},
    basis: { max: BASIS_MAX },
    validFrom: {},
    validUntil: {},
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  supersedes: {
    argument: 'supersedes',
    says: 'The status of the same holder that the register knew better than, where this corrects or ends one.',
    ends: 'supersededAt',
    at: 'recordedAt',
    of: 'postHolder',
  },
  law: lawOfCommand('recordImmunity'),
  addressees: (_, making) => receiversOf(making),
  describes: ({ category, validFrom, validUntil }, describing) => {
    checkMemberOf(category, describing);
    return asHolder(describing, ({ nationalities }) => ({
      category,
      nationalities,
      from: validFrom,
      until: validUntil,
    }));
  },
  complete: {
    reference: () => madeReference('IMS'),
    recordedAt: (_, { viewer }) => new Date(viewer.now),
    supersededAt: () => null,
  },
});

const retractImmunityStatus = retract<ImmunityStatus>({
  field: 'retractImmunityStatus',
  record: 'status of immunity',
  law: lawOfCommand('retractImmunityStatus'),
});

export const immunityStatuses = aggregateOf(ImmunityStatus, {
  one: 'immunityStatus',
  many: 'immunityStatuses',
  noun: 'status of immunity',
  nouns: 'statuses of immunity',
  commands: [recordImmunity, retractImmunityStatus],
});
