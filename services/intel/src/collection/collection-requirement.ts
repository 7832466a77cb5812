import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
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

export const collectionRequirements = aggregateOf(CollectionRequirement, {
  one: 'collectionRequirement',
  many: 'collectionRequirements',
  noun: 'requirement',
  nouns: 'requirements',
});
