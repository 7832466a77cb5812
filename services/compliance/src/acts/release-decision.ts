import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Link, Moment, State, Text, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { Mission } from '../references.js';

/** What a decision to release came to. */
export const ReleaseOutcome = defineEnum(
  'ReleaseOutcome',
  'What a decision to release came to.',
  ['RELEASED', 'TEARLINE_ONLY', 'REFUSED'],
  'an outcome of a release',
);
export type ReleaseOutcome = keyof typeof ReleaseOutcome;

/** A decision to give information to a recipient, or not: a copy for reading, on which no decision rests. */
@Recorded({
  name: 'ReleaseDecision',
  prefix: 'rld',
  says: 'A decision to give information to a recipient, or not: a copy for reading, on which no decision rests.',
})
export class ReleaseDecision extends Labelled {
  @Link(() => Mission, {
    is: 'LEGAL_ACT',
    says: 'The post.',
    filter: true,
    inverse: { field: 'releaseDecisions', is: 'EXISTENCE', says: 'What was decided to release about it.' },
  })
  mission?: Mission | null;

  @Text({ is: 'LEGAL_ACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @State({ is: 'LEGAL_ACT', says: 'State that decides.', filter: true })
  originator!: string;

  @State({ is: 'LEGAL_ACT', says: 'State that is to receive it.', filter: true })
  recipient!: string;

  @Word(ReleaseOutcome, { is: 'LEGAL_ACT', says: 'What was decided.', filter: true })
  outcome!: ReleaseOutcome;

  @Text({ is: 'LEGAL_ACT', says: 'Subject of what was asked for.', searchable: true })
  subject!: string;

  @Text({ is: 'LEGAL_ACT', says: 'Basis of it.' })
  legalBasis!: string;

  @Moment({ is: 'LEGAL_ACT', says: 'When it was decided.', order: true })
  decidedAt!: Date;
}

export const releaseDecisions = aggregateOf(ReleaseDecision, {
  one: 'releaseDecision',
  many: 'releaseDecisions',
  noun: 'decision to release',
  nouns: 'decisions to release',
});
