import { defineEnum } from '@chancery/shared/schema/define-enum';
import { Count, Day, Kept, Links, Moment, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { textKind } from '@chancery/shared/subgraph/record/kinds';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Agency } from '../../register/agency.js';

/** Where a trust agreement stands; gateways hear of one when it is approved. */
export const TrustAgreementStatus = defineEnum(
  'TrustAgreementStatus',
  'Where a trust agreement stands; gateways hear of one when it is approved.',
  ['PROPOSED', 'DECLINED', 'APPROVED', 'SUPERSEDED', 'SWITCHED_OFF'],
  'a status of a trust agreement',
);
export type TrustAgreementStatus = keyof typeof TrustAgreementStatus;

/** What the tokens of one issuer are believed to claim, once two persons of the register have said so. */
@Recorded({
  name: 'TrustAgreement',
  prefix: 'tra',
  says: 'What the tokens of one issuer are believed to claim, once two persons of the register have said so.',
})
export class TrustAgreement extends Labelled {
  @Text({ is: 'LEGAL_ACT', says: 'Name of the agreement, TA-USA-DS.', length: 80, filter: true, order: true })
  reference!: string;

  @Word(TrustAgreementStatus, { is: 'LEGAL_ACT', says: 'Where it stands.', filter: true })
  status!: TrustAgreementStatus;

  @Count({ is: 'LEGAL_ACT', says: 'Version; what it was before is kept.', least: 1 })
  version!: number;

  @Text({ is: 'LEGAL_ACT', says: 'Issuer of the tokens, as they name it.', length: 200, filter: true })
  issuer!: string;

  @Text({ is: 'LEGAL_ACT', says: 'State or organisation that its agencies act for.', length: 32, filter: true })
  represents!: string;

  @Texts({ is: 'LEGAL_ACT', says: 'Agencies whose tokens the issuer makes, by their codes.' })
  agencies!: string[];

  @Links(() => Agency, {
    is: 'LEGAL_ACT',
    says: 'Those of them that are known by name.',
    inverse: { field: 'trustAgreements', is: 'EXISTENCE', says: 'Trust agreements that name it.' },
  })
  knownAgencies?: Agency[] | null;

  @Texts({ is: 'LEGAL_ACT', says: 'Purposes that a token may claim.' })
  purposes!: string[];

  @Texts({
    is: 'LEGAL_ACT',
    says: 'Highest rank by marking policy, NATO:3; a policy that is not named is not trusted at any rank.',
  })
  ceiling!: string[];

  @Texts({ is: 'LEGAL_ACT', says: 'Compartments that a token may claim.' })
  compartments!: string[];

  @Text({ is: 'LEGAL_ACT', says: 'The whole of it as JSON, as a file of it would be: this is what counts.' })
  document!: string;

  @Day({ is: 'LEGAL_ACT', says: 'First day on which it is in force.', order: true })
  validFrom!: string;

  @Day({ is: 'LEGAL_ACT', says: 'First day on which it no longer is.', order: true })
  validTo!: string;

  @Day({ is: 'LEGAL_ACT', says: 'First day on which another has taken its place.', nullable: true })
  endsOn!: string | null;

  @Moment({ is: 'LEGAL_ACT', says: 'When it was proposed.', order: true })
  proposedAt!: Date;

  @Moment({ is: 'LEGAL_ACT', says: 'When another person approved or declined it.', nullable: true })
  decidedAt!: Date | null;

  @Moment({ is: 'LEGAL_ACT', says: 'When it was switched off.', nullable: true })
  switchedOffAt!: Date | null;

  /** Who proposed it: somebody else decides. */
  @Kept(textKind(null))
  proposer!: string;
}
