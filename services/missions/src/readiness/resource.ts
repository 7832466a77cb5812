import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Count, Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { ReadinessLevel, ResourceKind } from './vocabulary.js';

/** Something or somebody that can be sent or used, typed by what it can do. */
@Recorded({
  name: 'Resource',
  prefix: 'res',
  says: 'Something or somebody that can be sent or used, typed by what it can do.',
})
export class Resource extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example RES-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(ResourceKind, { is: 'PREPAREDNESS', says: 'What it is.', filter: true })
  kind!: ResourceKind;

  @Text({ is: 'PREPAREDNESS', says: 'What it can do.' })
  capability!: string;

  @Count({ is: 'PREPAREDNESS', says: 'How many.', least: 0 })
  quantity!: number;

  @Word(ReadinessLevel, { is: 'PREPAREDNESS', says: 'How soon it can be used.', filter: true })
  readiness!: ReadinessLevel;

  @Day({ is: 'PREPAREDNESS', says: 'Day of the last inspection.', filter: true, order: true })
  inspectedOn!: string;

  @Day({ is: 'PREPAREDNESS', says: 'Day after which it is not to be used.', nullable: true })
  expiresOn!: string | null;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'resources', is: 'EXISTENCE', says: 'Resources of this post.' },
  })
  mission?: Mission | null;
}

export const resources = aggregateOf(Resource, {
  one: 'resource',
  many: 'resources',
  noun: 'resource',
  nouns: 'resources',
});
