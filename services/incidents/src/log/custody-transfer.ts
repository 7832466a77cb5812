import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { create } from '@chancery/shared/subgraph/aggregate/create-command';
import { Count, Flag, Link, Moment, Text } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import type { Placing } from '@chancery/shared/subgraph/writing/create-record';
import { madeReference } from '@chancery/shared/subgraph/writing/made-reference';
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

  @Text({ is: 'EVIDENCE', says: 'Readable key.', filter: true, searchable: true })
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

/** The next place of a chain: of links to the same exhibit under the same label, or places would count what is hidden. */
const nextLink: Placing = async (transaction, row) => {
  const chain = [row.evidence_id, row.handling_id];
  await transaction.query(`select pg_advisory_xact_lock(hashtextextended('custody ' || $1 || ' ' || $2, 0))`, chain);
  const [last] = await transaction.query<{ position: number }[]>(
    'select position from custody_transfer where evidence_id = $1 and handling_id = $2 order by position desc limit 1',
    chain,
  );
  return { position: (last?.position ?? 0) + 1 };
};

const transferCustody = create<CustodyTransfer>()({
  field: 'transferCustody',
  says: 'Adds a link to the chain of custody of an exhibit.',
  noun: 'transfer',
  inputSays: 'An exhibit that changes hands now. The link is labelled for the caller’s State, joined with the exhibit.',
  about: 'evidence',
  sets: {
    evidence: {},
    fromHolder: { max: 40 },
    toHolder: { max: 40 },
    purpose: { max: 400 },
    sealIntact: {},
    synthetic: { says: 'Made for an exercise, not a real record.', required: false },
  },
  law: lawOfCommand('transferCustody'),
  place: { sets: ['position'], by: nextLink },
  complete: {
    reference: () => madeReference('K'),
    at: (_, { viewer: { now } }) => new Date(now),
  },
});

export const custodyTransfers = aggregateOf(CustodyTransfer, {
  one: 'custodyTransfer',
  many: 'custodyTransfers',
  noun: 'transfer of custody',
  nouns: 'transfers of custody',
  commands: [transferCustody],
});
