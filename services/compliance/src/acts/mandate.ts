import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Day, Link, State, Text, Texts } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';

/** A mandate of one State to protect the interests of another at a post (VCDR 45, 46): a copy for reading, on which no decision rests. */
@Recorded({
  name: 'Mandate',
  prefix: 'mdt',
  says: 'A mandate of one State to protect the interests of another at a post (VCDR 45, 46): a copy for reading, on which no decision rests.',
})
export class Mandate extends Labelled {
  @Link(() => Mission, {
    is: 'LEGAL_ACT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'mandates', is: 'EXISTENCE', says: 'Mandates to protect its interests.' },
  })
  mission?: Mission | null;

  @Text({ is: 'LEGAL_ACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @State({ is: 'LEGAL_ACT', says: 'State whose interests are protected.', filter: true })
  grantor!: string;

  @State({ is: 'LEGAL_ACT', says: 'Protecting State.', filter: true })
  protector!: string;

  @State({ is: 'LEGAL_ACT', says: 'Receiving State, whose consent it needs.' })
  receivingState!: string;

  @Texts({ is: 'LEGAL_ACT', says: 'What is entrusted.' })
  scope!: string[];

  @Day({ is: 'LEGAL_ACT', says: 'Since when.', order: true })
  validFrom!: string;

  @Day({ is: 'LEGAL_ACT', says: 'Until when.', nullable: true })
  validTo!: string | null;
}

export const mandates = aggregateOf(Mandate, {
  one: 'mandate',
  many: 'mandates',
  noun: 'mandate',
  nouns: 'mandates',
});
