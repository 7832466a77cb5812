import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Day, Flag, Link, State, Text, Texts } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';

/** What posts of different States do for each other at one place. */
@Recorded({
  name: 'PartnerArrangement',
  prefix: 'par',
  says: 'What posts of different States do for each other at one place.',
})
export class PartnerArrangement extends Labelled {
  @Link(() => Mission, {
    is: 'LEGAL_ACT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'partnerArrangements', is: 'EXISTENCE', says: 'What partners do for it and it for them.' },
  })
  mission?: Mission | null;

  @Text({ is: 'LEGAL_ACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @State({ is: 'LEGAL_ACT', says: 'Partner.', filter: true })
  partner!: string;

  @Texts({ is: 'LEGAL_ACT', says: 'What it covers.' })
  scope!: string[];

  @Flag({ is: 'LEGAL_ACT', says: 'Whether either helps the other.' })
  isMutualAid!: boolean;

  @Flag({ is: 'LEGAL_ACT', says: 'Whether the partner leads for both.' })
  partnerLeads!: boolean;

  @Day({ is: 'LEGAL_ACT', says: 'Since when.', order: true })
  validFrom!: string;

  @Day({ is: 'LEGAL_ACT', says: 'Until when.', nullable: true })
  validTo!: string | null;
}

export const partnerArrangements = aggregateOf(PartnerArrangement, {
  one: 'partnerArrangement',
  many: 'partnerArrangements',
  noun: 'arrangement with a partner',
  nouns: 'arrangements with partners',
  commands: keep<PartnerArrangement>()({
    field: 'recordArrangement',
    of: 'PartnerArrangement',
    says: 'Records what posts of different States do for each other at one place; it opens nothing.',
    sets: {
      partner: {},
      scope: { max: 20, each: 200 },
      isMutualAid: {},
      partnerLeads: {},
      validFrom: {},
      validTo: {},
    },
    law: lawOfCommand,
    check: ({ partner, validFrom, validTo }, { profile: { subject } }) => {
      if (partner === subject.represents)
        throw new ClientError('INPUT_INVALID', '`partner` is another State', 'input.partner');
      if (validFrom !== null && validTo !== null && validTo < validFrom)
        throw new ClientError('INPUT_INVALID', '`validTo` is before `validFrom`', 'input.validTo');
    },
    addressees: ({ partner }) => [String(partner)],
  }),
});
