import { CREDITORS } from '@chancery/policy/owing';
import type { Instant } from '@chancery/shared/clock';
import { defineEnum } from '@chancery/shared/schema/define-enum';
import { Count, Kept, Link, Made, Moment, Named, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { MOMENT, textKind } from '@chancery/shared/subgraph/record/kinds';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { OBLIGATION_KINDS } from '@chancery/shared/vocabulary';
import { LegalAct } from '../acts/legal-act.js';
import { Mission } from '../references.js';
import { Agency } from '../register/agency.js';
import type { TermWord } from './terms.js';

/** What a disclosure makes somebody owe. */
export const ObligationKind = defineEnum(
  'ObligationKind',
  'What a disclosure makes somebody owe.',
  OBLIGATION_KINDS,
  'a kind of obligation',
);
export type ObligationKind = keyof typeof ObligationKind;

/** To whom something is owed. */
export const ObligationCreditor = defineEnum(
  'ObligationCreditor',
  'To whom something is owed.',
  CREDITORS,
  'to whom something is owed',
);
export type ObligationCreditor = keyof typeof ObligationCreditor;

const TERM_WORDS: readonly TermWord[] = ['WITHOUT_DELAY', 'WITHIN_72_HOURS', 'AS_SET_HERE'];

/** Within what time the law asks for something, in its own words; where it names none, as this project set it. */
export const ObligationTerm = defineEnum(
  'ObligationTerm',
  'Within what time the law asks for something, in its own words; where it names none, as this project set it.',
  TERM_WORDS,
  'a term',
);
export type ObligationTerm = keyof typeof ObligationTerm;

/** Whether an obligation stands, was discharged, or was waived by the State to which it was owed. */
export const ObligationStanding = defineEnum(
  'ObligationStanding',
  'Whether an obligation stands, was discharged, or was waived by the State to which it was owed.',
  ['OPEN', 'DONE', 'WAIVED'],
  'a standing of an obligation',
);
export type ObligationStanding = keyof typeof ObligationStanding;

/** Where an obligation is at this moment. */
export const ObligationState = defineEnum('ObligationState', 'Where an obligation is at this moment.', [
  'PENDING',
  'OVERDUE',
  'DONE',
  'WAIVED',
]);
export type ObligationState = keyof typeof ObligationState;

/**
 * What disclosures of one kind make an authority owe, from the first of them on. That it stands, by which rule and until when is told to the
 * States on either side of it; who received what is told to who owes it, and to the oversight of its State.
 */
@Recorded({
  name: 'Obligation',
  prefix: 'obl',
  says: 'What disclosures make an authority owe, with its clock: kept until it is discharged, and after.',
  rules: [`(done_at is null) = (standing = 'OPEN')`, `(waiver is null) = (standing <> 'WAIVED')`],
})
export class Obligation extends Labelled {
  @Word(ObligationKind, { is: 'EXISTENCE', says: 'What is owed.', filter: true })
  kind!: ObligationKind;

  @Text({ is: 'EXISTENCE', says: 'Rule that asks for it.', filter: true })
  rule!: string;

  @Word(ObligationStanding, { is: 'EXISTENCE', says: 'Whether it stands.', filter: true })
  standing!: ObligationStanding;

  /** Never stored: a row that nobody touches is overdue the moment it is. */
  @Made(() => ObligationState, {
    is: 'EXISTENCE',
    says: 'Where it is at this moment: overdue as soon as its time has passed.',
    from: ['standing', 'dueAt', 'overdueAt'],
  })
  state(now: Instant): ObligationState {
    if (this.standing !== 'OPEN') return this.standing;
    return this.dueAt.getTime() <= now ? 'OVERDUE' : 'PENDING';
  }

  @Word(ObligationTerm, { is: 'EXISTENCE', says: 'Within what time the law asks for it.', filter: true })
  term!: ObligationTerm;

  @Moment({ is: 'EXISTENCE', says: 'When the first disclosure made it arise.', filter: true, order: true })
  arisenAt!: Date;

  @Moment({
    is: 'EXISTENCE',
    says: 'When it is due, reckoned from the first disclosure; what is owed without delay is due within the seconds that its rule gives.',
    filter: true,
    order: true,
  })
  dueAt!: Date;

  @Moment({
    is: 'EXISTENCE',
    says: 'After what instant the law knows no excuse: 30 days after an emergency disclosure (32 CFR 2001.52(b)(6)).',
    nullable: true,
  })
  latestAt!: Date | null;

  @Moment({ is: 'EXISTENCE', says: 'When it was told that its time is nearly over.', nullable: true })
  dueSoonAt!: Date | null;

  @Moment({ is: 'EXISTENCE', says: 'When it was told that its time is over.', nullable: true })
  overdueAt!: Date | null;

  @Text({ is: 'EXISTENCE', says: 'State or organisation that owes it.', filter: true })
  debtor!: string;

  @Word(ObligationCreditor, {
    is: 'EXISTENCE',
    says: 'To whom it is owed; nobody is told of what is erased.',
    nullable: true,
  })
  owedTo!: ObligationCreditor | null;

  @Text({ is: 'EXISTENCE', says: 'The State or organisation of whoever it is owed to.', nullable: true, filter: true })
  creditor!: string | null;

  @Link(() => Mission, {
    is: 'EXISTENCE',
    says: 'The post that it concerns.',
    filter: true,
    inverse: { field: 'obligations', is: 'EXISTENCE', says: 'What is owed in respect of the post.' },
  })
  mission?: Mission | null;

  @Moment({ is: 'EXISTENCE', says: 'When it was discharged or waived.', nullable: true, filter: true, order: true })
  doneAt!: Date | null;

  @Text({ is: 'EXISTENCE', says: 'Where the waiver is kept.', nullable: true })
  waiver!: string | null;

  @Text({ is: 'AUDIT', optional: true, says: 'Agency that owes it.', filter: true })
  agency!: string;

  @Named(() => Agency, {
    is: 'AUDIT',
    optional: true,
    says: 'That agency, where it is known by name.',
    of: 'agency',
    by: 'reference',
  })
  owingAgency?: Agency | null;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'Pseudonym of the person whose request made it arise first.',
    filter: true,
  })
  subject!: string;

  @Text({ is: 'AUDIT', optional: true, says: 'Purpose of that request.', nullable: true })
  purpose!: string | null;

  @Text({ is: 'AUDIT', optional: true, says: 'Receipt of that request.', filter: true })
  receipt!: string;

  @Texts({
    is: 'AUDIT',
    optional: true,
    says: 'Coordinates whose disclosure made it arise, and fields of inputs by which its debtor set what it is owed for.',
  })
  coordinates!: string[];

  @Text({ is: 'AUDIT', optional: true, says: 'Act on which the disclosures rested.', nullable: true, filter: true })
  act!: string | null;

  @Named(() => LegalAct, {
    is: 'AUDIT',
    optional: true,
    says: 'That act.',
    of: 'act',
    by: 'reference',
  })
  legalAct?: LegalAct | null;

  @Count({ is: 'AUDIT', optional: true, says: 'Requests that received something by which it is owed.', least: 1 })
  count!: number;

  @Moment({ is: 'AUDIT', optional: true, says: 'When the last of them was made.' })
  lastAt!: Date;

  @Text({
    is: 'AUDIT',
    optional: true,
    says: 'By what it was discharged: where the notice is kept, or what was done.',
    nullable: true,
  })
  evidence!: string | null;

  @Text({ is: 'AUDIT', optional: true, says: 'Pseudonym of the person who discharged it.', nullable: true })
  doneBy!: string | null;

  /** From when on somebody is warned. */
  @Kept(MOMENT, { nullable: true })
  soonAt!: Date | null;

  /** Digest of what makes two disclosures owe the same: of those that stand there is one for each. */
  @Kept(textKind(null))
  occasion!: string;
}
