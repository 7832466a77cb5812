import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Count, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';

/** A treaty, statute or house rule whose rules decide. */
@Recorded({
  name: 'LegalInstrument',
  prefix: 'lin',
  says: 'A treaty, statute or house rule whose rules decide.',
})
export class LegalInstrument extends Labelled {
  @Text({
    is: 'PUBLIC_FACT',
    says: 'Prefix of the ids of its rules.',
    length: 16,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'Title.', searchable: true })
  title!: string;

  @Count({ is: 'PUBLIC_FACT', says: 'How many rules of it are in the catalogue.', least: 1 })
  ruleCount!: number;
}

export const legalInstruments = aggregateOf(LegalInstrument, {
  one: 'legalInstrument',
  many: 'legalInstruments',
  noun: 'legal instrument',
  nouns: 'legal instruments',
});
