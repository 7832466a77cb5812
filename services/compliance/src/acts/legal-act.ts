import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Count, Flag, Links, Moment, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { ACT_KINDS } from '@chancery/shared/vocabulary';
import { Mission } from '../references.js';

/** Kind of a legal act. */
export const ActKind = defineEnum('ActKind', 'Kind of a legal act.', ACT_KINDS, 'a kind of act');
export type ActKind = keyof typeof ActKind;

/** A consent, release, waiver, mandate or other act on which decisions rest, as it stands in the snapshot. */
@Recorded({
  name: 'LegalAct',
  prefix: 'act',
  says: 'A consent, release, waiver, mandate or other act on which decisions rest.',
  rules: ['until_at > from_at'],
})
export class LegalAct extends Labelled {
  @Text({ is: 'LEGAL_ACT', says: 'Id by which decisions cite it.', filter: true })
  reference!: string;

  @Count({ is: 'LEGAL_ACT', says: 'Version; an act is superseded, never changed.', least: 1 })
  version!: number;

  @Word(ActKind, { is: 'LEGAL_ACT', says: 'Kind.', filter: true })
  kind!: ActKind;

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

  @Texts({ is: 'LEGAL_ACT', says: 'Keys of records in its scope, * for all.' })
  scopeKeys!: string[];

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
}

export const legalActs = aggregateOf(LegalAct, {
  one: 'legalAct',
  many: 'legalActs',
  noun: 'legal act',
  nouns: 'legal acts',
});
