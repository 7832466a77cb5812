import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Count, Day, Link, Text, Texts } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';

/** How authorities speak with each other when something sets it off: channels, kinds of data, and how soon. */
@Recorded({
  name: 'InteragencyProtocol',
  prefix: 'iap',
  says: 'How authorities speak with each other when something sets it off: channels, kinds of data, and how soon.',
})
export class InteragencyProtocol extends Labelled {
  @Link(() => Mission, {
    is: 'RESPONSE_REQUEST',
    says: 'The post.',
    filter: true,
    inverse: { field: 'interagencyProtocols', is: 'EXISTENCE', says: 'How it speaks with other authorities.' },
  })
  mission?: Mission | null;

  @Text({ is: 'RESPONSE_REQUEST', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Texts({ is: 'RESPONSE_REQUEST', says: 'Authorities that keep it.' })
  parties!: string[];

  @Text({ is: 'RESPONSE_REQUEST', says: 'What sets it off.' })
  trigger!: string;

  @Texts({ is: 'RESPONSE_REQUEST', says: 'Channels in order of use.' })
  channels!: string[];

  @Texts({ is: 'RESPONSE_REQUEST', says: 'Kinds of data that it is for.' })
  dataCategories!: string[];

  @Count({ is: 'RESPONSE_REQUEST', says: 'Minutes within which an answer is due.', least: 1 })
  answerMinutes!: number;

  @Day({ is: 'RESPONSE_REQUEST', says: 'When it was last tried.', nullable: true })
  triedOn!: string | null;
}

export const interagencyProtocols = aggregateOf(InteragencyProtocol, {
  one: 'interagencyProtocol',
  many: 'interagencyProtocols',
  noun: 'interagency protocol',
  nouns: 'interagency protocols',
});
