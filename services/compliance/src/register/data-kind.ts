import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Flag, Text, Texts } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';

/** A kind of data that fields hold, with the rules that govern it: every field of that category is decided by them, and by no other. */
@Recorded({
  name: 'DataKind',
  prefix: 'dkd',
  says: 'A kind of data that fields hold, with the rules that govern it: every field of that category is decided by them, and by no other.',
})
export class DataKind extends Labelled {
  @Text({ is: 'PUBLIC_FACT', says: 'The category, as the schema names it.', length: 40, filter: true, order: true })
  reference!: string;

  @Texts({ is: 'PUBLIC_FACT', says: 'Rules that permit it, by their ids.' })
  permittedBy!: string[];

  @Texts({ is: 'PUBLIC_FACT', says: 'Rules that bar it, by their ids.' })
  barredBy!: string[];

  @Texts({ is: 'PUBLIC_FACT', says: 'Rules by which reading it makes somebody owe something, by their ids.' })
  owedBy!: string[];

  @Texts({ is: 'PUBLIC_FACT', says: 'Fields of the schema that hold it, as Type.field.' })
  coordinates!: string[];

  @Flag({
    is: 'PUBLIC_FACT',
    says: 'Whether no rule permits it but those of the charter, and those that are of every kind: a gap of the law that is held.',
    filter: true,
  })
  isGap!: boolean;
}

export const dataKinds = aggregateOf(DataKind, {
  one: 'dataKind',
  many: 'dataKinds',
  noun: 'kind of data',
  nouns: 'kinds of data',
});
