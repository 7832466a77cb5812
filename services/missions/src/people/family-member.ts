import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { familyOf } from '@chancery/policy/writes/members-of-post';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { amend } from '@chancery/shared/subgraph/aggregate/move-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Count, Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
import { Mission } from '../mission.js';
import { asHolder, checked, receiversOf } from './person-marks.js';
import { PostHolder } from './post-holder.js';
import { FamilyRelation } from './vocabulary.js';

/** Members of the household of a post holder who joined it on one day, as a count: never a name. */
@Recorded({
  name: 'FamilyMember',
  prefix: 'fam',
  says: 'Members of the household of a post holder who joined it on one day, as a count: never a name.',
  rules: ['left_at >= joined_at'],
})
export class FamilyMember extends Labelled {
  @Text({
    is: 'FAMILY',
    says: 'Readable key, for example FAM-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(FamilyRelation, { is: 'FAMILY', says: 'What they are to the holder.', filter: true })
  relation!: FamilyRelation;

  @Count({ is: 'FAMILY', says: 'How many.', least: 0 })
  members!: number;

  @Day({
    is: 'FAMILY',
    says: 'Day on which they joined the household (VCDR 10(1)(b); VCCR 24(1)(b)).',
    filter: true,
    order: true,
  })
  joinedAt!: string;

  @Day({ is: 'FAMILY', says: 'Day on which they ceased to belong to it.', nullable: true })
  leftAt!: string | null;

  @Link(() => PostHolder, {
    is: 'FAMILY',
    says: 'Whose household it is.',
    filter: true,
    inverse: { field: 'familyMembers', is: 'EXISTENCE', says: 'Members of households of it.' },
  })
  postHolder?: PostHolder | null;

  @Link(() => Mission, {
    is: 'FAMILY',
    says: 'The post.',
    filter: true,
    inverse: { field: 'familyMembers', is: 'EXISTENCE', says: 'Members of households of this post.' },
  })
  mission?: Mission | null;
}

const MEMBERS_MAX = 50;

const notifyFamilyMembers = create<FamilyMember>()({
  field: 'notifyFamilyMembers',
  says: 'Notifies that members of the family of a member of a post have joined the household, as a count (VCDR 10(1)(b); VCCR 24(1)(b)).',
  noun: 'notice of a household',
  inputSays:
    'Members of a household who joined it on one day. They are marked as the family of what the holder is, with the nationality of the holder.',
  about: 'mission',
  sets: {
    mission: {},
    postHolder: { ofPost: true },
    relation: {},
    members: { max: MEMBERS_MAX },
    joinedAt: {},
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('notifyFamilyMembers'),
  addressees: (_, making) => receiversOf(making),
  describes: ({ joinedAt }, describing) =>
    asHolder(describing, (holder) => {
      const category = familyOf(holder.category);
      return category === null ? null : { ...holder, category, from: joinedAt, until: null };
    }),
  complete: { reference: () => madeReference('FAM') },
});

const notifyFamilyDeparture = amend<FamilyMember>()({
  field: 'notifyFamilyDeparture',
  says: 'Notifies that members of a household have left, or ceased to belong to it (VCDR 10(1)(b); VCCR 24(1)(b)).',
  noun: 'departure of a household',
  inputSays: 'The day on which they ceased to belong to the household.',
  sets: { leftAt: { required: true } },
  law: lawOfCommand('notifyFamilyDeparture'),
  describes: ({ leftAt }, before) => checked({ ...before, until: leftAt }),
});

const retractFamilyMember = retract<FamilyMember>({
  field: 'retractFamilyMember',
  record: 'entry of a household',
  law: lawOfCommand('retractFamilyMember'),
});

export const familyMembers = aggregateOf(FamilyMember, {
  one: 'familyMember',
  many: 'familyMembers',
  noun: 'entry of a household',
  nouns: 'members of households',
  commands: [notifyFamilyMembers, notifyFamilyDeparture, retractFamilyMember],
});
