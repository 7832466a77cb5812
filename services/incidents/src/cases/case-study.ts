import { aggregateOf } from '@chancery/shared/subgraph/aggregate/aggregate';
import { Day, Flag, Text, Texts, Word } from '@chancery/shared/subgraph/record/decorators';
import { Labelled } from '@chancery/shared/subgraph/record/record';
import { Recorded } from '@chancery/shared/subgraph/record/recorded';
import type { Incident } from '../incident.js';
import { OfIncident } from '../of-incident.js';
import { Confidence } from '../vocabulary.js';

/** A public case study: what happened, by which source, and which rules it tests. */
@Recorded({
  name: 'CaseStudy',
  prefix: 'csy',
  says: 'A public case study: what happened, by which source, and which rules it tests.',
})
export class CaseStudy extends Labelled {
  @OfIncident('caseStudies', 'PUBLIC_FACT', 'The public account of it.')
  incident?: Incident | null;

  @Text({ is: 'PUBLIC_FACT', says: 'Readable key.', filter: true, searchable: true })
  reference!: string;

  @Text({ is: 'PUBLIC_FACT', says: 'Title.', searchable: true })
  title!: string;

  @Day({ is: 'PUBLIC_FACT', says: 'Day it began.', filter: true, order: true })
  occurredOn!: string;

  @Texts({ is: 'PUBLIC_FACT', says: 'What the source says, sentence by sentence.' })
  facts!: string[];

  @Text({ is: 'PUBLIC_FACT', says: 'Title of the source.' })
  source!: string;

  @Word(Confidence, { is: 'PUBLIC_FACT', says: 'How sure the account is.', filter: true })
  confidence!: Confidence;

  @Flag({
    is: 'PUBLIC_FACT',
    says: 'Whether the account was checked against its source with high confidence.',
    filter: true,
  })
  isVerified!: boolean;

  @Texts({ is: 'PUBLIC_FACT', says: 'Ids of the legal rules that it tests.' })
  legalTests!: string[];
}

export const caseStudies = aggregateOf(CaseStudy, {
  one: 'caseStudy',
  many: 'caseStudies',
  noun: 'case study',
  nouns: 'case studies',
});
