import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { dayOf } from '@chancery/shared/calendar';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { amend } from '@chancery/shared/subgraph/aggregate/move-command';
import { Count, Day, Link, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../mission.js';
import { ReadinessLevel, StockKind } from './vocabulary.js';

/** What a post keeps in store for an emergency. */
@Recorded({ name: 'ResourceStock', prefix: 'rst', says: 'What a post keeps in store for an emergency.' })
export class ResourceStock extends Labelled {
  @Text({
    is: 'PREPAREDNESS',
    says: 'Readable key, for example RST-Q875787-1.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Word(StockKind, { is: 'PREPAREDNESS', says: 'What it is.', filter: true })
  kind!: StockKind;

  @Count({ is: 'PREPAREDNESS', says: 'How much.', least: 0, order: true })
  quantity!: number;

  @Text({ is: 'PREPAREDNESS', says: 'Of what.' })
  unit!: string;

  @Text({ is: 'PREMISES_INTERIOR', says: 'Where it is kept.', nullable: true })
  location!: string | null;

  @Word(ReadinessLevel, { is: 'PREPAREDNESS', says: 'How soon it can be used.', filter: true })
  readiness!: ReadinessLevel;

  @Day({ is: 'PREPAREDNESS', says: 'Day of the last check.', filter: true, order: true })
  checkedOn!: string;

  @Day({ is: 'PREPAREDNESS', says: 'Day on which the first of it expires.', nullable: true })
  expiresOn!: string | null;

  @Link(() => Mission, {
    is: 'PREPAREDNESS',
    says: 'The post.',
    filter: true,
    inverse: { field: 'resourceStocks', is: 'EXISTENCE', says: 'Stocks of this post.' },
  })
  mission?: Mission | null;
}

const countStock = amend<ResourceStock>()({
  field: 'countStock',
  says: 'Says what a check of a stock found today.',
  noun: 'count',
  inputSays: 'What was found of a stock; what is left out is as it was.',
  sets: {
    quantity: { max: 10_000_000 },
    readiness: { required: false },
    expiresOn: { required: false },
  },
  law: lawOfCommand('countStock'),
  complete: {
    checkedOn: (_, { viewer: { now } }) => dayOf(now),
  },
});

export const resourceStocks = aggregateOf(ResourceStock, {
  one: 'resourceStock',
  many: 'resourceStocks',
  noun: 'stock',
  nouns: 'stocks',
  commands: [
    ...keep<ResourceStock>()({
      field: 'recordStock',
      of: 'ResourceStock',
      says: 'Records what a post keeps in store for an emergency, as it was found today.',
      sets: {
        kind: {},
        quantity: { max: 10_000_000 },
        unit: { max: 40 },
        location: { max: 400 },
        readiness: {},
        expiresOn: {},
      },
      complete: { checkedOn: (_, { viewer: { now } }) => dayOf(now) },
      amended: { checkedOn: (_, { viewer: { now } }) => dayOf(now) },
      law: lawOfCommand,
    }),
    countStock,
  ],
});
