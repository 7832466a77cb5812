import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Count, Flag, Link, Moment, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { EvidenceItem } from './evidence-item.js';

/** A link of the chain of custody of an exhibit. */
@Recorded({
  name: 'CustodyTransfer',
  prefix: 'cus',
  says: 'A link of the chain of custody of an exhibit.',
})
export class CustodyTransfer extends Labelled {
  @Link(() => EvidenceItem, {
    is: 'EVIDENCE',
    says: 'The exhibit.',
    filter: true,
    inverse: { field: 'custody', is: 'EXISTENCE', says: 'Its chain of custody.' },
  })
  evidence?: EvidenceItem | null;

  @Text({ is: 'EVIDENCE', says: 'Readable key.', filter: true })
  reference!: string;

  @Count({ is: 'EVIDENCE', says: 'Place in the chain.', least: 1, order: true })
  position!: number;

  @Moment({ is: 'EVIDENCE', says: 'When it changed hands.', order: true })
  at!: Date;

  @Text({ is: 'EVIDENCE', says: 'Code of who gave it.' })
  fromHolder!: string;

  @Text({ is: 'EVIDENCE', says: 'Code of who took it.' })
  toHolder!: string;

  @Text({ is: 'EVIDENCE', says: 'What for.' })
  purpose!: string;

  @Flag({ is: 'EVIDENCE', says: 'Whether its seal was whole.', filter: true })
  sealIntact!: boolean;
}

export const custodyTransfers = aggregateOf(CustodyTransfer, {
  one: 'custodyTransfer',
  many: 'custodyTransfers',
  noun: 'transfer of custody',
  nouns: 'transfers of custody',
});
