import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Link, Moment, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';

const AUTHORITY_POWERS = [
  'CONSENT_TO_ENTRY',
  'RELEASE_INFORMATION',
  'ORDER_EVACUATION',
  'ORDER_SHELTER',
  'CLOSE_POST',
  'DESTROY_ARCHIVES',
  'REQUEST_HOST_FORCE',
  'COMMIT_FUNDS',
] as const;
/** What somebody may decide. */
export const AuthorityPower = defineEnum(
  'AuthorityPower',
  'What somebody may decide.',
  AUTHORITY_POWERS,
  'an authority power',
);
export type AuthorityPower = keyof typeof AuthorityPower;

/** What a post holder may decide in a crisis, and on what ground. */
@Recorded({
  name: 'AuthorityGrant',
  prefix: 'aug',
  says: 'What a post holder may decide in a crisis, and on what ground.',
  rules: ['until_at > from_at'],
})
export class AuthorityGrant extends Labelled {
  @Link(() => Mission, {
    is: 'RESPONSE_RECORD',
    says: 'The post.',
    filter: true,
    inverse: { field: 'authorityGrants', is: 'EXISTENCE', says: 'Who may decide what there in a crisis.' },
  })
  mission?: Mission | null;

  @Text({ is: 'RESPONSE_RECORD', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(AuthorityPower, { is: 'RESPONSE_RECORD', says: 'What may be decided.', filter: true })
  power!: AuthorityPower;

  @Text({ is: 'RESPONSE_RECORD', says: 'Code of the office that grants it.' })
  grantorRole!: string;

  @Text({ is: 'RESPONSE_RECORD', says: 'Code of the post holder who has it.', filter: true })
  holderRole!: string;

  @Text({ is: 'LEGAL_ACT', says: 'Ground of it: article, letter of instruction.' })
  legalBasis!: string;

  @Moment({ is: 'RESPONSE_RECORD', says: 'Since when.', order: true })
  fromAt!: Date;

  @Moment({ is: 'RESPONSE_RECORD', says: 'Until when.', nullable: true })
  untilAt!: Date | null;
}

export const authorityGrants = aggregateOf(AuthorityGrant, {
  one: 'authorityGrant',
  many: 'authorityGrants',
  noun: 'grant of authority',
  nouns: 'grants of authority',
  commands: keep<AuthorityGrant>()({
    field: 'grantAuthority',
    of: 'AuthorityGrant',
    says: 'Writes down what a post holder may decide in a crisis, and on what ground.',
    sets: {
      power: {},
      grantorRole: { max: 40 },
      holderRole: { max: 40 },
      legalBasis: { max: 400 },
      fromAt: {},
      untilAt: {},
    },
    law: lawOfCommand,
  }),
});
