import { lawOfCommand } from '@chancery/policy/writes/check-command';
import { ClientError } from '@chancery/shared/errors';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { keep } from '@chancery/shared/subgraph/aggregate/kept-commands';
import { Day, States, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';

/** Kind of a sharing agreement. */
export const AgreementKind = defineEnum(
  'AgreementKind',
  'Kind of a sharing agreement.',
  ['GSA', 'SIA', 'MOU', 'MLAT'],
  'a kind of agreement',
);
export type AgreementKind = keyof typeof AgreementKind;

/** Whether what was shared may be passed on. */
export const ThirdPartyRule = defineEnum(
  'ThirdPartyRule',
  'Whether what was shared may be passed on.',
  ['FORBIDDEN', 'ORIGINATOR_CONSENT', 'PERMITTED'],
  'a third-party rule',
);
export type ThirdPartyRule = keyof typeof ThirdPartyRule;

/** An agreement of two States on sharing what is classified. */
@Recorded({
  name: 'SharingAgreement',
  prefix: 'sha',
  says: 'An agreement of two States on sharing what is classified.',
})
export class SharingAgreement extends Labelled {
  @Text({ is: 'LEGAL_ACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Word(AgreementKind, { is: 'LEGAL_ACT', says: 'Kind.', filter: true })
  kind!: AgreementKind;

  @States({ is: 'LEGAL_ACT', says: 'Parties.' })
  parties!: string[];

  @Text({ is: 'LEGAL_ACT', says: 'Highest level that it covers, in the words of the parties.', nullable: true })
  levelCap!: string | null;

  @Word(ThirdPartyRule, { is: 'LEGAL_ACT', says: 'Whether what was shared may be passed on.', filter: true })
  thirdPartyRule!: ThirdPartyRule;

  @Day({ is: 'LEGAL_ACT', says: 'Since when.', order: true })
  validFrom!: string;

  @Day({ is: 'LEGAL_ACT', says: 'Until when.', nullable: true })
  validTo!: string | null;
}

export const sharingAgreements = aggregateOf(SharingAgreement, {
  one: 'sharingAgreement',
  many: 'sharingAgreements',
  noun: 'sharing agreement',
  nouns: 'sharing agreements',
  commands: keep<SharingAgreement>()({
    field: 'recordSharingAgreement',
    of: 'SharingAgreement',
    says: 'Records an agreement of States on sharing what is classified. It opens nothing: an act of kind AGREEMENT does.',
    sets: {
      kind: {},
      parties: { max: 30 },
      levelCap: { max: 80 },
      thirdPartyRule: {},
      validFrom: {},
      validTo: {},
    },
    onAccountOf: () => Mission,
    law: lawOfCommand,
    check: ({ parties, validFrom, validTo }, { profile: { subject } }) => {
      if (parties !== null && (parties.length < 2 || !parties.includes(subject.represents)))
        throw new ClientError('INPUT_INVALID', '`parties` are your State and others', 'input.parties');
      if (validFrom !== null && validTo !== null && validTo < validFrom)
        throw new ClientError('INPUT_INVALID', '`validTo` is before `validFrom`', 'input.validTo');
    },
    addressees: ({ parties }, { viewer }) =>
      (parties ?? []).filter((state) => state !== viewer.profile.subject.represents),
  }),
});
