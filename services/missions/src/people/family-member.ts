import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Count, Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
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

export const familyMembers = aggregateOf(FamilyMember, {
  one: 'familyMember',
  many: 'familyMembers',
  noun: 'entry of a household',
  nouns: 'members of households',
});
