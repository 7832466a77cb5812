import { defineEnum } from '@chancery/shared/schema/define-enum';
import { Count, Flag, Moment, Named, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Agency } from '../register/agency.js';

/** What has been ordered of a hold; since when it is in effect it says itself. */
export const LegalHoldStatus = defineEnum(
  'LegalHoldStatus',
  'What has been ordered of a hold; since when it is in effect it says itself.',
  ['ORDERED', 'LIFT_ASKED', 'LIFTED'],
  'a status of a legal hold',
);
export type LegalHoldStatus = keyof typeof LegalHoldStatus;

/** An order that entries of the ledger are kept for a proceeding, whatever is ordered to be erased, until two persons lift it. */
@Recorded({
  name: 'LegalHold',
  prefix: 'lho',
  says: 'An order that what the ledger has of a State’s own requests is kept for a proceeding, whatever is ordered to be erased, until two persons lift it.',
})
export class LegalHold extends Labelled {
  @Word(LegalHoldStatus, { is: 'AUDIT', optional: true, says: 'What has been ordered of it.', filter: true })
  status!: LegalHoldStatus;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'Agency that ordered it, and that alone lifts it.',
    length: 100,
    filter: true,
  })
  agency!: string;

  @Named(() => Agency, {
    is: 'AUDIT',
    optional: true,
    says: 'That agency, where it is known by name.',
    of: 'agency',
    by: 'reference',
  })
  orderingAgency?: Agency | null;

  @Text({ is: 'AUDIT', optional: true, says: 'Why it was ordered.' })
  reason!: string;

  @Text({ is: 'AUDIT', optional: true, says: 'The rule or the order of a court that it rests on.', length: 200 })
  legalBasis!: string;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'Pseudonym of the person whose requests it keeps; null where they are anybody’s.',
    nullable: true,
  })
  subject!: string | null;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'Case whose requests it keeps; null where they are of any.',
    nullable: true,
    filter: true,
  })
  caseReference!: string | null;

  @Moment({
    is: 'AUDIT',
    optional: true,
    says: 'From when on it keeps what was recorded; null from the first.',
    nullable: true,
  })
  fromAt!: Date | null;

  @Moment({
    is: 'AUDIT',
    optional: true,
    says: 'Before when; null where it keeps what is recorded from now on too.',
    nullable: true,
  })
  untilAt!: Date | null;

  @Flag({
    is: 'AUDIT',
    optional: true,
    says: 'Whether it keeps those requests alone that read one record; which, the ledger knows as long as it stands.',
  })
  isOfRecord!: boolean;

  @Moment({ is: 'AUDIT', optional: true, says: 'When it was ordered.', order: true })
  orderedAt!: Date;

  @Text({ is: 'AUDIT', optional: true, says: 'Pseudonym of the person who ordered it.' })
  orderedBy!: string;

  @Moment({
    is: 'AUDIT',
    optional: true,
    says: 'Since when nothing of it is erased; null before the order was carried out.',
    nullable: true,
  })
  inEffectSince!: Date | null;

  @Count({
    is: 'AUDIT',
    optional: true,
    says: 'How many entries of the State it kept when it was carried out; null before, and where it is of a record.',
    nullable: true,
    least: 0,
  })
  entries!: number | null;

  @Moment({ is: 'AUDIT', optional: true, says: 'When one person asked that it be lifted.', nullable: true })
  liftAskedAt!: Date | null;

  @Text({ is: 'AUDIT', optional: true, says: 'Pseudonym of that person.', nullable: true })
  liftAskedBy!: string | null;

  @Text({ is: 'AUDIT', optional: true, says: 'Why it is to be lifted.', nullable: true })
  liftReason!: string | null;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'The rule or the order of a court by which it is.',
    length: 200,
    nullable: true,
  })
  liftLegalBasis!: string | null;

  @Moment({ is: 'AUDIT', optional: true, says: 'When another person approved that.', nullable: true })
  liftedAt!: Date | null;

  @Text({ is: 'AUDIT', optional: true, says: 'Pseudonym of that other person.', nullable: true })
  liftedBy!: string | null;

  @Moment({
    is: 'AUDIT',
    optional: true,
    says: 'Since when it keeps nothing any more; null before its lifting was carried out.',
    nullable: true,
  })
  inEffectUntil!: Date | null;
}
