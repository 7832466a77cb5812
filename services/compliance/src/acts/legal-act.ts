import { defineEnum } from '@chancery/shared/schema/define-enum';
import { Count, Flag, Kept, Link, Links, Moment, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { textKind } from '@chancery/shared/subgraph/record/kinds';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { ACT_KINDS } from '@chancery/shared/vocabulary';
import { Mission } from '../references.js';

/** Kind of a legal act. */
export const ActKind = defineEnum('ActKind', 'Kind of a legal act.', ACT_KINDS, 'a kind of act');
export type ActKind = keyof typeof ActKind;

/** Where a legal act stands; one that is proposed or declined has no effect. */
export const ActStatus = defineEnum(
  'ActStatus',
  'Where a legal act stands; one that is proposed or declined has no effect.',
  ['PROPOSED', 'GRANTED', 'DECLINED', 'REVOKED'],
  'a status of an act',
);
export type ActStatus = keyof typeof ActStatus;

/** A consent, release, waiver, mandate or other act on which decisions rest, once it is granted. */
@Recorded({
  name: 'LegalAct',
  prefix: 'act',
  says: 'A consent, release, waiver, mandate or other act on which decisions rest, once it is granted.',
  rules: ['until_at > from_at'],
})
export class LegalAct extends Labelled {
  @Text({ is: 'LEGAL_ACT', says: 'Id by which decisions cite it.', filter: true, searchable: true })
  reference!: string;

  @Count({ is: 'LEGAL_ACT', says: 'Version; an act is superseded, never changed.', least: 1 })
  version!: number;

  @Word(ActKind, { is: 'LEGAL_ACT', says: 'Kind.', filter: true })
  kind!: ActKind;

  @Word(ActStatus, { is: 'LEGAL_ACT', says: 'Where it stands.', filter: true })
  status!: ActStatus;

  @Text({ is: 'LEGAL_ACT', says: 'State or organisation that made it.', filter: true })
  issuer!: string;

  @Text({ is: 'LEGAL_ACT', says: 'Office that made it.' })
  office!: string;

  @Text({ is: 'LEGAL_ACT', says: 'State or organisation that it is made to, * for all.' })
  recipient!: string;

  @Texts({ is: 'LEGAL_ACT', says: 'Agencies of the recipient, * for all of them.' })
  recipientAgencies!: string[];

  @Links(() => Mission, {
    is: 'LEGAL_ACT',
    says: 'Posts in its scope by name.',
    filter: true,
    inverse: { field: 'legalActs', is: 'EXISTENCE', says: 'Acts that name the post.' },
  })
  missions?: Mission[] | null;

  @Link(() => Mission, {
    is: 'LEGAL_ACT',
    says: 'The post that it concerns, whether or not all of it is in its scope.',
  })
  post?: Mission | null;

  @Texts({ is: 'LEGAL_ACT', says: 'Keys of records in its scope, * for all.' })
  scopeKeys!: string[];

  @Texts({ is: 'PERSON_STATUS', says: 'Pseudonyms of the persons in its scope.' })
  persons!: string[];

  @Text({ is: 'PERSON_STATUS', says: 'Category of the person whose immunity it waives.', length: 60, nullable: true })
  personCategory!: string | null;

  @Texts({ is: 'LEGAL_ACT', says: 'Kinds of data in its scope, * for all.' })
  categories!: string[];

  @Flag({ is: 'LEGAL_ACT', says: 'Whether it is in writing.' })
  isWritten!: boolean;

  @Text({ is: 'LEGAL_ACT', says: 'Document that holds it.', nullable: true })
  source!: string | null;

  @Moment({ is: 'LEGAL_ACT', says: 'Since when.', order: true })
  fromAt!: Date;

  @Moment({ is: 'LEGAL_ACT', says: 'Until when.', nullable: true, order: true })
  untilAt!: Date | null;

  @Moment({ is: 'LEGAL_ACT', says: 'When it was revoked.', nullable: true })
  revokedAt!: Date | null;

  @Text({ is: 'LEGAL_ACT', says: 'Words of the document that waive (VCDR 32(2)).', nullable: true })
  waivingWords!: string | null;

  @Text({ is: 'LEGAL_ACT', says: 'What was disclosed in an emergency (32 CFR 2001.52(b)(6)).', nullable: true })
  disclosedInformation!: string | null;

  @Text({ is: 'LEGAL_ACT', says: 'To whom it was disclosed.', nullable: true })
  disclosedTo!: string | null;

  @Text({ is: 'LEGAL_ACT', says: 'How it was passed.', nullable: true })
  transmission!: string | null;

  @Text({ is: 'LEGAL_ACT', says: 'Why it was disclosed.', nullable: true })
  reason!: string | null;

  @Text({ is: 'LEGAL_ACT', says: 'How the recipients keep it.', nullable: true })
  safeguarding!: string | null;

  @Text({ is: 'LEGAL_ACT', says: 'What the recipients were told and signed.', nullable: true })
  briefings!: string | null;

  /** Who proposed it: somebody else decides. */
  @Kept(textKind(null), { nullable: true })
  proposer!: string | null;
}
