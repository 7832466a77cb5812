import { defineEnum } from '@chancery/shared/schema/define-enum';
import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Day, Flag, Link, Links, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import { DataKind } from './data-kind.js';
import { LegalInstrument } from './legal-instrument.js';

/** What a rule does. */
export const LegalEffect = defineEnum(
  'LegalEffect',
  'What a rule does.',
  ['PERMIT', 'FORBID', 'OBLIGATION'],
  'a legal effect',
);
export type LegalEffect = keyof typeof LegalEffect;

/** A rule that decisions cite, in a summary of our own. */
@Recorded({
  name: 'LegalRule',
  prefix: 'rul',
  says: 'A rule that decisions cite, in a summary of our own and no wording of the instrument.',
})
export class LegalRule extends Labelled {
  @Link(() => LegalInstrument, {
    is: 'PUBLIC_FACT',
    says: 'The instrument.',
    filter: true,
    inverse: { field: 'rules', is: 'EXISTENCE', says: 'Its rules.' },
  })
  instrument?: LegalInstrument | null;

  @Text({
    is: 'PUBLIC_FACT',
    says: 'Id by which decisions cite it.',
    length: 40,
    filter: true,
    order: true,
    searchable: true,
  })
  reference!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'Citation of the article.', searchable: true })
  citation!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'Title; absent of a rule that no policy holds.', nullable: true, searchable: true })
  title!: string | null;

  @Text({ is: 'PUBLIC_FACT', says: 'What it says, in short and in our own words.', searchable: true })
  summary!: string;

  @Word(LegalEffect, { is: 'PUBLIC_FACT', says: 'What it does.', filter: true })
  effect!: LegalEffect;

  @Texts({ is: 'PUBLIC_FACT', says: 'Kinds of data that it governs; none of a rule that no policy holds.' })
  governs!: string[];

  @Links(() => DataKind, {
    is: 'PUBLIC_FACT',
    says: 'The same with the fields that hold them.',
    filter: true,
    inverse: { field: 'rules', is: 'EXISTENCE', says: 'Rules that govern it.' },
  })
  kinds?: DataKind[] | null;

  @Day({ is: 'PUBLIC_FACT', says: 'Day from which it is applied.', nullable: true, order: true })
  inForceOn!: string | null;

  @Flag({ is: 'PUBLIC_FACT', says: 'Whether the text cited was read, and not recalled.', filter: true })
  isChecked!: boolean;
}

export const legalRules = aggregateOf(LegalRule, {
  one: 'legalRule',
  many: 'legalRules',
  noun: 'legal rule',
  nouns: 'legal rules',
});
