import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { amend } from '@chancery/shared/subgraph/aggregate/move-command';
import { retract } from '@chancery/shared/subgraph/aggregate/retract-command';
import { Count, Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
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

const QUANTITY_MAX = 100_000;

const recordResource = create<Resource>()({
  field: 'recordResource',
  says: 'Records something or somebody that a post can send or use, as it was found today.',
  noun: 'resource',
  inputSays: 'A resource of a post. It is labelled for the caller’s State.',
  about: 'mission',
  sets: {
    mission: {},
    kind: {},
    capability: { max: 400 },
    quantity: { max: QUANTITY_MAX },
    readiness: {},
    expiresOn: { required: false },
    synthetic: { says: 'Made for an exercise of this system, not real.', required: false },
  },
  law: lawOfCommand('recordResource'),
  complete: {
    reference: () => madeReference('RES'),
    inspectedOn: (_, { viewer: { now } }) => dayOf(now),
  },
});

const inspectResource = amend<Resource>()({
  field: 'inspectResource',
  says: 'Says what an inspection of a resource found today.',
  noun: 'inspection',
  inputSays: 'What was found of a resource; what is left out is as it was.',
  sets: {
    quantity: { max: QUANTITY_MAX, required: false },
    readiness: { required: false },
    expiresOn: { required: false },
  },
  law: lawOfCommand('inspectResource'),
  complete: {
    inspectedOn: (_, { viewer: { now } }) => dayOf(now),
  },
});

export const resources = aggregateOf(Resource, {
  one: 'resource',
  many: 'resources',
  noun: 'resource',
  nouns: 'resources',
  commands: [
    recordResource,
    inspectResource,
    retract<Resource>({ field: 'retractResource', record: 'resource', law: lawOfCommand('retractResource') }),
  ],
});
